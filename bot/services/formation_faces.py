"""A proposal as a coordinator sees it: each group with what speaks for it, and whoever is in none with the reason."""

from itertools import combinations
from typing import Final

from bot.domain.draft_group import DraftState
from bot.domain.formation import OPEN, FormationState, Why
from bot.domain.formation_showings import DraftFace, FormationFace, FormationMove
from bot.domain.forming import SMALLEST, formed
from bot.domain.ids import DraftId, MemberId
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Turn
from bot.services import circles
from bot.services.circles import Around
from storage import formations, groups
from storage.formations import DraftRecord, FormationRecord
from storage.importing import known
from storage.member import MemberRecord
from storage.session import Session

MOVABLE: Final = OPEN
"""Whoever is in no group for one of these can still be put into one."""

PAIRS_SHOWN: Final = 3


def face(session: Session, turn: Turn, found: FormationRecord) -> FormationFace:
    around = circles.around(session, turn, found)
    trouble, _, number = found.trouble.partition(":")
    placed = _placed_since(session, around)
    return FormationFace(
        formation=found.id,
        name=found.name,
        source=found.source_name,
        state=found.state,
        people=sum(each.why is not Why.LATER for each in around.places),
        drafts=tuple(_draft(session, around, each) for each in formations.drafts(session, found.id)),
        unplaced=tuple(
            (around.names[each.key], each.why)
            for each in around.places
            if each.why is not None and found.state is not FormationState.GATHERING and each.key not in placed
        ),
        trouble=trouble,
        number=int(number or 0),
    )


def _placed_since(session: Session, around: Around) -> set[MemberId]:
    """Whoever came later and is in one of the groups by now."""
    later = {each.person: each.key for each in around.places if each.why is Why.LATER}
    inside = {each.id for people in around.groups.values() for each in people}
    members = known(session, later) if later else {}
    return {later[person] for person, member in members.items() if member.id in inside}


def move(
    session: Session, turn: Turn, member: MemberRecord, found: FormationRecord, draft: DraftId | None, page: int
) -> FormationMove:
    """Raises Refused for a group that is no longer proposed."""
    around = circles.around(session, turn, found)
    drafts = formations.drafts(session, found.id)
    names = {each.id: name_of(session, each) for each in drafts}
    if draft is not None and draft not in names:
        raise Refused(Refusal.STALE)
    loose = [each.key for each in around.places if each.why is not None and each.why in MOVABLE]
    people = loose if draft is None else list(around.drafts[draft])
    return FormationMove(
        reader=member.reader,
        formation=found.id,
        draft=draft,
        name=names[draft] if draft is not None else "",
        people=tuple((each, around.names[each]) for each in people),
        targets=tuple((each, name) for each, name in names.items() if each != draft),
        page=page,
    )


def name_of(session: Session, draft: DraftRecord) -> str:
    return draft.name if draft.name or draft.group_id is None else groups.by_id(session, draft.group_id).name


def _draft(session: Session, around: Around, draft: DraftRecord) -> DraftFace:
    there = draft.group_id is not None and not draft.name
    inside = around.inside(draft.id, draft.group_id if there else None)
    about = formed(inside, around.monday, around.ties)
    known = [pair for pair in combinations(about.members, 2) if frozenset(pair) in around.ties.before]
    coming = around.drafts[draft.id]
    return DraftFace(
        draft=draft.id,
        name=name_of(session, draft),
        people=tuple(around.names[each] for each in coming),
        there=there,
        others=tuple(around.names[each.id] for each in inside if each.id not in coming),
        shared_hours=about.shared_hours,
        sites=about.sites,
        known=len(known),
        pairs=tuple((around.names[one], around.names[other]) for one, other in known[:PAIRS_SHOWN]),
        few=len(inside) < SMALLEST,
        apart=any(frozenset(pair) in around.ties.never for pair in combinations(about.members, 2)),
        state=DraftState.WAITING if draft.state is DraftState.PROPOSED and draft.next_look_at else draft.state,
        outside=tuple(each.name for each in around.places if each.draft_id == draft.id and each.outside),
    )
