"""One of each thing the bot says unprompted, to be varied by a test with `replace`."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any, Final
from uuid import UUID

from bot.domain.calendar import Hours
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
from bot.domain.checkin import About, Audience, Meeting, Outcome
from bot.domain.ids import CaseId, CheckinId, EntryId, MemberId, NoticeId, PairingId, PromptId
from bot.domain.member import Consent
from bot.domain.rhythm import Rhythm
from bot.domain.sayings import (
    AskedAgain,
    Ended,
    FirstMeeting,
    FirstWord,
    Introduction,
    Kept,
    Line,
    Mention,
    Named,
    Prompt,
    Reader,
    Saying,
    Words,
)
from bot.domain.typed_sayings import Astray, Choice, Typed, Unkept

ENGLISH: Final = Reader(language="en", zone="Europe/London")
FRENCH: Final = Reader(language="fr", zone="Europe/Paris")

DAY: Final = date(2026, 11, 3)
CLOSE: Final = date(2026, 11, 12)
MORNING: Final = datetime(2026, 11, 10, 10, 0, tzinfo=UTC)
HOURS: Final = Hours(
    zone="Europe/London",
    days=frozenset(range(5)),
    opens=time(9),
    closes=time(17, 30),
    ask_weekday=1,
    ask_at=time(10),
)


def number(n: int) -> UUID:
    return UUID(int=n)


def notice(n: int = 1) -> NoticeId:
    return NoticeId(number(n))


PAIRING: Final = PairingId(number(20))
PROMPT: Final = PromptId(number(30))
ENTRY: Final = EntryId(number(40))
ANA: Final = Named(id=MemberId(number(50)), name="Ana")
BEN: Final = Named(id=MemberId(number(51)), name="Ben")
CHOICES: Final = (
    Choice(pairing=PAIRING, partners=("Ana",)),
    Choice(pairing=PairingId(number(21)), partners=("Ben", "Cleo")),
)

FIRST_WORD: Final = FirstWord(
    notice=notice(),
    name="Dan",
    programme="Mentors 2026",
    coordinators=("Maria",),
    hours=HOURS,
    consent=Consent.ASKED,
)
INTRODUCTION: Final = Introduction(
    notice=notice(),
    pairing=PAIRING,
    programme="Mentors 2026",
    coordinator="Maria",
    mentors=(ANA,),
    mentee=Named(id=MemberId(number(52)), name="Dan"),
    focus="career",
    sites="Lyon and Leeds",
    rhythm=Rhythm.MONTHLY,
    slots=(MORNING,),
    zones=("Europe/London", "Europe/Paris"),
    planned_by=(),
    over=False,
)
FIRST_MEETING: Final = FirstMeeting(
    notice=notice(), pairing=PAIRING, partners=("Ana",), meeting=None, settled=False, over=False
)
ASKED: Final = Prompt(
    notice=notice(),
    prompt=PROMPT,
    pairing=PAIRING,
    programme="Mentors 2026",
    partners=("Ana",),
    coordinator="Maria",
    nth=0,
    since=DAY,
    closes_on=CLOSE,
    closed=False,
    over=False,
    outcome=None,
    usefulness=None,
    goal=None,
    kept=(),
    answered=False,
    skipped=False,
    asks_again_on=None,
    partner_paused_until=None,
)
WORDS: Final = Words(
    notice=notice(),
    checkin=CheckinId(number(60)),
    author="Ana",
    day=DAY,
    lines=(
        Line(about=About.MOVED, question="", text="The draft is out.\nAt last!"),
        Line(about=About.QUESTION, question="achievement", text="I said no, once."),
    ),
)
TYPED: Final = Typed(
    notice=notice(),
    entry=ENTRY,
    unkept=None,
    choices=(),
    partners=(ANA,),
    coordinator="Maria",
    audience=Audience.ONLY_ME,
    readers=(),
    shown_on=CLOSE,
    prompt=PROMPT,
    outcome=None,
    shown=(),
)
LINE: Final = PrivateLine(notice=notice(), entry=ENTRY, programme="Mentors 2026", waiting=True)
WITHDRAWN: Final = Withdrawn(notice=notice(), who="Dan", partners=("Ana",), programme="Mentors 2026", introduced=False)
ENDED: Final = Ended(notice=notice(), partners=("Ana",), coordinator="Maria")
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
MARIA: Final = Mention(person="U0MARIA", name="Maria")
CARE: Final = Care(notice=notice(), sender=MARIA, programme="Mentors 2026", text="How is it going?\nCan I help?")
WELCOMES: Final = (
    Welcome(notice=notice(), programme="Mentors 2026", first=True, other="Tom"),
    Welcome(notice=notice(), programme="Mentors 2026", first=False, other="Maria"),
)
ASTRAYS: Final = (
    Astray(notice=notice(), entry=ENTRY, reader=MARIA, outside_contact="the ombuds office"),
    Astray(notice=notice(), entry=None, reader=MARIA, outside_contact=""),
    Astray(notice=notice(), entry=ENTRY, reader=None, outside_contact=""),
)

KEPT: Final = (
    Kept(about=About.MOVED, audience=Audience.PARTNER, readers=("Ana",)),
    Kept(about=About.PRIVATE_LINE, audience=Audience.COORDINATOR, readers=()),
    Kept(about=About.QUESTION, audience=Audience.ONLY_ME, readers=()),
)
TYPED_TWICE: Final = (
    Kept(about=About.TYPED, audience=Audience.PARTNER, readers=("Ana",), nth=1),
    Kept(about=About.TYPED, audience=Audience.ONLY_ME, readers=(), nth=2, may_have_read=("Ana",)),
)
TEAM: Final = ("Ben", "Cleo")

PROMPTS: Final = (
    ASKED,
    replace(ASKED, nth=1),
    replace(ASKED, nth=2, partners=TEAM, partner_paused_until=date(2026, 12, 3)),
    replace(ASKED, closes_on=None, partner_paused_until=date(2026, 12, 3)),
    replace(ASKED, asks_again_on=date(2026, 11, 5)),
    replace(ASKED, skipped=True),
    replace(ASKED, closed=True),
    replace(ASKED, over=True),
    replace(ASKED, answered=True, kept=KEPT[2:]),
    replace(ASKED, answered=True, outcome=Outcome.MET),
    replace(ASKED, answered=True, outcome=Outcome.MET, usefulness=4),
    replace(ASKED, answered=True, outcome=Outcome.MET, usefulness=5),
    replace(ASKED, answered=True, outcome=Outcome.MET, usefulness=4, kept=KEPT),
    replace(ASKED, answered=True, outcome=Outcome.MET, kept=TYPED_TWICE),
    replace(ASKED, answered=True, outcome=Outcome.BOOKED),
    replace(ASKED, answered=True, outcome=Outcome.NOT_YET, partners=TEAM),
    replace(ASKED, answered=True, outcome=Outcome.NOT_YET, closed=True),
)
TYPEDS: Final = (
    TYPED,
    replace(TYPED, outcome=Outcome.MET),
    replace(TYPED, partners=(ANA, BEN)),
    replace(TYPED, audience=Audience.PARTNER, readers=(ANA.id,)),
    replace(TYPED, audience=Audience.PARTNER, readers=(ANA.id,), partners=(ANA, BEN)),
    replace(TYPED, audience=Audience.PARTNER, readers=(ANA.id, BEN.id), shown=(ANA.id,), partners=(ANA, BEN)),
    replace(TYPED, audience=Audience.PARTNER, readers=(ANA.id,), shown_on=None),
    replace(TYPED, audience=Audience.PARTNER, readers=(ANA.id,), shown=(ANA.id,)),
    replace(TYPED, audience=Audience.COORDINATOR),
    replace(TYPED, audience=Audience.ONLY_ME, shown=(ANA.id,)),
    replace(TYPED, partners=(), choices=CHOICES, prompt=None),
    *(replace(TYPED, unkept=unkept, entry=None) for unkept in Unkept),
)
INTRODUCTIONS: Final = (
    INTRODUCTION,
    *(replace(INTRODUCTION, rhythm=rhythm) for rhythm in Rhythm if rhythm is not INTRODUCTION.rhythm),
    replace(INTRODUCTION, mentors=(ANA, BEN), focus="", sites="", slots=(), zones=()),
    replace(INTRODUCTION, planned_by=("Ana",), zones=()),
    replace(INTRODUCTION, planned_by=("Ana", "Dan"), coordinator=""),
    replace(INTRODUCTION, over=True),
)
CARDS: Final = tuple(
    replace(card, **state)
    for card in (CARD, SILENT, GONE, PRIVATE)
    for state in (
        {},
        {"state": CaseState.TAKEN, **MARIAS},
        {"state": CaseState.SNOOZED, **MARIAS, "snoozed_until": date(2026, 11, 13)},
        {"state": CaseState.RESOLVED, **MARIAS},
        {"state": CaseState.TAKEN, **MARIAS, "anothers": True},
        {"state": CaseState.SNOOZED, **MARIAS, "snoozed_until": date(2026, 11, 13), "anothers": True},
        {"state": CaseState.RESOLVED},
        {"state": CaseState.RESOLVED, "over": True},
        {"writable": False},
        {"climbing": False},
        {"before": ("Maria",)},
        {"folded": True},
        {"folded": True, "state": CaseState.TAKEN, **MARIAS},
        {"folded": True, "state": CaseState.RESOLVED, **MARIAS},
    )
)
CASES: Final[tuple[Saying, ...]] = (
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
SAYINGS: Final[tuple[Saying, ...]] = (
    *(replace(FIRST_WORD, consent=consent) for consent in Consent),
    *(replace(FIRST_WORD, consent=consent, peers=True) for consent in Consent),
    replace(FIRST_WORD, programme="", coordinators=(), hours=replace(HOURS, days=frozenset({0, 2}))),
    *INTRODUCTIONS,
    FIRST_MEETING,
    *(replace(FIRST_MEETING, meeting=meeting, partners=TEAM) for meeting in Meeting),
    replace(FIRST_MEETING, over=True),
    *PROMPTS,
    AskedAgain(notice=notice(), partners=TEAM),
    WORDS,
    replace(WORDS, lines=tuple(Line(about=about, question="", text=about) for about in About)),
    replace(WORDS, lines=(Line(about=About.QUESTION, question="What did you cook?", text="Soup."),)),
    replace(WORDS, lines=()),
    *TYPEDS,
    *ASTRAYS,
    LINE,
    replace(LINE, waiting=False),
    WITHDRAWN,
    replace(WITHDRAWN, introduced=True, partners=TEAM),
    ENDED,
    LONG_PAUSE,
    BACK_EARLY,
    *WELCOMES,
    *CASES,
)
"""Everything the bot can say unprompted, in every state that looks different."""
