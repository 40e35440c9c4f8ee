"""What a change of a group means for its rounds: a new day or hour, a pause, somebody else who leads, the end."""

from datetime import date

from bot.domain.groups import LIFE as GROUP_LIFE
from bot.domain.groups import GroupStep
from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.life import after
from bot.domain.notice import NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rounds import LIFE, RoundState, RoundStep
from bot.domain.turn import Turn
from bot.services import group_cases, group_faces
from storage import group_calendar, groups, membership, rounds
from storage import home as homes
from storage import member as members
from storage import notice as notices
from storage import step as steps
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.rounds import RoundRecord
from storage.session import Session


def people_of(session: Session, group: GroupRecord) -> list[MemberRecord]:
    """Everybody who has, or had, to do with it: who joined, and who leads it."""
    people = [each.member for each in membership.of_groups(session, [group.id])[group.id]]
    known = {each.id for each in people}
    leads = [group.facilitator_id] if group.facilitator_id and group.facilitator_id not in known else []
    return [*people, *(members.by_id(session, each) for each in leads)]


def retime(
    session: Session, turn: Turn, before: GroupRecord, group: GroupRecord, *, rhythm: Rhythm, next_on: date
) -> None:
    """A round that was not opened yet is planned anew; one that is open stays as it is. Raises Refused."""
    rows = group_calendar.rhythms(session, [group.id])[group.id]
    planned = group_faces.next_day(session, turn, before)
    same_hour = (before.opens_at, before.zone) == (group.opens_at, group.zone)
    if rows[-1].rhythm is rhythm and planned == next_on and same_hour:
        return
    if next_on != planned and next_on <= group_faces.today(group, turn.now):
        raise Refused(Refusal.ROUND_TOO_SOON, field="next_on")
    last = rounds.latest(session, [group.id], 1)[group.id]
    waiting = last[0] if last and last[0].state is RoundState.SCHEDULED else None
    period = waiting.period if waiting else last[0].period + 1 if last else 1
    group_calendar.add_rhythm(session, turn, group.id, RhythmRow(from_period=period, rhythm=rhythm, anchor=next_on))
    if waiting is not None and waiting.opening_at is None:
        opens_at = group_faces.opening_of(session, turn, group, next_on)
        rounds.change(session, waiting.id, day=next_on, opens_at=opens_at)


def pause(session: Session, turn: Turn, group: GroupRecord, until: date | None) -> None:
    """From today until a day, or no more. Raises Refused."""
    before = group_faces.pause_of(session, turn, group)
    today = group_faces.today(group, turn.now)
    if until == before:
        return
    if until is not None and until <= today:
        raise Refused(Refusal.SPAN_PAST, until.isoformat(), field="paused_until")
    group_calendar.end_pauses(session, group.id, today)
    if until is not None:
        group_calendar.pause(session, turn, group.id, today, until)
    last = rounds.latest(session, [group.id], 1)[group.id]
    if last and last[0].state is RoundState.SCHEDULED and last[0].opening_at is None:
        opens_at = group_faces.opening_of(session, turn, group, last[0].day)
        rounds.change(session, last[0].id, opens_at=opens_at)


def leave_rounds(session: Session, turn: Turn, group: GroupRecord, *, by: MemberId | None) -> None:
    """The group ends: its round is left as it is."""
    for each in rounds.latest(session, [group.id], 2)[group.id]:
        if each.state is RoundState.SCHEDULED:
            step(session, turn, each, RoundStep.SKIP, by=by, why="group over", closed_at=turn.now)
        elif each.state is RoundState.OPEN:
            step(session, turn, each, RoundStep.CLOSE, by=by, closed_at=turn.now)


def finish(session: Session, turn: Turn, group: GroupRecord, *, by: MemberId | None) -> None:
    """No further round; what its silence was worth is worth nothing now. Needs its lock."""
    state = after(GROUP_LIFE, group.state, GroupStep.END)
    leave_rounds(session, turn, group, by=by)
    groups.change(session, group.id, state=state, ended_at=turn.now, next_look_at=None)
    steps.record(
        session,
        turn,
        subject="group",
        subject_id=group.id,
        from_state=group.state,
        step=GroupStep.END,
        to_state=state,
        by=by,
    )
    group_cases.group_over(session, turn, group.id)
    surfaces.want(session, turn, [group.id])


def lead_as_chosen(session: Session, turn: Turn, before: GroupRecord, group: GroupRecord, *, by: MemberId) -> None:
    """Somebody else always leads from now on, the round that is to come too. Needs the group's lock."""
    if group.facilitator_id in (None, before.facilitator_id):
        return
    last = rounds.latest(session, [group.id], 1)[group.id]
    if last and last[0].state is RoundState.SCHEDULED:
        give(session, turn, last[0], group.facilitator_id, by=by)


def give(session: Session, turn: Turn, round: RoundRecord, to: MemberId | None, *, by: MemberId | None) -> None:
    """Somebody leads the round from now on, or nobody. They are prepared: in a round that is open already at once,
    unless they said so themselves, which was answered. Needs the group's lock.
    """
    rounds.hand_over(session, turn, round.id, to, by=by)
    rounds.change(session, round.id, guided_at=None)
    if round.state is RoundState.OPEN and to is not None:
        mine = membership.one(session, round.group_id, to)
        if mine is not None:
            membership.change(session, mine.id, turned_at=turn.now)
        if to != by:
            rounds.change(session, round.id, guided_at=turn.now)
            tell(session, turn, round.group_id, NoticeKind.ROUND_GUIDE, round.id, to)
    groups.look_at(session, {round.group_id: turn.now})
    # The digest before names who is to lead a round that has not opened yet.
    before = rounds.closed_before(session, round) if round.state is RoundState.SCHEDULED else None
    surfaces.want(session, turn, [round.id, round.group_id, *([before.id] if before else [])])
    homes.want_of_group(session, round.group_id)


def tell(session: Session, turn: Turn, group: GroupId, kind: NoticeKind, round: RoundId, member: MemberId) -> None:
    """Privately, once for each round and person."""
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=kind,
                key=f"{kind}:{round}:{member}",
                member=member,
                pairing=None,
                group=group,
                subject=round,
                not_before=turn.now,
            )
        ],
    )


def step(
    session: Session, turn: Turn, round: RoundRecord, step: RoundStep, *, by: MemberId | None, **values: object
) -> None:
    """Moves a round, writes the step down, and lets what shows it be painted again."""
    state = after(LIFE, round.state, step)
    rounds.change(session, round.id, state=state, **values)
    steps.record(
        session,
        turn,
        subject="round",
        subject_id=round.id,
        from_state=round.state,
        step=step,
        to_state=state,
        by=by,
    )
    surfaces.want(session, turn, [round.id, round.group_id])
    homes.want_of_group(session, round.group_id)
