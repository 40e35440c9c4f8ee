"""Token buckets that keep the bot under Slack's limits, so that a 429 is the exception."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(kw_only=True, slots=True)
class Bucket:
    """`per_minute` tokens flow in evenly, up to `burst` at once."""

    per_minute: float
    burst: float
    _level: float = field(init=False)
    _at: datetime | None = field(init=False, default=None)
    _closed_until: datetime | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._level = self.burst

    def ready_at(self, now: datetime) -> datetime:
        """When the next token may be taken."""
        if self._closed_until is not None and self._closed_until > now:
            return self._closed_until
        level = self._level_at(now)
        if level >= 1:
            return now
        return now + timedelta(seconds=(1 - level) * 60 / self.per_minute)

    def ready(self, now: datetime) -> int:
        """How many tokens may be taken now."""
        return 0 if self.ready_at(now) > now else max(1, int(self._level_at(now)))

    def take(self, now: datetime) -> None:
        """Takes one, whether it is there or not: what is overdrawn makes the next one wait longer."""
        self._level = self._level_at(now) - 1
        self._at = now

    def close(self, until: datetime) -> None:
        """Slack said when to come back."""
        self._closed_until = until
        self._level, self._at = min(0.0, self._level_at(until)), until

    def _level_at(self, now: datetime) -> float:
        if self._at is None:
            return self._level
        flowed = max(0.0, (now - self._at).total_seconds()) * self.per_minute / 60
        return min(self.burst, self._level + flowed)
