"""That somebody takes part in a round: who may, that they came, that they answered, and that it is seen."""

from typing import Final

from bot.domain.ids import MemberId
from bot.domain.membership import MembershipState
from bot.domain.turn import Turn
from storage import groups, membership, rounds
from storage import home as homes
from storage import surface as surfaces
from storage.rounds import RoundRecord
from storage.session import Session

LONGEST_WORDS: Final = 3000
"""Characters of one answer: a form refuses more, of a reply no more is kept."""


def is_in(session: Session, round: RoundRecord, member: MemberId) -> bool:
    mine = membership.one(session, round.group_id, member)
    return mine is not None and mine.state is MembershipState.JOINED


def came(session: Session, turn: Turn, round: RoundRecord, member: MemberId) -> None:
    """They are here, if they say nothing more."""
    rounds.seat(session, turn, round.id, round.group_id, [member])
    rounds.change_seat(session, round.id, member, here_at=turn.now)


def answered(session: Session, turn: Turn, round: RoundRecord, member: MemberId) -> None:
    rounds.seat(session, turn, round.id, round.group_id, [member])
    rounds.change_seat(session, round.id, member, said_at=turn.now)


def show_anew(session: Session, turn: Turn, round: RoundRecord) -> None:
    """The rules look at the group, and what shows the round is painted again."""
    groups.look_at(session, {round.group_id: turn.now})
    surfaces.want(session, turn, [round.id])
    homes.want_of_group(session, round.group_id)
