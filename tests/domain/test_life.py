"""The lives: every state has its row, every row leads somewhere that is in the table, and an end is an end."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import case, checkin, notice, pairing, participant
from bot.domain.life import IllegalStep, Life, after

LIVES: list[tuple[type[StrEnum], type[StrEnum], Life[StrEnum, StrEnum]]] = [
    (pairing.PairingState, pairing.PairingStep, pairing.LIFE),  # type: ignore[list-item]  # each of its own enums
    (case.CaseState, case.CaseStep, case.LIFE),  # type: ignore[list-item]  # as above
    (checkin.CheckinState, checkin.CheckinStep, checkin.LIFE),  # type: ignore[list-item]  # as above
    (notice.NoticeState, notice.NoticeStep, notice.LIFE),  # type: ignore[list-item]  # as above
    (participant.ParticipantState, participant.ParticipantStep, participant.LIFE),  # type: ignore[list-item]  # as above
]
ENDS = {
    case.CaseState: set(),
    pairing.PairingState: pairing.OVER,
    checkin.CheckinState: {checkin.CheckinState.CLOSED, checkin.CheckinState.SKIPPED},
    notice.NoticeState: {
        notice.NoticeState.SENT,
        notice.NoticeState.DROPPED,
    },
    participant.ParticipantState: set(),
}


@pytest.mark.parametrize(("states", "steps", "life"), LIVES)
def test_every_state_has_its_row_and_every_step_is_taken_somewhere(
    states: type[StrEnum], steps: type[StrEnum], life: Life[StrEnum, StrEnum]
) -> None:
    assert list(life) == [state for state in life if state in states]
    assert set(life) == set(states)
    assert {step for row in life.values() for step in row} == set(steps)


@pytest.mark.parametrize(("states", "steps", "life"), LIVES)
def test_only_what_is_over_has_an_empty_row(
    states: type[StrEnum], steps: type[StrEnum], life: Life[StrEnum, StrEnum]
) -> None:
    assert {state for state, row in life.items() if not row} == ENDS[states]


@pytest.mark.parametrize(("states", "steps", "life"), LIVES)
def test_every_state_but_the_first_can_be_reached(
    states: type[StrEnum], steps: type[StrEnum], life: Life[StrEnum, StrEnum]
) -> None:
    first = next(iter(states))
    reached, seen = {first}, set[StrEnum]()
    while reached - seen:
        state = (reached - seen).pop()
        seen.add(state)
        reached |= set(life[state].values())

    assert seen == set(states)


@given(st.sampled_from(sorted(pairing.OVER)), st.lists(st.sampled_from(pairing.PairingStep), min_size=1, max_size=20))
def test_an_ended_pairing_stays_ended_under_any_steps(
    state: pairing.PairingState, steps: list[pairing.PairingStep]
) -> None:
    for step in steps:
        with pytest.raises(IllegalStep):
            after(pairing.LIFE, state, step)


@given(st.lists(st.sampled_from(pairing.PairingStep), max_size=30))
def test_what_was_withdrawn_or_ended_never_runs_again(steps: list[pairing.PairingStep]) -> None:
    state, been_over = pairing.PairingState.DRAFT, False
    for step in steps:
        if step in pairing.LIFE[state]:
            state = after(pairing.LIFE, state, step)
        been_over = been_over or state in pairing.OVER
        assert not (been_over and state not in pairing.OVER)


def test_an_illegal_step_says_what_was_tried_and_where() -> None:
    with pytest.raises(IllegalStep, match=r"^begin from ended$") as raised:
        after(pairing.LIFE, pairing.PairingState.ENDED, pairing.PairingStep.BEGIN)

    assert (raised.value.step, raised.value.state) == (pairing.PairingStep.BEGIN, pairing.PairingState.ENDED)
