"""Rooms for formed groups: when one may be opened, what becomes of it, and the group that lives there from then on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.calendar import add_working_days, at_their_hour, local_day, working_day_from
from bot.domain.draft_group import DraftState, DraftStep
from bot.domain.formation import LARGEST, Why, channel_name
from bot.domain.forming import SMALLEST
from bot.domain.groups import Facilitation, Joining, Topic
from bot.domain.ids import DraftId, GroupId
from bot.domain.membership import MembershipState
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import RhythmRow
from bot.domain.rotation_rounds import introduction_moment
from bot.domain.turn import Turn
from bot.ports import RoomMade, RoomWanted
from bot.services import making
from bot.services.calendar import country_of, hours_of, hours_of_group, working_days
from bot.services.groups import CLOSES_AFTER
from storage import formation_places, formations, group_calendar, groups, membership
from storage import notice as notices
from storage.formations import DraftRecord, FormationRecord
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session

LEASE: Final = timedelta(seconds=60)
"""For how long one who opens a room has to say what became of it."""

AN_HOUR: Final = timedelta(hours=1)
REMINDED_AFTER: Final = 2
"""Working days after which whoever has not said whether they join is asked in private, once."""

TRIES: Final = 5
BACKOFF: Final = (timedelta(minutes=1), timedelta(minutes=10), AN_HOUR, 4 * AN_HOUR)
LOOKED_AT: Final = 100
NAMES: Final = 3
"""Names tried for a channel."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ToOpen:
    draft: DraftId
    wanted: RoomWanted


def due(session: Session, turn: Turn) -> list[DraftId]:
    return formations.due_drafts(session, turn.now, DraftState.WAITING, LOOKED_AT)


def claim(session: Session, turn: Turn, id: DraftId) -> ToOpen | None:
    """A group whose people have all had their first word, in an hour in which all of them work; else it is put off."""
    draft = _waiting(session, id)
    if draft is None or draft.next_look_at is None or draft.next_look_at > turn.now:  # another was quicker
        return None
    places = formation_places.places_of_draft(session, draft.id)
    people = making.people_of(session, places)
    if len(people) < SMALLEST:
        _too_few(session, turn, draft)
        return None
    at = _moment(people, turn)
    formations.change_draft(session, draft.id, next_look_at=at if at > turn.now else turn.now + LEASE)
    if at > turn.now:
        return None
    key = draft.id.hex
    names = tuple(channel_name(draft.name, key[-length:]) for length in range(6, 6 + 2 * NAMES, 2))
    return ToOpen(draft=draft.id, wanted=RoomWanted(names=names, people=tuple(each.person for each in people)))


def opened(session: Session, turn: Turn, id: DraftId, room: RoomMade) -> None:
    """The group begins there, once, and its people are asked whether they join."""
    draft = _waiting(session, id)
    if draft is None:
        return
    formation = formations.find(session, draft.formation_id)
    assert formation is not None
    places = formation_places.places_of_draft(session, draft.id)
    people = making.people_of(session, places)
    group = _begin(session, turn, formation, draft, room, people)
    if group is None:
        making.step(session, turn, draft, DraftStep.STICK, by=None, why="there", next_look_at=None)
        return
    outside = {each.id: {"outside": True} for each in places if each.person in room.outside}
    formation_places.change_places(session, outside)
    making.step(session, turn, draft, DraftStep.OPEN, by=None, group_id=group.id, next_look_at=None)
    for each in people:
        membership.add(session, turn, group.id, each.id, MembershipState.INVITED)
    notices.queue(session, turn, [_card(group, turn), *(_reminder(group, each, turn) for each in people)])


def failed(session: Session, turn: Turn, id: DraftId, *, why: str, seconds: float | None, counts: bool) -> None:
    """Tried again, after `seconds` if Slack named them; after some tries that count the coordinator is asked."""
    draft = _waiting(session, id)
    if draft is None:
        return
    tries = draft.tries + counts
    if tries >= TRIES:
        making.step(session, turn, draft, DraftStep.STICK, by=None, why=why, tries=tries, next_look_at=None)
        return
    pause = timedelta(seconds=seconds) if seconds is not None else BACKOFF[min(draft.tries, len(BACKOFF) - 1)]
    formations.change_draft(session, draft.id, tries=tries, why=why, next_look_at=turn.now + pause)


def _waiting(session: Session, id: DraftId) -> DraftRecord | None:
    """Under its formation's lock, if it waits for its room."""
    before = formations.draft(session, id)
    if before is None:
        return None
    formations.locked(session, before.formation_id)
    draft = formations.draft(session, id)
    return draft if draft is not None and draft.state is DraftState.WAITING else None


def _too_few(session: Session, turn: Turn, draft: DraftRecord) -> None:
    making.step(session, turn, draft, DraftStep.SHRINK, by=None, next_look_at=None)
    left = {each.id: {"why": Why.FEW} for each in formation_places.places_of_draft(session, draft.id)}
    formation_places.change_places(session, left)


def _moment(people: Sequence[MemberRecord], turn: Turn) -> datetime:
    """An hour after everybody's first word at the earliest, so that nobody is brought together by a stranger."""
    if any(each.greeted_at is None for each in people):
        return turn.now + AN_HOUR
    last = max(each.greeted_at for each in people if each.greeted_at is not None)
    if last + AN_HOUR > turn.now:
        return last + AN_HOUR
    return introduction_moment([hours_of(each, turn.now) for each in people], turn.now)


def _begin(
    session: Session,
    turn: Turn,
    formation: FormationRecord,
    draft: DraftRecord,
    room: RoomMade,
    people: Sequence[MemberRecord],
) -> GroupRecord | None:
    """None where a group lives there already."""
    assert formation.programme_id is not None
    id = GroupId(turn.new_id())
    zone = _usual_zone(formation, people)
    country = country_of(zone)
    made = groups.add(
        session,
        turn,
        id,
        natural_key=f"draft:{draft.id}",
        programme_id=formation.programme_id,
        kind=ProgrammeKind.PEER_GROUP,
        room=room.venue.room,
        conversation=room.venue.id,
        channel_name=room.venue.name,
        readers=room.venue.readers,
        language=formation.language,
        closes_after=CLOSES_AFTER,
        started_by=formation.started_by,
        name=draft.name,
        purpose="",
        questions=formation.questions,
        topic=Topic.WORK,
        opens_at=formation.opens_at,
        zone=zone,
        country=country,
        days=working_days(country, turn.now.date()),
        facilitation=Facilitation.IN_TURN,
        joining=Joining.ADDED,
        size=max(len(people), min(formation.size + 1, LARGEST)),
    )
    if not made:
        return None
    group = groups.by_id(session, id)
    row = RhythmRow(from_period=1, rhythm=formation.rhythm, anchor=_first_on(formation, group, turn))
    group_calendar.add_rhythm(session, turn, id, row)
    return group


def _usual_zone(formation: FormationRecord, people: Sequence[MemberRecord]) -> str:
    """Where most of them are; among equals whoever comes first."""
    return Counter(each.zone for each in people).most_common(1)[0][0] if people else formation.zone


def _first_on(formation: FormationRecord, group: GroupRecord, turn: Turn) -> date:
    """The day that was wished; a later one, if there is no time to join before it."""
    hours = hours_of_group(group, turn.now)
    soonest = working_day_from(hours, local_day(hours, turn.now) + timedelta(days=REMINDED_AFTER))
    return max(formation.first_on, soonest)


def _card(group: GroupRecord, turn: Turn) -> ToSay:
    kind = NoticeKind.GROUP_FORMED
    return ToSay(
        kind=kind,
        key=f"{kind}:{group.id}",
        member=None,
        pairing=None,
        group=group.id,
        subject=group.id,
        not_before=turn.now,
    )


def _reminder(group: GroupRecord, member: MemberRecord, turn: Turn) -> ToSay:
    """Unsaid if they have answered by then."""
    hours = hours_of(member, turn.now)
    kind = NoticeKind.GROUP_INVITED
    return ToSay(
        kind=kind,
        key=f"{kind}:{group.id}:{member.id}:formed",
        member=member.id,
        pairing=None,
        group=group.id,
        subject=group.id,
        not_before=at_their_hour(hours, add_working_days(hours, local_day(hours, turn.now), REMINDED_AFTER)),
    )
