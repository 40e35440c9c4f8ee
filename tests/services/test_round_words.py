"""Words of a round: those for its facilitator reach nobody else, those of people who gave no leave are in no digest."""

import pytest

from bot.domain.group_sayings import RoundDigest
from bot.domain.ids import GroupId, RoundId
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rounds import Heard
from bot.domain.sayings import Saying
from bot.services import group_members, leading, round_thread, round_words
from bot.services.round_thread import Deed, Reply
from bot.services.round_words import RoundGiven
from storage import member as members
from storage import round_words as round_word_rows
from storage import rounds
from storage.session import Database
from tests.services.gatherings import WRITERS, start
from tests.services.running import Running

WORDS = "I am about to give up."
PROMISE = "I will write the methods."
OPEN = "2026-12-01 09:30"
CLOSED = "2026-12-08 12:00"


@pytest.fixture
def running(database: Database) -> Running:
    return Running(database)


@pytest.fixture
def group(running: Running) -> GroupId:
    """Cleo, Dan and Eve, whose first round is open."""
    made = start(running)
    running.until(OPEN)
    return made


def the_round(running: Running, group: GroupId) -> RoundId:
    with running.database.read(running.office.workspace) as session:
        (first, *_) = rounds.latest(session, [group], 1)[group]
    return first.id


def leader(running: Running, group: GroupId) -> str:
    with running.database.read(running.office.workspace) as session:
        (first, *_) = rounds.latest(session, [group], 1)[group]
        assert first.facilitator_id is not None
        return members.by_id(session, first.facilitator_id).person


def given(words: str = "", heard: Heard = Heard.GROUP, promise: str = "") -> RoundGiven:
    return RoundGiven(form=f"V{words}{promise}", words=words, heard=heard, promise=promise, settled=())


def read(running: Running, person: str, round: RoundId) -> str:
    return repr(running.does(person, round_words.read_private, round).said)


def test_words_for_the_facilitator_are_read_by_nobody_else(running: Running, group: GroupId) -> None:
    round, leads = the_round(running, group), leader(running, group)
    author, other = (each for each in WRITERS if each != leads)

    running.does(author, round_words.answer, round, given(WORDS, Heard.FACILITATOR))

    assert WORDS in read(running, leads, round)
    for person in (author, other, "U0MARIA"):
        with pytest.raises(Refused) as refused:
            read(running, person, round)
        assert refused.value.refusal is Refusal.NOT_YOURS


def test_whoever_leads_the_round_after_does_not_read_what_was_for_another(running: Running, group: GroupId) -> None:
    round, leads = the_round(running, group), leader(running, group)
    author = next(each for each in WRITERS if each != leads)
    running.does(author, round_words.answer, round, given(WORDS, Heard.FACILITATOR))

    running.does(leads, leading.hand_over, round)
    running.settle()

    assert leader(running, group) != leads
    assert WORDS in read(running, leads, round)
    with pytest.raises(Refused):
        read(running, leader(running, group), round)


def digest_of(running: Running) -> RoundDigest:
    said: list[Saying] = [saying for told in running.told for saying in told.sayings if isinstance(saying, RoundDigest)]
    (digest,) = said
    assert isinstance(digest, RoundDigest)
    return digest


@pytest.mark.parametrize("leave", [True, False])
def test_only_people_who_gave_leave_are_quoted_in_the_digest(running: Running, group: GroupId, leave: bool) -> None:
    round, leads = the_round(running, group), leader(running, group)
    author = next(each for each in WRITERS if each != leads)
    running.does(author, group_members.name, group, leave)
    running.does(author, round_words.answer, round, given(WORDS, promise=PROMISE))

    running.until(CLOSED)
    assert len(running.notices(NoticeKind.ROUND_DIGEST)) == 1

    told = repr(digest_of(running))
    assert (WORDS in told, PROMISE in told) == (leave, leave)
    assert (digest_of(running).promises[0].name != "") is leave


def test_a_picture_without_words_says_that_somebody_is_here_and_leaves_nothing_else(
    running: Running, group: GroupId
) -> None:
    round, author = the_round(running, group), WRITERS[0]
    with running.database.read(running.office.workspace) as session:
        found = rounds.by_id(session, round)
        assert found is not None
    reply = Reply(
        event="Ev1", deed=Deed.SAID, text="", conversation=found.conversation, thread=found.stamp, stamp="9.0"
    )

    running.does(author, round_thread.hear, reply)

    with running.database.read(running.office.workspace) as session:
        member = members.find(session, author)
        assert member is not None
        (seat,) = [each for each in rounds.seats(session, [round])[round] if each.member_id == member.id]
        assert (seat.heard, seat.said_at) == (True, None)
        assert round_word_rows.typed_at(session, found.conversation, "9.0") is None
