"""The facts of groups that the rules of rounds look at, read in one query a table."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from bot.domain.calendar import Hours
from bot.domain.facts import PauseFacts
from bot.domain.ids import GroupId, MemberId, RoundId
from bot.domain.notice import NoticeKind
from bot.domain.round_facts import GroupFacts, PastRound, PersonFacts, RoundFacts, SeatOfRound
from bot.domain.rounds import RoundState
from storage import group_calendar, group_climbs, groups, membership, rounds
from storage import member as members
from storage.facts import NOTICE, ON_ITS_WAY, HoursOf, pauses_of
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.rounds import RoundRecord, RoundSeatRecord
from storage.session import Session

REMEMBERED = 4
"""Rounds that the rules look back on: the one that runs or is to come, and the three before it."""

HoursOfGroup = Callable[[GroupRecord], Hours]


def facts(
    session: Session, ids: Collection[GroupId], hours_of: HoursOf, hours_of_group: HoursOfGroup
) -> dict[GroupId, GroupFacts]:
    """What the rules need to know of these groups. Lock them first."""
    found = groups.by_ids(session, ids)
    rhythms, pauses = group_calendar.rhythms(session, found), group_calendar.pauses(session, found)
    people = membership.rosters(session, found)
    climbs = group_climbs.of_groups(session, found)
    latest = rounds.latest(session, found, REMEMBERED)
    seats = rounds.seats(session, [each.id for theirs in latest.values() for each in theirs])
    coming = _coming(session, [theirs[-1].id for theirs in latest.values() if theirs])
    always = {each.facilitator_id for each in found.values() if each.facilitator_id is not None}
    leading = members.by_ids(session, {*always, *(each for id in found if (each := _leads(latest[id])) is not None)})
    away = pauses_of(session, {*leading, *(each.member.id for theirs in people.values() for each in theirs)})
    return {
        id: GroupFacts(
            id=id,
            state=group.state,
            hours=hours_of_group(group),
            facilitation=group.facilitation,
            leads=group.facilitator_id if group.facilitator_id and leading[group.facilitator_id].reachable else None,
            closes_after=group.closes_after,
            rhythms=rhythms[id],
            pauses=pauses[id],
            people=tuple(
                _person(each.member, hours_of, away, joined_at=each.joined_at, turned_at=each.turned_at)
                for each in people[id]
            ),
            leading=(
                _person(leading[leads], hours_of, away, joined_at=group.created_at, turned_at=None)
                if (leads := _leads(latest[id])) is not None
                else None
            ),
            round=_round(latest[id][-1], seats, coming) if latest[id] else None,
            climbs=tuple(climbs[id]),
            past=tuple(_past(each, seats[each.id]) for each in latest[id] if each.state is RoundState.CLOSED),
        )
        for id, group in found.items()
    }


def _person(
    member: MemberRecord,
    hours_of: HoursOf,
    away: Mapping[UUID, Sequence[tuple[UUID | None, PauseFacts]]],
    *,
    joined_at: datetime,
    turned_at: datetime | None,
) -> PersonFacts:
    return PersonFacts(
        member=member.id,
        hours=hours_of(member),
        reachable=member.reachable,
        joined_at=joined_at,
        turned_at=turned_at,
        pauses=tuple(pause for where, pause in away[member.id] if where is None),
    )


def _leads(latest: Sequence[RoundRecord]) -> MemberId | None:
    return latest[-1].facilitator_id if latest else None


def _round(record: RoundRecord, seats: dict[RoundId, list[RoundSeatRecord]], coming: Collection[UUID]) -> RoundFacts:
    return RoundFacts(
        id=record.id,
        period=record.period,
        day=record.day,
        state=record.state,
        opens_at=record.opens_at,
        closes_at=record.closes_at,
        coming=record.id in coming,
        guided=record.guided_at is not None,
        nudged=record.nudged_at is not None,
        facilitator=record.facilitator_id,
        seats=_seats(seats[record.id]),
    )


def _past(record: RoundRecord, seats: Sequence[RoundSeatRecord]) -> PastRound:
    assert record.closed_at is not None
    return PastRound(
        period=record.period,
        closed_at=record.closed_at,
        led=record.facilitator_id is not None,
        seats=_seats(seats),
    )


def _seats(seats: Sequence[RoundSeatRecord]) -> tuple[SeatOfRound, ...]:
    return tuple(
        SeatOfRound(member=each.member_id, heard=each.heard, nudged=each.nudged_at is not None) for each in seats
    )


def _coming(session: Session, ids: Collection[RoundId]) -> set[UUID]:
    """The rounds whose opening is on its way."""
    rows = session.execute(
        select(NOTICE.c.subject_id).where(
            NOTICE.c.workspace_id == session.workspace,
            NOTICE.c.subject_id.in_(list(ids)),
            NOTICE.c.kind == NoticeKind.ROUND,
            NOTICE.c.state.in_(ON_ITS_WAY),
        )
    )
    return {row.subject_id for row in rows}
