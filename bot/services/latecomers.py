"""People who come into a channel after groups were formed of those in it: whoever formed them learns of it."""

from datetime import timedelta
from typing import Final

from bot.domain.calendar import local_day, next_working_morning
from bot.domain.formation import OF_LATECOMERS, FormationState, Why
from bot.domain.membership import MembershipState
from bot.domain.notice import NoticeKind
from bot.domain.turn import Caller, Turn
from bot.ports import Person
from bot.services import gathering
from bot.services.calendar import hours_of
from bot.services.reviewers import reviewer
from storage import coordinator as coordinators
from storage import formation_places, formations, groups, membership
from storage import notice as notices
from storage import surface as surfaces
from storage.formation_places import PlaceRecord
from storage.formations import FormationRecord
from storage.notice import ToSay
from storage.session import Session

WATCHED: Final = timedelta(weeks=4)
"""From the form on: after that a channel is no sign-up any more, and its new people are nobody's news."""


def is_watched(session: Session, caller: Caller, turn: Turn, conversation: str) -> bool:
    """Whether groups are being formed, or were lately, of the people in a channel."""
    return formations.newest_of(session, conversation, since=turn.now - WATCHED) is not None


def came(session: Session, caller: Caller, turn: Turn, conversation: str, person: Person | None) -> None:
    """Somebody came into the channel: on the list while it is read, else beside it."""
    newest = formations.newest_of(session, conversation, since=turn.now - WATCHED)
    if newest is None or person is None or person.bot or person.gone or person.outside:
        return
    found = formations.locked(session, newest)
    if found is None or found.state is FormationState.DROPPED or _runs(session, found, person):
        return
    if any(each.person == person.id for each in formation_places.places(session, found.id)):
        return
    if found.state is FormationState.GATHERING:
        if found.listed:
            gathering.list_people(session, turn, found, [person.id])
        return
    _stands_beside(session, turn, found, person)


def _stands_beside(session: Session, turn: Turn, found: FormationRecord, person: Person) -> None:
    gathering.list_people(session, turn, found, [person.id])
    place = next(each for each in formation_places.places(session, found.id) if each.person == person.id)
    if place.why is not None or _is_placed(session, found, place):  # wants nothing of the bot, or needs nothing of it
        formation_places.forget_places(session, found.id, [place.id])
        return
    known = gathering.of_person(person, found.zone) if place.member_id is None else {}
    formation_places.change_places(session, {place.id: {**known, "why": Why.LATER}})
    surfaces.want(session, turn, [found.id])
    if found.state is FormationState.MADE:
        _tell(session, turn, found)


def _runs(session: Session, found: FormationRecord, person: Person) -> bool:
    return person.id in {each.person for each in coordinators.of_programme(session, found.like_id)}


def _is_placed(session: Session, found: FormationRecord, place: PlaceRecord) -> bool:
    if place.member_id is None or found.programme_id is None:
        return False
    theirs = membership.groups_of(session, place.member_id, MembershipState.JOINED, MembershipState.INVITED)
    return any(each.id in theirs for each in groups.of_programme(session, found.programme_id))


def _tell(session: Session, turn: Turn, found: FormationRecord) -> None:
    """On the next working morning, once for all who come until then."""
    who = reviewer(session, found)
    hours = hours_of(who, turn.now)
    morning = next_working_morning(hours, turn.now)
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.FORMATION,
                key=f"{NoticeKind.FORMATION}:{found.id}:later:{local_day(hours, morning)}",
                member=who.id,
                pairing=None,
                subject=found.id,
                nth=OF_LATECOMERS,
                not_before=morning,
            )
        ],
    )
