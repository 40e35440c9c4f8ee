"""One of each thing that is said or shown of rotations, in each of its states."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from bot.domain.checkin import Meeting
from bot.domain.groups import GroupState, Joining, Room, Whereabouts
from bot.domain.ids import EncounterId, GroupId, NoticeId, ProgrammeId, RoundId
from bot.domain.membership import MembershipState
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import LeftOut, Shape
from bot.domain.rotation_sayings import (
    RotationAside,
    RotationAsk,
    RotationCard,
    RotationFace,
    RotationInvited,
    RotationLeftOut,
    RotationMeeting,
    RotationNudge,
    RotationSaying,
    RotationStay,
    RotationWarning,
)
from bot.domain.rotation_showings import (
    MyRotations,
    RotationEnding,
    RotationForm,
    RotationJoined,
    RotationLeft,
    RotationNumbers,
    RotationParting,
    RotationSaved,
    RotationShown,
    RotationSkipped,
)
from bot.domain.sayings import Reader
from handlers.views import Form, Showing
from tests.handlers.views.said import number

GROUP: Final = GroupId(number(80))
ROUND: Final = RoundId(number(81))
ENCOUNTER: Final = EncounterId(number(82))
NOTICE: Final = NoticeId(number(83))
NEXT: Final = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
UNTIL: Final = date(2026, 11, 26)
FACE: Final = RotationFace(
    group=GROUP,
    name="Coffees",
    coordinator="Maria",
    shape=Shape.PAIRS,
    rhythm=Rhythm.FORTNIGHTLY,
    weekday=0,
    opens_at=time(10),
    zone="Europe/London",
    next_at=NEXT,
    joining=Joining.ADDED,
    room=Room.PRIVATE,
    readers=212,
    joined=2,
    named=("Ana", "Ben"),
    state=GroupState.RUNNING,
    whereabouts=Whereabouts.THERE,
)
FACES: Final = (
    *(replace(FACE, shape=shape, rhythm=rhythm) for shape, rhythm in zip(Shape, Rhythm, strict=False)),
    replace(FACE, room=Room.PUBLIC, joining=Joining.ANYBODY, readers=1, joined=0, named=(), rhythm=Rhythm.QUARTERLY),
    replace(FACE, joined=1000, named=(), rhythm=Rhythm.HALF_YEARLY),
    replace(FACE, state=GroupState.ADRIFT, whereabouts=Whereabouts.ARCHIVED),
    replace(FACE, state=GroupState.ENDED, next_at=None),
)
WARNING: Final = RotationWarning(
    notice=NOTICE, round=ROUND, name="Coffees", opens_at=NEXT, skipped=False, settled=False
)
MEETING: Final = RotationMeeting(
    notice=NOTICE,
    encounter=ENCOUNTER,
    name="Coffees",
    people=("Ana", "Ben", "Cleo"),
    until=UNTIL,
    slots=(NEXT,),
    zones=("Europe/London", "Asia/Kolkata"),
    planned_by=(),
    met_by=(),
    left=(),
    over=False,
)
NUDGE: Final = RotationNudge(
    notice=NOTICE, encounter=ENCOUNTER, name="Coffees", partners=("Ben",), until=UNTIL, answer=None, settled=False
)
ASK: Final = RotationAsk(
    notice=NOTICE,
    encounter=ENCOUNTER,
    name="Coffees",
    partners=("Ben", "Cleo"),
    coordinator="Maria",
    answer=None,
    settled=False,
)
STAY: Final = RotationStay(
    notice=NOTICE,
    group=GROUP,
    round=ROUND,
    name="Coffees",
    rounds=3,
    opens_at=NEXT,
    stays=None,
    settled=False,
)
ASIDE: Final = RotationAside(notice=NOTICE, group=GROUP, name="Coffees", back=False, over=False)
INVITED: Final = RotationInvited(notice=NOTICE, face=FACE, inviter="Maria", settled=False)
NUMBERS: Final = RotationNumbers(
    rounds=10, meetings=40, met=25, asked=76, answered=38, skipped=1, left_out=9, set_aside=1
)
NOTHING: Final = RotationNumbers(rounds=0, meetings=0, met=0, asked=0, answered=0, skipped=0, left_out=0, set_aside=0)
ROTATION_SAYINGS: Final[tuple[RotationSaying, ...]] = (
    *(RotationCard(notice=NOTICE, face=face) for face in FACES),
    INVITED,
    replace(INVITED, settled=True),
    *(replace(WARNING, skipped=skipped, settled=settled) for skipped in (False, True) for settled in (False, True)),
    MEETING,
    replace(MEETING, slots=(), left=("Cleo",)),
    replace(MEETING, planned_by=("Ana",)),
    replace(MEETING, planned_by=("Ana", "Ben"), left=("Ana", "Ben")),
    replace(MEETING, met_by=("Ana",)),
    replace(MEETING, met_by=("Ana", "Ben")),
    replace(MEETING, over=True),
    *(RotationLeftOut(notice=NOTICE, name="Coffees", why=why, next_at=NEXT) for why in LeftOut),
    RotationLeftOut(notice=NOTICE, name="Coffees", why=LeftOut.ODD, next_at=None),
    *(replace(NUDGE, answer=answer) for answer in (None, *Meeting)),
    replace(NUDGE, settled=True),
    *(replace(ASK, answer=answer) for answer in (None, *Meeting)),
    replace(ASK, settled=True, coordinator=""),
    *(replace(STAY, stays=stays) for stays in (None, True, False)),
    replace(STAY, rounds=1, settled=True),
    ASIDE,
    replace(ASIDE, back=True),
    replace(ASIDE, over=True),
)


def rotation_showings(reader: Reader) -> list[Showing]:
    shown = RotationShown(
        reader=reader,
        face=FACE,
        mine=MembershipState.JOINED,
        round=ROUND,
        skipped=False,
        partners=("Ben",),
        paused_until=UNTIL,
        numbers=NUMBERS,
    )
    skipped = RotationSkipped(reader=reader, name="Coffees", round=ROUND, opens_at=NEXT, skipped=True)
    return [
        *(replace(shown, mine=mine, partners=(), paused_until=None) for mine in (None, *MembershipState)),
        shown,
        replace(shown, skipped=True, numbers=NOTHING),
        replace(shown, round=None, numbers=None),
        RotationJoined(reader=reader, face=FACE, again=False),
        RotationJoined(reader=reader, face=FACE, again=True),
        RotationLeft(reader=reader, face=FACE),
        skipped,
        replace(skipped, skipped=False),
        MyRotations(reader=reader, joined=(FACE,), run=FACES),
        MyRotations(reader=reader, joined=(), run=(FACES[-2],)),
        RotationEnding(reader=reader, face=FACE, over=False),
        RotationEnding(reader=reader, face=FACE, over=True),
    ]


def rotation_forms(reader: Reader) -> list[Form]:
    form = RotationForm(
        reader=reader,
        group=None,
        place="C1",
        room=Room.PUBLIC,
        readers=212,
        like=((ProgrammeId(number(84)), "Mentors 2026"), (ProgrammeId(number(85)), "Peers")),
        name="",
        shape=Shape.PAIRS_AND_A_TRIO,
        rhythm=Rhythm.WEEKLY,
        next_on=UNTIL,
        opens_at=time(10),
        zone="Europe/London",
        joining=Joining.ANYBODY,
        paused_until=None,
    )
    saved = RotationSaved(reader=reader, face=FACE, started=True, paused_until=None, invited=2)
    parting = RotationParting(reader=reader, encounter=ENCOUNTER, partners=("Ben", "Cleo"), done=False)
    return [
        form,
        replace(form, group=GROUP, name="Coffees", room=Room.PRIVATE, readers=1, like=(), paused_until=UNTIL),
        saved,
        replace(saved, started=False, paused_until=UNTIL, invited=1),
        parting,
        replace(parting, partners=("Ben",)),
        replace(parting, done=True),
    ]
