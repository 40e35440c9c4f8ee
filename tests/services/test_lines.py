"""Words for a coordinator alone reach one who can be reached, or wait for one."""

from bot.domain.case_sayings import Care, PrivateLine
from bot.domain.checkin import About, Audience
from bot.domain.ids import EntryId
from bot.domain.turn import Turn
from bot.services import fates, lines, seats
from storage import checkin as checkins
from storage import entry as entries
from storage.session import Session
from tests.services.refusals import refusal
from tests.services.running import Running, member_id

MARIA, BRUNO, BEN = "U0MARIA", "U0BRUNO", "U0BEN"


def heard(running: Running, person: str) -> int:
    return sum(isinstance(each, PrivateLine) for told in running.told_to(person) for each in told.sayings)


def test_words_for_a_coordinator_who_went_reach_the_next(asked: Running) -> None:
    asked.write(fates.unreachable, member_id(asked, MARIA))

    entry = asked.write(_writes, asked)
    asked.settle()

    assert (heard(asked, MARIA), heard(asked, BRUNO)) == (0, 1)
    assert _named(asked) == "Bruno"
    assert asked.does(BRUNO, lines.read, entry).text == "It is hard."


def test_words_that_find_no_coordinator_are_shown_to_the_first_who_comes(asked: Running) -> None:
    for person in (MARIA, BRUNO):
        asked.write(fates.unreachable, member_id(asked, person))
    asked.write(_writes, asked)
    asked.settle()
    assert _named(asked) == ""

    asked.does(BRUNO, fates.returned)
    asked.settle()
    asked.does(MARIA, fates.returned)
    asked.settle()

    assert (heard(asked, MARIA), heard(asked, BRUNO)) == (0, 1)


def test_words_that_one_coordinator_was_promised_wait_for_them(asked: Running) -> None:
    asked.now = asked.now.replace(hour=20)
    asked.write(_writes, asked)
    asked.write(fates.unreachable, member_id(asked, MARIA))
    asked.until("2026-12-30 12:00")
    assert (heard(asked, MARIA), heard(asked, BRUNO)) == (0, 0)

    asked.does(MARIA, fates.returned)
    asked.settle()

    assert (heard(asked, MARIA), heard(asked, BRUNO)) == (1, 0)


def test_whoever_read_them_can_write_to_their_author_and_to_nobody_else(asked: Running) -> None:
    entry = asked.write(_writes, asked)
    assert refusal(lambda: asked.does(MARIA, lines.answer, entry, "Shall we talk?", "V1")) == "stale"
    asked.does(MARIA, lines.read, entry)

    sent = asked.does(MARIA, lines.answer, entry, "Shall we talk?", "V1")
    asked.settle()

    assert (asked.does(MARIA, lines.form, entry).author, sent.people) == ("Ben", ("Ben",))
    said = {person: asked.told_to(person)[-1].sayings[0] for person in ("U0ANA", BEN)}
    assert isinstance(said[BEN], Care)
    assert not isinstance(said["U0ANA"], Care)
    assert refusal(lambda: asked.does(BEN, lines.form, entry)) == "stale"
    assert refusal(lambda: asked.does(MARIA, lines.answer, entry, " ", "V1")) == "nothing_written care"


def _named(running: Running) -> str:
    """Whom Ben is told of as the one who reads it."""
    with running.database.read(running.office.workspace) as session:
        return seats.view(session, running.member(BEN).id, running.pairings()[0]).coordinator


def _writes(session: Session, turn: Turn, running: Running) -> EntryId:
    prompt = running.prompt(BEN)
    update = checkins.answer(session, turn, prompt)
    entry = entries.write(
        session,
        turn,
        author=prompt.member_id,
        update_id=update,
        about=About.PRIVATE_LINE,
        text="It is hard.",
        audience=Audience.COORDINATOR,
        readers=[],
    )
    assert entry is not None
    lines.tell_coordinator(session, turn, prompt, entry)
    return entry
