"""A figure: what was measured, and the target that we promise."""

from dataclasses import dataclass
from typing import Final

RUNS: Final = 3
"""Each figure is the median of so many runs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """`value` is in `unit`; a ratio, which means the same on another machine, has none."""

    name: str
    value: float
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    said_with: str = ""

    @property
    def ok(self) -> bool:
        low_enough = self.at_most is None or self.value <= self.at_most
        high_enough = self.at_least is None or self.value >= self.at_least
        return low_enough and high_enough

    def line(self) -> str:
        verdict = "ok" if self.ok else "short"
        return f"{self.name:<24}{_number(self.value, self.unit):>12}  {self._target():<14}{verdict:<7}{self.said_with}"

    def _target(self) -> str:
        if self.at_least is not None and self.at_most is not None:
            return f"{_number(self.at_least)} to {_number(self.at_most, self.unit)}"
        if self.at_least is not None:
            return f">= {_number(self.at_least, self.unit)}"
        return f"<= {_number(self.at_most or 0, self.unit)}"


def percentile(values: list[float], percent: float) -> float:
    """The smallest value that so many percent of them do not exceed."""
    in_order = sorted(values)
    return in_order[min(len(in_order) - 1, int(len(in_order) * percent / 100))]


def _number(value: float, unit: str = "") -> str:
    return f"{value:.3g} {unit}".strip() if value < 1000 else f"{value:,.0f} {unit}".strip()
