"""What may be said now, to whom, together with what; on both engines."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.domain.checkin import Meeting, Outcome
from bot.domain.ids import MemberId, MessageId
from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.turn import Turn
from bot.services import checkin, delivery, introduction, pause, repainting
from storage import notice as notices
from storage.checkin import PromptRecord
from storage.notice import ToSay
from storage.session import Database, Session
from storage.tables import Member, Message, table_of
from tests.services.running import Running

TWO = "mentor,mentee\nU0ANA,U0BEN\nU0ANA,U0CARLA\n"


def _names(running: Running, person: str) -> list[str]:
    return [
        f"{each.at:%d %b %H:%M} {'+'.join(type(saying).__name__ for saying in each.sayings)}"
        for each in running.told_to(person)
    ]


def test_all_rows_of_one_person_meet_in_one_message_a_day(database: Database) -> None:
    running = Running(database, TWO).until("2027-01-10 00:00")

    assert _names(running, "U0ANA") == [
        "23 Nov 12:00 FirstWord",
        "01 Dec 09:00 FirstMeeting+FirstMeeting",
        "29 Dec 09:00 Prompt+Prompt",
        "30 Dec 09:00 Prompt+Prompt",
        "04 Jan 09:00 Prompt+Prompt",
    ]


def test_nobody_has_two_unasked_messages_on_a_day(asked: Running) -> None:
    """A reminder that is due although the prompt came today waits for the person's next hour."""
    asked.write(_due_now, NoticeKind.REMINDER, *_of_ana(asked))

    assert asked.plans() == ()
    assert [row.not_before for row in asked.notices(NoticeKind.REMINDER)] == [asked.now.replace(day=30, hour=9)]


def test_nothing_is_said_outside_of_working_hours(database: Database) -> None:
    running = Running(database)
    running.now = running.now.replace(hour=20)
    running.settle()

    assert running.told == []
    running.until("2026-11-24 08:00")
    assert [each.at for each in running.told] == [running.now] * 4  # first words, and welcomes to coordinators


def test_what_comes_due_in_working_hours_and_late_waits_for_the_morning(introduced: Running) -> None:
    introduced.until("2026-12-29 08:59")
    introduced.now = introduced.now.replace(hour=20)
    introduced.settle()
    before = len(introduced.told)
    introduced.until("2026-12-30 08:00")

    assert before == 3 + 2 + 2  # greeted, introduced, asked of the first meeting; coordinators welcomed
    assert [f"{each.at:%a %d %b %H:%M}" for each in introduced.told[before:]] == ["Wed 30 Dec 08:00"] * 2


def test_a_pause_keeps_what_is_queued_until_it_is_over(introduced: Running) -> None:
    introduced.until("2026-12-29 08:00")
    assert [row.state for row in introduced.notices(NoticeKind.PROMPT)] == [NoticeState.QUEUED] * 2

    introduced.does("U0ANA", pause.ask_pause, "until 5 January")
    introduced.until("2026-12-29 12:00")

    assert {each.people for each in introduced.told[-1:]} == {("U0BEN",)}
    assert sorted(row.not_before for row in introduced.notices(NoticeKind.PROMPT))[1] == introduced.now.replace(
        year=2027, month=1, day=5, hour=9
    )


def test_what_is_for_somebody_who_cannot_be_reached_is_given_up(introduced: Running) -> None:
    introduced.until("2026-12-29 08:00")
    introduced.change(Member, reachable=False)
    introduced.until("2026-12-29 12:00")

    assert [(row.state, row.why) for row in introduced.notices(NoticeKind.PROMPT)] == [
        (NoticeState.UNDELIVERABLE, "unreachable")
    ] * 2


def test_one_message_at_a_time_is_on_its_way_to_a_person(asked: Running) -> None:
    asked.write(_due_now, NoticeKind.REMINDER, *_of_ana(asked))
    asked.now = asked.now.replace(day=30)
    asked.does("U0BEN", checkin.answer, asked.prompt_id("U0BEN"), Outcome.MET)
    flying = asked.plans()
    asked.write(_due_now, NoticeKind.PROMPT, *_of_ana(asked))

    assert [each.address.people for each in flying] == [("U0ANA",)]
    assert asked.plans() == ()


def test_what_is_no_longer_true_is_dropped_and_says_why(asked: Running) -> None:
    asked.until("2026-12-30 08:00")  # the reminders are queued
    asked.does("U0ANA", checkin.answer, asked.prompt_id("U0ANA"), Outcome.MET)
    asked.does("U0BEN", checkin.skip, asked.prompt_id("U0BEN"))
    asked.until("2026-12-30 12:00")

    whys = {row.member_id: (row.state, row.why) for row in asked.notices(NoticeKind.REMINDER)}
    assert whys == {
        asked.member("U0ANA").id: (NoticeState.DROPPED, "answered"),
        asked.member("U0BEN").id: (NoticeState.DROPPED, "skipped"),
    }


def test_a_reminder_that_an_outage_held_back_is_not_said_on_the_day_of_the_next(asked: Running) -> None:
    asked.until("2026-12-30 08:00")  # the first reminders are queued
    asked.now = asked.now.replace(year=2027, month=1, day=4, hour=8, minute=30)  # and said by nobody until the fourth
    late = asked.plans()
    asked.until("2027-01-04 12:00")

    assert late == ()
    assert [(row.nth, row.state, row.why) for row in asked.notices(NoticeKind.REMINDER)] == [
        (1, NoticeState.DROPPED, "a later reminder is on its way")
    ] * 2 + [(2, NoticeState.SENT, "")] * 2


def test_an_introduction_whose_hour_has_passed_is_given_another(database: Database) -> None:
    running = Running(database)
    running.settle()
    running.now += timedelta(days=3)
    running.until("2026-11-28 00:00")

    introductions = running.notices(NoticeKind.INTRODUCTION)
    assert [(row.state, row.why) for row in introductions] == [
        (NoticeState.DROPPED, "its hour has passed"),
        (NoticeState.SENT, ""),
    ]
    assert f"{running.told[-1].at:%a %H}" == "Fri 08"


def test_people_who_rest_are_held_back_and_everybody_else_is_not(introduced: Running) -> None:
    introduced.until("2026-12-29 08:59")
    introduced.now = introduced.now.replace(hour=9, minute=0)
    introduced.looks()

    plan = introduced.write(delivery.plan, 10, {"U0ANA"})

    assert [each.address.people for each in plan.messages] == [("U0BEN",)]
    assert plan.held


def test_a_plan_claims_no_more_than_it_may(introduced: Running) -> None:
    introduced.until("2026-12-29 08:59")
    introduced.now = introduced.now.replace(hour=9, minute=0)

    assert len(introduced.write(delivery.plan, 1).messages) == 1
    assert len(introduced.plans()) == 1
    assert introduced.plans() == ()


def test_what_is_claimed_is_leased_until_nobody_can_know(introduced: Running) -> None:
    introduced.until("2026-12-29 08:59")
    introduced.now = introduced.now.replace(hour=9, minute=0)
    introduced.plans()

    message = table_of(Message)
    with introduced.database.read() as session:
        leases = session.execute(select(message.c.lease_until).where(message.c.state == NoticeState.SENDING)).scalars()
        assert set(leases) == {introduced.now + timedelta(seconds=60)}


def test_a_message_painted_again_says_what_is_so_today(asked: Running) -> None:
    message = asked.notices(NoticeKind.PROMPT)[0]
    before = asked.write(repainting.again, MessageId(message.message_id))
    who = next(each for each in ("U0ANA", "U0BEN") if asked.member(each).id == message.member_id)
    asked.does(who, checkin.answer, asked.prompt_id(who), Outcome.BOOKED)

    after = asked.write(repainting.again, MessageId(message.message_id))

    assert before.sayings != after.sayings
    assert replace(after, sayings=()) == replace(before, sayings=())


def test_what_is_no_longer_true_takes_nobodys_place_in_a_plan(asked: Running) -> None:
    asked.until("2026-12-30 08:59")
    asked.now = asked.now.replace(hour=9, minute=0)
    while asked.looks():
        continue
    first = asked.notices(NoticeKind.REMINDER)[0].member_id
    answers, hears = sorted(("U0ANA", "U0BEN"), key=lambda each: asked.member(each).id != first)
    asked.does(answers, checkin.answer, asked.prompt_id(answers), Outcome.MET)

    planned = asked.write(delivery.plan, 1)

    assert [each.address.people for each in planned.messages] == [(hears,)]
    assert [each.state for each in asked.notices(NoticeKind.REMINDER)] == [NoticeState.DROPPED, NoticeState.SENDING]


def _due_now(session: Session, turn: Turn, kind: NoticeKind, member: MemberId, prompt: PromptRecord) -> None:
    """A further notice of that kind about Ana's prompt, due now: as if the rules had asked for it."""
    notice = ToSay(
        kind=kind,
        key=f"test:{kind}:{turn.now}",
        member=member,
        pairing=prompt.pairing_id,
        subject=prompt.id,
        not_before=turn.now,
        nth=1,
    )
    notices.queue(session, turn, [notice])


def _of_ana(running: Running) -> tuple[MemberId, PromptRecord]:
    return running.member("U0ANA").id, running.prompt("U0ANA")


def test_a_question_of_the_first_meeting_that_waits_is_not_asked_once_a_partner_has_said_yes(
    introduced: Running,
) -> None:
    introduced.until("2026-12-01 08:59")
    introduced.now = introduced.now.replace(hour=9, minute=0)
    while introduced.looks():
        continue
    assert {each.state for each in introduced.notices(NoticeKind.FIRST_MEETING)} == {NoticeState.QUEUED}

    introduced.does("U0BEN", introduction.say_of_meeting, introduced.pairings()[0], Meeting.PLANNED)
    introduced.settle()

    assert [each.state for each in introduced.notices(NoticeKind.FIRST_MEETING)] == [NoticeState.DROPPED] * 2
