"""Looks at rotations that are due and saves what the rules say."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final, assert_never
from uuid import UUID

from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.membership import MembershipStep
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.rotation import LeftOut
from bot.domain.rotation_facts import (
    AskToStay,
    AskWhetherMet,
    CloseRound,
    LeaveOut,
    Nudge,
    OpenRound,
    PlanRound,
    RotationChange,
    RotationFacts,
    SkipRound,
    Warn,
)
from bot.domain.rotation_rounds import what_next
from bot.domain.rounds import RoundStep
from bot.domain.turn import Turn
from bot.services import regrouping
from bot.services.rotation_facts import facts_of
from bot.services.rotation_members import part
from storage import groups, membership, rounds
from storage import notice as notices
from storage import rotation as rotations
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.notice import ToSay
from storage.rounds import RoundRecord
from storage.session import Session

SET_ASIDE: Final = timedelta(hours=1)


def due(session: Session, turn: Turn, limit: int) -> list[tuple[int, GroupId]]:
    """Claims what is due, oldest first."""
    return groups.due(session, ProgrammeKind.ROTATION, turn.now, limit)


def next_due(session: Session) -> datetime | None:
    return groups.next_due(session, ProgrammeKind.ROTATION)


def lock(session: Session, group: GroupId) -> None:
    groups.lock(session, [group])


def look(session: Session, turn: Turn, ids: Collection[GroupId]) -> None:
    """Lets the rules speak of rotations of one workspace, whose locks the session holds."""
    for group in groups.by_ids(session, ids).values():
        facts = facts_of(session, turn, group)
        if facts is None:
            groups.look_at(session, {group.id: None})
            continue
        decided = what_next(facts, turn.now)
        for change in decided.changes:
            _save(session, turn, group, facts, change)
        groups.look_at(session, {group.id: decided.next_look_at})


def set_aside(session: Session, turn: Turn, group: GroupId, error: BaseException) -> None:
    """A rotation whose look fails even alone waits an hour, and says why to the operator."""
    trouble = f"{type(error).__name__} {turn.cause}"
    groups.set_aside(session, group, until=turn.now + SET_ASIDE, trouble=trouble)


def _save(session: Session, turn: Turn, group: GroupRecord, facts: RotationFacts, change: RotationChange) -> None:
    match change:
        case PlanRound():
            day, opens_at = change.day, change.opens_at
            rounds.schedule(session, turn, group.id, period=change.period, day=day, opens_at=opens_at, facilitator=None)
            surfaces.want(session, turn, [group.id])
        case SkipRound():
            _step(session, turn, change.round, RoundStep.SKIP, why=change.why, closed_at=turn.now)
        case OpenRound():
            _open(session, turn, group, change)
        case LeaveOut():
            out = {change.member: {"left_out": LeftOut.GONE}}
            rotations.change_parts(session, turn, change.round, group.id, out)
            _tell_left_out(session, turn, group, change.round, [change.member])
        case CloseRound():
            surfaces.want(session, turn, rotations.current(session, group.id))
            _step(session, turn, change.round, RoundStep.CLOSE, closed_at=turn.now)
        case Warn() | AskToStay() | Nudge() | AskWhetherMet():
            _ask(session, turn, group, change)
        case _:
            assert_never(change)


def _step(session: Session, turn: Turn, round: RoundId, step: RoundStep, **values: object) -> RoundRecord:
    found = rounds.by_id(session, round)
    assert found is not None
    regrouping.step(session, turn, found, step, by=None, **values)
    return found


def _ask(session: Session, turn: Turn, group: GroupRecord, change: Warn | AskToStay | Nudge | AskWhetherMet) -> None:
    """It is noted and queued in one commit, so that it is asked once."""
    kind, column = _ASKED[type(change)]
    values = {change.member: {column: turn.now}}
    rotations.change_parts(session, turn, change.round, group.id, values)
    part = rotations.part(session, change.round, change.member)
    assert part is not None
    about = part.encounter_id if kind in _OF_ENCOUNTERS and part.encounter_id is not None else part.id
    _queue(session, turn, group, kind, change.member, about, change.not_before)


def _open(session: Session, turn: Turn, group: GroupRecord, change: OpenRound) -> None:
    _step(
        session,
        turn,
        change.round,
        RoundStep.OPEN,
        opening_at=turn.now,
        opened_at=turn.now,
        closes_at=change.closes_at,
    )
    made = rotations.bring_together(session, turn, change.round, group.id, change.drawn.groups)
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.ROTATION_MEETING,
                key=f"{NoticeKind.ROTATION_MEETING}:{encounter}",
                member=None,
                pairing=None,
                group=group.id,
                subject=encounter,
                not_before=at,
            )
            for encounter, at in zip(made, change.introduce_at, strict=True)
        ],
    )
    left_out = {member: {"left_out": why} for member, why in change.drawn.left_out.items()}
    rotations.change_parts(session, turn, change.round, group.id, left_out)
    _tell_left_out(session, turn, group, change.round, left_out)
    for member in change.set_aside:
        _set_aside(session, turn, group, member)
    surfaces.want(session, turn, [group.id, *rotations.current(session, group.id)])


def _tell_left_out(
    session: Session, turn: Turn, group: GroupRecord, round: RoundId, people: Collection[MemberId]
) -> None:
    parts = rotations.parts(session, round)
    for member in people:
        _queue(session, turn, group, NoticeKind.ROTATION_LEFT_OUT, member, parts[member].id, turn.now)


def _set_aside(session: Session, turn: Turn, group: GroupRecord, member: MemberId) -> None:
    """Kindly, with a way back."""
    mine = membership.one(session, group.id, member)
    assert mine is not None
    part(session, turn, group, mine, MembershipStep.SET_ASIDE, by=None)
    _queue(session, turn, group, NoticeKind.ROTATION_ASIDE, member, mine.id, turn.now)


def _queue(
    session: Session,
    turn: Turn,
    group: GroupRecord,
    kind: NoticeKind,
    member: MemberId,
    about: UUID,
    not_before: datetime,
) -> None:
    """A part has its round in it; a place can be set aside more than once."""
    episode = f":{turn.now.isoformat()}" if kind is NoticeKind.ROTATION_ASIDE else ""
    asked = ToSay(
        kind=kind,
        key=f"{kind}:{about}:{member}{episode}",
        member=member,
        pairing=None,
        group=group.id,
        subject=about,
        not_before=not_before,
    )
    notices.queue(session, turn, [asked])


_ASKED: Final = {
    Warn: (NoticeKind.ROTATION_WARNING, "warned_at"),
    AskToStay: (NoticeKind.ROTATION_STAY, "stay_asked_at"),
    Nudge: (NoticeKind.ROTATION_NUDGE, "nudged_at"),
    AskWhetherMet: (NoticeKind.ROTATION_ASK, "asked_at"),
}
_OF_ENCOUNTERS: Final = frozenset({NoticeKind.ROTATION_NUDGE, NoticeKind.ROTATION_ASK})
