"""Messages that stand in Slack, as they should look today, and which of them lag behind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.ids import EncounterId, MessageId
from bot.domain.notice import NOTICES, Ear, NoticeKind
from bot.domain.sayings import Address, AskedAgain, Outgoing, Place, Saying, Untrue
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
from storage.message import MessageRecord
from storage.session import Session


def again(session: Session, turn: Turn, message: MessageId) -> Outgoing:
    """A message as it should look today, for painting it again."""
    return _again(session, turn, messages.by_id(session, message))


def _again(session: Session, turn: Turn, found: MessageRecord) -> Outgoing:
    carried = messages.notices_of(session, found.id)
    values = [sayings.load(session, turn, notice) for notice in carried]
    if found.member_id is not None:
        member = members.by_id(session, found.member_id)
        address = Address(people=(member.person,), conversation=found.conversation or member.dm, thread=found.thread)
        if found.conversation != member.dm and all(notice.kind is NoticeKind.CASE for notice in carried):
            _, theirs = for_cases_of(session, carried)
            address = replace(address, room=found.conversation, room_for=theirs)
        reader = member.reader
    elif carried and NOTICES[carried[0].kind].ear is Ear.ENCOUNTER:
        encounter = rotations.encounter(session, EncounterId(carried[0].about))
        assert encounter is not None
        people = encounters.people_of(session, encounter)
        address = replace(posting.address_of(people, encounter), conversation=found.conversation)
        reader = group_reader(people)
    elif found.group_id is not None:
        group = groups.by_id(session, found.group_id)
        address = posting.address(session, group, found.thread)
        address = replace(address, conversation=found.conversation or address.conversation)
        reader = posting.reader(group)
    else:
        assert found.pairing_id is not None
        seated = pairings.sittings(session, [found.pairing_id])[found.pairing_id]
        address = Address(
            people=tuple(each.member.person for each in seated), conversation=found.conversation, group=True
        )
        reader = group_reader([each.member for each in seated])
    return Outgoing(
        workspace=session.workspace,
        message=found.id,
        address=address,
        reader=reader,
        sayings=_today(values),
    )


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

    Read only when they can be painted: each takes a dozen queries.
    """
    return [repaint(session, turn, surface) for surface in surfaces.lagging(session, turn.now, limit)]


def repaint(session: Session, turn: Turn, surface: surfaces.Lagging) -> Repaint:
    message = messages.by_id(session, surface.message)
    return Repaint(
        surface=surface,
        outgoing=_again(session, turn, message),
        place=Place(conversation=message.conversation, stamp=message.stamp),
    )


def begin(session: Session, turn: Turn, drawn: Sequence[Drawn]) -> list[Drawn]:
    """Those that are to be painted: not what looks as it should already."""
    return [each for each in drawn if _begins(session, each)]


def _begins(session: Session, drawn: Drawn) -> bool:
    """What never looks otherwise again is left at once where it looks so already, and after its painting else."""
    surface, shows = drawn.repaint.surface, drawn.drawing.shows
    if not drawn.repaint.last:
        return surfaces.begin(session, surface, shows)
    if surfaces.looks(session, surface, shows):
        surfaces.leave(session, surface)
        return False
    return True


def painted(session: Session, turn: Turn, drawn: Sequence[Drawn]) -> None:
    """They look as they should have; what never looks otherwise again is not followed any more."""
    for each in drawn:
        if each.repaint.last:
            surfaces.leave(session, each.repaint.surface)
        else:
            surfaces.painted(session, each.repaint.surface, each.drawing.shows)
