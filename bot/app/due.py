"""When there is next something to do: before that moment every look would be for nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from bot.services import housekeeping
from bot.ticks import TICKS, Sweep
from storage.session import Session

CLAIMS: Final = tuple(work for work in TICKS if not isinstance(work, Sweep))
DELIVERY: Final = "delivery"


@dataclass(frozen=True, slots=True)
class Due:
    """By the name of the tick; `DELIVERY` is whatever is to be said, painted or looked for. None: nothing by itself."""

    at: Mapping[str, datetime | None]

    @classmethod
    def of(cls, session: Session) -> Self:
        ticks = {work.name: work.next_due(session) for work in CLAIMS}
        return cls({**ticks, DELIVERY: housekeeping.next_delivery(session)})

    @property
    def next(self) -> datetime | None:
        return min((each for each in self.at.values() if each is not None), default=None)

    def is_due(self, name: str, now: datetime) -> bool:
        at = self.at[name]
        return at is not None and at <= now
