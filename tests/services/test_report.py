"""What a coordinator reads of their programme: every number with the people and check-ins it is counted of."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from time import perf_counter

import pytest

from bot.domain.checkin import Outcome
from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.pairing import PairingState
from bot.domain.refusals import Refusal, Refused
from bot.domain.report_showings import Report
from bot.domain.sayings import Reader
from bot.services.report import report
from storage import pairing as pairings
from storage.session import Database
from tests.services.history import Heard, add_checkins, add_notice, pairings_of, seats_of
from tests.services.office import Office

BEGIN = datetime(2026, 10, 31, 23, tzinfo=UTC)  # 1 November in Berlin
END = datetime(2026, 11, 30, 23, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
IN = datetime(2026, 11, 10, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
QUIET = [Heard(delivered=IN), Heard(delivered=IN)]
NOTHING = Report(
    reader=Reader(language="en-GB", zone="Europe/Berlin"),
    programme="Mentors 2026",
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    pairings=((PairingState.ACCEPTED, 1), (PairingState.ACTIVE, 2)),
    checkins=0,
    prompts=0,
    answered=0,
    met=0,
    median_hours=None,
    reminders=0,
    reminded=0,
    undeliverable=0,
)


@pytest.fixture
def office(database: Database) -> Office:
    """Three pairings: Ana and Ben, Cyd and Dee, and Maria, who runs the programme, with Eve."""
    office = Office(database)
    started = "2026-01-31"
    office.bring_in(f"mentor,mentee,started\nU0ANA,U0BEN,{started}\nU0CYD,U0DEE,{started}\nU0MARIA,U0EVE,\n")
    return office


def read(office: Office, text: str = "2026-11-01..2026-11-30", by: str = "U0MARIA") -> Report:
    with office.database.read(office.workspace) as session:
        shown = report(session, office.caller(by), office.turn, text=text)
    assert isinstance(shown, Report)
    return shown


def test_a_programme_in_which_nothing_has_happened(office: Office) -> None:
    assert read(office) == NOTHING


def test_what_was_asked_and_answered_is_counted(office: Office) -> None:
    met = Heard(delivered=IN, answered=IN + HOUR, outcome=Outcome.MET)
    both_met = [met, replace(met, answered=IN + 4 * HOUR)]
    one_late = [Heard(delivered=IN, answered=END + 5 * HOUR, outcome=Outcome.NOT_YET), Heard(delivered=IN)]
    before_asked = [Heard(answered=IN, outcome=Outcome.BOOKED), Heard()]
    words_only = [Heard(delivered=IN, answered=IN + 2 * HOUR), Heard(delivered=IN, answered=IN - HOUR)]
    with office.database.write(office.workspace) as session:
        ana_ben, cyd_dee, _ = pairings_of(session)
        add_checkins(
            session,
            office,
            [
                (ana_ben, 1, IN, both_met),
                (ana_ben, 2, IN, one_late),
                (cyd_dee, 1, IN, before_asked),
                (cyd_dee, 2, IN, words_only),
            ],
        )

    assert read(office) == replace(NOTHING, checkins=4, prompts=7, answered=6, met=1, median_hours=3.0)


def test_a_check_in_belongs_to_the_day_on_which_it_opened(office: Office) -> None:
    openings = [BEGIN - MOMENT, BEGIN, END - MOMENT, END, None]
    with office.database.write(office.workspace) as session:
        ana_ben, *_ = pairings_of(session)
        add_checkins(session, office, [(ana_ben, n, at, QUIET) for n, at in enumerate(openings)])

    assert read(office) == replace(NOTHING, checkins=2, prompts=4)


def test_reminders_are_counted_with_the_questions_that_they_were_about(office: Office) -> None:
    """Whenever they were sent: so that the number of questions is what they are counted of."""
    with office.database.write(office.workspace) as session:
        ana_ben, *_ = pairings_of(session)
        _before, *asked = add_checkins(
            session, office, [(ana_ben, 1, BEGIN - MOMENT, QUIET[:1]), (ana_ben, 2, IN, QUIET)]
        )
        for question, state in (
            (_before, NoticeState.SENT),
            (asked[0], NoticeState.SENT),
            (asked[0], NoticeState.SENT),
            (asked[1], NoticeState.DROPPED),
        ):
            add_notice(session, office, NoticeKind.REMINDER, state, END, pairing=ana_ben, subject=question)
        add_notice(session, office, NoticeKind.PROMPT, NoticeState.SENT, IN, pairing=ana_ben, subject=asked[1])

    assert read(office) == replace(NOTHING, checkins=1, prompts=2, reminders=2, reminded=1)


def test_what_could_not_be_delivered_is_counted_when_it_was_due(office: Office) -> None:
    with office.database.write(office.workspace) as session:
        ana_ben, *_ = pairings_of(session)
        ben, _ana = seats_of(session, ana_ben)
        for due in (BEGIN - MOMENT, BEGIN, END - MOMENT, END):
            add_notice(session, office, NoticeKind.PROMPT, NoticeState.UNDELIVERABLE, due, pairing=ana_ben, member=ben)
            add_notice(session, office, NoticeKind.FIRST_WORD, NoticeState.UNDELIVERABLE, due, member=ben)
        add_notice(session, office, NoticeKind.FIRST_WORD, NoticeState.SENT, IN, member=ben)

    assert read(office) == replace(NOTHING, undeliverable=4)


def test_a_coordinators_own_pairing_shows_its_state_and_nothing_else(office: Office) -> None:
    heard = [Heard(delivered=IN, answered=IN + HOUR, outcome=Outcome.MET)] * 2
    with office.database.write(office.workspace) as session:
        *_, maria_eve = pairings_of(session)
        asked, _ = add_checkins(session, office, [(maria_eve, 1, IN, heard)])
        add_notice(session, office, NoticeKind.REMINDER, NoticeState.SENT, IN, pairing=maria_eve, subject=asked)
        add_notice(session, office, NoticeKind.PROMPT, NoticeState.UNDELIVERABLE, IN, pairing=maria_eve)

    assert read(office) == NOTHING
    assert read(office, by="U0BRUNO") == replace(
        NOTHING, checkins=1, prompts=2, answered=2, met=1, median_hours=1.0, reminders=1, reminded=1, undeliverable=1
    )


def test_another_programmes_numbers_stay_there(office: Office) -> None:
    office.bring_in("mentor,mentee\nU0FAY,U0GUS\n", programme="Science")
    with office.database.write(office.workspace) as session:
        fay_gus = pairings_of(session)[-1]
        gus, _fay = seats_of(session, fay_gus)
        asked, _ = add_checkins(session, office, [(fay_gus, 1, IN, QUIET)])
        add_notice(session, office, NoticeKind.REMINDER, NoticeState.SENT, IN, pairing=fay_gus, subject=asked)
        add_notice(session, office, NoticeKind.FIRST_WORD, NoticeState.UNDELIVERABLE, IN, member=gus)

    assert read(office, "Mentors 2026 2026-11-01..2026-11-30") == NOTHING
    assert read(office, "science 2026-11-01..2026-11-30") == replace(
        NOTHING,
        programme="Science",
        pairings=((PairingState.ACCEPTED, 1),),
        checkins=1,
        prompts=2,
        reminders=1,
        reminded=1,
        undeliverable=1,
    )


def test_pairings_are_listed_in_the_order_of_their_lives(office: Office) -> None:
    with office.database.write(office.workspace) as session:
        first, second, third = pairings_of(session)
        for pairing, state in (
            (first, PairingState.ENDED),
            (second, PairingState.PAUSED),
            (third, PairingState.INTRODUCED),
        ):
            pairings.change(session, pairing, state=state)

    assert read(office).pairings == (
        (PairingState.INTRODUCED, 1),
        (PairingState.PAUSED, 1),
        (PairingState.ENDED, 1),
    )


def test_days_are_the_coordinators_own(office: Office) -> None:
    late_evening = replace(office.turn, now=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    with office.database.read(office.workspace) as session:
        shown = report(session, office.caller("U0MARIA"), late_evening, text="1 day")

    assert isinstance(shown, Report)
    assert (shown.first, shown.last) == (date(2026, 11, 23), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "by", "refusal"),
    [
        ("", "U0ANA", Refusal.NOT_A_COORDINATOR),
        ("", "U0NOBODY", Refusal.NOT_A_MEMBER),
        ("some day", "U0MARIA", Refusal.PERIOD_UNCLEAR),
        ("0001-01-01..2026-01-01", "U0MARIA", Refusal.PERIOD_UNCLEAR),
        ("2026-01-01..9999-12-31", "U0MARIA", Refusal.PERIOD_UNCLEAR),
    ],
)
def test_a_report_that_cannot_be_made_is_refused(office: Office, text: str, by: str, refusal: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        read(office, text, by)

    assert refused.value.refusal is refusal


def test_a_large_programme_is_counted_while_somebody_waits(office: Office) -> None:
    """200 ms for 500 pairings and their check-ins of a year; ten times that here, where others run beside it."""
    office.bring_in("mentor,mentee\n" + "".join(f"U0M{n},U0E{n}\n" for n in range(500)))
    with office.database.write(office.workspace) as session:
        heard = [Heard(delivered=IN, answered=IN + HOUR, outcome=Outcome.MET)] * 2
        new = pairings_of(session)[3:]
        add_checkins(session, office, [(pairing, n, IN, heard) for pairing in new for n in range(12)])

    began = perf_counter()
    shown = read(office)
    took = perf_counter() - began

    assert (shown.checkins, shown.answered, shown.met, shown.median_hours) == (6000, 12_000, 6000, 1.0)
    assert took < 2
