"""What waits for a coordinator, and one case by its code: never of a pairing in which they sit."""

from functools import partial

from bot.domain.case import CaseState, Rule
from bot.services import cases, queue
from storage.session import Database
from tests.services.brought import ask_for_help, bring, record
from tests.services.refusals import refusal
from tests.services.running import Running

MARIA, BRUNO, ANA = "U0MARIA", "U0BRUNO", "U0ANA"


def test_the_oldest_comes_first_and_what_is_resolved_goes(introduced: Running) -> None:
    first = bring(introduced, "one")
    introduced.until("2026-11-25 12:00")
    second = bring(introduced, "two", rule=Rule.GONE)
    introduced.until("2026-11-26 12:00")
    third = bring(introduced, "three", rule=Rule.GONE)
    introduced.does(MARIA, cases.take, second)
    introduced.does(MARIA, cases.resolve, third)

    rows = introduced.does(MARIA, queue.waiting).cases

    assert [(row.case, row.rule, row.state, row.owner) for row in rows] == [
        (first, Rule.SILENT_BOTH, CaseState.OPEN, ""),
        (second, Rule.GONE, CaseState.TAKEN, "Maria"),
    ]
    assert {row.people for row in rows} == {("Ana", "Ben")}


def test_a_private_one_shows_no_names_and_only_to_its_readers(introduced: Running) -> None:
    ask_for_help(introduced, BRUNO)

    assert introduced.does(MARIA, queue.waiting).cases == ()
    assert [(row.people, row.private) for row in introduced.does(BRUNO, queue.waiting).cases] == [((), True)]


def test_members_have_no_queue(introduced: Running) -> None:
    assert refusal(lambda: introduced.does(ANA, queue.waiting)) == "not_a_coordinator"


def test_a_code_is_found_however_it_is_typed_and_only_by_its_hearers(introduced: Running) -> None:
    case = bring(introduced)
    code = record(introduced, case).code

    assert introduced.does(MARIA, queue.show_code, f" {code.lower()} ").card.case == case
    assert introduced.does(BRUNO, queue.show, case).card.code == code
    for person in (ANA, "U0BEN"):
        assert refusal(partial(introduced.does, person, queue.show_code, code)) == "case_unknown"
        assert refusal(partial(introduced.does, person, queue.show, case)) == "case_unknown"
    assert refusal(lambda: introduced.does(MARIA, queue.show_code, "22222")) == "case_unknown"


def test_a_coordinator_who_sits_in_a_pairing_never_sees_its_cases(database: Database) -> None:
    running = Running(database, "mentor,mentee\nU0MARIA,U0BEN\n").until("2026-11-24 12:00")
    case = bring(running)

    assert running.does(MARIA, queue.waiting).cases == ()
    assert refusal(lambda: running.does(MARIA, queue.show, case)) == "case_unknown"
    assert refusal(lambda: running.does(MARIA, cases.take, case)) == "case_unknown"
    assert [row.case for row in running.does(BRUNO, queue.waiting).cases] == [case]
