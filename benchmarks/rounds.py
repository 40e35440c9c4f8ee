"""How near to the platform's limits 500 groups open their rounds at one minute, and how fair: the clock is moved."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import update

from benchmarks.databases import migrated
from benchmarks.figures import Figure
from bot.domain.groups import Facilitation, Joining, Room, Topic
from bot.domain.ids import GroupId, MemberId
from bot.domain.member import Consent
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm, RhythmRow
from bot.domain.turn import Turn
from playground.limits import BURST_SHARE, POSTS_PER_MINUTE
from storage import group_calendar, groups, membership
from storage import member as members
from storage import programme as programmes
from storage.session import Session
from storage.tables import Member, table_of
from tests.stage import Stage, stage

GROUPS: Final = 500
PEOPLE: Final = 8
MONDAY: Final = datetime(2026, 9, 7, 10, tzinfo=UTC)
OPENS: Final = datetime(2026, 9, 9, 10, tzinfo=UTC)
OF_BOUND: Final = 1.05
A_SECOND: Final = timedelta(seconds=1)


class NotOpened(Exception):
    """Some round was not opened, or twice: the time it took would be worth nothing."""


def measure() -> list[Figure]:
    """One run: it is the clock that is moved which counts, and chance has no part in it."""
    with migrated("sqlite") as url:
        seconds, unfair = asyncio.run(_opened(url))
    bound = fastest()
    return [
        Figure(
            name="rounds",
            value=seconds / bound,
            at_most=OF_BOUND,
            said_with=f"{GROUPS} groups of {PEOPLE} in {seconds:.0f} s; the limits allow {bound:.0f} s",
        ),
        Figure(name="rounds-overtaken", value=unfair, at_most=0, said_with="groups that a later one came before"),
    ]


def fastest() -> float:
    """Seconds that the workspace's limit asks for, less the burst that it bears."""
    return (GROUPS - POSTS_PER_MINUTE / BURST_SHARE) * 60 / POSTS_PER_MINUTE


async def _opened(url: str) -> tuple[float, int]:
    """Seconds on the moved clock, and how many were overtaken by a group whose turn came after theirs."""
    async with stage(url, start=MONDAY, people={"Maria Santos": "UTC"}, grant_optional=True) as there:
        channels = _channels(there)
        bot, workspace = there.installation.bot, there.installation.workspace
        order = await bot.write(workspace, lambda session, turn: _gather(session, turn, there, channels))
        await there.until(OPENS - A_SECOND)
        before = len(there.slack.calls)
        there.clock.move_to(OPENS)
        await there.installation.catch_up(there.clock, held_for=timedelta())
        await there.slack.settled()
        posts = [call for call in there.slack.calls[before:] if call.method == "chat.postMessage" and call.answer["ok"]]
        said = [call for call in posts if call.args["channel"] in order]
        if sorted(call.args["channel"] for call in said) != sorted(order):
            raise NotOpened
        return (said[-1].at - OPENS).total_seconds(), _overtaken([order[call.args["channel"]] for call in said])


def _channels(there: Stage) -> list[str]:
    """Where the groups meet; their people need not be there for a round to be said."""
    return [there.slack.add_channel(f"group-{n}", [there["Maria"]], private=True).id for n in range(GROUPS)]


def _gather(session: Session, turn: Turn, there: Stage, channels: list[str]) -> dict[str, int]:
    """The groups with their people, all of whom have heard the first word. The place of each channel in the order in
    which they became due."""
    people = [_member(session, turn, n) for n in range(GROUPS * PEOPLE)]
    session.execute(update(table_of(Member)).values(consent=Consent.GIVEN, greeted_at=turn.now))
    for n, channel in enumerate(channels):
        mine = people[n * PEOPLE : (n + 1) * PEOPLE]
        programme = programmes.start(session, turn, f"Group {n}", ProgrammeKind.PEER_GROUP, Rhythm.WEEKLY)
        assert programme is not None
        programmes.add_coordinators(session, turn, programme, coordinator=people[0], backup=people[1])
        group = GroupId(turn.new_id())
        groups.add(
            session,
            turn,
            group,
            programme_id=programme,
            kind=ProgrammeKind.PEER_GROUP,
            name=f"Group {n}",
            purpose="",
            questions="What is next?",
            topic=Topic.WORK,
            room=Room.PRIVATE,
            conversation=channel,
            language="en",
            zone="UTC",
            country="",
            days="01234",
            opens_at=time(10),
            closes_after=3,
            facilitation=Facilitation.VOLUNTEERS,
            joining=Joining.ANYBODY,
            size=PEOPLE,
            started_by=people[0],
        )
        row = RhythmRow(from_period=1, rhythm=Rhythm.WEEKLY, anchor=date(2026, 9, 9))
        group_calendar.add_rhythm(session, turn, group, row)
        for each in mine:
            membership.add(session, turn, group, each, MembershipState.JOINED)
    return {channel: n for n, channel in enumerate(channels)}


def _member(session: Session, turn: Turn, n: int) -> MemberId:
    member = MemberId(turn.new_id())
    members.add(
        session,
        members.MemberRecord(
            id=member,
            person=f"U0PERSON{n}",
            name=f"Person {n}",
            language="en",
            zone="UTC",
            country="",
            days="01234",
            opens=time(9),
            closes=time(17),
            ask_weekday=1,
            ask_at=time(10),
            consent=Consent.GIVEN,
            reachable=True,
            greeted_at=turn.now,
            dm="",
        ),
    )
    return member


def _overtaken(places: list[int]) -> int:
    """Of those that became due together the first goes first; within what is on its way at once there is no order."""
    at_once = 8
    return sum(place < max(places[:n], default=0) - at_once for n, place in enumerate(places))
