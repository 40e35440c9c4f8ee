"""Groups in channels: started, changed and ended by whoever runs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from bot.domain.calendar import local_day, working_day_from
from bot.domain.group_showings import GroupEnding, GroupForm, GroupSaved
from bot.domain.groups import (
    DEFAULT_SIZE,
    LARGEST,
    LIFE,
    LONGEST_TEXT,
    MOST_QUESTIONS,
    SMALLEST,
    Facilitation,
    GroupState,
    GroupStep,
    Joining,
    Room,
    Topic,
    questions_of,
)
from bot.domain.ids import GroupId, ProgrammeId
from bot.domain.life import after
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.showings import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.ports import Person, Venue
from bot.services import group_faces, members, regrouping
from bot.services.calendar import country_of, hours_of, working_days
from bot.services.founding import fit, found, like_of, programmes_of, sound
from bot.services.group_members import invite
from bot.services.pairing import real
from bot.services.seats import me
from storage import audit, groups
from storage import notice as notices
from storage import step as steps
from storage import surface as surfaces
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session

HOUR: Final = time(10)
CLOSES_AFTER: Final = 3
"""Working days for which a round is open, unless the next one is nearer."""


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
    fit(session, venue, ProgrammeKind.PEER_GROUP)
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


def start(
    session: Session,
    caller: Caller,
    turn: Turn,
    given: GroupGiven,
    venue: Venue,
    people: Mapping[str, Person | None],
) -> GroupSaved:
    """A group, a programme of its own name for it, and its card in the channel. Raises Refused."""
    member = me(session, caller)
    like = like_of(programmes_of(session, member), given.like)
    fit(session, venue, ProgrammeKind.PEER_GROUP)
    _sound(given, venue.room)
    known = members.welcome(session, turn, [real(people.get(each)) for each in given.people], zone=given.zone)
    programme = found(session, turn, member, given.name.strip(), ProgrammeKind.PEER_GROUP, given.rhythm, like)
    group = GroupId(turn.new_id())
    made = groups.add(
        session,
        turn,
        group,
        programme_id=programme,
        kind=ProgrammeKind.PEER_GROUP,
        room=venue.room,
        conversation="" if venue.room is Room.DIRECT else venue.id,
        channel_name=venue.name,
        readers=venue.readers,
        language=member.language,
        closes_after=CLOSES_AFTER,
        started_by=member.id,
        **_columns(given, known, turn),
    )
    if not made:  # somebody was quicker
        raise Refused(Refusal.GROUP_THERE, given.name)
    new = groups.by_id(session, group)
    _begins_in_time(given, new, turn)
    groups.add_rhythm(session, turn, group, RhythmRow(from_period=1, rhythm=given.rhythm, anchor=given.next_on))
    invite(session, turn, new, [known[each] for each in given.invited], by=member)
    audit.record(session, turn, member=member.id, act="start", subject="group", subject_id=group)
    _post(session, turn, NoticeKind.GROUP_CARD, group)
    return _saved(session, turn, member, group, started=True)


def settings_form(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> GroupForm:
    """Raises Refused for somebody who does not run it."""
    member = me(session, caller)
    group = group_faces.meant(session, member, conversation, name)
    _runs(session, group, member)
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


def save_settings(
    session: Session,
    caller: Caller,
    turn: Turn,
    id: GroupId,
    given: GroupGiven,
    people: Mapping[str, Person | None],
) -> GroupSaved:
    """A new rhythm or hour holds from the next round on. Raises Refused."""
    member = me(session, caller)
    group = group_faces.living(session, id)
    _runs(session, group, member)
    _sound(given, group.room)
    known = members.welcome(session, turn, [real(people.get(each)) for each in given.people], zone=given.zone)
    groups.change(session, id, **_columns(given, known, turn))
    changed = groups.by_id(session, id)
    regrouping.retime(session, turn, group, changed, rhythm=given.rhythm, next_on=given.next_on)
    regrouping.pause(session, turn, changed, given.paused_until)
    invite(session, turn, changed, [known[each] for each in given.invited], by=member)
    audit.record(session, turn, member=member.id, act="change", subject="group", subject_id=id)
    groups.look_at(session, {id: turn.now})
    surfaces.want(session, turn, [id])
    return _saved(session, turn, member, id, started=False)


def ending(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> GroupEnding:
    """What `/rapport group end` would do. Raises Refused."""
    member = me(session, caller)
    group = group_faces.meant(session, member, conversation, name)
    _runs(session, group, member)
    return GroupEnding(reader=member.reader, face=group_faces.face(session, turn, group), over=False)


def end(session: Session, caller: Caller, turn: Turn, id: GroupId) -> GroupEnding:
    """No further round; what was said stays with its people. Raises Refused."""
    member = me(session, caller)
    group = group_faces.living(session, id)
    _runs(session, group, member)
    state = after(LIFE, group.state, GroupStep.END)
    regrouping.leave_rounds(session, turn, group, by=member.id)
    groups.change(session, id, state=state, ended_at=turn.now, next_look_at=None)
    steps.record(
        session,
        turn,
        subject="group",
        subject_id=id,
        from_state=group.state,
        step=GroupStep.END,
        to_state=state,
        by=member.id,
    )
    audit.record(session, turn, member=member.id, act="end", subject="group", subject_id=id)
    surfaces.want(session, turn, [id])
    if group.state is GroupState.RUNNING:
        _post(session, turn, NoticeKind.GROUP_OVER, id)
    ended = groups.by_id(session, id)
    return GroupEnding(reader=member.reader, face=group_faces.face(session, turn, ended), over=True)


def _sound(given: GroupGiven, room: Room) -> None:
    """Raises Refused beside the field that is wrong."""
    sound(given.name, given.zone)
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


def _begins_in_time(given: GroupGiven, group: GroupRecord, turn: Turn) -> None:
    if given.next_on <= group_faces.today(group, turn.now):
        raise Refused(Refusal.ROUND_TOO_SOON, field="next_on")


def _columns(given: GroupGiven, known: Mapping[str, MemberRecord], turn: Turn) -> dict[str, object]:
    fixed = given.facilitation is Facilitation.FIXED
    country = country_of(given.zone)
    return {
        "name": given.name.strip(),
        "purpose": given.purpose.strip(),
        "questions": "\n".join(questions_of(given.questions)),
        "topic": given.topic,
        "opens_at": given.opens_at,
        "zone": given.zone,
        "country": country,
        "days": working_days(country, turn.now.date()),
        "facilitation": given.facilitation,
        "facilitator_id": known[given.facilitator].id if fixed else None,
        "joining": given.joining,
        "size": given.size,
    }


def _runs(session: Session, group: GroupRecord, member: MemberRecord) -> None:
    if not group_faces.runs(session, group, member.id):
        raise Refused(Refusal.NOT_A_COORDINATOR)


def _post(session: Session, turn: Turn, kind: NoticeKind, group: GroupId) -> None:
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=kind,
                key=f"{kind}:{group}",
                member=None,
                pairing=None,
                group=group,
                subject=group,
                not_before=turn.now,
            )
        ],
    )


def _saved(session: Session, turn: Turn, member: MemberRecord, group: GroupId, *, started: bool) -> GroupSaved:
    now = groups.by_id(session, group)
    return GroupSaved(
        reader=member.reader,
        face=group_faces.face(session, turn, now),
        started=started,
        paused_until=group_faces.pause_of(session, turn, now),
    )
