"""What coordinators do with a case, who may, and what is written down of it."""

from functools import partial

import pytest
from sqlalchemy import select

from bot.domain.case import CaseState, Rule
from bot.services import cases, fates
from storage.moments import next_of
from storage.tables import Audit, Step, table_of
from tests.services.brought import KEY, bring, cards, record, stands
from tests.services.refusals import refusal
from tests.services.running import Running, member_id

MARIA, BRUNO = "U0MARIA", "U0BRUNO"
AUDIT, STEP = table_of(Audit), table_of(Step)


def test_of_two_who_take_it_one_owns_it_and_the_other_is_told_who(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.take, case)

    with pytest.raises(Exception, match="case_taken") as refused:
        introduced.does(BRUNO, cases.take, case)

    assert getattr(refused.value, "words", ()) == ("Maria",)
    assert stands(introduced, case) == (CaseState.TAKEN, MARIA)


def test_a_second_click_of_its_owner_changes_nothing(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.take, case)
    before = record(introduced, case)

    introduced.does(MARIA, cases.take, case)

    assert record(introduced, case) == before


def test_who_is_no_hearer_learns_nothing_of_it(introduced: Running) -> None:
    case = bring(introduced)

    for act in (cases.take, cases.snooze, cases.resolve):
        for person in ("U0ANA", "U0BEN"):
            assert refusal(partial(introduced.does, person, act, case)) == "case_unknown"
        assert refusal(partial(introduced.does, "U0NOBODY", act, case)) == "not_a_member"
    assert stands(introduced, case) == (CaseState.OPEN, "")


def test_after_it_is_resolved_nothing_can_be_done_with_it(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(BRUNO, cases.resolve, case)

    for act in (cases.take, cases.snooze, cases.resolve):
        assert refusal(partial(introduced.does, MARIA, act, case)) == "case_over"
    assert stands(introduced, case) == (CaseState.RESOLVED, BRUNO)


def test_every_step_is_written_down_and_on_record_with_who_took_it(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.take, case)
    introduced.does(MARIA, cases.snooze, case)
    introduced.does(BRUNO, cases.resolve, case, member_id(introduced, MARIA))

    with introduced.database.read(introduced.office.workspace) as session:
        steps = session.execute(select(STEP.c.step).where(STEP.c.subject_id == case).order_by(STEP.c.id)).all()
        audited = session.execute(select(AUDIT.c.act, AUDIT.c.member_id).where(AUDIT.c.subject_id == case)).all()
    assert [row.step for row in steps] == ["take", "snooze", "resolve"]
    assert sorted((row.act, row.member_id) for row in audited) == sorted(
        [
            ("take", introduced.member(MARIA).id),
            ("snooze", introduced.member(MARIA).id),
            ("resolve", introduced.member(BRUNO).id),
        ]
    )


def test_a_case_of_one_key_is_one_case_that_counts_its_openings(introduced: Running) -> None:
    case = bring(introduced)
    assert bring(introduced) == case
    introduced.does(MARIA, cases.resolve, case)

    assert bring(introduced, KEY) == case

    found = record(introduced, case)
    assert (found.state, found.opening, found.owner_id, found.resolved_at) == (CaseState.OPEN, 2, None, None)
    assert len(cards(introduced, MARIA)) == 2


def test_no_two_cases_have_one_code(introduced: Running) -> None:
    found = [record(introduced, bring(introduced, f"a pairing:{n}")).code for n in range(5)]

    assert len(set(found)) == 5
    assert found != sorted(found)


def test_snoozing_again_moves_the_day(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.snooze, case)
    first = record(introduced, case).snoozed_until
    introduced.until("2026-11-25 12:00")

    introduced.does(BRUNO, cases.snooze, case, member_id(introduced, MARIA))

    assert first is not None
    again = record(introduced, case).snoozed_until
    assert again is not None
    assert again > first
    assert stands(introduced, case) == (CaseState.SNOOZED, BRUNO)


def test_a_case_opened_at_night_is_told_in_the_readers_morning(introduced: Running) -> None:
    introduced.until("2026-11-24 20:00")
    bring(introduced)
    assert cards(introduced, MARIA) == []

    introduced.until("2026-11-25 08:01")

    assert [card.rule for card in cards(introduced, MARIA)] == [Rule.SILENT_BOTH]


def test_a_coordinator_who_went_is_passed_over_at_once(introduced: Running) -> None:
    introduced.write(fates.unreachable, member_id(introduced, MARIA))

    bring(introduced)

    assert cards(introduced, MARIA) == []
    assert len(cards(introduced, BRUNO)) == 1
    assert cards(introduced, BRUNO)[0].before == ()


def test_a_case_that_fails_alone_waits_an_hour(introduced: Running) -> None:
    case = bring(introduced)

    introduced.write(cases.set_aside, case, ValueError("broken"))

    with introduced.database.read() as session:
        assert next_of(session, {"look": cases.NEXT_DUE})["look"] == introduced.now + cases.SET_ASIDE
