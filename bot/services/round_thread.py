"""What happens in the thread of a round: replies, their edits and deletions, and a reaction to its beginning."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import MemberId
from bot.domain.promises import promise_in
from bot.domain.rounds import Heard, RoundState
from bot.domain.turn import Caller, Turn
from bot.services.reactions import Reacted
from bot.services.taking_part import LONGEST_WORDS, answered, came, is_in, show_anew
from storage import groups, round_words, rounds
from storage import heard as events
from storage import member as members
from storage.member import MemberRecord
from storage.rounds import RoundRecord
from storage.session import Session


class Deed(StrEnum):
    """What somebody did with a message in a thread."""

    SAID = "said"
    EDITED = "edited"
    DELETED = "deleted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """A message in a thread of a channel. Whoever reads it here decides whether it may be kept at all."""

    event: str
    deed: Deed
    text: str
    conversation: str
    thread: str
    stamp: str


def is_in_a_round(session: Session, caller: Caller, turn: Turn, reply: Reply) -> bool:
    """Whether it stands in the thread of a round, and by somebody of that group. Anything else is nobody's business."""
    member = members.find(session, caller.person)
    round = rounds.at(session, reply.conversation, reply.thread)
    return member is not None and round is not None and is_in(session, round, member.id)


def hear(session: Session, caller: Caller, turn: Turn, reply: Reply) -> None:
    """A reply in an open round is an answer; an edit or a deletion follows, also when the round has closed."""
    member = members.find(session, caller.person)
    found = rounds.at(session, reply.conversation, reply.thread)
    if member is None or found is None:
        return
    groups.lock(session, [found.group_id])
    round = rounds.by_id(session, found.id)
    if round is None or not is_in(session, round, member.id) or not events.once(session, reply.event, turn.now):
        return
    match reply.deed:
        case Deed.SAID:
            _say(session, turn, round, member, reply)
        case Deed.EDITED:
            _edit(session, turn, round, member, reply)
        case Deed.DELETED:
            _delete(session, turn, round, member, reply)
    show_anew(session, turn, round)


def is_of_a_round(session: Session, caller: Caller, turn: Turn, reacted: Reacted) -> bool:
    return rounds.at(session, reacted.conversation, reacted.stamp) is not None


def here(session: Session, caller: Caller, turn: Turn, reacted: Reacted) -> None:
    """Any reaction to the message that opened a round: whoever is in the group is here."""
    member = members.find(session, caller.person)
    found = rounds.at(session, reacted.conversation, reacted.stamp)
    if member is None or found is None:
        return
    groups.lock(session, [found.group_id])
    round = rounds.by_id(session, found.id)
    if round is None or round.state is not RoundState.OPEN or not is_in(session, round, member.id):
        return
    came(session, turn, round, member.id)
    show_anew(session, turn, round)


def _say(session: Session, turn: Turn, round: RoundRecord, member: MemberRecord, reply: Reply) -> None:
    if round.state is not RoundState.OPEN:
        return
    if not reply.text.strip():  # a picture, say: nothing of it is kept but that they were there
        came(session, turn, round, member.id)
        return
    source = (reply.conversation, reply.stamp)
    text = reply.text[:LONGEST_WORDS]
    entry = round_words.write(session, turn, round.id, member.id, text, heard=Heard.GROUP, source=source)
    if entry is not None:
        _promise(session, turn, round, member.id, entry, text)
        answered(session, turn, round, member.id)


def _edit(session: Session, turn: Turn, round: RoundRecord, member: MemberRecord, reply: Reply) -> None:
    """What was no answer yet becomes one only while the round is open."""
    kept = round_words.typed_at(session, reply.conversation, reply.stamp)
    if kept is None:
        _say(session, turn, round, member, reply)
    elif kept.member_id == member.id:
        text = reply.text[:LONGEST_WORDS]
        round_words.rewrite(session, kept.id, text)
        round_words.take_back_promise(session, kept.id)
        _promise(session, turn, round, member.id, kept.id, text)


def _delete(session: Session, turn: Turn, round: RoundRecord, member: MemberRecord, reply: Reply) -> None:
    kept = round_words.typed_at(session, reply.conversation, reply.stamp)
    if kept is None or kept.member_id != member.id:
        return
    round_words.erase(session, kept.id)
    if not round_words.of_author(session, round.id, member.id):
        rounds.change_seat(session, round.id, member.id, said_at=None)


def _promise(session: Session, turn: Turn, round: RoundRecord, author: MemberId, entry: UUID, text: str) -> None:
    promised = promise_in(text)
    if promised is not None:
        round_words.promise(session, turn, round.group_id, round.id, author, promised, entry=entry)
