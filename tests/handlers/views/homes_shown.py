"""What somebody sees of all that is theirs: the overview, a report, Home."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.gatherings import MyGathering
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, Role
from bot.domain.report_showings import Report
from bot.domain.rhythm import Rhythm
from bot.domain.sayings import Reader
from bot.domain.showings import Home, MyPairing, Overview
from tests.handlers.views.cases_said import STANDS
from tests.handlers.views.cases_shown import ROWS
from tests.handlers.views.gatherings_shown import MANY, RUN, RUN_MANY
from tests.handlers.views.gatherings_shown import MINE as MINE_GATHERINGS
from tests.handlers.views.said import CLOSE, DAY, ENGLISH, HOURS, MORNING, PAIRING, PROMPT

MINE: Final = MyPairing(
    pairing=PAIRING,
    partners=("Ana",),
    role=Role.MENTEE,
    focus="career",
    state=PairingState.ACTIVE,
    rhythm=Rhythm.MONTHLY,
    next_on=MORNING,
    open_prompt=None,
    closes_on=None,
    paused_until=None,
    partner_paused_until=None,
)
MINES: Final = (
    MINE,
    replace(MINE, role=Role.MENTOR, focus="", partner_paused_until=date(2026, 12, 3)),
    replace(MINE, open_prompt=PROMPT, closes_on=CLOSE),
    replace(MINE, open_prompt=PROMPT),
    replace(MINE, state=PairingState.PAUSED, paused_until=date(2026, 12, 3)),
    *(replace(MINE, state=state, rhythm=None, next_on=None) for state in PairingState),
)


def overview(reader: Reader = ENGLISH) -> Overview:
    return Overview(reader=reader, consent=Consent.GIVEN, pairings=(MINE,), coordinates=("Mentors 2026",), hours=HOURS)


def report(reader: Reader = ENGLISH) -> Report:
    return Report(
        reader=reader,
        programme="Mentors 2026",
        first=date(2026, 10, 1),
        last=date(2026, 12, 31),
        pairings=((PairingState.ACTIVE, 41), (PairingState.PAUSED, 2), (PairingState.ENDED, 0)),
        checkins=56,
        prompts=112,
        answered=84,
        met=40,
        median_hours=3.46,
        reminders=30,
        reminded=21,
        undeliverable=1,
    )


def home(reader: Reader = ENGLISH) -> Home:
    """A coordinator who has a pairing of their own and has asked for help in it."""
    return Home(
        overview=replace(overview(reader), pairings=MINES),
        stands=(replace(STANDS, notice=None),),
        cases=ROWS,
        reports=(report(reader),),
        can_ask=True,
        outside_contact="the ombuds office",
    )


def homes(reader: Reader = ENGLISH) -> tuple[Home, ...]:
    """Every Home that looks different."""
    member = replace(
        home(reader), overview=overview(reader), cases=(), reports=(), stands=(), can_ask=False, outside_contact=""
    )
    return (
        home(reader),
        replace(home(reader), cases=ROWS * 30),
        replace(home(reader), overview=replace(overview(reader), pairings=MINES * 20)),
        replace(member, overview=replace(member.overview, coordinates=())),
        replace(member, can_ask=True, overview=replace(member.overview, pairings=(), coordinates=())),
        *(
            replace(member, overview=replace(member.overview, consent=consent, pairings=(), coordinates=()))
            for consent in Consent
        ),
        *(replace(home(reader), overview=in_gatherings(reader, each), run=RUN) for each in (MINE_GATHERINGS, MANY)),
        replace(
            home(reader), run=RUN_MANY, more=480, overview=replace(in_gatherings(reader, MANY), pairings=MINES * 20)
        ),
        replace(member, overview=replace(in_gatherings(reader, MANY), coordinates=(), away_until=DAY)),
        replace(member, overview=replace(member.overview, pairings=(), coordinates=(), hours=None)),
    )


def in_gatherings(reader: Reader, gatherings: tuple[MyGathering, ...]) -> Overview:
    """Of somebody who is in no pair."""
    return replace(overview(reader), pairings=(), gatherings=gatherings)
