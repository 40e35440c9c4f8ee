"""`python -m benchmarks [NAME]`: every figure we promise, or those whose name begins so. Status 1 if one is short."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from benchmarks import ages, checkins, delivery, kill, page, rotation, rotation_lock, rounds, rules, ticks, year
from benchmarks.figures import Figure
from benchmarks.questions import QUESTIONS


@dataclass(frozen=True, kw_only=True, slots=True)
class Benchmark:
    """What is measured together, and the names of its figures."""

    names: tuple[str, ...]
    measure: Callable[[], list[Figure]]


def _clock(engine: str) -> Benchmark:
    return Benchmark(names=(f"tick-idle-{engine}", f"tick-due-{engine}"), measure=partial(ticks.measure, engine))


def _check_in(engine: str) -> Benchmark:
    names = tuple(f"{figure}-{engine}" for figure in ("submission", "ack-p99", "memory"))
    return Benchmark(names=names, measure=partial(checkins.check_in, engine))


def _years(engine: str) -> Benchmark:
    names = tuple(f"{name}-{engine}" for name in QUESTIONS)
    return Benchmark(names=names, measure=partial(ages.measure, engine))


BENCHMARKS: Final = (
    Benchmark(names=("rules",), measure=rules.measure),
    _years("sqlite"),
    _years("postgresql"),
    Benchmark(names=("rotation", "rotation-repeats"), measure=rotation.measure),
    Benchmark(names=("rotation-lock", "rotation-join"), measure=rotation_lock.measure),
    Benchmark(names=("start",), measure=checkins.start),
    _check_in("sqlite"),
    _check_in("postgresql"),
    _clock("sqlite"),
    _clock("postgresql"),
    Benchmark(names=("delivery", "delivery-refused"), measure=delivery.measure),
    Benchmark(names=("rounds", "rounds-overtaken"), measure=rounds.measure),
    Benchmark(names=("kill",), measure=kill.measure),
    Benchmark(names=("manners",), measure=year.measure),
    Benchmark(names=("playground-start",), measure=page.start),
    Benchmark(names=("playground-year",), measure=page.year),
    Benchmark(names=("page-ready", "page-click"), measure=page.page),
)


def main(arguments: list[str]) -> int:
    wanted = arguments[0] if arguments else ""
    chosen = [each for each in BENCHMARKS if any(name.startswith(wanted) for name in each.names)]
    if not chosen:
        print("There is no such figure. There are:", *(name for each in BENCHMARKS for name in each.names))
        return 2
    short = False
    for benchmark in chosen:
        for figure in benchmark.measure():
            if figure.name.startswith(wanted):
                print(figure.line(), flush=True)
                short = short or not figure.ok
    return int(short)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
