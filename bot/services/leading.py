"""Who leads a round: whoever says so where nobody does, and whoever is asked where somebody cannot."""

from dataclasses import replace

from bot.domain.group_showings import HandedOver, LeadingRound
from bot.domain.groups import Facilitation
from bot.domain.ids import MemberId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.refusals import Refusal, Refused
from bot.domain.round_rules import whose_turn
from bot.domain.rounds import RoundState
from bot.domain.turn import Caller, Turn
from bot.services import group_faces
from bot.services.rounds import facts_of
from bot.services.seats import me
from storage import groups, membership, rounds
from storage import home as homes
from storage import member as members
from storage import surface as surfaces
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
        given(session, turn, round, member.id, by=member.id)
    return LeadingRound(reader=member.reader, name=group.name, opens_at=round.opens_at, zone=group.zone)


def hand_over(session: Session, caller: Caller, turn: Turn, id: RoundId) -> HandedOver:
    """[Somebody else, please]: the next in turn leads it, and is prepared at once. Raises Refused."""
    member, round, group = _of_group(session, caller, id)
    if round.facilitator_id is not None and round.facilitator_id != member.id:
        raise Refused(Refusal.ROUND_LED, members.by_id(session, round.facilitator_id).name)
    facts = facts_of(session, turn, [group.id])[group.id]
    others = replace(
        facts,
        facilitation=Facilitation.IN_TURN,
        people=tuple(each for each in facts.people if each.member != member.id),
    )
    next_one = whose_turn(others, group_faces.day_of(group, round.opens_at))
    if next_one is None:
        raise Refused(Refusal.NOBODY_ELSE_LEADS)
    given(session, turn, round, next_one, by=member.id)
    rounds.change(session, round.id, guided_at=None)
    return HandedOver(reader=member.reader, name=group.name, leads=members.by_id(session, next_one).name)


def given(session: Session, turn: Turn, round: RoundRecord, to: MemberId, *, by: MemberId) -> None:
    """Somebody leads the round from now on. Needs the group's lock."""
    rounds.hand_over(session, turn, round.id, to, by=by)
    if round.state is RoundState.OPEN:
        mine = membership.one(session, round.group_id, to)
        if mine is not None:
            membership.change(session, mine.id, turned_at=turn.now)
    groups.look_at(session, {round.group_id: turn.now})
    before = rounds.closed_before(session, round)
    surfaces.want(session, turn, [round.id, round.group_id, *([before.id] if before else [])])
    homes.want_of_group(session, round.group_id)


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
