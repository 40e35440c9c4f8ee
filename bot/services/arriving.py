"""Whoever joins a group without being in its room is brought there: into its channel, or a group DM of all anew."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from bot.domain.groups import MOST_DIRECT, GroupState, Room
from bot.domain.ids import GroupId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.notice import NoticeKind
from bot.domain.turn import Turn
from bot.ports import Venue
from bot.services import circles
from storage import arrivals, formation_places, groups, membership
from storage import notice as notices
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.notice import ToSay
from storage.session import Session

LEASE: Final = timedelta(seconds=60)
PAUSE: Final = timedelta(minutes=10)
TRIES: Final = 5
LOOKED_AT: Final = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class ToBring:
    """`people` are to be in the room beside the bot; in a group DM that is everybody of the group."""

    arrival: UUID
    conversation: str
    direct: bool
    people: tuple[str, ...]


def due(session: Session, turn: Turn) -> list[UUID]:
    return [each.id for each in arrivals.due(session, turn.now, LOOKED_AT)]


def claim(session: Session, turn: Turn, id: UUID) -> ToBring | None:
    """None of somebody who is in the group no more, or whom another brings."""
    before = arrivals.find(session, id)
    if before is None:
        return None
    groups.lock(session, [before.group_id])
    arrival, group = arrivals.find(session, id), groups.by_id(session, before.group_id)
    if arrival is None or arrival.next_look_at is None or arrival.next_look_at > turn.now:
        return None
    mine = membership.one(session, group.id, arrival.member_id)
    if group.state is not GroupState.RUNNING or mine is None or mine.state is not MembershipState.JOINED:
        arrivals.change(session, arrival.id, next_look_at=None)
        return None
    arrivals.change(session, arrival.id, next_look_at=turn.now + LEASE)
    direct = group.room is Room.DIRECT
    people = [each.person for each in circles.inside(session, group.id)] if direct else [mine.member.person]
    if len(people) > MOST_DIRECT:
        stuck(session, turn, arrival.id, why="too_many_users")
        return None
    return ToBring(arrival=arrival.id, conversation=group.conversation, direct=direct, people=tuple(people))


def brought(session: Session, turn: Turn, id: UUID, venue: Venue) -> None:
    """They are there. In a `venue` that is another than before all find each other anew, by the card."""
    arrival = arrivals.find(session, id)
    if arrival is None:
        return
    groups.lock(session, [arrival.group_id])
    arrivals.change(session, id, next_look_at=None)
    group = groups.by_id(session, arrival.group_id)
    if venue.id == group.conversation:
        groups.change(session, group.id, readers=venue.readers)
        surfaces.want(session, turn, [group.id])
    elif not groups.living_in(session, venue.id):
        groups.change(session, group.id, conversation=venue.id, readers=venue.readers)
        notices.queue(session, turn, [_card(group, venue, turn)])


def stuck(session: Session, turn: Turn, id: UUID, *, why: str) -> None:
    """They cannot be brought there: who formed the group sees it."""
    arrival = arrivals.find(session, id)
    if arrival is None:
        return
    arrivals.change(session, id, next_look_at=None, why=why)
    _show(session, turn, arrival.group_id, arrival.member_id)


def later(session: Session, turn: Turn, id: UUID, *, why: str, seconds: float | None) -> None:
    arrival = arrivals.find(session, id)
    if arrival is None:
        return
    if arrival.tries >= TRIES:
        stuck(session, turn, id, why=why)
        return
    pause = timedelta(seconds=seconds) if seconds is not None else PAUSE
    arrivals.change(session, id, tries=arrival.tries + (seconds is None), why=why, next_look_at=turn.now + pause)


def _show(session: Session, turn: Turn, group: GroupId, member: MemberId) -> None:
    for formation, place in formation_places.places_in(session, group, member):
        formation_places.change_places(session, {place: {"outside": True}})
        surfaces.want(session, turn, [formation])


def _card(group: GroupRecord, venue: Venue, turn: Turn) -> ToSay:
    kind = NoticeKind.GROUP_FORMED
    return ToSay(
        kind=kind,
        key=f"{kind}:{group.id}:{venue.id}",
        member=None,
        pairing=None,
        group=group.id,
        subject=group.id,
        not_before=turn.now,
    )
