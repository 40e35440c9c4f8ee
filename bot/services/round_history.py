"""`/rapport group history`: the rounds of a group in numbers, never who was silent."""

from collections import Counter
from typing import Final

from bot.domain.group_showings import PastRoundRow, RoundHistory
from bot.domain.membership import MembershipState
from bot.domain.refusals import Refusal, Refused
from bot.domain.rounds import PromiseState
from bot.domain.turn import Caller, Turn
from bot.services import group_faces
from bot.services.seats import me
from storage import member as members
from storage import membership, round_words, rounds
from storage.session import Session

SHOWN: Final = 12


def history(session: Session, caller: Caller, turn: Turn, conversation: str, name: str) -> RoundHistory:
    """For whoever is in the group or runs it. Raises Refused."""
    member = me(session, caller)
    group = group_faces.meant(session, member, conversation, name)
    mine = membership.one(session, group.id, member.id)
    if not group_faces.runs(session, group, member.id) and (mine is None or mine.state is not MembershipState.JOINED):
        raise Refused(Refusal.NOT_IN_GROUP, group.name)
    shown = rounds.past(session, group.id, SHOWN)
    if not shown:
        raise Refused(Refusal.NO_ROUNDS_YET, group.name)
    seats = rounds.seats(session, [each.id for each in shown])
    made = round_words.promises(session, [each.id for each in shown])
    promised = Counter(each.round_id for each in made)
    kept = Counter(each.round_id for each in made if each.state is PromiseState.KEPT)
    led = members.by_ids(session, {each.facilitator_id for each in shown if each.facilitator_id})
    return RoundHistory(
        reader=member.reader,
        face=group_faces.face(session, turn, group),
        rounds=tuple(
            PastRoundRow(
                day=group_faces.day_of(group, each.opened_at or each.opens_at),
                state=each.state,
                why=each.why,
                leads=led[each.facilitator_id].name if each.facilitator_id in led else "",
                heard=sum(seat.heard for seat in seats[each.id]),
                asked=len(seats[each.id]),
                promises=promised[each.id],
                kept=kept[each.id],
            )
            for each in shown
        ),
        earlier=rounds.how_many(session, group.id, *rounds.PAST) - len(shown),
    )
