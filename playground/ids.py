"""Ids that look like Slack's, from one pair of dice, so that a run can be repeated."""

import uuid
from random import Random
from string import ascii_uppercase, digits
from typing import Any, Final

_ALPHABET: Final = ascii_uppercase + digits
_BLOCK_ALPHABET: Final = ascii_uppercase + ascii_uppercase.lower() + digits


class Ids:
    """Slack's ids: a letter that tells the kind, then capitals and digits."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice

    @property
    def dice(self) -> tuple[Any, ...]:
        """Their state, so that ids can go on in another process where they stopped in this one."""
        return self._dice.getstate()

    @dice.setter
    def dice(self, state: tuple[Any, ...]) -> None:
        self._dice.setstate(state)

    def new(self, kind: str) -> str:
        """`kind` is the letter that Slack begins with: T, U, D, C, B, A, V, F or Ev."""
        return f"{kind}0{self._letters(9)}"

    def trigger(self) -> str:
        return f"{self._number(13)}.{self._number(12)}.{self.secret()}"

    def secret(self) -> str:
        return f"{self._dice.getrandbits(128):032x}"

    def envelope(self) -> str:
        return str(uuid.UUID(int=self._dice.getrandbits(128), version=4))

    def block(self) -> str:
        """What Slack calls a block or an element that its app left without a name."""
        return "".join(self._dice.choices(_BLOCK_ALPHABET, k=5))

    def number(self) -> str:
        return self._number(13)

    def pick(self, count: int) -> int:
        """One of `count` places, for whatever Slack does at random."""
        return self._dice.randrange(count)

    def _letters(self, count: int) -> str:
        return "".join(self._dice.choices(_ALPHABET, k=count))

    def _number(self, count: int) -> str:
        return str(self._dice.randrange(10 ** (count - 1), 10**count))
