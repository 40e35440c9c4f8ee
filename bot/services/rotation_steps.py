"""What a look at a rotation changes, one short step at a time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, assert_never
from uuid import UUID

from bot.domain.ids import EncounterId, GroupId, MemberId, RoundId
from bot.domain.membership import MembershipStep
from bot.domain.notice import NoticeKind
from bot.domain.rotation import LeftOut
from bot.domain.rotation_facts import (
    Asking,
    AskToStay,
    AskWhetherMet,
    CloseRound,
    Introduce,
    LeaveOut,
    Nudge,
    OpenRound,
    PlanRound,
    RotationChange,
    SetAside,
    SkipRound,
    TellLeftOver,
    Warn,
)
from bot.domain.rounds import RoundStep
from bot.domain.turn import Turn
from bot.services import regrouping
from bot.services.rotation_members import part
from storage import groups, membership, rotation_rounds, rounds
from storage import home as homes
from storage import notice as notices
from storage import rotation as rotations
from storage import surface as surfaces
from storage.notice import ToSay
from storage.session import Session


def save(session: Session, turn: Turn, *, group: GroupId, changes: Sequence[Any]) -> None:
    """Changes of one kind, but a round's opening, which takes more than a step."""
    first: RotationChange = changes[0]
    match first:
        case PlanRound():
            _plan(session, turn, group, first)
        case SkipRound():
            _step(session, turn, first.round, RoundStep.SKIP, why=first.why, closed_at=turn.now)
        case CloseRound():
            rotation_rounds.want(session, turn, first.round)
            _step(session, turn, first.round, RoundStep.CLOSE, closed_at=turn.now)
        case Introduce():
            _introduce(session, turn, group, changes)
        case TellLeftOver():
            _tell_left_out(session, turn, group, first.round, [change.member for change in changes])
        case SetAside():
            for change in changes:
                _set_aside(session, turn, group, change.member)
        case LeaveOut():
            out = {change.member: {"left_out": LeftOut.GONE} for change in changes}
            rotations.change_parts(session, turn, first.round, group, out)
            _tell_left_out(session, turn, group, first.round, list(out))
            homes.want(session, list(out))
        case Warn() | AskToStay() | Nudge() | AskWhetherMet():
            _ask(session, turn, group, changes)
        case OpenRound():
            raise AssertionError(first)
        case _:
            assert_never(first)


def undo(session: Session, turn: Turn, *, round: RoundId, encounters: Sequence[EncounterId]) -> None:
    """An opening that was cut short leaves nothing."""
    rotation_rounds.undo(session, round, encounters)


def bring_together(
    session: Session, turn: Turn, *, round: RoundId, group: GroupId, groups: Sequence[Sequence[MemberId]]
) -> None:
    rotations.bring_together(session, turn, round, group, groups)


def leave_over(
    session: Session, turn: Turn, *, round: RoundId, group: GroupId, left_out: Mapping[MemberId, LeftOut]
) -> None:
    out = {member: {"left_out": why} for member, why in left_out.items()}
    rotations.change_parts(session, turn, round, group, out)


def open_round(session: Session, turn: Turn, *, round: RoundId, closes_at: datetime) -> None:
    _step(session, turn, round, RoundStep.OPEN, opened_at=turn.now, closes_at=closes_at)
    rotation_rounds.want(session, turn, round)


def _plan(session: Session, turn: Turn, group: GroupId, change: PlanRound) -> None:
    day, opens_at = change.day, change.opens_at
    rounds.schedule(session, turn, group, period=change.period, day=day, opens_at=opens_at, facilitator=None)
    surfaces.want(session, turn, [group])
    homes.want_of_group(session, group)


def _step(session: Session, turn: Turn, round: RoundId, step: RoundStep, **values: object) -> None:
    found = rounds.by_id(session, round)
    assert found is not None
    regrouping.step(session, turn, found, step, by=None, **values)


def _ask(session: Session, turn: Turn, group: GroupId, changes: Sequence[Asking]) -> None:
    """It is noted and queued in one commit, so that it is asked once."""
    kind, column = _ASKED[type(changes[0])]
    round = changes[0].round
    rotations.change_parts(session, turn, round, group, {change.member: {column: turn.now} for change in changes})
    parts = rotations.parts_of_members(session, round, [change.member for change in changes])
    about = {
        member: mine.encounter_id if kind in _OF_ENCOUNTERS and mine.encounter_id is not None else mine.id
        for member, mine in parts.items()
    }
    _queue(session, turn, group, kind, ((each.member, about[each.member], each.not_before) for each in changes))


def _introduce(session: Session, turn: Turn, group: GroupId, changes: Sequence[Introduce]) -> None:
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.ROTATION_MEETING,
                key=f"{NoticeKind.ROTATION_MEETING}:{change.encounter}",
                member=None,
                pairing=None,
                group=group,
                subject=change.encounter,
                not_before=change.not_before,
            )
            for change in changes
        ],
    )


def _tell_left_out(session: Session, turn: Turn, group: GroupId, round: RoundId, people: Sequence[MemberId]) -> None:
    parts = rotations.parts_of_members(session, round, people)
    _queue(session, turn, group, NoticeKind.ROTATION_LEFT_OUT, ((each, parts[each].id, turn.now) for each in people))


def _set_aside(session: Session, turn: Turn, group: GroupId, member: MemberId) -> None:
    """Kindly, with a way back."""
    mine = membership.one(session, group, member)
    assert mine is not None
    part(session, turn, groups.by_id(session, group), mine, MembershipStep.SET_ASIDE, by=None)
    _queue(session, turn, group, NoticeKind.ROTATION_ASIDE, [(member, mine.id, turn.now)])


def _queue(
    session: Session,
    turn: Turn,
    group: GroupId,
    kind: NoticeKind,
    told: Iterable[tuple[MemberId, UUID, datetime]],
) -> None:
    """Each time: to whom, about what, not before when. A part has its round in it; a place can be set aside more than
    once.
    """
    episode = f":{turn.now.isoformat()}" if kind is NoticeKind.ROTATION_ASIDE else ""
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=kind,
                key=f"{kind}:{about}:{member}{episode}",
                member=member,
                pairing=None,
                group=group,
                subject=about,
                not_before=not_before,
            )
            for member, about, not_before in told
        ],
    )


_ASKED: Final = {
    Warn: (NoticeKind.ROTATION_WARNING, "warned_at"),
    AskToStay: (NoticeKind.ROTATION_STAY, "stay_asked_at"),
    Nudge: (NoticeKind.ROTATION_NUDGE, "nudged_at"),
    AskWhetherMet: (NoticeKind.ROTATION_ASK, "asked_at"),
}
_OF_ENCOUNTERS: Final = frozenset({NoticeKind.ROTATION_NUDGE, NoticeKind.ROTATION_ASK})
