"""[Edit] and [Change who sees this], on both engines: whose words they change, and who is told that it was read."""

from dataclasses import replace
from typing import Any

from bot.domain.checkin import About, Audience, Outcome
from bot.domain.ids import EntryId
from bot.domain.sayings import Prompt, Saying
from bot.services import audiences, checkin, checkin_form, repainting, typed, typed_audience
from bot.services.audiences import AudiencesGiven
from bot.services.checkin_form import Submitted
from bot.services.typed import Said
from storage import entry as entries
from storage.session import Database
from tests.services.running import Running, member_id

ANA, BEN, CARLA = "U0ANA", "U0BEN", "U0CARLA"


def types(running: Running, person: str, text: str, stamp: str) -> EntryId:
    """Words typed in the DM that are kept for the one check-in that is open."""
    said = Said(event=stamp, text=text, conversation=f"D-{person}", stamp=stamp)
    running.does(person, typed.hear, said)
    with running.database.read(running.office.workspace) as session:
        found = entries.of_source(session, member_id(running, person), said.conversation, stamp)
    assert found is not None
    return found


def submitted(running: Running, person: str, **more: Any) -> Submitted:
    return replace(Submitted(prompt=running.prompt_id(person), texts={}, goal=None, readers=()), **more)


def words(running: Running, person: str) -> list[str]:
    form = running.does(person, checkin_form.form, running.prompt_id(person))
    return [field.text for field in form.fields if field.text]


def receipt(running: Running, person: str) -> Prompt:
    """The person's prompt as it looks today."""
    message = next(each.message for each in reversed(running.told) if each.people == (person,) and _asks(each.sayings))
    said = running.write(repainting.again, message).sayings
    return next(saying for saying in said if isinstance(saying, Prompt))


def _asks(said: tuple[Saying, ...]) -> bool:
    return any(isinstance(saying, Prompt) for saying in said)


def test_words_typed_in_slack_can_be_edited_in_the_form(asked: Running) -> None:
    first, second = types(asked, ANA, "Frist", "9001.0"), types(asked, ANA, "Second", "9002.0")
    form = asked.does(ANA, checkin_form.form, asked.prompt_id(ANA))
    assert [(field.text, field.nth) for field in form.fields if field.about is About.TYPED] == [
        ("Frist", 1),
        ("Second", 2),
    ]

    changed = {first: ("First", Audience.PARTNER), second: ("", Audience.ONLY_ME)}
    saved = asked.does(ANA, checkin_form.record_update, submitted(asked, ANA, typed=changed))

    assert words(asked, ANA) == ["First"]
    assert (saved.shared, saved.private) == (1, 0)


def test_a_text_too_long_for_a_form_keeps_its_words(asked: Running) -> None:
    entry = types(asked, ANA, "x" * 3001, "9001.0")

    asked.does(ANA, checkin_form.record_update, submitted(asked, ANA, typed={entry: (None, Audience.PARTNER)}))

    assert words(asked, ANA) == ["x" * 3001]


def test_nobody_edits_what_another_typed(asked: Running) -> None:
    entry = types(asked, ANA, "Mine", "9001.0")
    theirs = {entry: ("Yours", Audience.PARTNER)}

    asked.does(BEN, checkin_form.record_update, submitted(asked, BEN, typed=theirs))
    asked.does(
        BEN, audiences.change, AudiencesGiven(prompt=asked.prompt_id(BEN), chosen={entry: Audience.PARTNER}, readers=())
    )

    assert words(asked, ANA) == ["Mine"]
    with asked.database.read(asked.office.workspace) as session:
        kept = entries.one_of_author(session, member_id(asked, ANA), entry)
    assert kept is not None
    assert kept.audience is Audience.ONLY_ME


def shown_to_ben(asked: Running) -> EntryId:
    """Ana shared a line, the check-in has closed, and Ben has been shown it."""
    shared = submitted(asked, ANA, texts={About.MOVED: ("Draft", Audience.PARTNER)})
    asked.does(ANA, checkin_form.record_update, shared)
    asked.until("2027-01-20 00:00")
    with asked.database.read(asked.office.workspace) as session:
        update = asked.prompt(ANA).update_id
        assert update is not None
        return entries.of_author(session, member_id(asked, ANA), update)[0].id


def test_narrowing_by_the_form_says_that_it_may_have_been_read(asked: Running) -> None:
    shown_to_ben(asked)

    narrowed = submitted(asked, ANA, texts={About.MOVED: ("Draft", Audience.ONLY_ME)})
    saved = asked.does(ANA, checkin_form.record_update, narrowed)

    assert saved.may_have_read == ("Ben",)
    assert [kept.may_have_read for kept in receipt(asked, ANA).kept] == [("Ben",)]
    assert asked.does(ANA, checkin_form.record_update, narrowed).may_have_read == ()


def test_taking_words_back_by_the_form_says_so_too(asked: Running) -> None:
    shown_to_ben(asked)

    taken = submitted(asked, ANA, texts={About.MOVED: ("", Audience.PARTNER)})

    assert asked.does(ANA, checkin_form.record_update, taken).may_have_read == ("Ben",)


def test_who_sees_a_text_is_changed_and_its_words_and_the_answer_stay(asked: Running) -> None:
    entry = shown_to_ben(asked)
    asked.does(ANA, checkin.answer, asked.prompt_id(ANA), Outcome.MET)

    given = AudiencesGiven(prompt=asked.prompt_id(ANA), chosen={entry: Audience.COORDINATOR}, readers=())
    saved = asked.does(ANA, audiences.change, given)

    assert (saved.outcome, saved.to_coordinator, saved.may_have_read) == (Outcome.MET, 1, ("Ben",))
    assert words(asked, ANA) == ["Draft"]


def test_a_private_line_stays_the_coordinators(asked: Running) -> None:
    asked.does(
        ANA, checkin_form.record_update, submitted(asked, ANA, texts={About.PRIVATE_LINE: ("Help", Audience.PARTNER)})
    )
    form = asked.does(ANA, audiences.form, asked.prompt_id(ANA))
    entry = next(field.entry for field in form.answer.fields if field.entry)
    assert entry is not None

    asked.does(
        ANA, audiences.change, AudiencesGiven(prompt=asked.prompt_id(ANA), chosen={entry: Audience.PARTNER}, readers=())
    )

    assert [kept.audience for kept in receipt(asked, ANA).kept] == [Audience.COORDINATOR]


def test_saving_the_form_lets_nobody_into_what_was_shared_with_another(database: Database) -> None:
    running = Running(database, "mentor,mentee\nU0ANA;U0CARLA,U0BEN\n").until("2026-12-29 11:00")
    one, other = types(running, BEN, "For Ana", "9001.0"), types(running, BEN, "For Carla", "9002.0")
    running.does(BEN, typed_audience.share, one, member_id(running, ANA))
    running.does(BEN, typed_audience.share, other, member_id(running, CARLA))
    form = running.does(BEN, checkin_form.form, running.prompt_id(BEN))

    as_it_is = {one: ("For Ana", Audience.PARTNER), other: ("For Carla", Audience.PARTNER)}
    running.does(BEN, checkin_form.record_update, submitted(running, BEN, typed=as_it_is, readers=form.readers))

    assert [kept.readers for kept in receipt(running, BEN).kept] == [("Ana",), ("Carla",)]
