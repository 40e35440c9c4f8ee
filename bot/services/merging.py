"""A group that has become small goes on with another: its people are asked, both hear of it, and it can be undone."""

from uuid import UUID

from bot.domain.case import CaseState, Rule
from bot.domain.formation import LARGEST
from bot.domain.forming import Joiner, Ties, formed
from bot.domain.group_showings import Merged, MergeForm, MergeTarget
from bot.domain.groups import GroupState, Room
from bot.domain.ids import CaseId, GroupId
from bot.domain.membership import MembershipState
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import circles, group_faces, hearers
from bot.services.calendar import hours_of
from bot.services.cases import hearing, written
from bot.services.group_members import invite, part
from bot.services.group_settings import must_run
from bot.services.seats import me
from storage import arrivals, audit, groups, membership, mergers, together
from storage import case as cases
from storage import coordinator as coordinators
from storage import notice as notices
from storage import surface as surfaces
from storage.case import CaseRecord
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.mergers import MergerRecord
from storage.notice import ToSay
from storage.session import Session


def form(session: Session, caller: Caller, turn: Turn, case: CaseId) -> MergeForm | Merged:
    """Which groups could take in the people of a small one, those that suit best first; or what was asked already.

    Raises Refused for whoever does not hear of the case.
    """
    member = me(session, caller)
    found = cases.by_id(session, case)
    if found is None or member.id not in {each.id for each in hearers.of_case(session, found)}:
        raise Refused(Refusal.CASE_UNKNOWN)
    if found.state is CaseState.RESOLVED:
        raise Refused(Refusal.CASE_OVER, found.code)
    small = _small(session, found)
    before = mergers.of_group(session, small.id)
    if before is not None and _open(session, before):
        return _merged(session, member, before)
    return MergeForm(
        reader=member.reader,
        case=case,
        name=small.name,
        people=tuple(each.name for each in circles.inside(session, small.id)),
        targets=tuple(_targets(session, turn, member, small)),
    )


def merge(session: Session, caller: Caller, turn: Turn, case: CaseId, target: GroupId) -> Merged:
    """Asks the people of the small group; who asked has its case. Asked twice is asked once. Raises Refused."""
    about = cases.by_id(session, case)
    if about is None or about.group_id is None:
        raise Refused(Refusal.CASE_UNKNOWN)
    groups.lock(session, {about.group_id, target})
    member, found = hearing(session, caller, case)
    small = _small(session, found)
    before = mergers.of_group(session, small.id)
    if before is not None and _open(session, before):
        return _merged(session, member, before)
    into = groups.find(session, target)
    if into is None or into.id not in {each.group for each in _targets(session, turn, member, small)}:
        raise Refused(Refusal.STALE)
    must_run(session, into, member)
    people = circles.inside(session, small.id)
    merger = mergers.add(session, turn, small.id, into=into.id, by=member.id)
    inside = circles.inside(session, into.id)
    groups.change(session, into.id, size=max(into.size, len({each.id for each in (*inside, *people)})))
    _ask(session, turn, into, merger, people, member)
    if found.state is not CaseState.TAKEN or found.owner_id == member.id:
        written(session, turn, found, member)
    audit.record(session, turn, member=member.id, act="merge", subject="group", subject_id=small.id)
    made = mergers.find(session, merger)
    assert made is not None
    return _merged(session, member, made)


def undo(session: Session, caller: Caller, turn: Turn, id: UUID) -> Merged:
    """Takes back what nobody has answered yet; whoever joined the other group stays there. Raises Refused."""
    member = me(session, caller)
    found = mergers.find(session, id)
    if found is None:
        raise Refused(Refusal.STALE)
    groups.lock(session, {found.group_id, found.into_id})
    into = groups.by_id(session, found.into_id)
    must_run(session, into, member)
    found = mergers.find(session, id)
    assert found is not None
    if found.undone_at is None:
        mergers.undo(session, turn, id)
        theirs = {each.member.id for each in membership.of_groups(session, [found.group_id])[found.group_id]}
        for each in membership.of_groups(session, [into.id])[into.id]:
            if each.member.id in theirs and each.state is MembershipState.INVITED:
                part(session, turn, into, each, by=member.id)
        surfaces.want(session, turn, [id])
        audit.record(session, turn, member=member.id, act="undo merge", subject="group", subject_id=found.group_id)
    undone = mergers.find(session, id)
    assert undone is not None
    return _merged(session, member, undone)


def _small(session: Session, case: CaseRecord) -> GroupRecord:
    """Raises Refused for a case of another kind."""
    if case.rule is not Rule.GROUP_SMALL or case.group_id is None:
        raise Refused(Refusal.STALE)
    return groups.by_id(session, case.group_id)


def _open(session: Session, merger: MergerRecord) -> bool:
    """Whether somebody of the small group has not answered yet."""
    asked = {each.id for each in circles.inside(session, merger.group_id)}
    return any(
        each.member.id in asked and each.state is MembershipState.INVITED
        for each in membership.of_groups(session, [merger.into_id])[merger.into_id]
    )


def _targets(session: Session, turn: Turn, member: MemberRecord, small: GroupRecord) -> list[MergeTarget]:
    """Groups with room for all of them and nobody to avoid, by the hours a week that all would share."""
    people = circles.inside(session, small.id)
    theirs = [programme for programme, _ in coordinators.programmes_of(session, member.id)]
    found = []
    for group in groups.living_of(session, theirs):
        if group.id == small.id or group.kind is not ProgrammeKind.PEER_GROUP or group.state is not GroupState.RUNNING:
            continue
        others = circles.inside(session, group.id)
        everybody = {each.id: each for each in (*others, *people)}
        ties = Ties(never=together.never(session, everybody))
        if not others or len(everybody) > LARGEST or _kept_apart(ties, people, others):
            continue
        joiners = [Joiner(id=each.id, hours=hours_of(each, turn.now)) for each in everybody.values()]
        about = formed(joiners, group_faces.today(group, turn.now), ties)
        found.append(MergeTarget(group=group.id, name=group.name, people=len(others), shared_hours=about.shared_hours))
    return sorted(found, key=lambda each: (-min(each.shared_hours, 1), each.people, -each.shared_hours, each.name))


def _kept_apart(ties: Ties, people: list[MemberRecord], others: list[MemberRecord]) -> bool:
    return any(frozenset((one.id, other.id)) in ties.never for one in people for other in others)


def _ask(
    session: Session, turn: Turn, into: GroupRecord, merger: UUID, people: list[MemberRecord], by: MemberRecord
) -> None:
    inside = {each.id for each in circles.inside(session, into.id)}
    asked = [each for each in people if each.id not in inside and each.reachable]
    invite(session, turn, into, asked, by=by, kind=NoticeKind.GROUP_MERGED, subject=merger)
    if into.room is not Room.PUBLIC:
        for each in asked:
            arrivals.expect(session, turn, into.id, each.id)
    kind = NoticeKind.GROUP_GROWS
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=kind,
                key=f"{kind}:{merger}",
                member=None,
                pairing=None,
                group=into.id,
                subject=merger,
                not_before=turn.now,
            )
        ],
    )


def _merged(session: Session, member: MemberRecord, merger: MergerRecord) -> Merged:
    small, into = groups.by_id(session, merger.group_id), groups.by_id(session, merger.into_id)
    return Merged(
        reader=member.reader,
        merger=merger.id,
        name=small.name,
        into=into.name,
        undone=merger.undone_at is not None,
        open=merger.undone_at is None and _open(session, merger),
    )
