"""What is shown in answer to a command or a click."""

from typing import assert_never

from bot.domain.case_showings import CaseList
from bot.domain.group_showings import (
    HandedOver,
    HereNow,
    LeadingRound,
    RoundHistory,
    RoundSkipped,
)
from bot.domain.report_showings import Report, WhichReport
from bot.domain.showings import (
    Duties,
    EndedForMe,
    Help,
    HoursSaved,
    Overview,
    Paired,
    PauseAsks,
    Paused,
    PickCheckin,
    Resumed,
    Saved,
    UnknownCommand,
)
from handlers.views import (
    checkin_form,
    coordinator,
    group,
    help,
    hours,
    introduction,
    overview,
    pause,
    queue,
    report,
    rotation_answers,
    round_answers,
)
from handlers.views.blocks import Rendered
from handlers.views.group import OfGroup
from handlers.views.rotation_answers import OfRotation
from handlers.views.voice import Voice, voice_for

OfRound = RoundSkipped | RoundHistory | LeadingRound | HandedOver | HereNow
AmongSeveral = OfGroup | OfRound | OfRotation
Showing = (
    Overview
    | Duties
    | Help
    | UnknownCommand
    | Paused
    | PauseAsks
    | Resumed
    | Paired
    | Report
    | WhichReport
    | PickCheckin
    | EndedForMe
    | HoursSaved
    | Saved
    | CaseList
    | AmongSeveral
)


def answer(showing: Showing) -> Rendered:
    voice = voice_for(showing.reader)
    if isinstance(showing, AmongSeveral):
        return _among_several(showing, voice)
    match showing:
        case Overview():
            return overview.answer(showing, voice)
        case Help() | UnknownCommand():
            return help.answer(showing, voice) if isinstance(showing, Help) else help.unknown(showing, voice)
        case Paused() | PauseAsks() | Resumed():
            return pause.answer(showing, voice)
        case Paired() | Duties():
            return coordinator.answer(showing, voice)
        case Report():
            return report.answer(showing, voice)
        case WhichReport():
            return report.which(showing, voice)
        case PickCheckin() | Saved():
            return (
                checkin_form.saved(showing, voice) if isinstance(showing, Saved) else checkin_form.pick(showing, voice)
            )
        case EndedForMe():
            return introduction.ended_for_me(showing, voice)
        case HoursSaved():
            return hours.saved(showing, voice)
        case CaseList():
            return queue.answer(showing, voice)
        case never:
            assert_never(never)


def _among_several(showing: AmongSeveral, voice: Voice) -> Rendered:
    """Of peer groups, their rounds, and rotations."""
    if isinstance(showing, OfRotation):
        return rotation_answers.answer(showing, voice)
    if isinstance(showing, OfRound):
        return round_answers.answer(showing, voice)
    return group.answer(showing, voice)
