"""Slack's speed limits as token buckets, filled by the stand-in's clock."""

import math
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Final

from playground.clock import Clock
from playground.refusals import TooFast


class Tier(IntEnum):
    """Calls a minute of one method: https://docs.slack.dev/apis/web-api/rate-limits"""

    T2 = 20
    T3 = 50
    T4 = 100


BURST_SHARE: Final = 3
"""A bucket holds a minute's allowance divided by this; Slack tolerates short bursts without saying how short."""

CHANNEL_POSTS_PER_SECOND: Final = 1
"""https://docs.slack.dev/reference/methods/chat.postMessage#rate_limiting"""

POSTS_PER_MINUTE: Final = 240
"""The whole workspace; Slack says "several hundred" on the same page."""


@dataclass
class Bucket:
    """Holds tokens up to `most`, and gains `per_second`."""

    most: float
    per_second: float
    level: float
    at: datetime

    def missing(self, now: datetime) -> float:
        """Seconds until there is a token; none when there is one."""
        passed = max(0.0, (now - self.at).total_seconds())
        self.level = min(self.most, self.level + passed * self.per_second)
        self.at = now
        return 0.0 if self.level >= 1 - 1e-9 else (1 - self.level) / self.per_second

    def take(self) -> None:
        self.level -= 1


class Limits:
    """Raises TooFast where Slack would answer 429."""

    def __init__(self, *, clock: Clock, posts_per_minute: int = POSTS_PER_MINUTE) -> None:
        self.posts_per_minute = posts_per_minute
        self._clock = clock
        self._buckets: dict[str, Bucket] = {}

    def call(self, method: str, tier: Tier | None) -> None:
        if tier is not None:
            self._take(self._per_minute(f"method {method}", tier.value))

    def post(self, channel: str) -> None:
        """A new message: one a second in a conversation, and so many a minute in all."""
        pace = CHANNEL_POSTS_PER_SECOND
        self._take(
            self._bucket(f"channel {channel}", most=1, per_second=pace),
            self._per_minute("workspace", self.posts_per_minute),
        )

    def _take(self, *buckets: Bucket) -> None:
        now = self._clock.now()
        wait = max(bucket.missing(now) for bucket in buckets)
        if wait:
            raise TooFast(max(1, math.ceil(wait)))
        for bucket in buckets:
            bucket.take()

    def _per_minute(self, name: str, allowed: int) -> Bucket:
        return self._bucket(name, most=max(1.0, allowed / BURST_SHARE), per_second=allowed / 60)

    def _bucket(self, name: str, *, most: float, per_second: float) -> Bucket:
        if name not in self._buckets:
            self._buckets[name] = Bucket(most=most, per_second=per_second, level=most, at=self._clock.now())
        return self._buckets[name]
