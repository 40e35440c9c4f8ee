"""The time in which an answer was possible: counted at once, as if every day had been looked at."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import DAY, Hours, at_their_hour, local_day, works_on
from bot.domain.facts import Outage, PauseFacts, SeatFacts
from bot.domain.pause import paused_until
from bot.domain.stalling import possible_time
from tests.builders import ANA, BEN, CARLA, pairing, seat
from tests.domain.clocks import anyones_hours

FIRST, LAST = datetime.fromisoformat("2025-09-01"), datetime.fromisoformat("2027-03-01")
APIA_LOSES_A_DAY: Final = datetime.fromisoformat("2011-12-28"), datetime.fromisoformat("2012-01-03")

moments = st.one_of(
    st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    st.datetimes(*APIA_LOSES_A_DAY, timezones=st.just(UTC)),
)
spans = st.one_of(st.timedeltas(timedelta(), timedelta(days=3)), st.timedeltas(timedelta(), timedelta(days=500)))


@st.composite
def outages(draw: st.DrawFn) -> Outage:
    start = draw(moments)
    return Outage(start=start, end=start + draw(spans))


@st.composite
def pauses(draw: st.DrawFn) -> PauseFacts:
    """Some end on the day on which they began, or before it."""
    begins: date = draw(moments).date()
    return PauseFacts(from_day=begins, until_day=begins + timedelta(days=draw(st.integers(-2, 90))))


@st.composite
def anybody(draw: st.DrawFn) -> SeatFacts:
    hours: Hours = draw(anyones_hours())
    return seat(draw(st.sampled_from([ANA, BEN, CARLA])), hours=hours, pauses=(*draw(st.lists(pauses(), max_size=4)),))


@given(st.lists(anybody(), min_size=1, max_size=3), st.lists(outages(), max_size=4), moments, spans)
def test_it_is_what_a_walk_from_day_to_day_finds(
    seats: list[SeatFacts], out: list[Outage], start: datetime, span: timedelta
) -> None:
    facts = pairing(*seats, outages=tuple(out))

    assert possible_time(facts, start, start + span) == min(_walked(each, out, start, start + span) for each in seats)


def _walked(seat: SeatFacts, out: Sequence[Outage], start: datetime, end: datetime) -> timedelta:
    day, last = local_day(seat.hours, start), local_day(seat.hours, end)
    days = 0
    while day < last:
        day += DAY
        if works_on(seat.hours, day) and paused_until(seat.pauses, day) is None:
            at = at_their_hour(seat.hours, day)
            days += not any(outage.start <= at < outage.end for outage in out)
    return timedelta(days=days * 7 / len(seat.hours.days))
