"""Rotations: started, changed and ended by whoever runs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.calendar import local_day, working_day_from
from bot.domain.groups import LIFE, Facilitation, GroupStep, Joining, Topic
from bot.domain.ids import GroupId, ProgrammeId
from bot.domain.life import after
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.rotation import Shape
from bot.domain.rotation_showings import RotationEnding, RotationForm, RotationSaved
from bot.domain.turn import Caller, Turn
from bot.ports import Person, Venue
from bot.services import group_faces, members, regrouping, rotation_faces
from bot.services.calendar import country_of, hours_of, working_days
from bot.services.founding import HOUR, fit, found_programme, like_of, programmes_of, sound_name_and_zone
from bot.services.group_settings import must_run
from bot.services.pairing import real
from bot.services.rotation_members import invite
from bot.services.seats import me
from storage import audit, group_calendar, groups
from storage import home as homes
from storage import notice as notices
from storage import rotation as rotations
from storage import step as steps
from storage import surface as surfaces
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session

LARGEST = 10_000
"""Far beyond what a channel holds: a rotation is open to as many as come."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationGiven:
    """A form as it came back. `invited` are people's ids in the directory; `like` is none where there was no choice."""

    name: str
    shape: Shape
    rhythm: Rhythm
    next_on: date
    opens_at: time
    zone: str
    joining: Joining
    invited: tuple[str, ...]
    like: ProgrammeId | None
    paused_until: date | None


def form(session: Session, caller: Caller, turn: Turn, venue: Venue) -> RotationForm:
    """Starting a rotation in this channel. Raises Refused."""
    member = me(session, caller)
    like = programmes_of(session, member)
    fit(session, venue, ProgrammeKind.ROTATION)
    hours = hours_of(member, turn.now)
    in_a_week = local_day(hours, turn.now) + timedelta(days=7)
    return RotationForm(
        reader=member.reader,
        group=None,
        place=venue.id,
        room=venue.room,
        readers=venue.readers,
        like=tuple(like.items()),
        name="",
        shape=Shape.PAIRS_AND_A_TRIO,
        rhythm=Rhythm.FORTNIGHTLY,
        next_on=working_day_from(hours, in_a_week),
        opens_at=HOUR,
        zone=member.zone,
        joining=Joining.ANYBODY,
        paused_until=None,
    )


def start(
    session: Session,
    caller: Caller,
    turn: Turn,
    given: RotationGiven,
    venue: Venue,
    people: Mapping[str, Person | None],
) -> RotationSaved:
    """A rotation, a programme of its own name for it, and its card in the channel. Raises Refused."""
    member = me(session, caller)
    like = like_of(programmes_of(session, member), given.like)
    fit(session, venue, ProgrammeKind.ROTATION)
    sound_name_and_zone(given.name, given.zone)
    known = members.welcome(session, turn, [real(people.get(each)) for each in given.invited], zone=given.zone)
    name = given.name.strip()
    programme = found_programme(session, turn, member, name, ProgrammeKind.ROTATION, given.rhythm, like)
    group = GroupId(turn.new_id())
    made = groups.add(
        session,
        turn,
        group,
        programme_id=programme,
        kind=ProgrammeKind.ROTATION,
        purpose="",
        questions="",
        topic=Topic.WORK,
        facilitation=Facilitation.VOLUNTEERS,
        size=LARGEST,
        closes_after=0,
        room=venue.room,
        conversation=venue.id,
        channel_name=venue.name,
        readers=venue.readers,
        language=member.language,
        started_by=member.id,
        **_columns(given, turn),
    )
    if not made:  # somebody was quicker
        raise Refused(Refusal.GROUP_THERE, name)
    new = groups.by_id(session, group)
    if given.next_on <= group_faces.today(new, turn.now):
        raise Refused(Refusal.ROUND_TOO_SOON, field="next_on")
    group_calendar.add_rhythm(session, turn, group, RhythmRow(from_period=1, rhythm=given.rhythm, anchor=given.next_on))
    rotations.add(session, turn, group, given.shape)
    invite(session, turn, new, [known[each] for each in given.invited], by=member)
    audit.record(session, turn, member=member.id, act="start", subject="group", subject_id=group)
    _post(session, turn, NoticeKind.ROTATION_CARD, group)
    return _saved(session, turn, member, group, given, started=True)


def settings_form(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> RotationForm:
    """Raises Refused for somebody who does not run it."""
    member = me(session, caller)
    group = rotation_faces.meant(session, member, conversation, name)
    must_run(session, group, member)
    face = rotation_faces.face(session, turn, group)
    return RotationForm(
        reader=member.reader,
        group=group.id,
        place=group.conversation,
        room=group.room,
        readers=face.readers,
        like=(),
        name=group.name,
        shape=face.shape,
        rhythm=face.rhythm,
        next_on=group_faces.next_day(session, turn, group),
        opens_at=group.opens_at,
        zone=group.zone,
        joining=group.joining,
        paused_until=group_faces.pause_of(session, turn, group),
    )


def save_settings(
    session: Session,
    caller: Caller,
    turn: Turn,
    id: GroupId,
    given: RotationGiven,
    people: Mapping[str, Person | None],
) -> RotationSaved:
    """A new rhythm, hour or shape holds from the next round on. Raises Refused."""
    member = me(session, caller)
    group = rotation_faces.living(session, id)
    must_run(session, group, member)
    sound_name_and_zone(given.name, given.zone)
    known = members.welcome(session, turn, [real(people.get(each)) for each in given.invited], zone=given.zone)
    groups.change(session, id, **_columns(given, turn))
    rotations.change(session, id, given.shape)
    changed = groups.by_id(session, id)
    regrouping.retime(session, turn, group, changed, rhythm=given.rhythm, next_on=given.next_on)
    regrouping.pause(session, turn, changed, given.paused_until)
    invite(session, turn, changed, [known[each] for each in given.invited], by=member)
    audit.record(session, turn, member=member.id, act="change", subject="group", subject_id=id)
    groups.look_at(session, {id: turn.now})
    surfaces.want(session, turn, [id])
    homes.want_of_group(session, id)
    return _saved(session, turn, member, id, given, started=False)


def ending(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> RotationEnding:
    """What `/rapport rotation end` would do. Raises Refused."""
    member = me(session, caller)
    group = rotation_faces.meant(session, member, conversation, name)
    must_run(session, group, member)
    return RotationEnding(reader=member.reader, face=rotation_faces.face(session, turn, group), over=False)


def end(session: Session, caller: Caller, turn: Turn, id: GroupId) -> RotationEnding:
    """No further round; whoever was introduced can still meet. Raises Refused."""
    member = me(session, caller)
    group = rotation_faces.living(session, id)
    must_run(session, group, member)
    state = after(LIFE, group.state, GroupStep.END)
    shown = rotations.current(session, id)
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
    surfaces.want(session, turn, [id, *shown])
    homes.want_of_group(session, id)
    ended = groups.by_id(session, id)
    return RotationEnding(reader=member.reader, face=rotation_faces.face(session, turn, ended), over=True)


def _columns(given: RotationGiven, turn: Turn) -> dict[str, object]:
    country = country_of(given.zone)
    return {
        "name": given.name.strip(),
        "opens_at": given.opens_at,
        "zone": given.zone,
        "country": country,
        "days": working_days(country, turn.now.date()),
        "joining": given.joining,
    }


def _post(session: Session, turn: Turn, kind: NoticeKind, group: GroupId) -> None:
    card = ToSay(
        kind=kind,
        key=f"{kind}:{group}",
        member=None,
        pairing=None,
        group=group,
        subject=group,
        not_before=turn.now,
    )
    notices.queue(session, turn, [card])


def _saved(
    session: Session, turn: Turn, member: MemberRecord, group: GroupId, given: RotationGiven, *, started: bool
) -> RotationSaved:
    now = groups.by_id(session, group)
    return RotationSaved(
        reader=member.reader,
        face=rotation_faces.face(session, turn, now),
        started=started,
        paused_until=group_faces.pause_of(session, turn, now),
        invited=len(given.invited),
    )
