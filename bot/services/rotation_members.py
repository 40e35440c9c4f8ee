"""Who is in a rotation: invited, joining, leaving, skipping a round, set aside and coming back."""

from collections.abc import Iterable
from typing import Final

from bot.domain.calendar import next_working_moment
from bot.domain.groups import Joining
from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.life import after
from bot.domain.member import Consent
from bot.domain.membership import LIFE, MembershipState, MembershipStep
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rotation_showings import (
    MyRotations,
    RotationJoined,
    RotationLeft,
    RotationShown,
    RotationSkipped,
)
from bot.domain.rounds import RoundState
from bot.domain.turn import Caller, Turn
from bot.ports import Person
from bot.services import group_faces, members, rotation_faces
from bot.services.calendar import hours_of
from bot.services.encounters import partners_now
from bot.services.group_members import greet
from bot.services.new_pairings import place
from bot.services.pairing import real
from bot.services.rotation_numbers import numbers
from bot.services.seats import known, me
from storage import chairs, groups, membership, rounds
from storage import home as homes
from storage import member as stored
from storage import notice as notices
from storage import rotation as rotations
from storage import step as steps
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.membership import MembershipRecord
from storage.notice import ToSay
from storage.rounds import RoundRecord
from storage.session import Session

_NOT_OVER: Final = frozenset({RoundState.SCHEDULED, RoundState.OPEN})


def join(session: Session, caller: Caller, turn: Turn, id: GroupId, person: Person | None) -> RotationJoined:
    """[Join], or a way back. `person` is whoever pressed, as the directory knows them. Raises Refused."""
    group = rotation_faces.living(session, id)
    member = known(session, caller) or members.welcome(session, turn, [real(person)], zone=group.zone)[caller.person]
    mine = membership.one(session, id, member.id)
    again = mine is not None and mine.state is MembershipState.JOINED
    if not again:
        if group.joining is Joining.ADDED and mine is None:
            raise Refused(Refusal.GROUP_BY_INVITATION, group.name)
        _enter(session, turn, group, member, mine)
    _stays(session, turn, group, member.id)
    return RotationJoined(reader=member.reader, face=rotation_faces.face(session, turn, group), again=again)


def leave(session: Session, caller: Caller, turn: Turn, id: GroupId) -> RotationLeft:
    """[Leave], or *No* to an invitation. Raises Refused for somebody who has no place there."""
    member = me(session, caller)
    group = rotation_faces.living(session, id)
    mine = membership.one(session, id, member.id)
    if mine is None or mine.state is MembershipState.LEFT:
        raise Refused(Refusal.NOT_IN_ROTATION, group.name)
    part(session, turn, group, mine, MembershipStep.LEAVE, by=member.id)
    return RotationLeft(reader=member.reader, face=rotation_faces.face(session, turn, group))


def part(
    session: Session,
    turn: Turn,
    group: GroupRecord,
    mine: MembershipRecord,
    step: MembershipStep,
    *,
    by: MemberId | None,
) -> None:
    """Somebody leaves, or is set aside. Needs the group's lock."""
    _step(session, turn, mine, step, by=by, left_at=turn.now)
    _changed(session, turn, group, mine)


def invite(
    session: Session, turn: Turn, group: GroupRecord, people: Iterable[MemberRecord], *, by: MemberRecord
) -> None:
    """They are asked one by one. Needs the group's lock, or that it is new."""
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
        asked = ToSay(
            kind=NoticeKind.ROTATION_INVITED,
            key=f"{NoticeKind.ROTATION_INVITED}:{group.id}:{member.id}:{turn.now.isoformat()}",
            member=member.id,
            pairing=None,
            group=group.id,
            subject=group.id,
            not_before=next_working_moment(hours_of(member, turn.now), turn.now),
        )
        notices.queue(session, turn, [asked])


def skip(session: Session, caller: Caller, turn: Turn, round: RoundId, skipped: bool) -> RotationSkipped:
    """*Skip this time*, and back again, until who meets whom is drawn. Raises Refused."""
    found = rounds.by_id(session, round)
    if found is None:
        raise Refused(Refusal.NO_ROTATION_HERE)
    return _skip(session, caller, turn, rotation_faces.living(session, found.group_id), found, skipped=skipped)


def skip_next(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> RotationSkipped:
    """`/rapport rotation skip`. Raises Refused."""
    meant = rotation_faces.meant(session, me(session, caller), conversation, name)
    group = rotation_faces.living(session, meant.id)
    coming = planned(session, group)
    if coming is None:
        raise Refused(Refusal.NO_ROUND_TO_SKIP, group.name)
    return _skip(session, caller, turn, group, coming, skipped=True)


def _skip(
    session: Session, caller: Caller, turn: Turn, group: GroupRecord, before: RoundRecord, *, skipped: bool
) -> RotationSkipped:
    member = me(session, caller)
    mine = membership.one(session, group.id, member.id)
    if mine is None or mine.state is not MembershipState.JOINED:
        raise Refused(Refusal.NOT_IN_ROTATION, group.name)
    round = rounds.by_id(session, before.id) or before
    if round.state is not RoundState.SCHEDULED or round.opening_at is not None:
        raise Refused(Refusal.ROUND_BEGUN, group.name)
    values = {"skipped_at": turn.now if skipped else None}
    rotations.change_parts(session, turn, round.id, group.id, {member.id: values})
    _look_alike(session, turn, round.id, member.id)
    homes.want(session, [member.id])
    groups.look_at(session, {group.id: turn.now})
    return RotationSkipped(
        reader=member.reader, name=group.name, round=round.id, opens_at=round.opens_at, skipped=skipped
    )


def stay(session: Session, caller: Caller, turn: Turn, round: RoundId) -> RotationJoined:
    """*I stay*, after silent rounds; too late for the round it is a way back. Raises Refused."""
    found = rounds.by_id(session, round)
    if found is None:
        raise Refused(Refusal.NO_ROTATION_HERE)
    if membership.one(session, found.group_id, me(session, caller).id) is None:  # who was never asked
        raise Refused(Refusal.NOT_IN_ROTATION, groups.by_id(session, found.group_id).name)
    return join(session, caller, turn, found.group_id, None)


def show(session: Session, caller: Caller, turn: Turn, conversation: str, wanted: str) -> RotationShown | MyRotations:
    """`/rapport rotation`: the one of this channel, or all that are mine. Raises Refused."""
    member = me(session, caller)
    joined, run = rotation_faces.joined_by(session, member.id), rotation_faces.run_by(session, member.id)
    here = {each.id for each in groups.living_in(session, conversation)}
    mine = {each.id: each for each in (*joined, *run)}
    if not wanted and len(mine) > 1 and not here & mine.keys():
        faces = {id: rotation_faces.face(session, turn, each) for id, each in mine.items()}
        return MyRotations(
            reader=member.reader,
            joined=tuple(faces[each.id] for each in joined),
            run=tuple(faces[each.id] for each in run),
        )
    group = rotation_faces.meant(session, member, conversation, wanted)
    place = membership.one(session, group.id, member.id)
    coming = planned(session, group)
    in_it = place is not None and place.state is MembershipState.JOINED
    part = rotations.part(session, coming.id, member.id) if coming is not None else None
    return RotationShown(
        reader=member.reader,
        face=rotation_faces.face(session, turn, group),
        mine=place.state if place else None,
        round=coming.id if coming is not None and in_it else None,
        skipped=part is not None and part.skipped_at is not None,
        partners=partners_now(session, group, member.id),
        paused_until=group_faces.pause_of(session, turn, group),
        numbers=numbers(session, group.id) if group_faces.runs(session, group, member.id) else None,
    )


def planned(session: Session, group: GroupRecord) -> RoundRecord | None:
    """The round that has not opened yet, if there is one."""
    last = rounds.latest(session, [group.id], 1)[group.id]
    return last[0] if last and last[0].state is RoundState.SCHEDULED else None


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
    chairs.sit(session, turn, group.id, member.id)
    place(session, turn, group.programme_id, [member.id], by=member.id)
    greet(session, turn, member)
    _changed(session, turn, group, membership.one(session, group.id, member.id))


def _stays(session: Session, turn: Turn, group: GroupRecord, member: MemberId) -> None:
    """Whoever joins, or says that they stay, is not waited for, nor set aside."""
    for round in rounds.latest(session, [group.id], 2)[group.id]:
        part = rotations.part(session, round.id, member) if round.state in _NOT_OVER else None
        if part is not None and part.stay_asked_at is not None and part.stays_at is None:
            rotations.change_parts(session, turn, round.id, group.id, {member: {"stays_at": turn.now}})
            _look_alike(session, turn, round.id, member)


def _look_alike(session: Session, turn: Turn, round: RoundId, member: MemberId) -> None:
    """What a person was told of a round shows how it is now."""
    part = rotations.part(session, round, member)
    if part is not None:
        surfaces.want(session, turn, [part.id])


def _changed(session: Session, turn: Turn, group: GroupRecord, mine: MembershipRecord | None) -> None:
    groups.look_at(session, {group.id: turn.now})
    theirs = [mine.id, *rotations.current(session, group.id, mine.member.id)] if mine is not None else []
    surfaces.want(session, turn, [group.id, *theirs])
    homes.want_of_runners(session, group.id)
    homes.want(session, [mine.member.id] if mine is not None else [])


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
