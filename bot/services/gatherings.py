"""The groups and rotations that somebody is in, and those that they run."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.calendar import last_day_before
from bot.domain.case_showings import CaseRow
from bot.domain.gatherings import MyGathering, RunGathering
from bot.domain.groups import Facilitation, GroupState
from bot.domain.ids import MemberId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.rounds import PromiseState, RoundState
from bot.domain.turn import Turn
from bot.services import group_faces
from bot.services.calendar import hours_of_group
from bot.services.encounters import partners_now
from storage import coordinator as coordinators
from storage import groups, membership, round_words, rounds
from storage import member as members
from storage import rotation as rotations
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.rounds import RoundRecord
from storage.session import Session

THEIRS: Final = (MembershipState.JOINED, MembershipState.INVITED, MembershipState.SET_ASIDE)
MOST: Final = 20
"""Of those that somebody runs; what needs attention comes first."""


def is_in_any(session: Session, member: MemberId) -> bool:
    return bool(membership.groups_of(session, member, *THEIRS))


def mine(session: Session, turn: Turn, member: MemberRecord) -> tuple[MyGathering, ...]:
    """By name."""
    found = groups.by_ids(session, membership.groups_of(session, member.id, *THEIRS)).values()
    return tuple(_my(session, turn, member, each) for each in sorted(found, key=lambda each: (each.name, each.id)))


def run_by(
    session: Session, turn: Turn, member: MemberRecord, cases: Collection[CaseRow]
) -> tuple[tuple[RunGathering, ...], int]:
    """Those that stand still or have cases first, then by name; and how many more there are."""
    theirs = [programme for programme, _ in coordinators.programmes_of(session, member.id)]
    found = groups.living_of(session, theirs) if theirs else []
    waiting = Counter(case.group for case in cases)
    found.sort(key=lambda each: (each.state is not GroupState.ADRIFT, -waiting[each.id], each.name, each.id))
    return tuple(_run(session, turn, each, waiting[each.id]) for each in found[:MOST]), max(len(found) - MOST, 0)


def _my(session: Session, turn: Turn, member: MemberRecord, group: GroupRecord) -> MyGathering:
    place = membership.one(session, group.id, member.id)
    assert place is not None
    latest = rounds.latest(session, [group.id], 3)[group.id]
    shown = MyGathering(
        kind=group.kind,
        group=group.id,
        name=group.name,
        place=place.state,
        state=group.state,
        next_at=_next(session, turn, group),
        paused_until=group_faces.pause_of(session, turn, group),
    )
    if place.state is not MembershipState.JOINED:
        return shown
    if group.kind is ProgrammeKind.ROTATION:
        return _in_rotation(session, member, group, latest, shown)
    return _in_group(session, turn, member, group, latest, shown)


def _in_rotation(
    session: Session, member: MemberRecord, group: GroupRecord, latest: list[RoundRecord], shown: MyGathering
) -> MyGathering:
    coming = next((each for each in latest if each.state is RoundState.SCHEDULED and each.opening_at is None), None)
    part = rotations.part(session, coming.id, member.id) if coming is not None else None
    return replace(
        shown,
        partners=partners_now(session, group, member.id),
        round=coming.id if coming is not None else None,
        skipped=part is not None and part.skipped_at is not None,
    )


def _in_group(
    session: Session,
    turn: Turn,
    member: MemberRecord,
    group: GroupRecord,
    latest: list[RoundRecord],
    shown: MyGathering,
) -> MyGathering:
    going = next((each for each in latest if each.state is RoundState.OPEN), None)
    seats = rounds.seats(session, [going.id])[going.id] if going is not None else []
    leads = _leads(group, latest)
    return replace(
        shown,
        leads=members.by_id(session, leads).name if leads else "",
        i_lead=leads == member.id,
        open_until=last_day_before(hours_of_group(group, turn.now), going.closes_at)
        if going is not None and going.closes_at is not None
        else None,
        heard=any(seat.member_id == member.id and seat.heard for seat in seats),
        promises=tuple(
            each.words
            for each in round_words.promises(session, [round.id for round in latest])
            if each.member_id == member.id and each.state is PromiseState.MADE
        ),
    )


def _run(session: Session, turn: Turn, group: GroupRecord, cases: int) -> RunGathering:
    latest = rounds.latest(session, [group.id], 3)[group.id]
    leads = _leads(group, latest) if group.kind is ProgrammeKind.PEER_GROUP else None
    planned = any(each.state is RoundState.SCHEDULED for each in latest)
    peer = group.kind is ProgrammeKind.PEER_GROUP and group.facilitation is not Facilitation.VOLUNTEERS
    return RunGathering(
        kind=group.kind,
        name=group.name,
        state=group.state,
        joined=membership.how_many(session, group.id),
        next_at=_next(session, turn, group),
        paused_until=group_faces.pause_of(session, turn, group),
        leads=members.by_id(session, leads).name if leads else "",
        nobody_leads=peer and planned and leads is None,
        cases=cases,
    )


def _leads(group: GroupRecord, latest: list[RoundRecord]) -> MemberId | None:
    """Who leads the round that is open or to come, or all of them."""
    coming = next((each for each in latest if each.state in (RoundState.SCHEDULED, RoundState.OPEN)), None)
    return coming.facilitator_id if coming is not None else group.facilitator_id


def _next(session: Session, turn: Turn, group: GroupRecord) -> datetime | None:
    return group_faces.next_opening(session, turn, group) if group.state is GroupState.RUNNING else None
