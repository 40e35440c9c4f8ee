"""One of each thing that is said or shown of groups that are formed, merged, or grow."""

from dataclasses import replace
from datetime import date, time
from typing import Final

from bot.domain.draft_group import DraftState
from bot.domain.formation import FormationState, Why
from bot.domain.formation_showings import (
    DraftFace,
    FormationCard,
    FormationFace,
    FormationForm,
    FormationMove,
    FormationReview,
    FormationStarted,
)
from bot.domain.group_sayings import GroupGrows, GroupSaying
from bot.domain.group_showings import Merged, MergeForm, MergeTarget
from bot.domain.ids import CaseId, DraftId, FormationId, GroupId, MemberId, NoticeId, ProgrammeId
from bot.domain.rhythm import Rhythm
from bot.domain.sayings import Reader
from handlers.views import Form
from tests.handlers.views.groups_said import CARD, GROUP, INVITED
from tests.handlers.views.said import ENGLISH, number

LONG: Final = "W" * 60
FORMATION: Final = FormationId(number(300))
DRAFT: Final = DraftFace(
    draft=DraftId(number(301)),
    name="Writers 1",
    people=("Ana", "Ben", "Cleo", "Dan"),
    there=False,
    others=(),
    shared_hours=15,
    sites=2,
    known=0,
    pairs=(),
    few=False,
    apart=False,
    state=DraftState.PROPOSED,
    outside=(),
)
DRAFTS: Final = (
    DRAFT,
    replace(DRAFT, known=1, pairs=(("Ana", "Ben"),), sites=0, shared_hours=0, apart=True),
    replace(DRAFT, there=True, others=("Eve", "Finn"), known=12, pairs=(("Ana", "Ben"),) * 3),
    replace(DRAFT, people=(), few=True, shared_hours=0, sites=0),
    *(replace(DRAFT, state=state, outside=("Dan",)) for state in DraftState),
    *(replace(DRAFT, state=state, there=True) for state in DraftState),
)
LONGEST: Final = replace(DRAFT, name=LONG, people=(LONG,) * 8, known=28, pairs=((LONG, LONG),) * 3)
FACE: Final = FormationFace(
    formation=FORMATION,
    name="Writers",
    source="sign-up",
    state=FormationState.PROPOSED,
    people=12,
    drafts=DRAFTS[:2],
    unplaced=(("Eve", Why.HOURS),),
    trouble="",
    number=0,
)
MANY: Final = replace(
    FACE,
    people=300,
    drafts=tuple(
        replace(
            DRAFT, draft=DraftId(number(400 + n)), name=LONG, people=(LONG,) * 8, known=28, pairs=((LONG, LONG),) * 3
        )
        for n in range(100)
    ),
    unplaced=tuple((LONG, why) for why in Why for _ in range(40)),
)
FACES: Final = (
    FACE,
    MANY,
    replace(MANY, state=FormationState.MADE),
    *(replace(FACE, state=state, drafts=DRAFTS) for state in FormationState),
    replace(FACE, drafts=(), unplaced=tuple(("Eve", why) for why in Why)),
    replace(FACE, drafts=DRAFTS[:1], unplaced=()),
    replace(FACE, state=FormationState.DROPPED, trouble="many", number=812),
    replace(FACE, state=FormationState.DROPPED, trouble="unseen"),
)
REVIEWED: Final = FormationCard(notice=NoticeId(number(1)), face=FACE)
GROWS: Final = GroupGrows(
    notice=NoticeId(number(1)), name="Writers 1", small="Writers 2", people=("Finn", "Gus"), over=False
)
SHORT: Final = 3
SHORT_SAYINGS: Final[tuple[GroupSaying, ...]] = (
    *(replace(REVIEWED, face=face) for face in FACES if len(face.drafts) < SHORT),
    replace(CARD, formed_by="Maria", people=("Ana", "Ben", "Cleo")),
    replace(INVITED, small="Writers 2"),
    replace(INVITED, small="Writers 2", settled=True),
    GROWS,
    replace(GROWS, over=True, people=()),
)
FORMATION_SAYINGS: Final = (*SHORT_SAYINGS, *(replace(REVIEWED, face=face) for face in FACES))


def formation_form(reader: Reader = ENGLISH) -> FormationForm:
    return FormationForm(
        reader=reader,
        into=(),
        like=((ProgrammeId(number(80)), "Mentors 2026"),),
        rhythm=Rhythm.FORTNIGHTLY,
        first_on=date(2026, 11, 17),
        opens_at=time(10),
        size=4,
    )


def formation_move(reader: Reader = ENGLISH) -> FormationMove:
    return FormationMove(
        reader=reader,
        formation=FORMATION,
        draft=DRAFT.draft,
        name="Writers 1",
        people=((MemberId(number(310)), "Ana"), (MemberId(number(311)), "Ben")),
        targets=((DraftId(number(302)), "Writers 2"),),
        page=0,
    )


def merge_form(reader: Reader = ENGLISH) -> MergeForm:
    target = MergeTarget(group=GROUP, name="Writers 1", people=4, shared_hours=15)
    return MergeForm(
        reader=reader,
        case=CaseId(number(320)),
        name="Writers 2",
        people=("Finn", "Gus"),
        targets=(target, replace(target, group=GroupId(number(71)), people=1, shared_hours=0)),
    )


def formation_forms(reader: Reader = ENGLISH) -> tuple[Form, ...]:
    asked, move, merging = formation_form(reader), formation_move(reader), merge_form(reader)
    programmes = tuple((ProgrammeId(number(500 + n)), LONG) for n in range(120))
    merged = Merged(reader=reader, merger=number(330), name="Writers 2", into="Writers 1", undone=False, open=True)
    return (
        asked,
        replace(asked, into=programmes, like=programmes),
        FormationStarted(reader=reader, source=""),
        FormationStarted(reader=reader, source="sign-up"),
        *(FormationReview(reader=reader, face=face, page=page) for face in FACES for page in (0, 3, 99)),
        move,
        replace(move, people=()),
        replace(move, targets=()),
        replace(move, draft=None, name=""),
        replace(move, draft=None, name="", targets=()),
        replace(
            move,
            people=tuple((MemberId(number(600 + n)), LONG) for n in range(300)),
            targets=tuple((DraftId(number(1000 + n)), LONG) for n in range(120)),
        ),
        merging,
        replace(merging, targets=()),
        replace(merging, people=()),
        replace(merging, targets=merging.targets * 60),
        merged,
        replace(merged, open=False),
        replace(merged, undone=True, open=False),
    )
