"""What the rules cost: one pure function over the facts of one pairing, in the situations that it meets most."""

from datetime import datetime
from statistics import median
from timeit import repeat
from typing import Final

from benchmarks.figures import RUNS, Figure
from bot.domain.facts import PairingFacts
from bot.domain.look import what_next
from bot.domain.pairing import PairingState
from bot.domain.policy import DEFAULT
from tests.builders import ANA, BEN, CARLA, checkin, delivered, hours, pairing, pause, prompt, seat, utc, weekly

MICROSECONDS: Final = 100
CALLS: Final = 500

LISBON: Final = hours("Europe/Lisbon", holidays=("2026-10-05", "2026-12-01", "2026-12-08", "2026-12-25"))
PERTH: Final = hours("Australia/Perth", days=(0, 1, 2, 3), weekday=3)
ASKED: Final = "2026-10-13 10:00"
NOW: Final = utc("2026-10-14 08:00")


def measure() -> list[Figure]:
    costs = {name: _microseconds(facts, NOW) for name, facts in _situations().items()}
    slowest = max(costs, key=lambda name: costs[name])
    return [
        Figure(
            name="rules",
            value=median(costs.values()),
            unit="us",
            at_most=MICROSECONDS,
            said_with=f"slowest of {len(costs)}: {slowest}, {costs[slowest]:.0f} us",
        )
    ]


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
    }


def _microseconds(facts: PairingFacts, now: datetime) -> float:
    return min(repeat(lambda: what_next(facts, DEFAULT, now), number=CALLS, repeat=RUNS)) / CALLS * 1_000_000
