"""Pairings at any point of their life, with people of any hours, as hypothesis draws them."""

from datetime import date, time, timedelta
from typing import Final

from hypothesis import strategies as st

from bot.domain.calendar import Hours
from bot.domain.checkin import Outcome
from bot.domain.facts import PauseFacts, SeatFacts
from bot.domain.living import Living
from bot.domain.member import Consent
from bot.domain.pairing import PairingState
from bot.domain.rhythm import Rhythm
from tests.builders import ANA, BEN, CARLA, LONG_AGO, pairing, rhythm, seat, utc

START: Final = utc("2026-09-08 12:00")
"""A day after the first period of a pairing that no test made its own."""

ZONES: Final = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland"]

starts = st.datetimes(utc("2026-01-01 00:00").replace(tzinfo=None), utc("2028-12-31 00:00").replace(tzinfo=None)).map(
    lambda at: utc(str(at.replace(microsecond=0)))
)


@st.composite
def some_hours(draw: st.DrawFn, around: date) -> Hours:
    days = draw(st.sets(st.integers(0, 6), min_size=1))
    opens = draw(st.integers(0, 20))
    closes = draw(st.integers(opens + 1, 23))
    off = draw(st.sets(st.integers(-10, 120), max_size=25))
    return Hours(
        zone=draw(st.sampled_from(ZONES)),
        days=frozenset(days),
        opens=time(opens),
        closes=time(closes),
        ask_weekday=draw(st.sampled_from(sorted(days))),
        ask_at=time(draw(st.integers(opens, closes - 1)), draw(st.sampled_from([0, 15, 59]))),
        holidays=frozenset(around + timedelta(days=n) for n in off),
    )


@st.composite
def some_seat(draw: st.DrawFn, around: date, member: str) -> SeatFacts:
    pauses = [
        PauseFacts(from_day=around + timedelta(days=start), until_day=around + timedelta(days=start + length))
        for start, length in draw(st.lists(st.tuples(st.integers(-20, 100), st.integers(1, 30)), max_size=3))
    ]
    greeted = draw(st.booleans())
    return seat(
        {"ana": ANA, "ben": BEN, "carla": CARLA}[member],
        hours=draw(some_hours(around)),
        consent=Consent.ASKED if greeted else Consent.UNASKED,
        greeted_at=LONG_AGO if greeted else None,
        reachable=draw(st.sampled_from([True, True, True, False])),
        pauses=tuple(pauses),
    )


@st.composite
def some_life(draw: st.DrawFn) -> Living:
    """A pairing at any point of its beginning, with any hours, holidays and pauses, and people who answer or do not."""
    now = draw(starts)
    people = ["ana", "ben", *draw(st.sampled_from([[], ["carla"]]))]
    seats = [draw(some_seat(now.date(), who)) for who in people]
    rule = draw(st.sampled_from([Rhythm.WEEKLY, Rhythm.WEEKLY, Rhythm.FORTNIGHTLY, Rhythm.MONTHLY]))
    state = draw(st.sampled_from([PairingState.ACCEPTED, PairingState.INTRODUCED, PairingState.ACTIVE]))
    begun = state is not PairingState.ACCEPTED
    anchor = (now - timedelta(days=draw(st.integers(0, 40)))).date().isoformat()
    facts = pairing(
        *seats,
        state=state,
        rhythm=rule,
        grid=None,
        rhythms=rhythm(rule, anchor) if begun else (),
        introducing_at=now if begun else None,
        introduced_at=now - timedelta(days=draw(st.integers(0, 10))) if begun else None,
    )
    answering = draw(st.sets(st.sampled_from([ANA, BEN, CARLA])))
    return Living(facts=facts, now=now, answers=lambda heard: Outcome.BOOKED if heard.member in answering else None)
