"""What a life is: for each state, the steps that leave it and where they lead."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

State = TypeVar("State", bound=StrEnum)
Step = TypeVar("Step", bound=StrEnum)
Life = Mapping[State, Mapping[Step, State]]


class IllegalStep(Exception):
    """A step was tried that its state does not know; names both."""

    def __init__(self, step: StrEnum, state: StrEnum) -> None:
        super().__init__(f"{step.value} from {state.value}")
        self.step = step
        self.state = state


def after(life: Life[State, Step], state: State, step: Step) -> State:
    """The state that follows; raises IllegalStep."""
    try:
        return life[state][step]
    except KeyError:
        raise IllegalStep(step, state) from None
