"""Whole submissions of the check-in form, as a share of what a listener that only acknowledges carries."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from statistics import median
from typing import Final

import uvloop

from benchmarks.databases import KEY, migrated, opened, settle
from benchmarks.figures import RUNS, Figure, percentile
from benchmarks.history import MONTH, live_through
from benchmarks.load import Answers, as_fast_as_it_goes, at_a_rate
from benchmarks.population import open_checkins, populate
from benchmarks.processes import Server, bare_listener, rapport, slack_stub
from benchmarks.submissions import bodies, kept, signed

PAIRINGS: Final = 6_000
WARM_UP: Final = 500
A_RUN: Final = 2_000
PACED_SECONDS: Final = 5

SHARE: Final = {"sqlite": 0.35, "postgresql": 0.25}
"""Of the bare listener's rate, at least."""

ACK_MILLISECONDS: Final = 25
"""Slack gives three seconds (https://docs.slack.dev/interactivity/handling-user-interaction); a person notices 0.1."""

START_SECONDS: Final = 3
RESIDENT_MEGABYTES: Final = 150


class NotKept(Exception):
    """A form was refused, or is not in the database: figures of it would be worth nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """`rates` are pairs of requests a second, the bot's and the bare listener's, one after the other."""

    rates: list[tuple[float, float]]
    paced: Answers
    forms: int


def check_in(engine: str) -> list[Figure]:
    """Submissions, acknowledgements at half of that load, and what the process weighs after them."""
    with ExitStack() as running:
        url = running.enter_context(migrated(engine))
        now = datetime.now(UTC)
        with opened(url) as database:
            populate(database, PAIRINGS, now=now, anchor=(now - 2 * MONTH).date())
            live_through(database, PAIRINGS, now=now, day=now.date())
            open_checkins(database, PAIRINGS, now=now, day=now.date())
        settle(url)
        bot = running.enter_context(rapport(url, KEY, running.enter_context(slack_stub())))
        bare = running.enter_context(bare_listener())
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            measured = runner.run(_measure(bot, bare, bodies(PAIRINGS)))
        weight = bot.resident_megabytes()
        with opened(url) as database:
            if not kept(database, measured.forms, since=now):
                raise NotKept
    return _figures(engine, measured, weight)


def start() -> list[Figure]:
    """From its start to its first "ready", on a database that is up to date."""
    with migrated("sqlite") as url, slack_stub() as slack:
        seconds = []
        for _ in range(RUNS):
            with rapport(url, KEY, slack) as bot:
                seconds.append(bot.started_in)
    return [Figure(name="start", value=median(seconds), unit="s", at_most=START_SECONDS)]


async def _measure(bot: Server, bare: Server, forms: Sequence[bytes]) -> Measured:
    """Bare and bot by turns, so that whatever else the machine does falls on both. Bare forgets: it gets any form."""
    fresh = iter(forms)
    await _all_well(bare, forms[:WARM_UP])
    sent = [await _all_well(bot, list(islice(fresh, WARM_UP)))]
    rates = []
    for _ in range(RUNS):
        plain = await _all_well(bare, forms[:A_RUN])
        sent.append(await _all_well(bot, list(islice(fresh, A_RUN))))
        rates.append((sent[-1].rate, plain.rate))
    half = median(rate for rate, _ in rates) / 2
    requests = signed(list(islice(fresh, int(half * PACED_SECONDS))))
    sent.append(_well(await at_a_rate(bot.port, requests, half)))
    return Measured(rates=rates, paced=sent[-1], forms=sum(len(answers.waits) for answers in sent))


async def _all_well(server: Server, forms: Sequence[bytes]) -> Answers:
    return _well(await as_fast_as_it_goes(server.port, signed(forms)))


def _well(answers: Answers) -> Answers:
    if answers.refused:
        raise NotKept
    return answers


def _figures(engine: str, measured: Measured, weight: float) -> list[Figure]:
    share = median(bot / bare for bot, bare in measured.rates)
    bot, bare = (median(rates) for rates in zip(*measured.rates, strict=True))
    ack = percentile(measured.paced.waits, 99) * 1000
    return [
        Figure(
            name=f"submission-{engine}",
            value=share,
            at_least=SHARE[engine],
            said_with=f"{bot:.0f} of {bare:.0f} a second",
        ),
        Figure(
            name=f"ack-p99-{engine}",
            value=ack,
            unit="ms",
            at_most=ACK_MILLISECONDS,
            said_with=f"at {bot / 2:.0f} a second; median {median(measured.paced.waits) * 1000:.1f} ms",
        ),
        Figure(name=f"memory-{engine}", value=weight, unit="MB", at_most=RESIDENT_MEGABYTES),
    ]
