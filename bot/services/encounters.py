"""The people whom a round of a rotation brought together: what they say of their meeting, and *Not for me*."""

from bot.domain.checkin import Meeting
from bot.domain.ids import EncounterId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.refusals import Refusal, Refused
from bot.domain.rotation import LeftOut
from bot.domain.rotation_showings import RotationParting
from bot.domain.rounds import RoundState
from bot.domain.sayings import Place
from bot.domain.turn import Caller, Turn
from bot.services.seats import me
from storage import apart, groups, membership, rounds
from storage import home as homes
from storage import member as members
from storage import rotation as rotations
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.rotation import EncounterRecord
from storage.session import Session


def say_of_meeting(session: Session, caller: Caller, turn: Turn, id: EncounterId, answer: Meeting) -> None:
    """One click, which can be changed until the next round has opened. Raises Refused."""
    member, encounter = _mine(session, caller, id)
    if not is_last(session, encounter):
        raise Refused(Refusal.MEETING_OVER)
    said = {member.id: {"answer": answer, "answered_at": turn.now}}
    rotations.change_parts(session, turn, encounter.round_id, encounter.group_id, said)
    surfaces.want(session, turn, [id])


def parting(session: Session, caller: Caller, turn: Turn, id: EncounterId) -> RotationParting:
    """What *Not for me* would do. Raises Refused."""
    member, encounter = _seen(session, caller, id)
    return _parting(session, member, encounter, done=False)


def part(session: Session, caller: Caller, turn: Turn, id: EncounterId) -> RotationParting:
    """These people are not brought together again; the others hear only that the meeting does not take place.

    Raises Refused.
    """
    member, encounter = _mine(session, caller, id)
    for other in encounter.members:
        if other != member.id:
            apart.wish(session, turn, member.id, other)
    out = {member.id: {"left_out": LeftOut.UNWANTED}}
    rotations.change_parts(session, turn, encounter.round_id, encounter.group_id, out)
    groups.look_at(session, {encounter.group_id: turn.now})
    homes.want(session, encounter.members)
    surfaces.want(session, turn, [id])
    return _parting(session, member, encounter, done=True)


def introduced(session: Session, turn: Turn, id: EncounterId, place: Place) -> None:
    """The introduction stands in their group DM; one of unknown fate stands nobody knows where."""
    found = rotations.encounter(session, id)
    if found is not None and found.introduced_at is None:
        rotations.change_encounter(session, id, introduced_at=turn.now, conversation=place.conversation)


def partners_now(session: Session, group: GroupRecord, member: MemberId) -> tuple[str, ...]:
    """Whom somebody is to meet in the round that is open."""
    going = next(
        (each for each in rounds.latest(session, [group.id], 2)[group.id] if each.state is RoundState.OPEN), None
    )
    part = rotations.part(session, going.id, member) if going is not None else None
    if part is None or part.encounter_id is None:
        return ()
    encounter = rotations.encounter(session, part.encounter_id)
    return tuple(each.name for each in _others(can_meet(session, encounter), member)) if encounter is not None else ()


def can_meet(session: Session, encounter: EncounterRecord) -> list[MemberRecord]:
    """Those of an encounter who are in the rotation, can be reached, and did not say that it is not for them."""
    joined = {
        each.member.id: each.member
        for each in membership.of_members(session, encounter.group_id, encounter.members)
        if each.state is MembershipState.JOINED and each.member.reachable
    }
    parts = rotations.parts_of(session, encounter.id)
    return [joined[each] for each in encounter.members if each in joined and parts[each].left_out is None]


def people_of(session: Session, encounter: EncounterRecord) -> list[MemberRecord]:
    """All who were drawn, wherever they are now."""
    known = members.by_ids(session, encounter.members)
    return [known[each] for each in encounter.members]


def is_last(session: Session, encounter: EncounterRecord) -> bool:
    """Whether no later round of the rotation has opened."""
    held = (RoundState.OPEN, RoundState.CLOSED)
    last = [each for each in rounds.latest(session, [encounter.group_id], 3)[encounter.group_id] if each.state in held]
    return bool(last) and last[-1].id == encounter.round_id


def _others(people: list[MemberRecord], member: MemberId) -> list[MemberRecord]:
    """Nobody, if they are not among them themselves."""
    return [each for each in people if each.id != member] if any(each.id == member for each in people) else []


def _mine(session: Session, caller: Caller, id: EncounterId) -> tuple[MemberRecord, EncounterRecord]:
    """The caller and their encounter, under the lock of its rotation. Raises Refused."""
    member, found = _seen(session, caller, id)
    groups.lock(session, [found.group_id])
    return member, found


def _seen(session: Session, caller: Caller, id: EncounterId) -> tuple[MemberRecord, EncounterRecord]:
    member = me(session, caller)
    found = rotations.encounter(session, id)
    if found is None or member.id not in found.members:
        raise Refused(Refusal.NOT_YOURS)
    return member, found


def _parting(session: Session, member: MemberRecord, encounter: EncounterRecord, *, done: bool) -> RotationParting:
    others = [each.name for each in people_of(session, encounter) if each.id != member.id]
    return RotationParting(reader=member.reader, encounter=encounter.id, partners=tuple(others), done=done)
