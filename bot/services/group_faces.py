"""A group as its people see it, and which of them a person means."""

from collections.abc import Collection
from datetime import date, datetime

from bot.domain.calendar import local_day
from bot.domain.group_sayings import GroupFace
from bot.domain.groups import Room, questions_of
from bot.domain.ids import GroupId, MemberId, ProgrammeId
from bot.domain.membership import MembershipState
from bot.domain.pause import paused_until
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rounds import RoundState, opening, round_day
from bot.domain.turn import Turn
from bot.services.calendar import hours_of_group
from storage import coordinator as coordinators
from storage import group_calendar, groups, membership, rounds
from storage import member as members
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.session import Session


def face(session: Session, turn: Turn, group: GroupRecord) -> GroupFace:
    people = membership.of_groups(session, [group.id])[group.id]
    joined = [each.member for each in people if each.state is MembershipState.JOINED]
    rows = group_calendar.rhythms(session, [group.id])[group.id]
    last = rounds.latest(session, [group.id], 1)[group.id]
    coming = last[0] if last and last[0].state in (RoundState.SCHEDULED, RoundState.OPEN) else None
    leads = coming.facilitator_id if coming else group.facilitator_id
    return GroupFace(
        group=group.id,
        name=group.name,
        purpose=group.purpose,
        questions=questions_of(group.questions),
        coordinator=coordinator_of(session, group),
        rhythm=rows[-1].rhythm,
        weekday=rows[-1].anchor.weekday(),
        opens_at=group.opens_at,
        zone=group.zone,
        next_at=next_opening(session, turn, group),
        leads=members.by_id(session, leads).name if leads else "",
        facilitation=group.facilitation,
        joining=group.joining,
        room=group.room,
        readers=len(people) if group.room is Room.DIRECT else group.readers,
        joined=tuple(each.name for each in joined),
        invited=sum(each.state is MembershipState.INVITED for each in people),
        size=group.size,
        state=group.state,
        whereabouts=group.whereabouts,
    )


def coordinator_of(session: Session, group: GroupRecord) -> str:
    """The name of who answers for a group; '' while nobody can be reached."""
    return coordinator_of_programme(session, group.programme_id)


def coordinator_of_programme(session: Session, programme: ProgrammeId) -> str:
    heard_by = coordinators.of_programme(session, programme)
    return next((each.name for each in heard_by if each.reachable), "")


def of_member(session: Session, member: MemberId) -> list[GroupRecord]:
    """The groups, of any kind, in which a member is or may be."""
    ids = membership.groups_of(session, member, MembershipState.JOINED, MembershipState.INVITED)
    return list(groups.by_ids(session, ids).values())


def next_opening(session: Session, turn: Turn, group: GroupRecord) -> datetime | None:
    """When the next round opens, as things stand; none of a group that has ended."""
    if group.over:
        return None
    last = rounds.latest(session, [group.id], 1)[group.id]
    if last and last[0].state is RoundState.SCHEDULED:
        return last[0].opens_at
    return opening_of(session, turn, group, _next_nominal(session, group))


def next_day(session: Session, turn: Turn, group: GroupRecord) -> date:
    """The day of the next round on the group's own calendar."""
    at = next_opening(session, turn, group)
    return local_day(hours_of_group(group, turn.now), at) if at else today(group, turn.now)


def opening_of(session: Session, turn: Turn, group: GroupRecord, nominal: date) -> datetime:
    return opening(hours_of_group(group, turn.now), group_calendar.pauses(session, [group.id])[group.id], nominal)


def _next_nominal(session: Session, group: GroupRecord) -> date:
    last = rounds.latest(session, [group.id], 1)[group.id]
    rows = group_calendar.rhythms(session, [group.id])[group.id]
    return round_day(rows, last[0].period + 1 if last else 1)


def day_of(group: GroupRecord, at: datetime) -> date:
    """The day of a moment on the group's own calendar."""
    return local_day(hours_of_group(group, at), at)


def today(group: GroupRecord, now: datetime) -> date:
    return local_day(hours_of_group(group, now), now)


def pause_of(session: Session, turn: Turn, group: GroupRecord) -> date | None:
    """The day on which a group that pauses goes on."""
    return paused_until(group_calendar.pauses(session, [group.id])[group.id], today(group, turn.now))


def runs(session: Session, group: GroupRecord, member: MemberId) -> bool:
    return group.programme_id in {programme for programme, _ in coordinators.programmes_of(session, member)}


def meant(session: Session, member: MemberRecord, conversation: str, name: str) -> GroupRecord:
    """The group of a channel, or else of those that a person runs or is in the one they name, or their only one.

    Raises Refused.
    """
    here = [each for each in groups.living_in(session, conversation) if each.kind is ProgrammeKind.PEER_GROUP]
    if here and not name:
        return here[0]
    mine = [*run_by(session, member.id), *joined_by(session, member.id)]
    theirs = {each.id: each for each in mine}
    wanted = [each for each in theirs.values() if not name or each.name.casefold() == name.casefold()]
    if len(wanted) == 1:
        return wanted[0]
    if not theirs:
        raise Refused(Refusal.NO_GROUP_HERE)
    raise Refused(Refusal.WHICH_GROUP, *sorted(each.name for each in theirs.values()))


def run_by(session: Session, member: MemberId) -> list[GroupRecord]:
    """The peer groups that have not ended of the programmes that a member runs."""
    theirs = [programme for programme, _ in coordinators.programmes_of(session, member)]
    return _peer(groups.living_of(session, theirs)) if theirs else []


def joined_by(session: Session, member: MemberId) -> list[GroupRecord]:
    ids = membership.groups_of(session, member, MembershipState.JOINED)
    return _peer(groups.by_ids(session, ids).values())


def _peer(found: Collection[GroupRecord]) -> list[GroupRecord]:
    return [each for each in found if each.kind is ProgrammeKind.PEER_GROUP]


def living(session: Session, group: GroupId) -> GroupRecord:
    """A group that has not ended, under its lock. Raises Refused."""
    groups.lock(session, [group])
    found = groups.find(session, group)
    if found is None:
        raise Refused(Refusal.NO_GROUP_HERE)
    if found.over:
        raise Refused(Refusal.GROUP_OVER, found.name)
    return found
