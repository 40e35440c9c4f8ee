"""The form of a group: as it is offered, and what keeps it from being taken as it came back."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.calendar import local_day, working_day_from
from bot.domain.group_showings import GroupForm
from bot.domain.groups import (
    DEFAULT_SIZE,
    LARGEST,
    LONGEST_TEXT,
    MOST_QUESTIONS,
    SMALLEST,
    Facilitation,
    Joining,
    Room,
    Topic,
    questions_of,
)
from bot.domain.ids import ProgrammeId
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Caller, Turn
from bot.ports import Venue
from bot.services import group_faces, regrouping
from bot.services.calendar import hours_of
from bot.services.founding import HOUR, fit, programmes_of, sound_name_and_zone
from bot.services.seats import me
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupGiven:
    """A form as it came back. `facilitator` and `invited` are people's ids in the directory; `like` is none where
    there was no choice.
    """

    name: str
    purpose: str
    questions: str
    topic: Topic
    rhythm: Rhythm
    next_on: date
    opens_at: time
    zone: str
    facilitation: Facilitation
    facilitator: str
    joining: Joining
    invited: tuple[str, ...]
    size: int
    like: ProgrammeId | None
    paused_until: date | None

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody whom the form names."""
        return tuple(dict.fromkeys([*self.invited, *([self.facilitator] if self.facilitator else [])]))


def may_start(session: Session, caller: Caller, turn: Turn) -> None:
    """Raises Refused for somebody who runs no programme: nobody is looked up for them."""
    programmes_of(session, me(session, caller))


def form(session: Session, caller: Caller, turn: Turn, venue: Venue) -> GroupForm:
    """Starting a group in this channel, or in a group DM that is yet to be opened. Raises Refused."""
    member = me(session, caller)
    like = programmes_of(session, member)
    fit(session, venue)
    hours = hours_of(member, turn.now)
    tomorrow = local_day(hours, turn.now) + timedelta(days=1)
    return GroupForm(
        reader=member.reader,
        group=None,
        place=venue.id,
        room=venue.room,
        readers=venue.readers,
        like=tuple(like.items()),
        name="",
        purpose="",
        questions="",
        topic=Topic.WORK,
        rhythm=Rhythm.FORTNIGHTLY,
        next_on=working_day_from(hours, tomorrow),
        opens_at=HOUR,
        zone=member.zone,
        facilitation=Facilitation.IN_TURN,
        facilitator="",
        joining=Joining.ANYBODY,
        size=min(DEFAULT_SIZE, venue.readers) if venue.room is Room.DIRECT else DEFAULT_SIZE,
        paused_until=None,
    )


def settings_form(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> GroupForm:
    """Raises Refused for somebody who does not run it."""
    member = me(session, caller)
    group = group_faces.meant(session, member, conversation, name)
    must_run(session, group, member)
    face = group_faces.face(session, turn, group)
    leads = [each for each in regrouping.people_of(session, group) if each.id == group.facilitator_id]
    return GroupForm(
        reader=member.reader,
        group=group.id,
        place=group.conversation,
        room=group.room,
        readers=face.readers,
        like=(),
        name=group.name,
        purpose=group.purpose,
        questions=group.questions,
        topic=group.topic,
        rhythm=face.rhythm,
        next_on=group_faces.next_day(session, turn, group),
        opens_at=group.opens_at,
        zone=group.zone,
        facilitation=group.facilitation,
        facilitator=leads[0].person if leads else "",
        joining=group.joining,
        size=group.size,
        paused_until=group_faces.pause_of(session, turn, group),
    )


def sound(given: GroupGiven, room: Room) -> None:
    """Raises Refused beside the field that is wrong."""
    sound_name_and_zone(given.name, given.zone)
    if len(given.purpose) > LONGEST_TEXT:
        raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST_TEXT), field="purpose")
    if not 0 < len(questions_of(given.questions)) <= MOST_QUESTIONS or len(given.questions) > LONGEST_TEXT:
        raise Refused(Refusal.GROUP_QUESTIONS, str(LONGEST_TEXT), field="questions")
    if given.topic is Topic.WELL_BEING and room is Room.PUBLIC:
        raise Refused(Refusal.WELL_BEING_IN_PUBLIC, field="topic")
    if not SMALLEST <= given.size <= LARGEST:
        raise Refused(Refusal.GROUP_SIZE, str(SMALLEST), str(LARGEST), field="size")
    if given.facilitation is Facilitation.FIXED and not given.facilitator:
        raise Refused(Refusal.GROUP_LED_BY_WHOM, field="facilitator")


def begins_in_time(given: GroupGiven, group: GroupRecord, turn: Turn) -> None:
    """From tomorrow on by the group's own clock, so that there is time to join. Raises Refused."""
    if given.next_on <= group_faces.today(group, turn.now):
        raise Refused(Refusal.ROUND_TOO_SOON, field="next_on")


def must_run(session: Session, group: GroupRecord, member: MemberRecord) -> None:
    """Raises Refused for whoever does not."""
    if not group_faces.runs(session, group, member.id):
        raise Refused(Refusal.NOT_A_COORDINATOR)
