"""When there is next something to do: before that moment every look would be for nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from bot.services.waiting import WHAT_WAITS
from bot.ticks import TICKS, Sweep
from storage.moments import next_of
from storage.session import Session
from storage.workspace import while_served

CLAIMS: Final = tuple(work for work in TICKS if not isinstance(work, Sweep))
DELIVERY: Final = "delivery"

_TICKS: Final = {work.name: work.next_due for work in CLAIMS}
_DELIVERIES: Final = {name: while_served(moment) for name, moment in WHAT_WAITS.items()}


@dataclass(frozen=True, slots=True)
class Due:
    """By the name of the tick; `DELIVERY` is whatever is to be said, painted or looked for. None: nothing by itself."""

    at: Mapping[str, datetime | None]

    @classmethod
    def of(cls, session: Session) -> Self:
        at = next_of(session, {**_TICKS, **_DELIVERIES})
        deliveries = [moment for name in _DELIVERIES if (moment := at[name]) is not None]
        return cls({**{name: at[name] for name in _TICKS}, DELIVERY: min(deliveries, default=None)})

    @property
    def next(self) -> datetime | None:
        return min((each for each in self.at.values() if each is not None), default=None)

    def is_due(self, name: str, now: datetime) -> bool:
        at = self.at[name]
        return at is not None and at <= now
