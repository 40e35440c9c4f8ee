"""How near to the platform's limits a large backlog is delivered: the clock of stand-in and bot is moved."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import insert, select, update

from benchmarks.databases import migrated
from benchmarks.figures import Figure
from bot.domain.member import Consent
from bot.domain.notice import NOTICES, NoticeKind, NoticeState
from bot.domain.turn import Turn
from playground.limits import BURST_SHARE, CHANNEL_POSTS_PER_SECOND, POSTS_PER_MINUTE
from storage.session import Session
from storage.tables import Member, Notice, Pairing, Seat, table_of
from tests.manners.crowds import bring_all
from tests.stage import Stage, stage

MONDAY: Final = datetime(2026, 9, 7, 10, tzinfo=UTC)
LONG: Final = (50,) * 20
SHORT: Final = (8,) * 40 + (7,) * 240
"""How much waits in each channel: 3,000 in 300."""

OF_BOUND: Final = 1.05
REFUSED_PERCENT: Final = 1


class NotDelivered(Exception):
    """Some of it never arrived, or arrived twice: the time it took would be worth nothing."""


def measure() -> list[Figure]:
    """One run: it is the clock that is moved which counts, and chance has no part in it."""
    backlog = [*LONG, *SHORT]
    with migrated("sqlite") as url:
        seconds, refused = asyncio.run(_delivered(url, backlog))
    bound = fastest(backlog)
    return [
        Figure(
            name="delivery",
            value=seconds / bound,
            at_most=OF_BOUND,
            said_with=f"{sum(backlog)} notices in {seconds:.0f} s; the limits allow {bound:.0f} s",
        ),
        Figure(name="delivery-refused", value=refused, unit="%", at_most=REFUSED_PERCENT),
    ]


def fastest(backlog: Sequence[int]) -> float:
    """Seconds that the limits ask for: of the workspace, less the burst that it bears, or of the longest channel."""
    workspace = (sum(backlog) - POSTS_PER_MINUTE / BURST_SHARE) * 60 / POSTS_PER_MINUTE
    return max(workspace, (max(backlog) - 1) / CHANNEL_POSTS_PER_SECOND)


async def _delivered(url: str, backlog: Sequence[int]) -> tuple[float, float]:
    """Seconds on the moved clock, and how many calls of a hundred were refused."""
    async with stage(url, start=MONDAY, people={"Maria Santos": "UTC", "Tom Okafor": "UTC"}) as there:
        await _pairs(there, len(backlog) // 2)
        await there.installation.catch_up(there.clock)
        before = len(there.slack.calls)
        await there.installation.bot.write(
            there.installation.workspace, lambda session, turn: _queue(session, turn, backlog)
        )
        began = there.clock.now()
        await there.installation.catch_up(there.clock, held_for=timedelta())
        await there.slack.settled()
        posts = [call for call in there.slack.calls[before:] if call.method == "chat.postMessage"]
        said = [call for call in posts if call.answer["ok"]]
        if len(said) != sum(backlog):
            raise NotDelivered
        return (said[-1].at - began).total_seconds(), 100 * (1 - len(said) / len(posts))


async def _pairs(there: Stage, count: int) -> None:
    rows = ["mentor,mentee,started"]
    for n in range(count):
        mentor, mentee = (there.add(f"{role} {n}", "UTC", email=f"{role}{n}@example.org") for role in ("ana", "ben"))
        rows.append(f"{mentor.id},{mentee.id},{MONDAY:%Y-%m-%d}")
    await bring_all(there, "\n".join(rows), coordinator="Maria", backup="Tom")


def _queue(session: Session, turn: Turn, backlog: Sequence[int]) -> None:
    """What may be said at once and alone, those of one channel in a row, the longest first: the worst order to read.

    The pairings themselves have nothing to say meanwhile.
    """
    session.execute(update(table_of(Member)).values(consent=Consent.GIVEN, greeted_at=turn.now))
    session.execute(update(table_of(Pairing)).values(next_look_at=None))
    seat = table_of(Seat)
    seats = session.execute(select(seat.c.member_id, seat.c.pairing_id).order_by(seat.c.id)).all()
    kind = NoticeKind.WITHDRAWN
    session.execute(
        insert(table_of(Notice)),
        [
            {
                "workspace_id": session.workspace,
                "id": turn.new_id(),
                "kind": kind,
                "key": f"bench:{where.member_id}:{n}",
                "member_id": where.member_id,
                "pairing_id": where.pairing_id,
                "subject_id": where.member_id,
                "nth": 0,
                "thread": "",
                "urgency": NOTICES[kind].urgency,
                "not_before": turn.now,
                "queued_at": turn.now,
                "state": NoticeState.QUEUED,
                "why": "",
                "attempts": 0,
                "cause": "bench",
            }
            for where, waiting in zip(seats, backlog, strict=True)
            for n in range(waiting)
        ],
    )
