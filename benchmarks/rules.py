"""What the rules cost: one pure function over the facts of one pairing, in the situations that it meets.

The figure is a ratio to work of the same kind, done in the same moments: a machine is faster at one time than at
another by a quarter, for both alike. That work is what no look at a pairing can do without, written with Python's own
means only, so that nothing that changes in the bot changes it: a month's moments are read on two people's clocks, and
each is put into a frozen value that is then changed once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from math import inf
from statistics import median
from time import process_time
from timeit import timeit
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from benchmarks.figures import RUNS, Figure
from bot.domain.case import Rule
from bot.domain.facts import ClimbFacts, Outage, PairingFacts, PastCheckin, SeatFacts
from bot.domain.ids import ClimbId
from bot.domain.look import what_next
from bot.domain.pairing import PairingState
from bot.domain.policy import DEFAULT
from tests.builders import ANA, BEN, CARLA, checkin, delivered, hours, pairing, pause, prompt, seat, utc, weekly

OF_THE_LEAST: Final = 0.77
"""At most 100 microseconds, on a machine on which the least takes 130."""

CALLS: Final = 10
BURSTS: Final = 100
"""Short and many: in the fastest of them nobody else had the processor."""

PORTUGUESE: Final = ("01-01", "04-03", "04-25", "05-01", "06-04", "06-10", "08-15", "10-05", "11-01", "12-01", "12-25")

HOLIDAYS: Final = tuple(f"{year}-{day}" for year in (2025, 2026, 2027) for day in PORTUGUESE)
LISBON: Final = hours("Europe/Lisbon", holidays=HOLIDAYS)
PERTH: Final = hours("Australia/Perth", days=(0, 1, 2, 3), weekday=3)
ASKED: Final = "2026-10-13 10:00"
NOW: Final = utc("2026-10-14 08:00")
LEAST: Final = "the least"
CLOCKS: Final = ZoneInfo("Europe/Lisbon"), ZoneInfo("Australia/Perth")
MONTH: Final = tuple(NOW - timedelta(days=n) for n in range(31))
MONTHS: Final = timedelta(days=106), timedelta(days=456)
"""Three and a half, and fifteen."""

PAST: Final = 6
PAUSES: Final = tuple(
    pause(*days) for days in (("2025-12-20", "2026-01-07"), ("2026-03-02", "2026-03-20"), ("2026-08-03", "2026-08-24"))
)
OUTAGES: Final = tuple(
    Outage(start=start, end=start + timedelta(hours=30)) for start in (NOW - timedelta(days=40 * n) for n in range(12))
)
"""A day and more, nine times a year."""

CLIMBS: Final = tuple(
    ClimbFacts(id=ClimbId(UUID(int=n)), rule=rule, case_at=NOW + timedelta(days=1), case_open=False)
    for n, rule in enumerate((Rule.NEVER_MET, Rule.SILENT_BOTH))
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _OnAClock:
    at: datetime
    day: date


def measure() -> list[Figure]:
    """The slowest situation is the one that is promised."""
    situations = {name: partial(what_next, facts, DEFAULT, NOW) for name, facts in _situations().items()}
    runs = [_run({LEAST: _least, **situations}) for _ in range(RUNS)]
    costs = {name: median(run[name] for run in runs) for name in situations}
    slowest = max(costs, key=lambda name: costs[name])
    return [
        Figure(
            name="rules",
            value=median(run[slowest] / run[LEAST] for run in runs),
            at_most=OF_THE_LEAST,
            said_with=f"{costs[slowest]:.0f} us, slowest of {len(costs)}: {slowest};"
            f" median {median(costs.values()):.0f} us; the least {median(run[LEAST] for run in runs):.0f} us",
        )
    ]


def _run(works: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Microseconds of each. In turns, so that none has all of its bursts while somebody else is at work."""
    costs = dict.fromkeys(works, inf)
    for _ in range(BURSTS):
        for name, work in works.items():
            costs[name] = min(costs[name], timeit(work, number=CALLS, timer=process_time) / CALLS * 1_000_000)
    return costs


def _least() -> list[_OnAClock]:
    read = [_OnAClock(at=at, day=at.astimezone(clock).date()) for clock in CLOCKS for at in MONTH]
    return [replace(each, day=each.day + timedelta(days=1)) for each in read]


def _situations() -> dict[str, PairingFacts]:
    ana, ben = seat(ANA, hours=LISBON), seat(BEN, hours=PERTH)
    open_for_both = checkin(1, delivered(ANA, ASKED), delivered(BEN, ASKED))
    one_answered = checkin(1, delivered(ANA, ASKED, answered=True), delivered(BEN, ASKED, reminders=1))
    paused = seat(BEN, hours=PERTH, pauses=(pause("2026-10-01", "2026-11-02"),))
    return {
        "nothing open": pairing(ana, ben),
        "nothing open, weekly": weekly(ana, ben),
        "just introduced": pairing(ana, ben, state=PairingState.INTRODUCED, introduced_at=utc("2026-10-12 09:00")),
        "scheduled": pairing(ana, ben, checkin=checkin(1, prompt(ANA, ASKED), prompt(BEN, ASKED))),
        "open": pairing(ana, ben, checkin=open_for_both),
        "one has answered": pairing(ana, ben, checkin=one_answered),
        "one is paused": pairing(ana, paused, checkin=open_for_both),
        "a team": pairing(ana, ben, seat(CARLA, hours=LISBON), checkin=open_for_both),
        "ended": pairing(ana, ben, state=PairingState.ENDED),
        **_silences(),
    }


def _silences() -> dict[str, PairingFacts]:
    """Pairings whose days are counted: on their way to a case, or not yet; at worst with all that does not count."""
    ana, ben = seat(ANA, hours=LISBON), seat(BEN, hours=PERTH)
    rested = seat(ANA, hours=LISBON, pauses=PAUSES[:2]), seat(BEN, hours=PERTH, pauses=PAUSES)
    team = *rested, seat(CARLA, hours=LISBON, pauses=PAUSES[1:])
    return {
        "climbing, 3.5 months": _silent(ana, ben, ago=MONTHS[0]),
        "climbing, 15 months": _silent(ana, ben, ago=MONTHS[1]),
        "climbing, 15 months, pauses": _silent(*rested, ago=MONTHS[1]),
        "climbing, 15 months, pauses, outages": _silent(*rested, ago=MONTHS[1], outages=OUTAGES),
        "a team climbing, 15 months, pauses, outages": _silent(*team, ago=MONTHS[1], outages=OUTAGES),
        "a team silent once, 15 months, pauses, outages": _silent(
            *team, ago=MONTHS[1], outages=OUTAGES, silent=1, climbs=()
        ),
    }


def _silent(*seats: SeatFacts, ago: timedelta, silent: int = 6, **more: Any) -> PairingFacts:
    """They never met, and answered none of their last check-ins, or all but so many."""
    past = tuple(_past(period, silent=period > PAST - silent) for period in range(1, PAST + 1))
    prompts = (delivered(each.member, ASKED, reminders=1) for each in seats)
    asked = checkin(PAST + 1, *prompts, closes_at="2026-10-23 08:00")
    values: dict[str, Any] = {"introduced_at": NOW - ago, "past": past, "checkin": asked, "climbs": CLIMBS}
    return pairing(*seats, **{**values, **more})


def _past(period: int, *, silent: bool) -> PastCheckin:
    """They are four weeks apart, and the last closed two weeks ago."""
    closed = NOW - timedelta(weeks=2 + 4 * (PAST - period))
    return PastCheckin(period=period, opened_at=closed - timedelta(days=50), closed_at=closed, answered=not silent)
