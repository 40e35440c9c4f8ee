"""Whose turn a case is, when the next one hears of it, and when it comes back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case import (
    ALPHABET,
    LIFE,
    CaseChange,
    CaseFacts,
    CaseState,
    CaseStep,
    Exhaust,
    Hearer,
    Rule,
    StepCase,
    Tell,
    code_from,
    next_of_case,
    snoozed_until,
)
from bot.domain.ids import CaseId, MemberId
from tests.builders import hours, utc

MARIA: Final = MemberId(UUID(int=1))
TOM: Final = MemberId(UUID(int=2))
THURSDAY: Final = utc("2026-10-01 09:30")
SOON: Final = utc("2026-10-02 09:30")


def hearer(member: MemberId, **more: Any) -> Hearer:
    return Hearer(member=member, **{"hours": hours(), "reachable": True, **more})


def case(**more: Any) -> CaseFacts:
    """Opened on Thursday and told to nobody yet."""
    values: dict[str, Any] = {
        "id": CaseId(UUID(int=9)),
        "rule": Rule.SILENT_BOTH,
        "state": CaseState.OPEN,
        "told": 0,
        "stepped_at": THURSDAY,
        "owner": None,
        "snoozed_until": None,
        "climbing": True,
        "exhausted": False,
        "hearers": (hearer(MARIA), hearer(TOM)),
    }
    return CaseFacts(**{**values, **more})


def told(n: int, **more: Any) -> CaseFacts:
    return case(told=n, **more)


@pytest.mark.parametrize(
    ("facts", "now", "change", "again"),
    [
        pytest.param(case(), THURSDAY, Tell(index=0), None, id="the first hears at once"),
        pytest.param(told(1), THURSDAY, None, utc("2026-10-06 10:00"), id="the next after three working days"),
        pytest.param(told(1), utc("2026-10-06 09:59"), None, utc("2026-10-06 10:00"), id="and not a minute earlier"),
        pytest.param(told(1), utc("2026-10-06 10:00"), Tell(index=1), None, id="then the backup"),
        pytest.param(
            told(1, rule=Rule.CONCERN), SOON, None, utc("2026-10-02 10:00"), id="a concern waits one working day"
        ),
        pytest.param(
            told(1, hearers=(hearer(MARIA, coming_at=utc("2026-10-05 09:00")), hearer(TOM))),
            THURSDAY,
            None,
            utc("2026-10-05 09:00"),
            id="nobody is late who has not heard yet",
        ),
        pytest.param(
            told(1, hearers=(hearer(MARIA, coming_at=THURSDAY), hearer(TOM))),
            utc("2026-10-20 10:00"),
            None,
            utc("2026-10-20 11:00"),
            id="nor while we were out",
        ),
        pytest.param(told(2), utc("2026-10-06 10:00"), Exhaust(), None, id="nobody is left"),
        pytest.param(told(2, exhausted=True), utc("2026-10-06 10:00"), None, None, id="nobody is left, as is known"),
        pytest.param(told(1, climbing=False), utc("2026-12-01 10:00"), None, None, id="a meeting ended the climb"),
        pytest.param(case(climbing=False), THURSDAY, Tell(index=0), None, id="ended before anybody heard"),
        pytest.param(case(hearers=()), THURSDAY, Exhaust(), None, id="there is nobody at all"),
        pytest.param(
            case(hearers=(hearer(MARIA, reachable=False), hearer(TOM))),
            THURSDAY,
            Tell(index=1),
            None,
            id="whoever cannot be reached is passed over at once",
        ),
        pytest.param(
            told(1, hearers=(hearer(MARIA, reachable=False), hearer(TOM))),
            SOON,
            Tell(index=1),
            None,
            id="also when they were told before they went",
        ),
        pytest.param(
            told(1, hearers=(hearer(MARIA, hours=hours(holidays=["2026-10-02", "2026-10-05"])), hearer(TOM))),
            THURSDAY,
            None,
            utc("2026-10-08 10:00"),
            id="holidays of the hearer do not count",
        ),
        pytest.param(
            case(state=CaseState.TAKEN, owner=MARIA, told=1),
            SOON,
            None,
            utc("2026-10-08 10:00"),
            id="taken: five working days without a step",
        ),
        pytest.param(
            case(state=CaseState.TAKEN, owner=MARIA, told=1),
            utc("2026-10-08 10:00"),
            StepCase(step=CaseStep.EXPIRE),
            None,
            id="then it is open again",
        ),
        pytest.param(
            case(state=CaseState.TAKEN, owner=MARIA, told=1, hearers=(hearer(MARIA, reachable=False), hearer(TOM))),
            SOON,
            StepCase(step=CaseStep.EXPIRE),
            None,
            id="at once when its owner cannot be reached any more",
        ),
        pytest.param(
            case(state=CaseState.SNOOZED, owner=MARIA, snoozed_until=SOON), THURSDAY, None, SOON, id="snoozed"
        ),
        pytest.param(
            case(state=CaseState.SNOOZED, owner=MARIA, snoozed_until=SOON),
            SOON,
            StepCase(step=CaseStep.WAKE),
            None,
            id="awake",
        ),
        pytest.param(case(state=CaseState.RESOLVED), utc("2027-10-01 09:00"), None, None, id="resolved"),
    ],
)
def test_what_is_due_for_a_case(
    facts: CaseFacts, now: datetime, change: CaseChange | None, again: datetime | None
) -> None:
    assert next_of_case(facts, now) == (change, again)


@given(
    reachable=st.lists(st.booleans(), max_size=4),
    rule=st.sampled_from(Rule),
    waits=st.lists(st.integers(0, 400), max_size=12),
)
def test_everybody_reachable_hears_once_in_order_and_then_it_rests(
    reachable: Sequence[bool], rule: Rule, waits: Sequence[int]
) -> None:
    hearers = tuple(hearer(MemberId(UUID(int=n)), reachable=each) for n, each in enumerate(reachable))
    facts, now, heard = case(rule=rule, hearers=hearers), THURSDAY, []
    for _ in range(20):
        change, again = next_of_case(facts, now)
        if isinstance(change, Tell):
            heard.append(change.index)
            facts = replace(facts, told=change.index + 1, stepped_at=now)
        elif isinstance(change, Exhaust):
            facts = replace(facts, exhausted=True)
        elif again is None:
            break
        else:
            assert again > now
            now = again

    assert heard == [n for n, each in enumerate(reachable) if each]
    assert facts.exhausted


def test_only_a_new_reason_leads_out_of_resolved() -> None:
    assert LIFE[CaseState.RESOLVED] == {CaseStep.REOPEN: CaseState.OPEN}


def test_a_snooze_is_three_working_days_of_whoever_pressed() -> None:
    assert snoozed_until(hours(), THURSDAY) == utc("2026-10-06 10:00")
    assert snoozed_until(hours(days=(0, 3), weekday=0), THURSDAY) == utc("2026-10-12 10:00")


@given(st.integers(0, 2**60))
def test_a_code_can_be_read_aloud(dice: int) -> None:
    code = code_from(dice)

    assert len(code) == 5
    assert set(code) <= set(ALPHABET)
    assert not set(code) & set("01IO")


def test_codes_in_a_row_do_not_look_it() -> None:
    assert code_from(1) != code_from(2)
    assert code_from(0) == "22222"
