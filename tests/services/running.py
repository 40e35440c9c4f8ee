"""A programme that lives in a database without Slack: looks, planning and fates, with time that is moved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from sqlalchemy import select, update

from bot.app.clock import seeded_ids
from bot.app.due import Due
from bot.domain.drawing import draw
from bot.domain.ids import MemberId, MessageId, PairingId, PromptId
from bot.domain.notice import NoticeKind
from bot.domain.sayings import Outgoing, Place, Saying
from bot.domain.turn import Caller, Turn
from bot.services import delivery, fates
from bot.ticks import TICKS, Claim, Stepwise
from storage import member as members
from storage import surface as surfaces
from storage.asked import latest_of
from storage.checkin import PromptRecord
from storage.session import Database, Session
from storage.tables import Notice, Pairing, table_of
from tests.services.office import NOW, Office

Result = TypeVar("Result")
P = ParamSpec("P")
PAIR: Final = "mentor,mentee\nU0ANA,U0BEN\n"
NOTICE = table_of(Notice)
PAIRING = table_of(Pairing)


@dataclass(frozen=True, kw_only=True)
class Told:
    """One message as it was said: when, to whom, what."""

    message: MessageId
    at: datetime
    people: tuple[str, ...]
    sayings: tuple[Saying, ...]


class Killed(Exception):
    """The process ended between two steps."""


class Running:
    """Everybody is in Berlin, works from nine to five, is asked on Tuesdays at ten. It begins on a Monday at noon.

    After so many `steps_left`, if that is a number, whoever lives on raises Killed.
    """

    def __init__(self, database: Database, csv: str = PAIR) -> None:
        self.office = Office(database)
        self.office.bring_in(csv)
        self.database = database
        self.now = NOW
        self.told: list[Told] = []
        self.steps_left: int | None = None
        self._new_id = seeded_ids(lambda: self.now, 2)
        self._stamp = 0

    @property
    def turn(self) -> Turn:
        return Turn(now=self.now, new_id=self._new_id, cause="test")

    def write(self, work: Callable[Concatenate[Session, Turn, P], Result], *args: P.args, **more: P.kwargs) -> Result:
        with self.database.write(self.office.workspace) as session:
            return work(session, self.turn, *args, **more)

    def does(
        self,
        person: str,
        service: Callable[Concatenate[Session, Caller, Turn, P], Result],
        *args: P.args,
        **more: P.kwargs,
    ) -> Result:
        with self.database.write(self.office.workspace) as session:
            return service(session, self.office.caller(person), self.turn, *args, **more)

    def until(self, moment: str) -> "Running":
        """Lives on to a moment of UTC; what is due on the way happens in order."""
        end = datetime.fromisoformat(moment).replace(tzinfo=NOW.tzinfo)
        self.settle()
        with self.database.read() as session:
            following = Due.of(session).next
        moments = 0
        while following is not None and following <= end:
            moments += 1
            assert moments < 1000, f"something is due at {following} for ever"
            self.now = max(following, self.now + timedelta(milliseconds=1))
            self.settle()
            with self.database.read() as session:
                following = Due.of(session).next
        self.now = end
        self.settle()
        return self

    def settle(self) -> None:
        while self.looks() or self.delivers() or self.paints():
            continue

    def looks(self) -> int:
        """Every tick of the clock once; how many items were due."""
        items = 0
        for tick in TICKS:
            if isinstance(tick, Claim):
                with self.database.write() as session:
                    due = tick.due(session, self.turn, 50)
                    if due:
                        tick.work(session.within(self.office.workspace), self.turn, [item for _, item in due])
                items += len(due)
            elif isinstance(tick, Stepwise):
                items += self._looks_in_steps(tick)
        return items

    def _looks_in_steps(self, tick: Stepwise) -> int:
        with self.database.write() as session:
            claimed = tick.claim(session, self.turn)
        if claimed is None:
            return 0
        workspace, hold = claimed
        with self.database.read(workspace) as session:
            facts = tick.read(session, self.turn, hold)
        assert facts is not None
        look = tick.think(facts, self.now)
        to_draw = look.to_draw
        for step in tick.steps(look, draw(to_draw.people, to_draw.past, to_draw.shape) if to_draw else None):
            if self.steps_left is not None:
                self.steps_left -= 1
                if self.steps_left < 0:
                    raise Killed
            with self.database.write(workspace) as session:
                assert tick.take(session, self.turn, hold=hold, step=step)
        with self.database.write(workspace) as session:
            tick.finish(session, self.turn, hold=hold, at=look.decided.next_look_at)
        return 1

    def delivers(self) -> int:
        claimed = self.plans()
        for outgoing in claimed:
            self.says(outgoing)
        return len(claimed)

    def paints(self) -> int:
        """What lags is shown as it should look."""
        with self.database.write(self.office.workspace) as session:
            lagging = surfaces.lagging(session, self.now, 50)
            surfaces.shown(session, lagging)
        return len(lagging)

    def plans(self) -> tuple[Outgoing, ...]:
        return self.write(delivery.plan, 50).messages

    def says(self, outgoing: Outgoing) -> None:
        self._stamp += 1
        to = outgoing.address
        place = Place(conversation=to.conversation or f"D-{to.people[0]}", stamp=f"{self._stamp}.0")
        self.told.append(
            Told(
                message=MessageId(outgoing.message),
                at=self.now,
                people=outgoing.address.people,
                sayings=outgoing.sayings,
            )
        )
        self.write(fates.sent, {MessageId(outgoing.message): place})

    def told_to(self, person: str) -> list[Told]:
        return [each for each in self.told if each.people == (person,)]

    def member(self, person: str) -> members.MemberRecord:
        with self.database.read(self.office.workspace) as session:
            found = members.find(session, person)
        assert found is not None
        return found

    def pairings(self) -> list[PairingId]:
        with self.database.read() as session:
            return [PairingId(row.id) for row in session.execute(select(PAIRING.c.id).order_by(PAIRING.c.id))]

    def prompt(self, person: str, pairing: int = 0) -> PromptRecord:
        """A person's prompt of the latest check-in of their n-th pairing."""
        with self.database.read(self.office.workspace) as session:
            found = latest_of(session, self.member(person).id, self.pairings()[pairing])
        assert found is not None
        return found

    def prompt_id(self, person: str) -> PromptId:
        return self.prompt(person).id

    def notices(self, *kinds: NoticeKind) -> list[Any]:
        """Rows of notices, in the order in which they were queued."""
        with self.database.read() as session:
            rows = session.execute(select(NOTICE).where(NOTICE.c.kind.in_(kinds)).order_by(NOTICE.c.id))
            return list(rows)

    def change(self, model: Any, **values: Any) -> None:
        """Sets columns of every row of a table: how something came about that no service does yet."""
        with self.database.write() as session:
            session.execute(update(table_of(model)).values(**values))


def member_id(running: Running, person: str) -> MemberId:
    return running.member(person).id
