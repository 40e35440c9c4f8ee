"""One of each thing that people in pairs are told unprompted, to be varied by a test with `replace`."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final
from uuid import UUID

from bot.domain.calendar import Hours
from bot.domain.checkin import About, Audience, Meeting, Outcome
from bot.domain.ids import CheckinId, EntryId, MemberId, NoticeId, PairingId, PromptId
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
ENDED: Final = Ended(notice=notice(), partners=("Ana",), coordinator="Maria")
MARIA: Final = Mention(person="U0MARIA", name="Maria")
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
PAIR_SAYINGS: Final[tuple[Saying, ...]] = (
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
    ENDED,
)
"""Everything that people in pairs are told unprompted, in every state that looks different."""
