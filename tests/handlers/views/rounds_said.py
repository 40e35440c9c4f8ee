"""One of each thing that is said or shown of a group's rounds, to be varied by a test with `replace`."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.group_sayings import (
    PromiseLine,
    RoundDigest,
    RoundGuide,
    RoundNudge,
    RoundOpened,
    RoundPrivate,
    RoundSaying,
)
from bot.domain.group_showings import (
    HandedOver,
    HereNow,
    LeadingRound,
    PastRoundRow,
    PrivateRead,
    PromiseMade,
    RoundAnswered,
    RoundForm,
    RoundHistory,
    RoundSkipped,
)
from bot.domain.groups import Facilitation, Room
from bot.domain.ids import NoticeId, PromiseId, RoundId
from bot.domain.rounds import PromiseState, RoundState
from bot.domain.sayings import Reader
from handlers.views import Form, Showing
from tests.handlers.views.groups_said import FACE, GROUP, NEXT
from tests.handlers.views.said import ENGLISH, number

ROUND: Final = RoundId(number(90))
OPENED: Final = RoundOpened(
    notice=NoticeId(number(1)),
    round=ROUND,
    name="Writers",
    questions=("What moved since last time?", "What is next?"),
    leads="Ana",
    closes_at=NEXT,
    heard=0,
    asked=6,
    room=Room.PRIVATE,
    state=RoundState.OPEN,
    over=False,
    zone="Europe/London",
)
DIGEST: Final = RoundDigest(
    notice=NoticeId(number(1)),
    round=ROUND,
    name="Writers",
    heard=5,
    asked=6,
    quotes=(("Ben", "Chapter two is read."), ("Cleo", "Nothing moved.\nNothing at all.")),
    unnamed=2,
    promises=(PromiseLine(name="Ben", words="I will rest."), PromiseLine(name="", words="")),
    last=((PromiseState.KEPT, 2), (PromiseState.GOING, 1)),
    next_at=NEXT,
    leads="Cleo",
    facilitation=Facilitation.IN_TURN,
    room=Room.PRIVATE,
    zone="Europe/London",
)
PRIVATE_WORDS: Final = RoundPrivate(notice=NoticeId(number(1)), round=ROUND, name="Writers", waiting=True)
GUIDE: Final = RoundGuide(
    notice=NoticeId(number(1)),
    round=ROUND,
    name="Writers",
    opens_at=NEXT,
    questions=("What moved since last time?", "What is next?"),
    joined=6,
    heard=5,
    asked=6,
    open_ends=(PromiseLine(name="Ben", words="I will rest."),),
    others=2,
    leads="",
    coordinator="Maria",
    state=RoundState.SCHEDULED,
    over=False,
)
NUDGE: Final = RoundNudge(
    notice=NoticeId(number(1)),
    round=ROUND,
    group=GROUP,
    name="Writers",
    channel="writers",
    closes_at=NEXT,
    room=Room.PRIVATE,
    settled=False,
)
ROUND_SAYINGS: Final[tuple[RoundSaying, ...]] = (
    OPENED,
    *(replace(OPENED, room=room, heard=3, leads="") for room in Room),
    *(replace(OPENED, state=state, heard=1, closes_at=None) for state in RoundState),
    replace(OPENED, over=True),
    DIGEST,
    replace(DIGEST, quotes=(), unnamed=1, promises=(), last=(), heard=1),
    replace(DIGEST, leads="", last=tuple((state, 1) for state in PromiseState)),
    replace(DIGEST, leads="", facilitation=Facilitation.FIXED, next_at=None, round=None, unnamed=0),
    replace(DIGEST, quotes=(("Ben", "x" * 3000),) * 25, promises=(PromiseLine(name="Ben", words="y" * 300),) * 25),
    PRIVATE_WORDS,
    replace(PRIVATE_WORDS, waiting=False),
    GUIDE,
    replace(GUIDE, asked=0, heard=0, open_ends=(), others=0, joined=1, coordinator=""),
    replace(GUIDE, open_ends=(), others=1, heard=1),
    replace(GUIDE, leads="Cleo"),
    *(replace(GUIDE, state=state) for state in RoundState),
    NUDGE,
    replace(NUDGE, room=Room.DIRECT),
    replace(NUDGE, settled=True),
)


def round_form(reader: Reader = ENGLISH) -> RoundForm:
    return RoundForm(reader=reader, round=ROUND, name="Writers", leads="Ana", direct=False, promises=())


def round_forms(reader: Reader = ENGLISH) -> tuple[Form, ...]:
    made = tuple(
        PromiseMade(promise=PromiseId(number(100 + n)), words="I will rest.", state=state)
        for n, state in enumerate(list(PromiseState) * 8)
    )
    answered = RoundAnswered(
        reader=reader,
        name="Writers",
        leads="Ana",
        private=True,
        to_group=False,
        promised=True,
        settled=1,
        named=False,
    )
    return (
        round_form(reader),
        replace(round_form(reader), leads="", promises=made[:4]),
        replace(round_form(reader), direct=True, promises=made),
        answered,
        replace(answered, private=False, to_group=True, promised=False, settled=0),
        replace(answered, private=False, to_group=True, named=True),
        PrivateRead(reader=reader, name="Writers", said=(("Ben", "I am stuck."), ("Cleo", "x" * 3000))),
    )


def round_showings(reader: Reader = ENGLISH) -> tuple[Showing, ...]:
    held = PastRoundRow(
        day=date(2026, 11, 3),
        state=RoundState.CLOSED,
        why="",
        leads="Ana",
        heard=5,
        asked=6,
        promises=2,
        kept=1,
    )
    left_out = tuple(
        replace(held, state=RoundState.SKIPPED, why=why) for why in ("asked", "too few", "missed", "group over")
    )
    history = RoundHistory(
        reader=reader,
        face=FACE,
        rounds=(held, replace(held, leads="", promises=0, heard=1), *left_out),
        earlier=0,
    )
    return (
        RoundSkipped(reader=reader, face=FACE, skipped_at=NEXT),
        RoundSkipped(reader=reader, face=replace(FACE, next_at=None), skipped_at=NEXT),
        history,
        replace(history, rounds=(held,) * 12, earlier=3),
        LeadingRound(reader=reader, name="Writers", opens_at=NEXT, zone="Europe/London"),
        HandedOver(reader=reader, name="Writers", leads="Cleo"),
        HereNow(reader=reader, name="Writers"),
    )
