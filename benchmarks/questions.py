"""What is asked day by day, and is not to take longer as the years go by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from benchmarks import gathered
from benchmarks.behind import CARD
from benchmarks.history import MONTH
from benchmarks.population import slack_id
from benchmarks.rows import WORKSPACE, Kind, uuid
from bot.app.clock import system_id
from bot.domain.ids import MemberId, PairingId, ProgrammeId
from bot.domain.turn import Caller, Turn
from bot.services import home, look, report, rounds, told
from bot.ticks import TICKS, Claim
from storage import case as cases
from storage import member as members
from storage.said import last_unasked_in
from storage.session import Session

NOW: Final = datetime(2026, 10, 6, 8, tzinfo=UTC)
TURN: Final = Turn(now=NOW, new_id=system_id, cause="bench")
BATCH: Final = next(work.batch for work in TICKS if isinstance(work, Claim) and work.name == "pairings")
SOMEBODY: Final = Caller(workspace=WORKSPACE, person=slack_id(Kind.MENTOR, 0))
COORDINATOR: Final = Caller(workspace=WORKSPACE, person=slack_id(Kind.COORDINATOR, 0))
PROGRAMME: Final = ProgrammeId(uuid(Kind.PROGRAMME, 0))
IN_THE_SPAN: Final = 4
"""Check-ins of each pairing, weeks apart, in the month that is reported: so many there are at least."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """`at_most`: how many times as long it may take of an old programme as of a young one. `each`: of so many at once.

    Of what does not grow the ratio is 1; what is left is for a machine that is not quiet.
    """

    ask: Callable[[Session], object]
    at_most: float = 1.5
    each: int = 1


def _look(session: Session) -> None:
    """The clock's look at pairings, as far as nobody disturbs it."""
    assert len(look.decide(session, [PairingId(uuid(Kind.PAIRING, n)) for n in range(BATCH)], NOW)) == BATCH


def _group(session: Session) -> None:
    """The clock's look at groups."""
    found = rounds.facts_of(session, TURN, [gathered.group(n) for n in range(gathered.GROUPS)])
    assert all(each.past for each in found.values())


def _channel(session: Session) -> None:
    """Before each message to a channel: when it had the last one."""
    assert last_unasked_in(session, gathered.channel(0)) is not None


def _card(session: Session) -> None:
    """A case of a pairing in which nobody answers, as its coordinator sees it."""
    found = cases.by_id(session, CARD)
    assert found is not None
    hearer = members.by_id(session, MemberId(uuid(Kind.COORDINATOR, 0)))
    card = told.card(session, TURN, hearer, found)
    assert card is not None
    assert card.happened


def _home(session: Session) -> None:
    """Of somebody in a pairing, a group and a rotation."""
    found = home.home(session, SOMEBODY, TURN)
    assert len(found.overview.pairings) == 1
    assert len(found.overview.gatherings) == 2


def _duties(session: Session) -> None:
    """`/rapport` of a coordinator: cases that wait, groups, and the numbers of the last weeks."""
    found = home.mine(session, COORDINATOR, TURN)
    assert not found.gatherings


def _report(session: Session) -> None:
    """Of one month, not the last."""
    last = (NOW - MONTH).date()
    first = last - timedelta(weeks=IN_THE_SPAN - 1)
    assert report.of(session, COORDINATOR, TURN, PROGRAMME, first, last).checkins >= BATCH * IN_THE_SPAN


QUESTIONS: Final[Mapping[str, Question]] = {
    "look-old": Question(ask=_look, each=BATCH),
    "group-old": Question(ask=_group, each=gathered.GROUPS),
    "channel-old": Question(ask=_channel, at_most=2),
    # It counts silence back through sixty check-ins, of which a young pairing has four.
    "card-old": Question(ask=_card, at_most=3),
    "home-old": Question(ask=_home),
    "duties-old": Question(ask=_duties),
    "report-old": Question(ask=_report),
}
