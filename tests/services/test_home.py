"""Home as values, and for whom it is kept right."""

from datetime import timedelta
from functools import partial

from bot.domain.case import Rule
from bot.domain.case_sayings import Standing
from bot.domain.checkin import Outcome
from bot.domain.showings import Duties, Overview
from bot.services import cases, checkin, checkin_form, concerns, home
from storage import home as homes
from tests.services.brought import ask_for_help, bring
from tests.services.refusals import refusal
from tests.services.running import Running

MARIA, BRUNO, ANA, BEN = "U0MARIA", "U0BRUNO", "U0ANA", "U0BEN"
A_MINUTE = timedelta(minutes=1)


def lagging(running: Running, after: timedelta = A_MINUTE) -> list[str]:
    """Whose Home would be shown anew then."""
    with running.database.read(running.office.workspace) as session:
        return [each.person for each in homes.lagging(session, running.now + after, 50)]


def test_a_stranger_has_nothing_of_their_own(introduced: Running) -> None:
    shown = introduced.does("U0NOBODY", home.home)

    assert (shown.overview.pairings, shown.overview.hours, shown.cases, shown.reports, shown.stands) == (
        (),
        None,
        (),
        (),
        (),
    )


def test_a_member_sees_their_pairings_and_what_they_asked(introduced: Running) -> None:
    ask_for_help(introduced, MARIA)

    shown = introduced.does(BEN, home.home)

    assert [pairing.partners for pairing in shown.overview.pairings] == [("Ana",)]
    assert [each.standing for each in shown.stands] == [Standing.SENT]
    assert (shown.cases, shown.reports) == ((), ())
    assert introduced.does(ANA, home.home).stands == ()


def test_a_coordinator_sees_the_queue_and_each_programmes_numbers(introduced: Running) -> None:
    case = bring(introduced)

    shown = introduced.does(MARIA, home.home)

    assert [row.case for row in shown.cases] == [case]
    assert [report.programme for report in shown.reports] == ["Mentors 2026"]


def test_only_an_opened_home_is_kept_right(asked: Running) -> None:
    asked.does(BEN, home.opened)
    assert lagging(asked) == []

    for person in (ANA, BEN):
        asked.does(person, checkin.answer, asked.prompt_id(person), Outcome.MET)
    asked.settle()

    assert lagging(asked, timedelta(0)) == []
    assert lagging(asked) == [BEN]


def test_opening_it_again_shows_what_lagged(asked: Running) -> None:
    asked.does(BEN, home.opened)
    asked.does(BEN, checkin.answer, asked.prompt_id(BEN), Outcome.MET)
    asked.settle()

    asked.does(BEN, home.opened)

    assert lagging(asked, timedelta(hours=1)) == []


def test_strangers_are_not_remembered(introduced: Running) -> None:
    introduced.does("U0NOBODY", home.opened)

    assert lagging(introduced, timedelta(days=1)) == []


def test_a_case_shows_on_the_homes_of_those_who_may_hear_of_it(introduced: Running) -> None:
    for person in (MARIA, BRUNO, ANA, BEN):
        introduced.does(person, home.opened)
    case = bring(introduced, rule=Rule.NEVER_MET)
    assert MARIA in lagging(introduced)
    assert BRUNO not in lagging(introduced)
    introduced.does(MARIA, home.opened)

    introduced.does(MARIA, cases.take, case)

    assert {MARIA, BRUNO} <= set(lagging(introduced))


def test_a_concern_shows_on_its_authors_home_and_on_no_others(introduced: Running) -> None:
    for person in (MARIA, BRUNO, ANA, BEN):
        introduced.does(person, home.opened)

    ask_for_help(introduced, MARIA)

    assert sorted(lagging(introduced)) == sorted([MARIA, BEN])


def test_a_coordinator_without_a_pairing_is_shown_what_there_is_to_do(introduced: Running) -> None:
    case = bring(introduced)

    duties = introduced.does(MARIA, home.mine)
    ana = introduced.does(ANA, home.mine)

    assert isinstance(duties, Duties)
    assert [row.case for row in duties.cases] == [case]
    assert [each.programme for each in duties.reports] == ["Mentors 2026"]
    assert isinstance(ana, Overview)
    assert isinstance(introduced.does("U0NOBODY", home.mine), Overview)


def test_a_coordinator_is_not_sent_to_the_coordinator(introduced: Running) -> None:
    acts = (partial(concerns.form, pairing=None), checkin_form.checkin_now)

    assert [refusal(partial(introduced.does, MARIA, act)) for act in acts] == ["no_pairing_of_own"] * 2
