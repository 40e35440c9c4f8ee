"""Any two things that can be done to a list of people are begun at the same moment: one outcome, nobody twice."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from functools import partial
from itertools import combinations_with_replacement, pairwise
from random import Random
from typing import Any, Final

from bot.domain.formation import FormationState
from bot.domain.groups import Room
from bot.domain.ids import DraftId, FormationId
from bot.domain.refusals import Refused
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Caller, Turn
from bot.ports import RoomMade, Venue
from bot.services import formations, gathering, making, rooms
from bot.services.formations import FormationGiven
from storage import formations as stored
from storage.session import Session
from storage.tables import DraftGroup, Formation, FormationPlace, Group, Membership, Notice, Programme, Step
from tests.concurrency.replicas import Replica, Replicas, csv_of, person, replicas

LISTED: Final = ("ANA", "BEN", "CLEO", "DAN", "EVE", "FINN", "GUS", "HANA")


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Eight people, of whom two groups of four are proposed; Maria and Tom run the programme."""

    there: Replicas
    formation: FormationId
    n: int

    @property
    def maria(self) -> Caller:
        return self.there.caller("U0MARIA")

    @property
    def tom(self) -> Caller:
        return self.there.caller("U0TOM")


async def forms_anew(by: Replica, of: Listed) -> None:
    worked = await by.bot.ask(formations.others, of.tom, of.formation)
    await by.bot.do(formations.anew, of.tom, of.formation, worked)


async def moves(by: Replica, of: Listed) -> None:
    (first, *_) = of.there.rows(FormationPlace, formation_id=of.formation)
    (_, second) = of.there.rows(DraftGroup, formation_id=of.formation)
    await by.bot.do(formations.move, of.maria, of.formation, first["id"], DraftId(second["id"]))


async def leaves_out(by: Replica, of: Listed) -> None:
    (*_, last) = of.there.rows(FormationPlace, formation_id=of.formation)
    await by.bot.do(formations.move, of.tom, of.formation, last["id"], None)


async def makes(by: Replica, of: Listed, who: Caller) -> None:
    await by.bot.do(making.make, who, of.formation, await by.bot.ask(making.ready, who, of.formation))


async def opens(by: Replica, of: Listed) -> None:
    """Whoever was to open a room tells of it, be it twice."""
    for draft in of.there.rows(DraftGroup, formation_id=of.formation):
        await by.bot.write(of.there.workspace, partial(making.make_one, id=DraftId(draft["id"])))
        venue = Venue(id=f"C0{of.n}X{draft['number']}", name="writers", room=Room.PRIVATE, readers=4, inside=True)
        made = partial(rooms.opened, id=DraftId(draft["id"]), room=RoomMade(venue=venue))
        await by.bot.write(of.there.workspace, made)


Act = Callable[[Replica, Listed], Awaitable[Any]]
ACTS: Final[Mapping[str, Act]] = {
    "makes": lambda by, of: makes(by, of, of.maria),
    "makes too": lambda by, of: makes(by, of, of.tom),
    "drops": lambda by, of: by.bot.do(formations.drop, of.tom, of.formation),
    "forms anew": forms_anew,
    "moves": moves,
    "leaves out": leaves_out,
    "opens": opens,
    "looks": lambda by, of: by.bot.ask(formations.review, of.maria, of.formation),
}


async def test_any_two_acts_on_a_list_at_once_have_one_outcome(database_url: str) -> None:
    together = [Random(n).sample(both, 2) for n, both in enumerate(combinations_with_replacement(ACTS, 2))]
    if database_url.startswith("sqlite"):
        together = together[::3]  # its one writer takes every two one after the other
    with replicas(database_url) as there:
        there.bring(csv_of([("U0MAX", "U0MIA")]))
        lists = [await there.write(partial(_listed, there=there, n=n)) for n in range(len(together))]

        played = [await _at_once(there, of, acts) for of, acts in zip(lists, together, strict=True)]

        assert [(acts, done) for _, acts, done in played if any(_is_trouble(each) for each in done)] == []
        for of, acts, _ in played:
            await opens(there.one, of)
            await opens(there.two, of)
            _one_outcome(there, of, acts)


async def _at_once(there: Replicas, of: Listed, acts: Sequence[str]) -> tuple[Listed, Sequence[str], Sequence[Any]]:
    first, second = acts
    done = await there.at_the_lock(
        [of.formation], lambda: ACTS[first](there.one, of), lambda: ACTS[second](there.two, of), lock=_lock
    )
    return of, acts, done


def _lock(session: Session, ids: Sequence[Any]) -> None:
    for each in ids:
        stored.locked(session, each)


def _is_trouble(done: Any) -> bool:
    return isinstance(done, BaseException) and not isinstance(done, Refused)


def _one_outcome(there: Replicas, of: Listed, acts: Sequence[str]) -> None:
    (formation,) = there.rows(Formation, id=of.formation)
    places = there.rows(FormationPlace, formation_id=of.formation)
    drafts = there.rows(DraftGroup, formation_id=of.formation)
    made = formation["state"] is FormationState.MADE
    assert {each["draft_id"] for each in places} <= {None, *(each["id"] for each in drafts)}, acts
    assert (len(places), len(drafts)) == ((0, 0) if formation["state"] is FormationState.DROPPED else (8, 2)), acts
    assert _lived(there, of.formation, formation["state"]), acts
    assert all(_lived(there, each["id"], each["state"]) for each in drafts), acts
    assert len(there.rows(Programme, name=f"Writers {of.n}")) == made, acts
    groups = [there.rows(Group, id=each["group_id"]) for each in drafts if each["group_id"] is not None]
    assert len(groups) == (2 if made else 0), acts
    for (group,) in groups:
        inside = there.rows(Membership, group_id=group["id"])
        assert 3 <= len(inside) == len({each["member_id"] for each in inside}) <= 5, acts
        assert len(there.rows(Notice, group_id=group["id"], kind="group_formed")) == 1, acts


def _lived(there: Replicas, id: Any, state: str) -> bool:
    """Each step begins where the one before it ended, and the last one ended where the thing is."""
    steps = there.rows(Step, subject_id=id)
    joined = all(one["to_state"] == following["from_state"] for one, following in pairwise(steps))
    return joined and (not steps or bool(steps[-1]["to_state"] == state))


def _listed(session: Session, turn: Turn, *, there: Replicas, n: int) -> Listed:
    people = {f"U0{name}{n}": person(f"U0{name}{n}") for name in LISTED}
    given = FormationGiven(
        form=f"V{n}",
        people=tuple(people),
        channel="",
        into=None,
        name=f"Writers {n}",
        size=4,
        questions="What moved?",
        rhythm=Rhythm.WEEKLY,
        first_on=turn.now.date() + timedelta(days=7),
        opens_at=time(10),
        like=None,
    )
    formations.start(session, there.caller("U0MARIA"), turn, given, None)
    (found,) = stored.to_gather(session, turn.now, 1)
    gathering.looked_up(session, turn, found.id, people)
    gathering.proposed(session, turn, found.id, gathering.work_out(session, turn, found))
    return Listed(there=there, formation=found.id, n=n)
