"""One of each thing that coordinators are told, and whoever asked them for help, to be varied with `replace`."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from bot.domain.case import CaseState, Rule
from bot.domain.case_sayings import (
    Care,
    CaseCard,
    ConcernStands,
    Happened,
    LongPause,
    PrivateLine,
    Standing,
    Welcome,
    Withdrawn,
)
from bot.domain.ids import CaseId, MemberId
from bot.domain.sayings import Saying
from tests.handlers.views.said import DAY, ENTRY, MARIA, TEAM, notice, number

LINE: Final = PrivateLine(notice=notice(), entry=ENTRY, programme="Mentors 2026", waiting=True)
WITHDRAWN: Final = Withdrawn(notice=notice(), who="Dan", partners=("Ana",), programme="Mentors 2026", introduced=False)
LONG_PAUSE: Final = LongPause(notice=notice(), who="Dan", partners=("Ana",), days=61, back=False)
BACK_EARLY: Final = replace(LONG_PAUSE, days=9, back=True)

CASE: Final = CaseId(number(70))
CARD: Final = CaseCard(
    notice=notice(),
    case=CASE,
    code="7K2QF",
    programme="Mentors 2026",
    rule=Rule.NEVER_MET,
    state=CaseState.OPEN,
    owner="",
    owner_id=None,
    anothers=False,
    stepped_on=date(2026, 11, 10),
    over=False,
    never_met_since=None,
    silent_since=None,
    writable=True,
    mentors=("Ana",),
    mentee="Dan",
    gone=(),
    since=date(2026, 10, 5),
    unanswered=1,
    opened_on=date(2026, 11, 10),
    snoozed_until=None,
    climbing=True,
    happened=(
        Happened(asked_on=date(2026, 11, 3), answered=0, asked=2, met=False),
        Happened(asked_on=date(2026, 10, 6), answered=1, asked=2, met=False),
    ),
    private=False,
    urgent=False,
    before=(),
)
MARIAS: Final[dict[str, Any]] = {"owner": "Maria", "owner_id": MemberId(number(71))}
TAKEN: Final[dict[str, Any]] = {"state": CaseState.TAKEN, **MARIAS}
SNOOZED: Final[dict[str, Any]] = {"state": CaseState.SNOOZED, **MARIAS, "snoozed_until": date(2026, 11, 13)}
RESOLVED: Final[dict[str, Any]] = {"state": CaseState.RESOLVED, **MARIAS}
SILENT: Final = replace(CARD, rule=Rule.SILENT_BOTH, unanswered=2)
GONE: Final = replace(CARD, rule=Rule.GONE, gone=("Dan",), unanswered=0)
PRIVATE: Final = replace(CARD, rule=Rule.CONCERN, mentors=(), mentee="", unanswered=0, happened=(), private=True)
STANDS: Final = ConcernStands(
    notice=notice(),
    standing=Standing.SENT,
    readers=("Maria", "Tom"),
    reader="Maria",
    expected_on=date(2026, 11, 11),
    others=(),
    outside_contact="the ombuds office",
)
CARE: Final = Care(notice=notice(), sender=MARIA, programme="Mentors 2026", text="How is it going?\nCan I help?")
WELCOMES: Final = (
    Welcome(notice=notice(), programme="Mentors 2026", first=True, other="Tom"),
    Welcome(notice=notice(), programme="Mentors 2026", first=False, other="Maria"),
)
CARDS: Final = tuple(
    replace(card, **state)
    for card in (CARD, SILENT, GONE, PRIVATE)
    for state in (
        {},
        TAKEN,
        SNOOZED,
        RESOLVED,
        {**TAKEN, "anothers": True},
        {**SNOOZED, "anothers": True},
        {"state": CaseState.RESOLVED},
        {"state": CaseState.RESOLVED, "over": True},
        {"writable": False},
        {"climbing": False},
        {"before": ("Maria",)},
        {"folded": True},
        {**TAKEN, "folded": True},
        {**RESOLVED, "folded": True},
    )
)
CASE_SAYINGS: Final[tuple[Saying, ...]] = (
    LINE,
    replace(LINE, waiting=False),
    WITHDRAWN,
    replace(WITHDRAWN, introduced=True, partners=TEAM),
    LONG_PAUSE,
    BACK_EARLY,
    *WELCOMES,
    *CARDS,
    replace(CARD, mentors=TEAM, unanswered=0, happened=()),
    replace(CARD, happened=(Happened(asked_on=DAY, answered=2, asked=2, met=True),), climbing=False),
    replace(SILENT, unanswered=1),
    replace(SILENT, never_met_since=date(2026, 10, 5)),
    replace(CARD, unanswered=2, silent_since=date(2026, 10, 5)),
    replace(GONE, gone=("Ana", "Dan"), before=("Maria", "Tom")),
    replace(GONE, gone=()),
    replace(PRIVATE, urgent=True),
    *(replace(STANDS, standing=standing) for standing in Standing),
    replace(STANDS, expected_on=None, outside_contact=""),
    replace(STANDS, standing=Standing.NOBODY, expected_on=None, outside_contact=""),
    replace(STANDS, standing=Standing.NOBODY, expected_on=None, others=("Rui",)),
    CARE,
)
"""All of it, in every state that looks different."""
