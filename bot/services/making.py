"""Proposed groups are made: people become members and hear the first word, newcomers are asked into their groups."""

from datetime import timedelta
from typing import Final

from bot.domain.draft_group import LIFE, DraftState, DraftStep
from bot.domain.formation import FormationState, FormationStep, Why
from bot.domain.groups import Room
from bot.domain.ids import DraftId, FormationId, GroupId, MemberId, ProgrammeId
from bot.domain.life import after
from bot.domain.member import Consent
from bot.domain.programme import ProgrammeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.ports import Person
from bot.services import circles, formation_faces, gathering, members
from bot.services.formations import mine, reviewed
from bot.services.founding import found_programme
from bot.services.group_members import ask, greet, invite
from bot.services.seats import me
from storage import arrivals, audit, formation_places, formations, groups
from storage import member as stored
from storage import programme as programmes
from storage import step as steps
from storage import surface as surfaces
from storage.formation_places import PlaceRecord
from storage.formations import DraftRecord, FormationRecord
from storage.member import MemberRecord
from storage.session import Session

AT_ONCE: Final = 20
PUT_OFF: Final = timedelta(hours=1)


def ready(session: Session, caller: Caller, turn: Turn, id: FormationId) -> int:
    """How often a proposal whose groups can be made was changed. Changes nothing, since of many people it takes long.

    Raises Refused while a group is too small, or holds people who are not to be together.
    """
    member = me(session, caller)
    found = mine(session, member, formations.find(session, id))
    if found.state is not FormationState.MADE:
        _whole(session, turn, reviewed(found))
    return found.nth


def make(session: Session, caller: Caller, turn: Turn, id: FormationId, nth: int) -> None:
    """[Make these groups]: from now on they are made, one after the other.

    A second click changes nothing; nor does one on a proposal that somebody has changed since: what they see stands.
    Raises Refused.
    """
    member = me(session, caller)
    found = mine(session, member, formations.locked(session, id))
    if found.state is FormationState.MADE or reviewed(found).nth != nth:
        return
    programme = found.programme_id or _programme(session, turn, member, found)
    gathering.step(session, turn, found, FormationStep.MAKE, by=member.id, programme_id=programme)
    formations.approve_drafts(session, turn, id)
    audit.record(session, turn, member=member.id, act="make", subject="formation", subject_id=id)


def due(session: Session, turn: Turn) -> list[DraftId]:
    """Groups that are to be made now."""
    return formations.due_drafts(session, turn.now, DraftState.PROPOSED, AT_ONCE)


def make_one(session: Session, turn: Turn, id: DraftId) -> None:
    """One of the groups: a room is opened for a new one as soon as its people can be introduced. Once."""
    draft = _proposed(session, id)
    if draft is None:
        return
    found = formations.find(session, draft.formation_id)
    assert found is not None
    by = steps.last_by(session, found.id, FormationStep.MAKE) or found.started_by
    places = _welcome(session, turn, found, draft)
    if draft.group_id is not None:
        _ask_in(session, turn, stored.by_id(session, by), draft, places)
        return
    step(session, turn, draft, DraftStep.APPROVE, by=by, next_look_at=turn.now)
    for each in people_of(session, places):
        greet(session, turn, each)


def put_off(session: Session, turn: Turn, id: DraftId) -> None:
    """A group whose making fails waits."""
    if _proposed(session, id) is not None:
        formations.change_draft(session, id, next_look_at=turn.now + PUT_OFF)


def try_again(session: Session, caller: Caller, turn: Turn, id: DraftId) -> FormationId:
    """[Try again], for a group whose room could not be opened. Raises Refused."""
    member = me(session, caller)
    draft = formations.draft(session, id)
    if draft is None:
        raise Refused(Refusal.STALE)
    found = mine(session, member, formations.locked(session, draft.formation_id))
    now = formations.draft(session, id)
    if now is not None and now.state is DraftState.STUCK:
        step(session, turn, now, DraftStep.TRY_AGAIN, by=member.id, tries=0, why="", next_look_at=turn.now)
    return found.id


def step(
    session: Session, turn: Turn, draft: DraftRecord, taken: DraftStep, *, by: MemberId | None, **values: object
) -> None:
    """Moves one group of a formation. Needs the formation's lock."""
    state = after(LIFE, draft.state, taken)
    formations.change_draft(session, draft.id, state=state, **values)
    steps.record(
        session,
        turn,
        subject="draft_group",
        subject_id=draft.id,
        from_state=draft.state,
        step=taken,
        to_state=state,
        by=by,
    )
    surfaces.want(session, turn, [draft.formation_id])


def people_of(session: Session, places: list[PlaceRecord]) -> list[MemberRecord]:
    """Those who can be asked today; whoever went, or wants nothing of the bot, is set apart with the reason."""
    known = stored.by_ids(session, {each.member_id for each in places if each.member_id is not None})
    wanted = []
    for place in places:
        assert place.member_id is not None
        member = known[place.member_id]
        why = Why.GONE if not member.reachable else Why.REFUSED if member.consent is Consent.REFUSED else None
        if why is None:
            wanted.append(member)
        else:
            formation_places.change_places(session, {place.id: {"draft_id": None, "why": why}})
    return wanted


def _whole(session: Session, turn: Turn, found: FormationRecord) -> None:
    """Raises Refused while a group is too small, or holds people who are not to be together."""
    drafts = formation_faces.face(session, turn, found).drafts
    for draft in drafts:
        if draft.people and draft.few:
            raise Refused(Refusal.FORMATION_TOO_FEW, draft.name)
        if draft.people and draft.apart:
            raise Refused(Refusal.FORMATION_APART, draft.name)
    if not any(draft.people for draft in drafts):
        raise Refused(Refusal.FORMATION_EMPTY)


def _proposed(session: Session, id: DraftId) -> DraftRecord | None:
    """Under its formation's lock, if it is still to be made."""
    before = formations.draft(session, id)
    if before is None:
        return None
    formations.locked(session, before.formation_id)
    draft = formations.draft(session, id)
    return draft if draft is not None and draft.state is DraftState.PROPOSED and draft.next_look_at else None


def _welcome(session: Session, turn: Turn, found: FormationRecord, draft: DraftRecord) -> list[PlaceRecord]:
    """Whoever is in a group and new to the bot becomes a member now."""
    new = [each for each in formation_places.places_of_draft(session, draft.id) if each.member_id is None]
    people = [Person(id=each.person, name=each.name, zone=each.zone, language=each.language) for each in new]
    known = members.welcome(session, turn, people, zone=found.zone)
    formation_places.change_places(session, {each.id: {"member_id": known[each.person].id} for each in new})
    return formation_places.places_of_draft(session, draft.id)


def _programme(session: Session, turn: Turn, member: MemberRecord, found: FormationRecord) -> ProgrammeId:
    """Of the name that was wished, or of that and a number if somebody was quicker."""
    number, name = 1, found.name
    while programmes.is_there(session, name):
        number += 1
        name = f"{found.name} {number}"
    return found_programme(session, turn, member, name, ProgrammeKind.PEER_GROUP, found.rhythm, found.like_id)


def _ask_in(session: Session, turn: Turn, member: MemberRecord, draft: DraftRecord, people: list[PlaceRecord]) -> None:
    """Newcomers are asked by private word whether they would join a group that is there; it hears of it as they do."""
    assert draft.group_id is not None
    groups.lock(session, [draft.group_id])
    group = groups.by_id(session, draft.group_id)
    if group.over:
        formation_places.change_places(session, {each.id: {"draft_id": None, "why": Why.FEW} for each in people})
        formations.forget_draft(session, draft.id)
        surfaces.want(session, turn, [draft.formation_id])
        return
    wanted = people_of(session, people)
    groups.change(session, group.id, size=max(group.size, _needed(session, group.id, wanted)))
    invite(session, turn, group, wanted, by=member)
    if group.room is not Room.PUBLIC:
        for each in wanted:
            arrivals.expect(session, turn, group.id, each.id)
    if group.room is Room.DIRECT:  # they do not see its card
        for each in wanted:
            ask(session, turn, group, each)
    step(session, turn, draft, DraftStep.APPROVE, by=member.id)
    approved = formations.draft(session, draft.id)
    assert approved is not None
    step(session, turn, approved, DraftStep.OPEN, by=member.id, next_look_at=None)
    surfaces.want(session, turn, formations.of_programme(session, group.programme_id))


def _needed(session: Session, group: GroupId, wanted: list[MemberRecord]) -> int:
    inside = {each.id for each in circles.inside(session, group)}
    return len(inside | {each.id for each in wanted})
