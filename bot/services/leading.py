"""Who leads a round: whoever says so where nobody does, and whoever is asked where somebody cannot."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from bot.domain.group_showings import HandedOver, LeadingRound
from bot.domain.groups import Facilitation
from bot.domain.ids import MemberId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.refusals import Refusal, Refused
from bot.domain.round_facts import GroupFacts
from bot.domain.round_rules import whose_turn
from bot.domain.rounds import RoundState
from bot.domain.turn import Caller, Turn
from bot.services import group_faces, regrouping
from bot.services.rounds import facts_of
from bot.services.seats import me
from storage import groups, membership, rounds
from storage import member as members
from storage.groups import GroupRecord
from storage.member import MemberRecord
from storage.rounds import RoundRecord
from storage.session import Session


def lead(session: Session, caller: Caller, turn: Turn, id: RoundId) -> LeadingRound:
    """[I'll lead it]: of two at once one does, the other is told who. Raises Refused."""
    member, round, group = _of_group(session, caller, id)
    if round.facilitator_id not in (None, member.id):
        raise Refused(Refusal.ROUND_LED, members.by_id(session, round.facilitator_id).name)
    if round.facilitator_id is None:
        regrouping.give(session, turn, round, member.id, by=member.id)
    return LeadingRound(reader=member.reader, name=group.name, opens_at=round.opens_at, zone=group.zone)


def hand_over(session: Session, caller: Caller, turn: Turn, id: RoundId) -> HandedOver:
    """[Somebody else, please]: the next in turn leads it, and is prepared at once. Whoever has handed it over before
    leads it only where nobody else is left. Raises Refused.
    """
    member, round, group = _of_group(session, caller, id)
    if round.facilitator_id is not None and round.facilitator_id != member.id:
        raise Refused(Refusal.ROUND_LED, members.by_id(session, round.facilitator_id).name)
    facts = facts_of(session, turn, [group.id])[group.id]
    asked = rounds.handed_on_by(session, round.id)
    day = group_faces.day_of(group, round.opens_at)
    next_one = _but(facts, {*asked, member.id}, day) or _but(facts, {member.id}, day)
    if next_one is None:
        raise Refused(Refusal.NOBODY_ELSE_LEADS)
    regrouping.give(session, turn, round, next_one, by=member.id)
    return HandedOver(reader=member.reader, name=group.name, leads=members.by_id(session, next_one).name)


def _but(facts: GroupFacts, people: Collection[MemberId], day: date) -> MemberId | None:
    """Whose turn it is without these people, whatever the group's way to find one."""
    others = tuple(each for each in facts.people if each.member not in people)
    return whose_turn(replace(facts, facilitation=Facilitation.IN_TURN, people=others), day)


def _of_group(session: Session, caller: Caller, id: RoundId) -> tuple[MemberRecord, RoundRecord, GroupRecord]:
    """A round that is to come or runs, under its group's lock, for somebody in the group. Raises Refused."""
    member = me(session, caller)
    before = rounds.by_id(session, id)
    if before is None:
        raise Refused(Refusal.STALE)
    groups.lock(session, [before.group_id])
    round, group = rounds.by_id(session, id), groups.by_id(session, before.group_id)
    mine = membership.one(session, group.id, member.id)
    if mine is None or mine.state is not MembershipState.JOINED:
        raise Refused(Refusal.NOT_IN_GROUP, group.name)
    if round is None or round.state not in (RoundState.SCHEDULED, RoundState.OPEN) or group.over:
        raise Refused(Refusal.ROUND_CLOSED)
    return member, round, group
