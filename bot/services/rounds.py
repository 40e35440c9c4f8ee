"""Rounds of groups: looked at as time passes, opened, closed, skipped."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final, assert_never

from bot.domain import round_rules
from bot.domain.group_health import GroupCaseEnds, GroupCaseOpens, GroupClimbStarts
from bot.domain.group_showings import RoundSkipped
from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.round_facts import GroupFacts
from bot.domain.round_rules import RoundChange, closing, next_of_group
from bot.domain.rounds import RoundState, RoundStep
from bot.domain.sayings import Place
from bot.domain.turn import Caller, Turn
from bot.services import group_cases, group_faces, regrouping
from bot.services.calendar import hours_of, hours_of_group
from bot.services.seats import me
from storage import audit, groups, membership, round_facts, rounds
from storage import home as homes
from storage import notice as notices
from storage import surface as surfaces
from storage.notice import ToSay
from storage.rounds import RoundRecord
from storage.session import Session

SET_ASIDE: Final = timedelta(hours=1)
NEXT_DUE: Final = groups.NEXT_LOOK[ProgrammeKind.PEER_GROUP]


def due(session: Session, turn: Turn, limit: int) -> list[tuple[int, GroupId]]:
    """Claims the peer groups that are due, oldest first."""
    return groups.due(session, ProgrammeKind.PEER_GROUP, turn.now, limit)


def lock(session: Session, group: GroupId) -> None:
    groups.lock(session, [group])


def look(session: Session, turn: Turn, ids: Collection[GroupId]) -> None:
    """Lets the rules speak of groups of one workspace, whose locks the session holds."""
    found = facts_of(session, turn, ids)
    looks: dict[GroupId, datetime | None] = {}
    for group, facts in found.items():
        decided = next_of_group(facts, turn.now)
        for change in decided.changes:
            save(session, turn, facts, change)
        if decided.changes:
            surfaces.want(session, turn, [group])
            homes.want(session, [each.member for each in facts.people])
        looks[group] = decided.next_look_at
    groups.look_at(session, looks)


def set_aside(session: Session, turn: Turn, group: GroupId, error: BaseException) -> None:
    """A group whose look fails even alone waits an hour, and says why to the operator."""
    groups.set_aside(session, group, until=turn.now + SET_ASIDE, trouble=f"{type(error).__name__} {turn.cause}")


def facts_of(session: Session, turn: Turn, ids: Collection[GroupId]) -> dict[GroupId, GroupFacts]:
    return round_facts.facts(
        session, ids, lambda member: hours_of(member, turn.now), lambda group: hours_of_group(group, turn.now)
    )


def save(session: Session, turn: Turn, facts: GroupFacts, change: RoundChange) -> None:
    match change:
        case round_rules.ScheduleRound():
            made = rounds.schedule(
                session,
                turn,
                facts.id,
                period=change.period,
                day=change.day,
                opens_at=change.opens_at,
                facilitator=change.facilitator,
            )
            if made is not None:
                rounds.hand_over(session, turn, made, change.facilitator, by=None)
        case round_rules.Assign():
            another = rounds.by_id(session, change.round)
            assert another is not None
            regrouping.give(session, turn, another, change.facilitator, by=None)
        case round_rules.Guide():
            rounds.change(session, change.round, guided_at=turn.now)
            regrouping.tell(session, turn, facts.id, NoticeKind.ROUND_GUIDE, change.round, change.member)
        case round_rules.Nudge():
            rounds.change_seat(session, change.round, change.member, nudged_at=turn.now)
            regrouping.tell(session, turn, facts.id, NoticeKind.ROUND_NUDGE, change.round, change.member)
        case round_rules.OpenRound():
            rounds.change(session, change.round, opening_at=turn.now)
            if not _post(session, turn, facts.id, NoticeKind.ROUND, change.round):  # it can never be said
                _step(session, turn, change.round, RoundStep.SKIP, why="missed", closed_at=turn.now)
        case round_rules.SkipRound():
            _step(session, turn, change.round, RoundStep.SKIP, why=change.why, closed_at=turn.now)
        case round_rules.CloseRound():
            closed = _step(session, turn, change.round, RoundStep.CLOSE, closed_at=turn.now)
            _post(session, turn, facts.id, NoticeKind.ROUND_DIGEST, change.round, thread=closed.stamp)
        case GroupClimbStarts() | GroupCaseOpens() | GroupCaseEnds():
            group_cases.save(session, turn, facts.id, change)
        case _:
            assert_never(change)


def opened(session: Session, turn: Turn, round: RoundId, place: Place) -> None:
    """Its thread stands in the channel: who has joined is asked, and the time to answer begins."""
    before = rounds.by_id(session, round)
    if before is None or before.state is not RoundState.SCHEDULED:
        return
    group = groups.by_id(session, before.group_id)
    facts = facts_of(session, turn, [group.id])[group.id]
    assert facts.round is not None
    regrouping.step(
        session,
        turn,
        before,
        RoundStep.OPEN,
        by=None,
        opened_at=turn.now,
        closes_at=closing(facts, facts.round, turn.now),
        questions=group.questions,
        conversation=place.conversation,
        stamp=place.stamp,
    )
    rounds.seat(session, turn, round, group.id, [each.member for each in facts.people if each.reachable])
    led = membership.one(session, group.id, before.facilitator_id) if before.facilitator_id else None
    if led is not None:
        membership.change(session, led.id, turned_at=turn.now)


def skip(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> RoundSkipped:
    """`/rapport group skip`: the next round is left out. Raises Refused."""
    member = me(session, caller)
    group = group_faces.meant(session, member, conversation, name)
    if not group_faces.runs(session, group, member.id):
        raise Refused(Refusal.NOT_A_COORDINATOR)
    groups.lock(session, [group.id])
    last = rounds.latest(session, [group.id], 1)[group.id]
    if not last or last[0].state is not RoundState.SCHEDULED:
        raise Refused(Refusal.NOTHING_TO_SKIP, group.name)
    _step(session, turn, last[0].id, RoundStep.SKIP, by=member.id, why="asked", closed_at=turn.now)
    audit.record(session, turn, member=member.id, act="skip", subject="round", subject_id=last[0].id)
    look(session, turn, [group.id])
    return RoundSkipped(reader=member.reader, face=group_faces.face(session, turn, group), skipped_at=last[0].opens_at)


def _step(
    session: Session,
    turn: Turn,
    round: RoundId,
    step: RoundStep,
    *,
    by: MemberId | None = None,
    **values: object,
) -> RoundRecord:
    """Moves a round of a group whose lock is held; as it was before."""
    before = rounds.by_id(session, round)
    assert before is not None
    regrouping.step(session, turn, before, step, by=by, **values)
    return before


def _post(session: Session, turn: Turn, group: GroupId, kind: NoticeKind, round: RoundId, *, thread: str = "") -> bool:
    """In the group's channel; whether it was queued. What was dropped while that was lost is queued again, once."""
    notice = ToSay(
        kind=kind,
        key=f"{kind}:{round}:{groups.by_id(session, group).lost}",
        member=None,
        pairing=None,
        group=group,
        subject=round,
        not_before=turn.now,
        thread=thread,
    )
    return bool(notices.queue(session, turn, [notice]))
