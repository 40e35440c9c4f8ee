"""Any two things that can be done to a group are begun at the same moment: one outcome, none lost, no error."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import combinations_with_replacement, pairwise
from random import Random
from typing import Any, Final

from bot.domain.groups import GroupState
from bot.domain.ids import GroupId, RoundId
from bot.domain.refusals import Refused
from bot.domain.rounds import Heard
from bot.domain.sayings import Place
from bot.domain.turn import Caller, Turn
from bot.services import group_members, groups, leading, round_thread, round_words, rounds, whereabouts
from bot.services.reactions import Reacted
from bot.services.round_thread import Deed, Reply
from bot.services.round_words import RoundGiven
from storage import groups as stored
from storage import rounds as stored_rounds
from storage import workspace as workspaces
from storage.session import Session
from storage.tables import Group, Membership, Notice, Round, RoundEntry, RoundSeat, Step
from tests.concurrency.replicas import Replica, Replicas, csv_of, person, replicas
from tests.services.gatherings import CHANNEL, GIVEN

WORDS: Final = "I will read it."


@dataclass(frozen=True, kw_only=True)
class Circle:
    """A group of three, one seat short of full, whose first round is open; Maria runs it, Ana leads it."""

    there: Replicas
    group: GroupId
    round: RoundId
    n: int

    def caller(self, name: str) -> Caller:
        return self.there.caller(f"U0{name.upper()}{self.n}")

    @property
    def maria(self) -> Caller:
        return self.there.caller("U0MARIA")

    @property
    def conversation(self) -> str:
        return f"C0WRITERS{self.n}"


def reply(of: Circle, deed: Deed = Deed.SAID, stamp: str = "7.0") -> Reply:
    return Reply(
        event=f"Ev{of.n}{deed}{stamp}",
        deed=deed,
        text=WORDS,
        conversation=of.conversation,
        thread=f"{of.n}.0",
        stamp=stamp,
    )


def given(of: Circle) -> RoundGiven:
    return RoundGiven(form=f"V{of.n}", words="I am stuck.", heard=Heard.FACILITATOR, promise="Rest", settled=())


def venue(of: Circle, **changes: Any) -> Any:
    return replace(CHANNEL, id=of.conversation, **changes)


async def looks(by: Replica, of: Circle) -> None:
    def work(session: Session, turn: Turn) -> None:
        for workspace in workspaces.active(session):
            here = session.within(workspace)
            stored.lock(here, [of.group])
            rounds.look(here, turn, [of.group])

    await by.bot.write(None, work)


Act = Callable[[Replica, Circle], Awaitable[Any]]
ACTS: Final[Mapping[str, Act]] = {
    "joins": lambda by, of: by.bot.do(group_members.join, of.caller("dan"), of.group, person(f"U0DAN{of.n}")),
    "joins too": lambda by, of: by.bot.do(group_members.join, of.caller("eve"), of.group, person(f"U0EVE{of.n}")),
    "leaves": lambda by, of: by.bot.do(group_members.leave, of.caller("ben"), of.group),
    "replies": lambda by, of: by.bot.do(round_thread.hear, of.caller("ben"), reply(of)),
    "takes it back": lambda by, of: by.bot.do(round_thread.hear, of.caller("ben"), reply(of, Deed.DELETED)),
    "reacts": lambda by, of: by.bot.do(
        round_thread.here,
        of.caller("cleo"),
        Reacted(event="", name="wave", conversation=of.conversation, stamp=f"{of.n}.0"),
    ),
    "fills the form": lambda by, of: by.bot.do(round_words.answer, of.caller("ben"), of.round, given(of)),
    "hands over": lambda by, of: by.bot.do(leading.hand_over, of.caller("ana"), of.round),
    "is archived": lambda by, of: by.bot.do(whereabouts.seen, of.caller("ana"), venue(of, archived=True)),
    "is there": lambda by, of: by.bot.do(whereabouts.seen, of.caller("ana"), venue(of)),
    "ends": lambda by, of: by.bot.do(groups.end, of.maria, of.group),
    "the clock": looks,
}


async def test_any_two_acts_on_a_group_at_once_have_one_outcome(database_url: str) -> None:
    together = [Random(n).sample(both, 2) for n, both in enumerate(combinations_with_replacement(ACTS, 2))]
    if database_url.startswith("sqlite"):
        together = together[::3]  # its one writer takes every two one after the other
    with replicas(database_url) as there:
        circles = await _circles(there, len(together))

        played = [await _at_once(there, circle, acts) for circle, acts in zip(circles, together, strict=True)]

        assert [(acts, done) for _, acts, done in played if any(_is_trouble(each) for each in done)] == []
        for circle, acts, done in played:
            _one_outcome(there, circle, acts, done)


async def _at_once(there: Replicas, of: Circle, acts: Sequence[str]) -> tuple[Circle, Sequence[str], Sequence[Any]]:
    first, second = acts
    done = await there.at_the_lock(
        [of.group], lambda: ACTS[first](there.one, of), lambda: ACTS[second](there.two, of), lock=stored.lock
    )
    return of, acts, done


def _is_trouble(done: Any) -> bool:
    return isinstance(done, BaseException) and not isinstance(done, Refused)


def _one_outcome(there: Replicas, of: Circle, acts: Sequence[str], done: Sequence[Any]) -> None:
    (group,) = there.rows(Group, id=of.group)
    places = there.rows(Membership, group_id=of.group)
    assert len({each["member_id"] for each in places}) == len(places), acts
    assert sum(each["state"] == "joined" for each in places) <= group["size"], acts
    assert (group["state"] is GroupState.ENDED) is ("ends" in acts), acts
    assert _lived(there, of.group, group["state"]), acts
    for round in there.rows(Round, group_id=of.group):
        assert _lived(there, round["id"], round["state"]), acts
    entries = [each for each in there.rows(RoundEntry, round_id=of.round) if each["stamp"] is not None]
    assert len(entries) <= ("replies" in acts), acts
    if set(acts) == {"replies"}:
        assert len(entries) == 1, acts
    seats = there.rows(RoundSeat, round_id=of.round)
    assert len({each["member_id"] for each in seats}) == len(seats), acts
    private = there.rows(Notice, group_id=of.group, kind="round_private")
    filled = [each for act, each in zip(acts, done, strict=True) if act == "fills the form"]
    refused = sum(isinstance(each, Refused) for each in filled)
    assert len(private) == (1 if filled and refused < len(filled) else 0), acts
    assert len(there.rows(Notice, group_id=of.group, kind="group_adrift")) <= 1, acts


def _lived(there: Replicas, id: Any, state: str) -> bool:
    """Each step begins where the one before it ended, and the last one ended where the thing is."""
    steps = there.rows(Step, subject_id=id)
    joined = all(one["to_state"] == following["from_state"] for one, following in pairwise(steps))
    return joined and (not steps or bool(steps[-1]["to_state"] == state))


async def _circles(there: Replicas, wanted: int) -> list[Circle]:
    there.bring(csv_of([("U0MAX", "U0MIA")]))
    made = [await there.write(partial(_circle, there=there, n=n)) for n in range(wanted)]
    there.clock.move_to(there.clock.now() + timedelta(hours=3))
    return made


def _circle(session: Session, turn: Turn, *, there: Replicas, n: int) -> Circle:
    channel = replace(CHANNEL, id=f"C0WRITERS{n}")
    form = replace(GIVEN, name=f"Writers {n}", size=4, next_on=turn.now.date() + timedelta(days=2))
    group = groups.start(session, there.caller("U0MARIA"), turn, form, channel, {}).face.group
    for name in ("ANA", "BEN", "CLEO"):
        group_members.join(session, there.caller(f"U0{name}{n}"), turn, group, person(f"U0{name}{n}"))
    rounds.look(session, turn, [group])
    (round,) = stored_rounds.latest(session, [group], 9)[group]
    rounds.opened(session, turn, round.id, Place(conversation=channel.id, stamp=f"{n}.0"))
    return Circle(there=there, group=group, round=round.id, n=n)
