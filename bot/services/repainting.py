"""Messages that stand in Slack, as they should look today, and which of them lag behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.ids import EncounterId, MemberId, MessageId
from bot.domain.notice import NOTICES, Ear, NoticeKind
from bot.domain.sayings import Address, AskedAgain, Outgoing, Place, Reader, Saying, Untrue
from bot.domain.turn import Turn
from bot.ports import Drawing
from bot.services import encounters, posting, sayings
from bot.services.delivery import as_line
from bot.services.posting import group_reader
from bot.services.room import for_cases_of
from storage import groups
from storage import member as members
from storage import message as messages
from storage import pairing as pairings
from storage import rotation as rotations
from storage import surface as surfaces
from storage.member import MemberRecord
from storage.message import MessageRecord, NoticeRecord
from storage.session import Session


def again(session: Session, turn: Turn, message: MessageId) -> Outgoing:
    """A message as it should look today, for painting it again."""
    return _again(session, turn, [messages.by_id(session, message)])[message]


def _again(session: Session, turn: Turn, found: Sequence[MessageRecord]) -> dict[MessageId, Outgoing]:
    carried = messages.carried(session, [each.id for each in found])
    said = sayings.load(session, turn, [notice for notices in carried.values() for notice in notices])
    known = members.by_ids(session, {each.member_id for each in found if each.member_id is not None})
    looks = {}
    for message in found:
        notices = carried.get(message.id, [])
        address, reader = _to(session, message, notices, known)
        looks[message.id] = Outgoing(
            workspace=session.workspace,
            message=message.id,
            address=address,
            reader=reader,
            sayings=_today([said[notice.id] for notice in notices]),
        )
    return looks


def _to(
    session: Session,
    message: MessageRecord,
    carried: Sequence[NoticeRecord],
    known: Mapping[MemberId, MemberRecord],
) -> tuple[Address, Reader]:
    """Where it stands, and who reads it there."""
    if message.member_id is not None:
        member = known[message.member_id]
        return _to_member(session, message, carried, member), member.reader
    if carried and NOTICES[carried[0].kind].ear is Ear.ENCOUNTER:
        encounter = rotations.encounter(session, EncounterId(carried[0].about))
        assert encounter is not None
        people = encounters.people_of(session, encounter)
        address = replace(posting.address_of(people, encounter), conversation=message.conversation)
        return address, group_reader(people)
    if message.group_id is not None:
        group = groups.by_id(session, message.group_id)
        address = posting.address(session, group, message.thread)
        return replace(address, conversation=message.conversation or address.conversation), posting.reader(group)
    assert message.pairing_id is not None
    seated = [each.member for each in pairings.sittings(session, [message.pairing_id])[message.pairing_id]]
    address = Address(people=tuple(each.person for each in seated), conversation=message.conversation, group=True)
    return address, group_reader(seated)


def _to_member(
    session: Session, message: MessageRecord, carried: Sequence[NoticeRecord], member: MemberRecord
) -> Address:
    address = Address(people=(member.person,), conversation=message.conversation or member.dm, thread=message.thread)
    if message.conversation != member.dm and all(notice.kind is NoticeKind.CASE for notice in carried):
        _, theirs = for_cases_of(session, carried)
        return replace(address, room=message.conversation, room_for=theirs)
    return address


def _today(values: Sequence[Saying | Untrue]) -> tuple[Saying, ...]:
    """Several cards in one message stay a list."""
    said = [value for value in values if not isinstance(value, Untrue)]
    return tuple(said) if len(said) == 1 else tuple(as_line(value) for value in said)


@dataclass(frozen=True, kw_only=True, slots=True)
class Repaint:
    surface: surfaces.Lagging
    outgoing: Outgoing
    place: Place

    @property
    def last(self) -> bool:
        """Whether it never looks otherwise again."""
        return bool(self.outgoing.sayings) and all(isinstance(saying, AskedAgain) for saying in self.outgoing.sayings)


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    repaint: Repaint
    drawing: Drawing


def anything(session: Session, turn: Turn) -> bool:
    return bool(surfaces.lagging(session, turn.now, 1))


def repaints(session: Session, turn: Turn, limit: int) -> list[Repaint]:
    """The messages that have longest shown what is no longer so, as they should look.

    Read only when they can be painted, and together.
    """
    return _repaints(session, turn, surfaces.lagging(session, turn.now, limit))


def repaint(session: Session, turn: Turn, surface: surfaces.Lagging) -> Repaint:
    return _repaints(session, turn, [surface])[0]


def _repaints(session: Session, turn: Turn, lagging: Sequence[surfaces.Lagging]) -> list[Repaint]:
    if not lagging:
        return []
    found = messages.by_ids(session, [each.message for each in lagging])
    looks = _again(session, turn, list(found.values()))
    return [
        Repaint(
            surface=each,
            outgoing=looks[each.message],
            place=Place(conversation=found[each.message].conversation, stamp=found[each.message].stamp),
        )
        for each in lagging
    ]


def begin(session: Session, turn: Turn, drawn: Sequence[Drawn]) -> list[Drawn]:
    """Those that are to be painted: not what looks as it should already, whatever has come and gone meanwhile.

    What never looks otherwise again is left at once where it looks so already, and after its painting else.
    """
    begun, there = list[Drawn](), list[Drawn]()
    for each in drawn:
        looks_so = surfaces.looks(session, each.repaint.surface, each.drawing.shows)
        (there if looks_so else begun).append(each)
    surfaces.leave(session, [each.repaint.surface for each in there if each.repaint.last])
    surfaces.shown(session, [each.repaint.surface for each in there if not each.repaint.last])
    surfaces.begin(session, [each.repaint.surface for each in begun if not each.repaint.last])
    return begun


def painted(session: Session, turn: Turn, drawn: Sequence[Drawn]) -> None:
    """They look as they should have; what never looks otherwise again is not followed any more."""
    surfaces.leave(session, [each.repaint.surface for each in drawn if each.repaint.last])
    surfaces.painted(session, {each.repaint.surface: each.drawing.shows for each in drawn if not each.repaint.last})
