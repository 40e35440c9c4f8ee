"""A rotation as its people see it, and which of them a person means."""

from collections.abc import Collection

from bot.domain.ids import GroupId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rotation_sayings import NAMED_AT_MOST, RotationFace
from bot.domain.turn import Turn
from bot.services import group_faces
from storage import coordinator as coordinators
from storage import group_calendar, groups, membership, rotation
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.session import Session


def face(session: Session, turn: Turn, group: GroupRecord) -> RotationFace:
    joined = membership.how_many(session, group.id)
    rows = group_calendar.rhythms(session, [group.id])[group.id]
    return RotationFace(
        group=group.id,
        name=group.name,
        coordinator=group_faces.coordinator_of(session, group),
        shape=rotation.shape_of(session, group.id),
        rhythm=rows[-1].rhythm,
        weekday=rows[-1].anchor.weekday(),
        opens_at=group.opens_at,
        zone=group.zone,
        next_at=group_faces.next_opening(session, turn, group),
        joining=group.joining,
        room=group.room,
        readers=group.readers,
        joined=joined,
        named=membership.names(session, group.id) if joined <= NAMED_AT_MOST else (),
        state=group.state,
        whereabouts=group.whereabouts,
    )


def living(session: Session, group: GroupId) -> GroupRecord:
    """A rotation that has not ended, under its lock. Raises Refused."""
    groups.lock(session, [group])
    found = groups.find(session, group)
    if found is None or found.kind is not ProgrammeKind.ROTATION:
        raise Refused(Refusal.NO_ROTATION_HERE)
    if found.over:
        raise Refused(Refusal.ROTATION_OVER, found.name)
    return found


def meant(session: Session, member: MemberRecord, conversation: str, name: str) -> GroupRecord:
    """The rotation of a channel, or else of those that a person runs or is in the one they name, or their only one.

    Raises Refused.
    """
    here = _rotations(groups.living_in(session, conversation))
    if here and not name:
        return here[0]
    theirs = {each.id: each for each in (*run_by(session, member.id), *joined_by(session, member.id))}
    wanted = [each for each in theirs.values() if not name or each.name.casefold() == name.casefold()]
    if len(wanted) == 1:
        return wanted[0]
    if not theirs:
        raise Refused(Refusal.NO_ROTATION_HERE)
    raise Refused(Refusal.WHICH_ROTATION, *sorted(each.name for each in theirs.values()))


def run_by(session: Session, member: MemberId) -> list[GroupRecord]:
    """The rotations that have not ended of the programmes that a member runs."""
    theirs = [programme for programme, _ in coordinators.programmes_of(session, member)]
    return _rotations(groups.living_of(session, theirs)) if theirs else []


def joined_by(session: Session, member: MemberId) -> list[GroupRecord]:
    ids = membership.groups_of(session, member, MembershipState.JOINED)
    return _rotations(groups.by_ids(session, ids).values())


def _rotations(found: Collection[GroupRecord]) -> list[GroupRecord]:
    return [each for each in found if each.kind is ProgrammeKind.ROTATION]
