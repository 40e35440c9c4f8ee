"""The people of whom groups are formed, with all that forming asks of them: hours, sites, what they have been."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar import Hours
from bot.domain.forming import Joiner, Ties
from bot.domain.groups import GroupState
from bot.domain.ids import DraftId, GroupId, MemberId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.turn import Turn
from bot.ports import Person
from bot.services.calendar import hours_of
from bot.services.members import newcomer_of
from storage import formation_places, formations, groups, membership, together
from storage import member as members
from storage.formation_places import PlaceRecord
from storage.formations import DraftRecord, FormationRecord
from storage.member import MemberRecord
from storage.session import Session

INSIDE: Final = (MembershipState.JOINED, MembershipState.INVITED)
"""A place is kept for whoever was asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """A list as it stands: its places, everybody as a joiner by key, and whom each proposed group holds.

    `groups` are those that are there already, with who is in them; `there` are people of the list who are in one.
    `names` are everybody's. `monday` begins the week of the first round.
    """

    places: tuple[PlaceRecord, ...]
    joiners: Mapping[MemberId, Joiner]
    names: Mapping[MemberId, str]
    ties: Ties
    groups: Mapping[GroupId, tuple[Joiner, ...]]
    there: frozenset[MemberId]
    drafts: Mapping[DraftId, tuple[MemberId, ...]]
    monday: date

    def inside(self, draft: DraftId, group: GroupId | None) -> tuple[Joiner, ...]:
        """Everybody who would be in it: those who are there already, and who would come."""
        before = self.groups.get(group, ()) if group is not None else ()
        return (*before, *(self.joiners[each] for each in self.drafts.get(draft, ())))


def around(session: Session, turn: Turn, found: FormationRecord) -> Around:
    places = formation_places.places(session, found.id)
    there = _groups(session, found)
    listed = members.by_ids(session, {each.member_id for each in places if each.member_id is not None})
    known = {**listed, **{each.id: each for people in there.values() for each in people}}
    sites = together.sites(session, known)
    hours = {each.id: hours_of(each, turn.now) for each in known.values()}
    hours |= {each.key: _hours_of(each, found, turn) for each in places if each.member_id is None and each.zone}
    joiners = {key: Joiner(id=key, hours=theirs, site=sites.get(key, "")) for key, theirs in hours.items()}
    inside = {each.id for people in there.values() for each in people}
    return Around(
        places=tuple(places),
        joiners=joiners,
        names={each.id: each.name for each in known.values()} | {each.key: each.name or each.person for each in places},
        ties=Ties(never=together.never(session, known), before=together.before(session, known)),
        groups={group: tuple(joiners[each.id] for each in people) for group, people in there.items()},
        there=frozenset(each.key for each in places if each.key in inside),
        drafts={
            draft.id: tuple(each.key for each in places if each.draft_id == draft.id)
            for draft in formations.drafts(session, found.id)
        },
        monday=found.first_on - timedelta(days=found.first_on.weekday()),
    )


def of_draft(session: Session, draft: DraftRecord) -> list[MemberId]:
    """Everybody who would be in a proposed group: whoever is there already, and whoever would come."""
    there = [each.id for each in inside(session, draft.group_id)] if draft.group_id is not None else []
    coming = [each.key for each in formation_places.places_of_draft(session, draft.id)]
    return list(dict.fromkeys((*there, *coming)))


def names_of(session: Session, found: FormationRecord, count: int) -> list[str]:
    """What new groups are called: by the name of all and a number that none of them has, if there are several."""
    taken = {each.name for each in groups.of_programme(session, found.programme_id)} if found.programme_id else set()
    if count == 1 and not taken:
        return [found.name]
    return [name for name, _ in zip(_numbered(found.name, taken), range(count), strict=False)]


def inside(session: Session, group: GroupId) -> list[MemberRecord]:
    """Who is in a group, or was asked."""
    return [each.member for each in membership.of_groups(session, [group])[group] if each.state in INSIDE]


def _numbered(name: str, taken: set[str]) -> Iterator[str]:
    number = 1 if name in taken else 0  # the first one may be called by the name alone
    while True:
        number += 1
        if (one := f"{name} {number}") not in taken:
            yield one


def _groups(session: Session, found: FormationRecord) -> dict[GroupId, list[MemberRecord]]:
    """Groups of the same programme that run, and who is in each or was asked."""
    if found.programme_id is None:
        return {}
    living = groups.living_of(session, [found.programme_id])
    running = [each.id for each in living if each.kind is ProgrammeKind.PEER_GROUP and each.state is GroupState.RUNNING]
    return {
        group: [each.member for each in people if each.state in INSIDE]
        for group, people in membership.of_groups(session, running).items()
    }


def _hours_of(place: PlaceRecord, found: FormationRecord, turn: Turn) -> Hours:
    """Whoever is new to the bot works as people of their country do."""
    person = Person(id=place.person, name=place.name, zone=place.zone, language=place.language)
    return hours_of(newcomer_of(person, turn, zone=found.zone), turn.now)
