"""What the bot says in a group's channel: when it may, and to whom that is addressed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar import at_their_hour, is_working, local_day, next_working_moment, working_day_from
from bot.domain.groups import GroupState, Room
from bot.domain.ids import EncounterId
from bot.domain.notice import NOTICES
from bot.domain.rotation_rounds import introduction_moment
from bot.domain.sayings import Address, Reader
from bot.domain.turn import Turn
from bot.services.calendar import hours_of, hours_of_group
from bot.services.claiming import Claim, drop, true_saying
from bot.services.encounters import can_meet
from storage import groups, membership
from storage import message as messages
from storage import rotation as rotations
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.rotation import EncounterRecord
from storage.said import last_unasked_in
from storage.session import Session

AN_HOUR: Final = timedelta(hours=1)
A_DAY: Final = timedelta(days=1)


def plan(session: Session, turn: Turn, group: GroupRecord, theirs: Sequence[NoticeRecord]) -> Claim | None:
    """The most urgent of them, if its moment is right: in the group's hours, and unasked once a day."""
    notice = theirs[0]
    if group.state is GroupState.ADRIFT:
        drop(session, turn, notice, f"channel {group.whereabouts}")
        return None
    at = _moment(session, turn, group, notice)
    if at > turn.now:
        messages.retime(session, [notice.id], at)
        return None
    saying = true_saying(session, turn, notice)
    if saying is None:
        return None
    where = address(session, group, notice.thread)
    return Claim(said=[notice], values=(saying,), address=where, reader=reader(group))


def address(session: Session, group: GroupRecord, thread: str = "") -> Address:
    """A channel is known by its id; a group DM is opened by the people of the group until it is."""
    people: tuple[str, ...] = ()
    if group.room is Room.DIRECT:
        people = tuple(each.member.person for each in membership.of_groups(session, [group.id])[group.id])
    return Address(people=people, conversation=group.conversation, thread=thread, group=True)


def plan_encounter(session: Session, turn: Turn, notice: NoticeRecord) -> Claim | None:
    """The introduction of those whom a round brings together, in an hour that was chosen for all; past it, another.

    While their rotation's channel is lost it waits, from one day to the next.
    """
    encounter = rotations.encounter(session, EncounterId(notice.about))
    assert encounter is not None
    people = can_meet(session, encounter)
    if people:
        at = _moment_for(session, turn, notice, people)
        if at > turn.now:
            messages.retime(session, [notice.id], at)
            return None
    saying = true_saying(session, turn, notice)
    if saying is None:
        return None
    where = address_of(people, encounter)
    return Claim(said=[notice], values=(saying,), address=where, reader=group_reader(people))


def _moment_for(session: Session, turn: Turn, notice: NoticeRecord, people: Sequence[MemberRecord]) -> datetime:
    all_hours = [hours_of(each, turn.now) for each in people]
    if groups.by_id(session, notice.gathering).state is GroupState.ADRIFT:
        return introduction_moment(all_hours, turn.now + A_DAY)
    late = turn.now > notice.not_before + AN_HOUR
    return introduction_moment(all_hours, turn.now) if late or not is_working(all_hours[0], turn.now) else turn.now


def address_of(people: Sequence[MemberRecord], encounter: EncounterRecord) -> Address:
    """The group DM of these people, opened if it is not known yet."""
    return Address(people=tuple(each.person for each in people), conversation=encounter.conversation, group=True)


def group_reader(people: Sequence[MemberRecord]) -> Reader:
    """A group is written to in the language that all share, else in English; times are each reader's own anyway."""
    languages = {person.language for person in people}
    return Reader(language=languages.pop() if len(languages) == 1 else "en", zone=people[0].zone)


def reader(group: GroupRecord) -> Reader:
    """The group's own language and clock."""
    return Reader(language=group.language, zone=group.zone)


def _moment(session: Session, turn: Turn, group: GroupRecord, notice: NoticeRecord) -> datetime:
    """When it may be said: now, or later."""
    if NOTICES[notice.kind].any_hour:
        return turn.now
    hours = hours_of_group(group, turn.now)
    if not is_working(hours, turn.now):
        return next_working_moment(hours, turn.now)
    last = last_unasked_in(session, group.conversation)
    today = local_day(hours, turn.now)
    if last is not None and local_day(hours, last) >= today:
        return at_their_hour(hours, working_day_from(hours, today + timedelta(days=1)))
    return turn.now
