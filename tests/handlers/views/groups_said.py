"""One of each thing that is said or shown of groups, to be varied by a test with `replace`."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from bot.domain.group_sayings import (
    GroupAdrift,
    GroupCard,
    GroupFace,
    GroupInvited,
    GroupOver,
    GroupSaying,
    PromiseLine,
    RoundDigest,
    RoundGuide,
    RoundNudge,
    RoundOpened,
    RoundPrivate,
    RoundSaying,
)
from bot.domain.group_showings import (
    GroupEnding,
    GroupForm,
    GroupJoined,
    GroupLeft,
    GroupSaved,
    GroupShown,
    HandedOver,
    HereNow,
    LeadingRound,
    MyGroups,
    PastRoundRow,
    PrivateRead,
    PromiseMade,
    RoundAnswered,
    RoundForm,
    RoundHistory,
    RoundSkipped,
)
from bot.domain.groups import Facilitation, GroupState, Joining, Room, Topic, Whereabouts
from bot.domain.ids import GroupId, NoticeId, ProgrammeId, PromiseId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm
from bot.domain.rounds import PromiseState, RoundState
from bot.domain.sayings import Reader
from handlers.views import Form, Showing
from tests.handlers.views.said import ENGLISH, number

GROUP: Final = GroupId(number(70))
NEXT: Final = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)
FACE: Final = GroupFace(
    group=GROUP,
    name="Writers",
    purpose="Finish the thesis together",
    questions=("What moved since last time?", "What is next?"),
    coordinator="Maria",
    rhythm=Rhythm.FORTNIGHTLY,
    weekday=1,
    opens_at=time(10),
    zone="Europe/London",
    next_at=NEXT,
    leads="Ana",
    facilitation=Facilitation.IN_TURN,
    joining=Joining.ANYBODY,
    room=Room.PRIVATE,
    readers=212,
    joined=("Ana", "Ben", "Cleo"),
    invited=0,
    size=8,
    state=GroupState.RUNNING,
    whereabouts=Whereabouts.THERE,
)
FACES: Final = (
    FACE,
    *(replace(FACE, rhythm=rhythm) for rhythm in Rhythm),
    *(replace(FACE, room=room, readers=1, joined=()) for room in Room),
    *(replace(FACE, facilitation=each) for each in Facilitation),
    replace(FACE, purpose="", leads="", coordinator="", joining=Joining.ADDED, invited=3),
    replace(FACE, state=GroupState.ENDED, next_at=None),
    *(
        replace(FACE, state=GroupState.ADRIFT, whereabouts=each)
        for each in Whereabouts
        if each is not Whereabouts.THERE
    ),
)
CARD: Final = GroupCard(notice=NoticeId(number(1)), face=FACE)
INVITED: Final = GroupInvited(notice=NoticeId(number(1)), face=FACE, inviter="Maria", settled=False)
ADRIFT: Final = GroupAdrift(
    notice=NoticeId(number(1)),
    group=GROUP,
    kind=ProgrammeKind.PEER_GROUP,
    name="Writers",
    channel="writers",
    whereabouts=Whereabouts.ARCHIVED,
    back=False,
    over=False,
)
OVER: Final = GroupOver(notice=NoticeId(number(1)), name="Writers", rounds=8)
GROUP_SAYINGS: Final[tuple[GroupSaying, ...]] = (
    *(replace(CARD, face=face) for face in FACES),
    INVITED,
    replace(INVITED, settled=True),
    replace(INVITED, face=replace(FACE, purpose="")),
    *(replace(ADRIFT, whereabouts=each) for each in Whereabouts if each is not Whereabouts.THERE),
    replace(ADRIFT, back=True, whereabouts=Whereabouts.THERE),
    replace(ADRIFT, over=True),
    *(
        replace(ADRIFT, kind=ProgrammeKind.ROTATION, whereabouts=each)
        for each in Whereabouts
        if each is not Whereabouts.THERE
    ),
    replace(ADRIFT, kind=ProgrammeKind.ROTATION, back=True, whereabouts=Whereabouts.THERE),
    replace(ADRIFT, kind=ProgrammeKind.ROTATION, over=True),
    OVER,
    replace(OVER, rounds=0),
)


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


def form(reader: Reader = ENGLISH) -> GroupForm:
    return GroupForm(
        reader=reader,
        group=None,
        place="C0WRITERS",
        room=Room.PRIVATE,
        readers=212,
        like=((ProgrammeId(number(80)), "Mentors 2026"),),
        name="",
        purpose="",
        questions="",
        topic=Topic.WORK,
        rhythm=Rhythm.FORTNIGHTLY,
        next_on=date(2026, 11, 17),
        opens_at=time(10),
        zone="Europe/London",
        facilitation=Facilitation.IN_TURN,
        facilitator="",
        joining=Joining.ANYBODY,
        size=8,
        paused_until=None,
    )


def group_forms(reader: Reader = ENGLISH) -> tuple[Form, ...]:
    asked = form(reader)
    changed = replace(
        asked,
        group=GROUP,
        name="Writers",
        purpose="Finish",
        questions="What is next?",
        facilitation=Facilitation.FIXED,
        facilitator="U0ANA",
        paused_until=date(2026, 12, 24),
    )
    saved = GroupSaved(reader=reader, face=FACE, started=True, paused_until=None)
    return (
        asked,
        replace(asked, like=tuple((ProgrammeId(number(80 + n)), f"Programme {n}") for n in range(12))),
        replace(asked, room=Room.DIRECT, place="U0ANA,U0BEN", readers=2, size=2),
        changed,
        *(replace(saved, face=replace(FACE, room=room, invited=2)) for room in Room),
        replace(saved, started=False, paused_until=date(2026, 12, 24)),
    )


def group_showings(reader: Reader = ENGLISH) -> tuple[Showing, ...]:
    shown = GroupShown(reader=reader, face=FACE, mine=None, named=False, runs=False, paused_until=None)
    return (
        shown,
        *(replace(shown, mine=state) for state in MembershipState),
        replace(shown, mine=MembershipState.JOINED, named=True, runs=True, paused_until=date(2026, 12, 24)),
        GroupJoined(reader=reader, face=FACE, named=False, again=False),
        GroupJoined(reader=reader, face=FACE, named=True, again=True),
        GroupLeft(reader=reader, face=FACE),
        MyGroups(reader=reader, joined=FACES, run=FACES[:1]),
        GroupEnding(reader=reader, face=FACE, over=False),
        GroupEnding(reader=reader, face=FACE, over=True),
    )
