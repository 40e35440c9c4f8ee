"""What the start of a group and of a rotation have in common: who may, where, and the programme that is made for it."""

from collections.abc import Mapping
from datetime import time
from typing import Final

from bot.domain.calendar import UnknownZone
from bot.domain.calendar import zone as zone_named
from bot.domain.groups import LONGEST_NAME, MOST_DIRECT, SMALLEST, Room
from bot.domain.ids import ProgrammeId
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Turn
from bot.ports import Venue
from storage import coordinator as coordinators
from storage import groups
from storage import programme as programmes
from storage.member import MemberRecord
from storage.session import Session

HOUR: Final = time(10)
"""When rounds open, unless somebody says otherwise."""


def programmes_of(session: Session, member: MemberRecord) -> dict[ProgrammeId, str]:
    """Those that somebody runs. Raises Refused for somebody who runs none."""
    theirs = dict(coordinators.programmes_of(session, member.id))
    if not theirs:
        raise Refused(Refusal.NOT_A_COORDINATOR)
    return theirs


def like_of(theirs: Mapping[ProgrammeId, str], wanted: ProgrammeId | None) -> ProgrammeId:
    """The programme whose coordinators will answer for the new one. Raises Refused."""
    like = wanted or next(iter(theirs))
    if like not in theirs:
        raise Refused(Refusal.NOT_A_COORDINATOR)
    return like


def fit(session: Session, venue: Venue, kind: ProgrammeKind = ProgrammeKind.PEER_GROUP) -> None:
    """Raises Refused, with what to do, where none of this kind can live."""
    if venue.room is Room.DIRECT:
        if kind is ProgrammeKind.ROTATION:
            raise Refused(Refusal.ROTATION_IN_CHANNEL)
        if not SMALLEST <= venue.readers <= MOST_DIRECT:
            raise Refused(Refusal.GROUP_OF_WHOM, str(MOST_DIRECT))
        return
    if venue.lacking:
        raise Refused(Refusal.SCOPES_MISSING, *sorted(venue.lacking))
    if not venue.seen or not venue.inside:
        raise Refused(Refusal.NOT_IN_CHANNEL)
    if venue.archived:
        raise Refused(Refusal.CHANNEL_ARCHIVED)
    if venue.shared:
        raise Refused(Refusal.CHANNEL_SHARED)
    there = [each for each in groups.living_in(session, venue.id) if each.kind is kind]
    if there:
        raise Refused(Refusal.GROUP_THERE, there[0].name)


def found_programme(
    session: Session,
    turn: Turn,
    member: MemberRecord,
    name: str,
    kind: ProgrammeKind,
    rhythm: Rhythm,
    like: ProgrammeId,
) -> ProgrammeId:
    """A programme of that name, with the starter first and one more of those who run the other after them.

    Raises Refused.
    """
    made = programmes.start(session, turn, name, kind, rhythm)
    if made is None:
        raise Refused(Refusal.NAME_TAKEN, name, field="group_name")
    others = [each.id for each in coordinators.of_programme(session, like) if each.id != member.id]
    programmes.add_coordinators(session, turn, made, coordinator=member.id, backup=others[0])
    outside = programmes.outside_contact(session, like)
    if outside:
        programmes.set_outside_contact(session, made, outside)
    return made


def sound_name_and_zone(name: str, zone: str) -> None:
    """Raises Refused beside the field that is wrong."""
    if not name.strip() or len(name) > LONGEST_NAME:
        raise Refused(Refusal.GROUP_NAME, str(LONGEST_NAME), field="group_name")
    try:
        zone_named(zone)
    except UnknownZone:
        raise Refused(Refusal.ZONE_UNKNOWN, zone[:LONGEST_NAME], field="zone") from None
