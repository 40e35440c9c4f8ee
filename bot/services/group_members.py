"""Who is in a group: invited, joining, leaving, and their leave to be named."""

from collections.abc import Iterable
from uuid import UUID

from bot.domain.calendar import next_working_moment
from bot.domain.case import Rule
from bot.domain.group_showings import GroupJoined, GroupLeft, GroupShown, GroupStays, MyGroups
from bot.domain.groups import Joining, Room
from bot.domain.ids import GroupId, MemberId
from bot.domain.life import after
from bot.domain.member import Consent
from bot.domain.membership import LIFE, MembershipState, MembershipStep
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.ports import Person
from bot.services import cases, circles, group_cases, group_faces, hearers, members, regrouping
from bot.services.calendar import hours_of
from bot.services.new_pairings import place
from bot.services.pairing import real
from bot.services.seats import known, me
from storage import arrivals, group_climbs, groups, membership, mergers
from storage import home as homes
from storage import member as stored
from storage import notice as notices
from storage import step as steps
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.membership import MembershipRecord
from storage.notice import ToSay
from storage.session import Session


def join(session: Session, caller: Caller, turn: Turn, id: GroupId, person: Person | None) -> GroupJoined:
    """[Join]. `person` is whoever pressed, as the directory knows them. Raises Refused."""
    groups.lock(session, {id, *(each.group_id for each in mergers.into(session, id))})
    group = group_faces.living(session, id)
    member = known(session, caller) or members.welcome(session, turn, [real(person)], zone=group.zone)[caller.person]
    mine = membership.one(session, id, member.id)
    again = mine is not None and mine.state is MembershipState.JOINED
    if not again:
        _has_room(session, group, mine)
        with hearers.recount(session, turn, group, member.id):
            _enter(session, turn, group, member, mine)
    found = membership.one(session, id, member.id)
    return GroupJoined(
        reader=member.reader,
        face=group_faces.face(session, turn, group),
        named=found is not None and found.named,
        again=again,
    )


def leave(session: Session, caller: Caller, turn: Turn, id: GroupId) -> GroupLeft:
    """[Leave], or *No* to an invitation. Raises Refused for somebody who has no place there."""
    member = me(session, caller)
    group = group_faces.living(session, id)
    mine = membership.one(session, id, member.id)
    if mine is None or mine.state is MembershipState.LEFT:
        raise Refused(Refusal.NOT_IN_GROUP, group.name)
    part(session, turn, group, mine, by=member.id)
    return GroupLeft(reader=member.reader, face=group_faces.face(session, turn, group))


def leave_all(session: Session, turn: Turn, member: MemberId) -> None:
    """*Not for me*: whoever wants nothing of the bot is in no group."""
    theirs = membership.groups_of(
        session, member, MembershipState.JOINED, MembershipState.INVITED, MembershipState.SET_ASIDE
    )
    groups.lock(session, theirs)
    for group in theirs:
        mine = membership.one(session, group, member)
        if mine is not None:
            part(session, turn, groups.by_id(session, group), mine, by=member)


def part(session: Session, turn: Turn, group: GroupRecord, mine: MembershipRecord, *, by: MemberId | None) -> None:
    """Ends somebody's place in a group. Needs its lock."""
    before = circles.inside(session, group.id)
    with hearers.recount(session, turn, group, mine.member.id):
        _step(session, turn, mine, MembershipStep.LEAVE, by=by, left_at=turn.now, volunteers=False)
    left = [each for each in before if each.id != mine.member.id]
    group_cases.shrunk(session, turn, group, before=len(before), left=len(left))
    _changed(session, turn, group, mine.member.id)


def name(session: Session, caller: Caller, turn: Turn, id: GroupId, named: bool) -> GroupJoined:
    """Gives or takes back the leave to be named in digests. Raises Refused."""
    member = me(session, caller)
    group = group_faces.living(session, id)
    mine = membership.one(session, id, member.id)
    if mine is None or mine.state is not MembershipState.JOINED:
        raise Refused(Refusal.NOT_IN_GROUP, group.name)
    membership.change(session, mine.id, named=named)
    surfaces.want(session, turn, [id])
    return GroupJoined(reader=member.reader, face=group_faces.face(session, turn, group), named=named, again=True)


def stay(session: Session, caller: Caller, turn: Turn, id: GroupId) -> GroupStays:
    """[I'm still in], in answer to the private word: that is heard, and counted anew. Raises Refused."""
    member = me(session, caller)
    group = group_faces.living(session, id)
    mine = membership.one(session, id, member.id)
    if mine is None or mine.state is not MembershipState.JOINED:
        raise Refused(Refusal.NOT_IN_GROUP, group.name)
    if group_climbs.end(session, id, member.id, Rule.MEMBER_SILENT, turn.now):
        cases.end_climb(session, turn, key=group_cases.key_of(id, Rule.MEMBER_SILENT, member.id))
    _changed(session, turn, group, member.id)
    return GroupStays(reader=member.reader, name=group.name)


def show(session: Session, caller: Caller, turn: Turn, conversation: str, wanted: str) -> GroupShown | MyGroups:
    """`/rapport group`: the one of this channel, or all that are mine. Raises Refused."""
    member = me(session, caller)
    here = groups.living_in(session, conversation)
    if not here and not wanted:
        joined, run = group_faces.joined_by(session, member.id), group_faces.run_by(session, member.id)
        if not joined and not run:
            raise Refused(Refusal.NO_GROUP_HERE)
        faces = {each.id: group_faces.face(session, turn, each) for each in (*joined, *run)}
        return MyGroups(
            reader=member.reader,
            joined=tuple(faces[each.id] for each in joined),
            run=tuple(faces[each.id] for each in run),
        )
    group = group_faces.meant(session, member, conversation, wanted)
    mine = membership.one(session, group.id, member.id)
    return GroupShown(
        reader=member.reader,
        face=group_faces.face(session, turn, group),
        mine=mine.state if mine else None,
        named=mine is not None and mine.named,
        runs=group_faces.runs(session, group, member.id),
        paused_until=group_faces.pause_of(session, turn, group),
    )


def invite(
    session: Session,
    turn: Turn,
    group: GroupRecord,
    people: Iterable[MemberRecord],
    *,
    by: MemberRecord,
    kind: NoticeKind = NoticeKind.GROUP_INVITED,
    subject: UUID | None = None,
) -> None:
    """A place is kept for them. In a channel they are asked one by one; in a group DM its card asks them, unless there
    is more to say, which is what `subject` is about. Needs the group's lock, or that it is new.
    """
    for member in people:
        if member.consent is Consent.REFUSED:
            raise Refused(Refusal.PAIR_REFUSED, member.name, field="invited")
        mine = membership.one(session, group.id, member.id)
        if mine is None:
            membership.add(session, turn, group.id, member.id, MembershipState.INVITED)
        elif mine.state is MembershipState.LEFT:
            _step(session, turn, mine, MembershipStep.INVITE, by=by.id)
        else:
            continue
        greet(session, turn, member)
        if group.room is not Room.DIRECT or subject is not None:
            ask(session, turn, group, member, kind=kind, subject=subject)


def greet(session: Session, turn: Turn, member: MemberRecord) -> None:
    """The first word, before anything else."""
    if stored.ask(session, member.id):
        notices.queue(
            session,
            turn,
            [
                ToSay(
                    kind=NoticeKind.FIRST_WORD,
                    key=f"{NoticeKind.FIRST_WORD}:{member.id}",
                    member=member.id,
                    pairing=None,
                    subject=member.id,
                    not_before=next_working_moment(hours_of(member, turn.now), turn.now),
                )
            ],
        )


def ask(
    session: Session,
    turn: Turn,
    group: GroupRecord,
    member: MemberRecord,
    *,
    kind: NoticeKind = NoticeKind.GROUP_INVITED,
    subject: UUID | None = None,
) -> None:
    """In private, whether they would join."""
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=kind,
                key=f"{kind}:{subject or group.id}:{member.id}:{turn.now.isoformat()}",
                member=member.id,
                pairing=None,
                group=group.id,
                subject=subject or group.id,
                not_before=next_working_moment(hours_of(member, turn.now), turn.now),
            )
        ],
    )


def _has_room(session: Session, group: GroupRecord, mine: MembershipRecord | None) -> None:
    if group.joining is Joining.ADDED and mine is None:
        raise Refused(Refusal.GROUP_BY_INVITATION, group.name)
    if len(membership.joined(session, group.id)) >= group.size:
        raise Refused(Refusal.GROUP_FULL, group.name)


def _enter(
    session: Session, turn: Turn, group: GroupRecord, member: MemberRecord, mine: MembershipRecord | None
) -> None:
    """Whoever joins says yes to the bot too, whatever they said before."""
    if member.consent is Consent.REFUSED:
        stored.change(session, member.id, consent=Consent.GIVEN)
    if mine is None:
        membership.add(session, turn, group.id, member.id, MembershipState.JOINED)
    else:
        _step(session, turn, mine, MembershipStep.JOIN, by=member.id, joined_at=turn.now, left_at=None)
    arrivals.joined(session, turn, group.id, member.id)
    group_cases.grown(session, turn, group, len(circles.inside(session, group.id)))
    _comes_over(session, turn, group, member)
    place(session, turn, group.programme_id, [member.id], by=member.id)
    greet(session, turn, member)
    _changed(session, turn, group, member.id)


def _comes_over(session: Session, turn: Turn, group: GroupRecord, member: MemberRecord) -> None:
    """Whoever goes on with this group leaves the small one they were in, which ends with the last of them."""
    for merger in mergers.into(session, group.id):
        mine = membership.one(session, merger.group_id, member.id)
        small = groups.by_id(session, merger.group_id)
        if mine is None or mine.state not in circles.INSIDE or small.over:
            continue
        part(session, turn, small, mine, by=member.id)
        if not circles.inside(session, small.id):
            regrouping.finish(session, turn, small, by=merger.by)


def _changed(session: Session, turn: Turn, group: GroupRecord, member: MemberId) -> None:
    groups.look_at(session, {group.id: turn.now})
    surfaces.want(session, turn, [group.id, *(each.id for each in mergers.into(session, group.id))])
    homes.want(session, [member])
    homes.want_of_runners(session, group.id)


def _step(
    session: Session,
    turn: Turn,
    mine: MembershipRecord,
    step: MembershipStep,
    *,
    by: MemberId | None,
    **values: object,
) -> None:
    state = after(LIFE, mine.state, step)
    membership.change(session, mine.id, state=state, **values)
    steps.record(
        session,
        turn,
        subject="membership",
        subject_id=mine.id,
        from_state=mine.state,
        step=step,
        to_state=state,
        by=by,
    )
