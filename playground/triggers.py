"""Trigger ids: a short leave to open a view for the person who just did something."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from playground.clock import Clock
from playground.ids import Ids
from playground.refusals import Refused

LIFE: Final = timedelta(seconds=3)
"""https://docs.slack.dev/interactivity/handling-user-interaction"""


@dataclass
class _Trigger:
    person: str
    given: datetime
    used: bool = False


class Triggers:
    """Each good for one view, within three seconds."""

    def __init__(self, *, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._given: dict[str, _Trigger] = {}

    def give(self, person: str) -> str:
        trigger = self._ids.trigger()
        self._given[trigger] = _Trigger(person, self._clock.now())
        return trigger

    def redeem(self, trigger: str) -> str:
        """The person it was given for. Errors: https://docs.slack.dev/reference/methods/views.open"""
        known = self._given.get(trigger)
        if known is None:
            raise Refused("invalid_trigger_id")
        if known.used:
            raise Refused("exchanged_trigger_id")
        if self._clock.now() - known.given > LIFE:
            raise Refused("expired_trigger_id")
        known.used = True
        return known.person
