"""Groups in channels: started, changed and ended by whoever runs them."""

from collections.abc import Mapping
from typing import Final

from bot.domain.group_showings import GroupEnding, GroupSaved
from bot.domain.groups import (
    Facilitation,
    GroupState,
    Room,
    questions_of,
)
from bot.domain.ids import GroupId
from bot.domain.notice import NoticeKind
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import RhythmRow
from bot.domain.turn import Caller, Turn
from bot.ports import Person, Venue
from bot.services import group_faces, members, regrouping
from bot.services.calendar import country_of, working_days
from bot.services.founding import fit, found_programme, like_of, programmes_of
from bot.services.group_members import greet, invite
from bot.services.group_settings import GroupGiven, begins_in_time, must_run, sound
from bot.services.pairing import real
from bot.services.seats import me
from storage import audit, group_calendar, groups
from storage import home as homes
from storage import notice as notices
from storage import surface as surfaces
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session

CLOSES_AFTER: Final = 3
"""Working days for which a round is open, unless the next one is nearer."""


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
    fit(session, venue)
    sound(given, venue.room)
    known = members.welcome(session, turn, [real(people.get(each)) for each in given.people], zone=given.zone)
    programme = found_programme(session, turn, member, given.name.strip(), ProgrammeKind.PEER_GROUP, given.rhythm, like)
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
    found = groups.by_id(session, group)
    begins_in_time(given, found, turn)
    group_calendar.add_rhythm(session, turn, group, RhythmRow(from_period=1, rhythm=given.rhythm, anchor=given.next_on))
    _greet_whoever_leads(session, turn, given, known)
    invite(session, turn, found, [known[each] for each in given.invited], by=member)
    audit.record(session, turn, member=member.id, act="start", subject="group", subject_id=group)
    _post(session, turn, NoticeKind.GROUP_CARD, group)
    return _saved(session, turn, member, group, started=True)


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
    must_run(session, group, member)
    sound(given, group.room)
    known = members.welcome(session, turn, [real(people.get(each)) for each in given.people], zone=given.zone)
    groups.change(session, id, **_columns(given, known, turn))
    changed = groups.by_id(session, id)
    regrouping.retime(session, turn, group, changed, rhythm=given.rhythm, next_on=given.next_on)
    regrouping.pause(session, turn, changed, given.paused_until)
    regrouping.lead_as_chosen(session, turn, group, changed, by=member.id)
    _greet_whoever_leads(session, turn, given, known)
    invite(session, turn, changed, [known[each] for each in given.invited], by=member)
    audit.record(session, turn, member=member.id, act="change", subject="group", subject_id=id)
    groups.look_at(session, {id: turn.now})
    surfaces.want(session, turn, [id])
    homes.want_of_group(session, id)
    return _saved(session, turn, member, id, started=False)


def ending(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> GroupEnding:
    """What `/rapport group end` would do. Raises Refused."""
    member = me(session, caller)
    group = group_faces.meant(session, member, conversation, name)
    must_run(session, group, member)
    return GroupEnding(reader=member.reader, face=group_faces.face(session, turn, group), over=False)


def end(session: Session, caller: Caller, turn: Turn, id: GroupId) -> GroupEnding:
    """No further round; what was said stays with its people. Raises Refused."""
    member = me(session, caller)
    group = group_faces.living(session, id)
    must_run(session, group, member)
    regrouping.finish(session, turn, group, by=member.id)
    audit.record(session, turn, member=member.id, act="end", subject="group", subject_id=id)
    homes.want_of_group(session, id)
    if group.state is GroupState.RUNNING:
        _post(session, turn, NoticeKind.GROUP_OVER, id)
    ended = groups.by_id(session, id)
    return GroupEnding(reader=member.reader, face=group_faces.face(session, turn, ended), over=True)


def _greet_whoever_leads(session: Session, turn: Turn, given: GroupGiven, known: Mapping[str, MemberRecord]) -> None:
    """They may be in no group and no pair, and are prepared all the same."""
    if given.facilitation is Facilitation.FIXED:
        greet(session, turn, known[given.facilitator])


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
    found = groups.by_id(session, group)
    return GroupSaved(
        reader=member.reader,
        face=group_faces.face(session, turn, found),
        started=started,
        paused_until=group_faces.pause_of(session, turn, found),
    )
