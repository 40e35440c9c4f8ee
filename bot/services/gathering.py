"""Who is on a list of which groups are formed: looked up bit by bit, then groups are worked out and proposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Final

from bot.domain.formation import LARGEST, LIFE, MOST_PEOPLE, OPEN, FormationState, FormationStep, Why
from bot.domain.forming import Joiner, Proposal, Ties, propose, room_for
from bot.domain.ids import FormationId, GroupId, MemberId
from bot.domain.life import after
from bot.domain.member import Consent
from bot.domain.turn import Turn
from bot.ports import Person
from bot.services import circles, reviewers
from bot.services.members import has_zone
from storage import coordinator as coordinators
from storage import formation_places, formations
from storage import step as steps
from storage import surface as surfaces
from storage.formation_places import PlaceRecord
from storage.formations import FormationRecord
from storage.importing import known
from storage.member import MemberRecord
from storage.session import Session

AT_ONCE: Final = 20
"""People looked up together; Slack allows a hundred a minute, and is asked for other things too
(https://docs.slack.dev/reference/methods/users.info)."""

PAUSE: Final = timedelta(seconds=15)
"""Between two such looks."""

TRIES: Final = 12
BACKOFF: Final = timedelta(seconds=5)
"""After the first try in vain; twice as long after each more, until somebody is found."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ToLookUp:
    """What Slack is asked next: who is in a `channel`, or who these `people` are; neither once all is known."""

    formation: FormationRecord
    channel: str
    people: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkedOut:
    """Newcomers by the group that is there already and takes them, and new groups of the rest; `there` are people who
    are in such a group. `nth` counts the proposals that were there before this one.
    """

    joining: Mapping[GroupId, tuple[MemberId, ...]]
    proposal: Proposal
    there: frozenset[MemberId]
    nth: int


def due(session: Session, turn: Turn, limit: int) -> list[ToLookUp]:
    return [_next(session, each) for each in formations.to_gather(session, turn.now, limit)]


def _next(session: Session, found: FormationRecord) -> ToLookUp:
    if found.source and not found.listed:
        return ToLookUp(formation=found, channel=found.source, people=())
    unknown = [each.person for each in formation_places.places(session, found.id) if not each.zone and each.why is None]
    return ToLookUp(formation=found, channel="", people=tuple(unknown[:AT_ONCE]))


def list_people(session: Session, turn: Turn, found: FormationRecord, people: Sequence[str]) -> None:
    """Puts people on the list; of those who are members already all is known. Needs the formation's lock."""
    wanted = list(dict.fromkeys(people))
    formation_places.add_places(session, turn, found.id, wanted)
    members = known(session, wanted)
    places = {each.person: each for each in formation_places.places(session, found.id)}
    formation_places.change_places(
        session, {places[person].id: _of_member(each) for person, each in members.items() if person in places}
    )


def listed(session: Session, turn: Turn, id: FormationId, people: Sequence[str]) -> None:
    """Who is in the channel: all but those who run the programme."""
    found = _gathering(session, id)
    if found is None or found.listed:
        return
    runs = {each.person for each in coordinators.of_programme(session, found.like_id)}
    wanted = [each for each in people if each not in runs]
    if len(wanted) > 2 * MOST_PEOPLE:
        give_up(session, turn, found, f"many:{len(wanted)}")
        return
    list_people(session, turn, found, wanted)
    formations.change(session, id, listed=True, next_look_at=turn.now)


def looked_up(session: Session, turn: Turn, id: FormationId, people: Mapping[str, Person | None]) -> None:
    """Who they are. Bots are on no list; whoever is gone or of another organisation is in no group."""
    found = _gathering(session, id)
    if found is None:
        return
    places = {each.person: each for each in formation_places.places(session, id)}
    bots = [places[each].id for each, person in people.items() if person is not None and person.bot]
    formation_places.forget_places(session, id, bots)
    formation_places.change_places(
        session,
        {
            places[each].id: of_person(person, found.zone)
            for each, person in people.items()
            if person is None or not person.bot
        },
    )
    more = bool(_next(session, found).people)
    formations.change(session, id, tries=0, next_look_at=turn.now + (PAUSE if more else timedelta(0)))


def later(session: Session, turn: Turn, id: FormationId, *, seconds: float | None) -> None:
    """Slack did not answer; after too many tries the coordinator hears that it could not be read."""
    found = _gathering(session, id)
    if found is None:
        return
    if found.tries >= TRIES:
        give_up(session, turn, found, "unseen")
        return
    pause = timedelta(seconds=seconds) if seconds is not None else BACKOFF * 2**found.tries
    formations.change(session, id, tries=found.tries + (seconds is None), next_look_at=turn.now + pause)


def unseen(session: Session, turn: Turn, id: FormationId) -> None:
    """The channel cannot be read any more."""
    found = _gathering(session, id)
    if found is not None:
        give_up(session, turn, found, "unseen")


def give_up(session: Session, turn: Turn, found: FormationRecord, trouble: str) -> None:
    """Needs the formation's lock."""
    drop(session, turn, found, by=None, trouble=trouble)
    reviewers.tell(session, turn, found)


def drop(session: Session, turn: Turn, found: FormationRecord, *, by: MemberId | None, trouble: str = "") -> None:
    """Its list is forgotten. Needs the formation's lock."""
    step(session, turn, found, FormationStep.DROP, by=by, trouble=trouble)
    formation_places.forget_places(session, found.id)
    formations.clear_drafts(session, found.id)


def work_out(session: Session, turn: Turn, found: FormationRecord) -> WorkedOut:
    """Groups of the people as they are now: those who are there already take newcomers first. Changes nothing."""
    around = circles.around(session, turn, found)
    free = [around.joiners[each.key] for each in around.places if _is_free(each) and each.key not in around.there]
    ties = around.ties
    if found.nth:  # other groups than those that are shown
        shown = frozenset(
            frozenset(pair) for draft in around.drafts.values() for pair in combinations(sorted(draft), 2)
        )
        ties = Ties(never=ties.never, before=ties.before, proposed=shown)
    joining: dict[GroupId, tuple[MemberId, ...]] = {}
    inside = {number: list(members) for number, members in enumerate(around.groups.values())}
    ids = list(around.groups)
    rest: list[Joiner] = []
    for joiner in sorted(free, key=lambda each: each.id):
        place = room_for(joiner, inside, ties, around.monday, most=min(found.size + 1, LARGEST))
        if place is None:
            rest.append(joiner)
            continue
        inside[place].append(joiner)
        joining[ids[place]] = (*joining.get(ids[place], ()), joiner.id)
    return WorkedOut(
        joining=joining,
        proposal=propose(rest, ties, around.monday, size=found.size),
        there=frozenset(around.there),
        nth=found.nth,
    )


def proposed(session: Session, turn: Turn, id: FormationId, worked: WorkedOut) -> None:
    """All are known: groups are shown to whoever asked for them."""
    found = _gathering(session, id)
    if found is None:
        return
    people = [each for each in formation_places.places(session, id) if each.why is None]
    if len(people) > MOST_PEOPLE:
        give_up(session, turn, found, f"many:{len(people)}")
        return
    save_proposal(session, turn, found, worked)
    step(session, turn, found, FormationStep.PROPOSE, by=None)
    reviewers.tell(session, turn, found)


def save_proposal(session: Session, turn: Turn, found: FormationRecord, worked: WorkedOut) -> None:
    """In the place of what was proposed before. Needs the formation's lock."""
    formations.clear_drafts(session, found.id)
    places = {each.key: each for each in formation_places.places(session, found.id)}
    names = circles.names_of(session, found, len(worked.proposal.groups))
    drafts = formations.add_drafts(
        session, turn, found.id, [*(("", group) for group in worked.joining), *((name, None) for name in names)]
    )
    people = [*worked.joining.values(), *(each.members for each in worked.proposal.groups)]
    whose = {key: draft for draft, keys in zip(drafts, people, strict=True) for key in keys}
    unplaced = {key: Why(why.value) for key, why in worked.proposal.unplaced.items()}
    formation_places.change_places(
        session,
        {
            place.id: {"draft_id": whose.get(key), "why": unplaced.get(key)}
            for key, place in places.items()
            if key in whose or key in unplaced
        }
        | {places[key].id: {"draft_id": None, "why": Why.IN_GROUP} for key in worked.there if key in places},
    )
    formations.change(session, found.id, nth=found.nth + 1, next_look_at=None, tries=0)
    surfaces.want(session, turn, [found.id])


def _is_free(place: PlaceRecord) -> bool:
    """Whoever can be put into a group by the rules: not whom the coordinator left out."""
    return bool(place.zone) and (place.why is None or place.why in (*OPEN - {Why.LEFT_OUT}, Why.IN_GROUP))


def _of_member(member: MemberRecord) -> dict[str, object]:
    why = Why.GONE if not member.reachable else Why.REFUSED if member.consent is Consent.REFUSED else None
    return {
        "member_id": member.id,
        "name": member.name,
        "zone": member.zone,
        "language": member.language,
        "why": why,
    }


def of_person(person: Person | None, zone: str) -> dict[str, object]:
    """What a list knows of somebody new. Where the directory knows no zone, they are taken to work in that one."""
    if person is None:
        return {"why": Why.GONE}
    why = Why.GONE if person.gone else Why.OUTSIDE if person.outside else None
    return {
        "name": person.name or person.id,
        "zone": person.zone if has_zone(person) else zone,
        "language": person.language or "en",
        "why": why,
    }


def _gathering(session: Session, id: FormationId) -> FormationRecord | None:
    """Under its lock, if people are still being looked up for it."""
    found = formations.locked(session, id)
    return found if found is not None and found.state is FormationState.GATHERING else None


def step(
    session: Session,
    turn: Turn,
    found: FormationRecord,
    taken: FormationStep,
    *,
    by: MemberId | None,
    **values: object,
) -> None:
    """Moves a formation, and lets what shows it be painted again. Needs its lock."""
    state = after(LIFE, found.state, taken)
    formations.change(session, found.id, state=state, next_look_at=None, **values)
    steps.record(
        session,
        turn,
        subject="formation",
        subject_id=found.id,
        from_state=found.state,
        step=taken,
        to_state=state,
        by=by,
    )
    surfaces.want(session, turn, [found.id])
