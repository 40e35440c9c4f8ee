"""One of each thing that is said or shown of groups, to be varied by a test with `replace`."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from bot.domain.group_sayings import GroupAdrift, GroupCard, GroupFace, GroupInvited, GroupOver, GroupSaying
from bot.domain.group_showings import GroupEnding, GroupForm, GroupJoined, GroupLeft, GroupSaved, GroupShown, MyGroups
from bot.domain.groups import Facilitation, GroupState, Joining, Room, Topic, Whereabouts
from bot.domain.ids import GroupId, NoticeId, ProgrammeId
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from bot.domain.rhythm import Rhythm
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
