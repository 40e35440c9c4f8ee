"""Token buckets: never above the rate, and never asleep for ever."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.pace import Bucket
from tests.builders import utc

NOW = utc("2026-09-07 08:00")


@settings(deadline=None)
@given(
    st.floats(1, 600),
    st.integers(1, 20),
    st.lists(st.tuples(st.floats(0, 30), st.booleans()), min_size=1, max_size=60),
)
def test_whoever_waits_until_it_is_ready_never_passes_the_rate(
    per_minute: float, burst: int, waits: list[tuple[float, bool]]
) -> None:
    """But for the one that Slack itself lets through at the end of a refusal."""
    bucket, now, taken, let_through = (
        Bucket(per_minute=per_minute, burst=burst),
        NOW,
        list[datetime](),
        list[datetime](),
    )
    for wait, refused in waits:
        now += timedelta(seconds=wait)
        while (ready_at := bucket.ready_at(now)) > now:
            assert bucket.ready(now) == 0
            now = ready_at
        assert bucket.ready(now) >= 1
        bucket.take(now)
        taken.append(now)
        if refused:
            bucket.close(now + timedelta(seconds=wait))
            let_through.append(now + timedelta(seconds=wait))

    for first, start in enumerate(taken):
        for last, end in enumerate(taken[first:], start=first):
            # A microsecond is what a moment can tell apart.
            flowed = ((end - start).total_seconds() + 1e-5) * per_minute / 60
            allowed = burst + flowed + sum(start <= at <= end for at in let_through)
            assert last - first + 1 <= allowed + 1e-6


@pytest.mark.parametrize("taken", [0, 1, 5])
def test_after_a_refusal_nothing_goes_out_until_slack_said_and_then_it_does(taken: int) -> None:
    bucket, until = Bucket(per_minute=60, burst=5), NOW + timedelta(seconds=30)
    for _ in range(taken):
        bucket.take(NOW)
    bucket.close(until)

    assert bucket.ready_at(NOW) == until
    assert bucket.ready_at(until - timedelta(seconds=1)) == until
    assert bucket.ready_at(until) <= until + timedelta(seconds=1)
    assert bucket.ready_at(until + timedelta(seconds=2)) == until + timedelta(seconds=2)


def test_what_was_overdrawn_makes_the_next_one_wait() -> None:
    bucket = Bucket(per_minute=60, burst=2)
    for _ in range(4):
        bucket.take(NOW)

    assert bucket.ready_at(NOW) == NOW + timedelta(seconds=3)
