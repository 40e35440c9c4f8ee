"""Answers to check-ins, on both engines."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from sqlalchemy import select

from bot.domain.checkin import About, Answered, Audience, CheckinState, Goal, Outcome
from bot.domain.ids import MemberId, PairingId, PromptId
from bot.domain.pairing import PairingState
from bot.domain.showings import PickCheckin, UpdateForm
from bot.services import checkin, checkin_form, introduction
from bot.services.checkin_form import Submitted
from storage.session import Database
from storage.tables import Checkin, Entry, EntryReader, Pairing, table_of
from tests.services.refusals import refusal
from tests.services.running import Running

NOBODYS = UUID(int=7)


def submitted(prompt: PromptId, *readers: MemberId, **texts: tuple[str, Audience]) -> Submitted:
    return Submitted(
        prompt=prompt, texts={About(name): each for name, each in texts.items()}, goal=None, readers=readers
    )


def test_what_cannot_be_answered_is_refused(asked: Running) -> None:
    mine = asked.prompt_id("U0ANA")
    long = submitted(mine, moved=("x" * 3001, Audience.ONLY_ME))
    acts: dict[str, Callable[[], object]] = {
        "stranger": partial(asked.does, "U0ZOE", checkin.answer, mine, Outcome.MET),
        "the partner's prompt": partial(asked.does, "U0BEN", checkin.answer, mine, Outcome.MET),
        "no prompt": partial(asked.does, "U0ANA", checkin.answer, PromptId(NOBODYS), Outcome.MET),
        "the partner's form": partial(asked.does, "U0BEN", checkin_form.form, mine),
        "the coordinator": partial(asked.does, "U0MARIA", checkin_form.form, mine),
        "rate": partial(asked.does, "U0BEN", checkin.rate, mine, 3),
        "later": partial(asked.does, "U0BEN", checkin.later, mine),
        "skip": partial(asked.does, "U0BEN", checkin.skip, mine),
        "unskip": partial(asked.does, "U0BEN", checkin.unskip, mine),
        "too long": partial(asked.does, "U0ANA", checkin_form.record_update, long),
        "no pairing": partial(asked.does, "U0MARIA", checkin_form.checkin_now),
        "no stranger's check-in": partial(asked.does, "U0ZOE", checkin_form.checkin_now),
        "another's pairing": partial(asked.does, "U0ANA", checkin_form.checkin_now, PairingId(NOBODYS)),
    }

    assert {name: refusal(act) for name, act in acts.items()} == {
        "stranger": "not_a_member",
        "the partner's prompt": "not_yours",
        "no prompt": "not_yours",
        "the partner's form": "not_yours",
        "the coordinator": "not_yours",
        "rate": "not_yours",
        "later": "not_yours",
        "skip": "not_yours",
        "unskip": "not_yours",
        "too long": "text_too_long moved",
        "no pairing": "no_pairing_of_own",
        "no stranger's check-in": "not_a_member",
        "another's pairing": "not_yours",
    }
    assert asked.prompt("U0ANA").update_id is None


def test_a_pairing_that_is_over_takes_no_answers(asked: Running) -> None:
    mine = asked.prompt_id("U0ANA")
    asked.does("U0BEN", introduction.end, asked.pairings()[0])

    acts = [partial(checkin.answer, prompt=mine, outcome=Outcome.MET), partial(checkin.later, prompt=mine)]

    assert [refusal(partial(asked.does, "U0ANA", act)) for act in acts] == ["pairing_over", "pairing_over"]


def test_one_click_is_a_complete_answer_and_another_changes_it(asked: Running) -> None:
    mine = asked.prompt_id("U0ANA")

    asked.does("U0ANA", checkin.answer, mine, Outcome.BOOKED)
    first = asked.prompt("U0ANA")
    asked.does("U0ANA", checkin.answer, mine, Outcome.MET)
    second = asked.prompt("U0ANA")

    assert (first.outcome, second.outcome) == (Outcome.BOOKED, Outcome.MET)
    assert first.update_id == second.update_id
    asked.until("2027-01-20 00:00")
    assert len(asked.told_to("U0ANA")) == 3  # greeted, asked of the first meeting, asked; never reminded


def test_a_skip_settles_the_prompt_until_it_is_taken_back(asked: Running) -> None:
    mine = asked.prompt_id("U0ANA")
    asked.does("U0ANA", checkin.skip, mine)
    asked.until("2026-12-30 12:00")
    assert len(asked.told_to("U0ANA")) == 3

    asked.does("U0ANA", checkin.unskip, mine)
    asked.until("2027-01-04 12:00")

    assert [saying.nth for saying in asked.told_to("U0ANA")[-1].sayings if hasattr(saying, "nth")] == [2]


def test_later_asks_again_two_working_days_on(asked: Running) -> None:
    asked.does("U0ANA", checkin.later, asked.prompt_id("U0ANA"))
    asked.until("2027-01-03 00:00")

    told = [f"{each.at:%a %d %b %H:%M}" for each in asked.told_to("U0ANA")]
    assert told[-1] == "Thu 31 Dec 09:00"
    assert "Wed 30 Dec 09:00" not in told


def test_a_check_in_says_how_it_closed(asked: Running) -> None:
    asked.does("U0ANA", checkin.answer, asked.prompt_id("U0ANA"), Outcome.MET)
    asked.until("2027-01-20 00:00")

    with asked.database.read() as session:
        rows = session.execute(select(table_of(Checkin).c.state, table_of(Checkin).c.answered)).all()
    assert [tuple(row) for row in rows] == [(CheckinState.CLOSED, Answered.SOME)]


def test_a_late_answer_belongs_to_the_check_in_that_closed(asked: Running) -> None:
    asked.until("2027-01-20 12:00")
    form = asked.does("U0ANA", checkin_form.checkin_now)
    assert isinstance(form, UpdateForm)

    saved = asked.does("U0ANA", checkin_form.record_update, submitted(form.prompt, moved=("Late", Audience.PARTNER)))

    assert (form.closed, saved.late, saved.shared) == (True, True, 1)
    asked.until("2027-01-21 12:00")
    assert [type(each).__name__ for each in asked.told_to("U0BEN")[-1].sayings] == ["Words"]
    assert f"{asked.told_to('U0BEN')[-1].at:%a %d %b %H:%M}" == "Thu 21 Jan 08:00"


def test_an_early_answer_makes_the_next_check_in_once(introduced: Running) -> None:
    first = introduced.does("U0ANA", checkin_form.checkin_now)
    second = introduced.does("U0BEN", checkin_form.checkin_now)
    assert isinstance(first, UpdateForm)
    assert isinstance(second, UpdateForm)

    introduced.does("U0ANA", checkin_form.record_update, submitted(first.prompt, moved=("Early", Audience.ONLY_ME)))
    introduced.until("2027-01-04 12:00")

    with introduced.database.read() as session:
        assert len(session.execute(select(table_of(Checkin).c.id)).all()) == 1
    prompts = [each for each in introduced.told if any(type(s).__name__ == "Prompt" for s in each.sayings)]
    assert {each.people for each in prompts} == {("U0BEN",)}


def test_whoever_has_several_pairings_is_asked_which(database: Database) -> None:
    running = Running(database, "mentor,mentee\nU0ANA,U0BEN\nU0ANA,U0CARLA\n").until("2026-11-25 12:00")

    picked = running.does("U0ANA", checkin_form.checkin_now)

    assert isinstance(picked, PickCheckin)
    assert {each.partners for each in picked.pairings} == {("Ben",), ("Carla",)}


def test_every_text_is_kept_for_whom_its_author_chose(asked: Running) -> None:
    mine, ben = asked.prompt_id("U0ANA"), asked.member("U0BEN")
    texts = submitted(
        mine,
        moved=("Shared", Audience.PARTNER),
        next=("Mine", Audience.ONLY_ME),
        private_line=("Help", Audience.PARTNER),  # whatever the payload says, this one is the coordinator's
    )
    asked.does("U0ANA", checkin_form.record_update, texts)

    entry, reader = table_of(Entry), table_of(EntryReader)
    with asked.database.read() as session:
        audiences = dict(session.execute(select(entry.c.about, entry.c.audience)).all())
        readers = session.execute(
            select(entry.c.about, reader.c.member_id).join(reader, reader.c.id == entry.c.id)
        ).all()
    assert audiences == {
        About.MOVED: Audience.PARTNER,
        About.NEXT: Audience.ONLY_ME,
        About.PRIVATE_LINE: Audience.COORDINATOR,
    }
    assert [tuple(row) for row in readers] == [(About.MOVED, ben.id)]


def test_an_empty_field_takes_words_back_and_a_goal_stays(asked: Running) -> None:
    mine = asked.prompt_id("U0ANA")
    first = Submitted(prompt=mine, texts={About.MOVED: ("Words", Audience.PARTNER)}, goal=Goal.MOVED, readers=())
    asked.does("U0ANA", checkin_form.record_update, first)
    asked.does(
        "U0ANA",
        checkin_form.record_update,
        submitted(mine, moved=("  ", Audience.PARTNER), next=("", Audience.PARTNER)),
    )

    form = asked.does("U0ANA", checkin_form.form, mine)

    assert [field.text for field in form.fields] == [""] * 5
    with asked.database.read() as session:
        assert session.execute(select(table_of(Entry).c.id)).all() == []


def test_a_first_meeting_is_remembered_once(asked: Running) -> None:
    def met() -> object:
        with asked.database.read() as session:
            return session.execute(select(table_of(Pairing).c.met_at)).scalar_one()

    asked.does("U0ANA", checkin.answer, asked.prompt_id("U0ANA"), Outcome.MET)
    first = met()
    asked.until("2026-12-29 13:00")
    asked.does("U0BEN", checkin.answer, asked.prompt_id("U0BEN"), Outcome.MET)

    assert first is not None
    assert met() == first
    assert asked.prompt("U0BEN").pairing_state is PairingState.ACTIVE
