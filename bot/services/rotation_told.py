"""What messages about rotations say, read from today's facts."""

from bot.domain.calendar import last_day_before
from bot.domain.checkin import Meeting
from bot.domain.groups import GroupState
from bot.domain.ids import EncounterId, MemberId
from bot.domain.introduction import meeting_slots
from bot.domain.membership import MembershipState
from bot.domain.rotation import LeftOut
from bot.domain.rotation_rounds import SILENT_ROUNDS
from bot.domain.rotation_sayings import (
    RotationAside,
    RotationAsk,
    RotationCard,
    RotationInvited,
    RotationLeftOut,
    RotationMeeting,
    RotationNudge,
    RotationSaying,
    RotationStay,
    RotationWarning,
)
from bot.domain.rounds import RoundState
from bot.domain.sayings import Saying, Untrue
from bot.domain.turn import Turn
from bot.services import group_faces, rotation_faces
from bot.services.calendar import hours_of, hours_of_group
from bot.services.encounters import can_meet, is_last, people_of
from storage import groups, membership, rounds
from storage import member as members
from storage import rotation as rotations
from storage.groups import GroupRecord
from storage.message import NoticeRecord
from storage.rotation import EncounterRecord, PartRecord
from storage.rounds import RoundRecord
from storage.session import Session


def card(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    return RotationCard(notice=notice.id, face=rotation_faces.face(session, turn, group))


def invited(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    mine = membership.one(session, group.id, notice.hearer)
    return RotationInvited(
        notice=notice.id,
        face=rotation_faces.face(session, turn, group),
        inviter=members.by_id(session, group.started_by).name,
        settled=group.over or mine is None or mine.state is not MembershipState.INVITED,
    )


def warning(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group, part, round = _part(session, notice)
    return RotationWarning(
        notice=notice.id,
        round=round.id,
        name=group.name,
        opens_at=round.opens_at,
        skipped=part.skipped_at is not None,
        settled=round.state is not RoundState.SCHEDULED or not _is_in(session, group, notice.hearer),
        waits=group.state is GroupState.ADRIFT,
    )


def meeting(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    encounter, round = _encounter(session, notice)
    everybody = people_of(session, encounter)
    here = {each.id for each in can_meet(session, encounter)}
    parts = rotations.parts_of(session, encounter.id)
    hours = tuple(hours_of(each, turn.now) for each in everybody)
    said = {each.id: parts[each.id].answer for each in everybody}
    met_by = tuple(each.name for each in everybody if said[each.id] is Meeting.MET)
    return RotationMeeting(
        notice=notice.id,
        encounter=encounter.id,
        name=group.name,
        people=tuple(each.name for each in everybody),
        until=last_day_before(hours_of_group(group, turn.now), round.closes_at or turn.now),
        slots=meeting_slots(hours, encounter.introduced_at or turn.now),
        zones=tuple(dict.fromkeys(each.zone for each in everybody)),
        planned_by=tuple(each.name for each in everybody if said[each.id] is Meeting.PLANNED),
        met_by=met_by,
        left=tuple(each.name for each in everybody if each.id not in here and parts[each.id].left_out is None),
        over=not met_by and (round.state is not RoundState.OPEN or len(here) < 2),
    )


def left_out(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group, part, _ = _part(session, notice)
    return RotationLeftOut(
        notice=notice.id,
        name=group.name,
        why=part.left_out or LeftOut.ODD,
        next_at=None if group.over else group_faces.next_opening(session, turn, group),
    )


def nudge(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    encounter, round = _encounter(session, notice)
    answer, others = _said(session, encounter, notice.hearer)
    over = round.state is not RoundState.OPEN or _settled(session, encounter, notice.hearer)
    return RotationNudge(
        notice=notice.id,
        encounter=encounter.id,
        name=group.name,
        partners=_partners(session, encounter, notice.hearer),
        until=last_day_before(hours_of_group(group, turn.now), round.closes_at or turn.now),
        answer=answer,
        settled=over or Meeting.MET in others,
    )


def ask(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """What they said before they were asked is asked about again."""
    group = groups.by_id(session, notice.gathering)
    encounter, _ = _encounter(session, notice)
    mine = rotations.parts_of(session, encounter.id)[notice.hearer]
    anew = mine.answered_at is not None and mine.asked_at is not None and mine.answered_at >= mine.asked_at
    answer, others = _said(session, encounter, notice.hearer)
    return RotationAsk(
        notice=notice.id,
        encounter=encounter.id,
        name=group.name,
        partners=_partners(session, encounter, notice.hearer),
        coordinator=group_faces.coordinator_of(session, group),
        answer=answer if anew or answer is Meeting.MET else None,
        settled=_settled(session, encounter, notice.hearer) or Meeting.MET in others,
    )


def stay(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group, part, round = _part(session, notice)
    inside = _is_in(session, group, notice.hearer)
    stays = None if part.stays_at is None and inside else inside
    return RotationStay(
        notice=notice.id,
        group=group.id,
        round=round.id,
        name=group.name,
        rounds=SILENT_ROUNDS,
        opens_at=round.opens_at,
        stays=stays,
        settled=group.over or (stays is None and round.state is not RoundState.SCHEDULED),
    )


def aside(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    group = groups.by_id(session, notice.gathering)
    return RotationAside(
        notice=notice.id,
        group=group.id,
        name=group.name,
        back=_is_in(session, group, notice.hearer),
        over=group.over,
    )


def first_time(saying: RotationSaying) -> RotationSaying | Untrue:
    """What is no longer true stays unsaid."""
    match saying:
        case RotationInvited(settled=True):
            return Untrue(why="settled")
        case RotationWarning(settled=True) | RotationWarning(skipped=True):
            return Untrue(why="skipped or begun")
        case RotationWarning(waits=True):
            return Untrue(why="channel lost")
        case RotationMeeting(over=True) | RotationMeeting(met_by=(_, *_)):
            return Untrue(why="over")
        case RotationNudge(settled=True) | RotationNudge(answer=Meeting.MET) | RotationNudge(answer=Meeting.PLANNED):
            return Untrue(why="settled")
        case RotationAsk(settled=True) | RotationAsk(answer=Meeting.MET):
            return Untrue(why="settled")
        case RotationStay(settled=True) | RotationStay(stays=True) | RotationStay(stays=False):
            return Untrue(why="settled")
        case RotationAside(back=True) | RotationAside(over=True):
            return Untrue(why="back")
        case _:
            return saying


def _part(session: Session, notice: NoticeRecord) -> tuple[GroupRecord, PartRecord, RoundRecord]:
    part = rotations.part_by_id(session, notice.about)
    assert part is not None
    round = rounds.by_id(session, part.round_id)
    assert round is not None
    return groups.by_id(session, part.group_id), part, round


def _encounter(session: Session, notice: NoticeRecord) -> tuple[EncounterRecord, RoundRecord]:
    encounter = rotations.encounter(session, EncounterId(notice.about))
    assert encounter is not None
    round = rounds.by_id(session, encounter.round_id)
    assert round is not None
    return encounter, round


def _is_in(session: Session, group: GroupRecord, member: MemberId) -> bool:
    mine = membership.one(session, group.id, member)
    return group.state is not GroupState.ENDED and mine is not None and mine.state is MembershipState.JOINED


def _said(session: Session, encounter: EncounterRecord, member: MemberId) -> tuple[Meeting | None, set[Meeting | None]]:
    """What the reader said, and what the others did."""
    parts = rotations.parts_of(session, encounter.id)
    return parts[member].answer, {each.answer for whose, each in parts.items() if whose != member}


def _partners(session: Session, encounter: EncounterRecord, member: MemberId) -> tuple[str, ...]:
    return tuple(each.name for each in people_of(session, encounter) if each.id != member)


def _settled(session: Session, encounter: EncounterRecord, member: MemberId) -> bool:
    """Whether there is nothing more to say of it: a later round has opened, or they cannot meet."""
    here = [each.id for each in can_meet(session, encounter)]
    return not is_last(session, encounter) or len(here) < 2 or member not in here
