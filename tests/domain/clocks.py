"""Hours of people all over the world, and moments at which their clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from hypothesis import strategies as st

from bot.domain.calendar import Hours
from tests.builders import hours, utc

ZONES: Final = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Nuuk",
    "UTC",
)
BERLIN: Final = hours("Europe/Berlin")

FIRST: Final = datetime.fromisoformat("2015-01-01")
LAST: Final = datetime.fromisoformat("2037-12-31")
CHANGES: Final = (
    "2026-03-08T05:30",  # St John's
    "2026-03-28T22:00",  # Beirut, at midnight
    "2026-03-29T01:00",  # Berlin, and Nuuk to midnight
    "2026-04-04T15:00",  # Lord Howe
    "2026-10-25T01:00",  # Berlin, and Nuuk from midnight
    "2026-10-29T21:00",  # Cairo, to the day before
)
local_times = st.datetimes(FIRST, LAST)
moments = st.one_of(
    st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    st.builds(
        lambda change, off: utc(change) + off,
        st.sampled_from(CHANGES),
        st.timedeltas(timedelta(hours=-30), timedelta(hours=30)),
    ),
)
minutes = st.one_of(st.integers(0, 1439), st.sampled_from([0, 60, 90, 120, 150, 180, 1390, 1410, 1430, 1439]))


@st.composite
def anyones_hours(draw: st.DrawFn) -> Hours:
    opens, closes = sorted(draw(st.lists(minutes, min_size=2, max_size=2, unique=True)))
    ask_at = draw(minutes)
    return Hours(
        zone=draw(st.sampled_from(ZONES)),
        days=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        opens=time(*divmod(opens, 60)),
        closes=time(*divmod(closes, 60)),
        ask_weekday=draw(st.integers(0, 6)),
        ask_at=time(*divmod(ask_at, 60)),
        holidays=draw(st.frozensets(st.dates(date(2015, 1, 1), date(2037, 12, 31)), max_size=3)),
    )
