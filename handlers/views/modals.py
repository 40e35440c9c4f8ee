"""Forms, and what stands in their place once they are saved."""

from typing import assert_never

from bot.domain.case_showings import CareForm, CareSent, CaseShown, ConcernForm, ConcernRead, ConcernSent
from bot.domain.formation_showings import FormationForm, FormationMove, FormationReview, FormationStarted
from bot.domain.group_showings import GroupForm, GroupSaved, Merged, MergeForm, PrivateRead, RoundAnswered, RoundForm
from bot.domain.rotation_showings import RotationForm, RotationParting, RotationSaved
from bot.domain.showings import (
    AudienceForm,
    EndedForMe,
    EndForm,
    HoursForm,
    HoursSaved,
    LineForm,
    LineRead,
    Paused,
    PauseForm,
    Resumed,
    Saved,
    UpdateForm,
)
from handlers.views import (
    audiences,
    care,
    case,
    checkin_form,
    concern,
    formation,
    formation_form,
    group,
    group_form,
    hours,
    introduction,
    line,
    merging,
    pause,
    rotation_answers,
    rotation_form,
    round_answers,
)
from handlers.views.blocks import Block
from handlers.views.voice import Voice, voice_for

OfPause = PauseForm | Paused | Resumed
OfLine = LineRead | LineForm
OfCheckin = UpdateForm | AudienceForm | Saved
OfCase = CaseShown | CareForm | CareSent | ConcernForm | ConcernSent | ConcernRead
OfGroup = MergeForm | Merged | GroupForm | GroupSaved | RoundForm | RoundAnswered | PrivateRead
OfFormation = FormationForm | FormationStarted | FormationReview | FormationMove
OfRotation = RotationForm | RotationSaved | RotationParting
Form = (
    PauseForm
    | HoursForm
    | EndForm
    | HoursSaved
    | Paused
    | Resumed
    | EndedForMe
    | OfLine
    | OfCheckin
    | OfCase
    | OfGroup
    | OfFormation
    | OfRotation
)


def modal(form: Form) -> Block:
    voice = voice_for(form.reader)
    if isinstance(form, OfRotation):
        return _of_rotation(form, voice)
    if isinstance(form, OfFormation):
        return _of_formation(form, voice)
    match form:
        case UpdateForm() | AudienceForm() | Saved():
            return _of_checkin(form, voice)
        case PauseForm() | Paused() | Resumed():
            return _of_pause(form, voice)
        case HoursForm():
            return hours.modal(form, voice)
        case EndForm():
            return introduction.end_modal(form, voice)
        case HoursSaved():
            return hours.saved_modal(form, voice)
        case EndedForMe():
            return introduction.ended_modal(form, voice)
        case LineForm() | LineRead():
            return line.modal(form, voice) if isinstance(form, LineRead) else line.answering(form, voice)
        case MergeForm() | Merged() | GroupForm() | GroupSaved() | RoundForm() | RoundAnswered() | PrivateRead():
            return _of_group(form, voice)
        case CaseShown() | CareForm() | CareSent() | ConcernForm() | ConcernSent() | ConcernRead():
            return _of_case(form, voice)
        case never:
            assert_never(never)


def _of_pause(form: OfPause, voice: Voice) -> Block:
    match form:
        case PauseForm():
            return pause.modal(form, voice)
        case Paused():
            return pause.paused_modal(form, voice)
        case Resumed():
            return pause.resumed_modal(form, voice)
        case never:
            assert_never(never)


def _of_rotation(form: OfRotation, voice: Voice) -> Block:
    match form:
        case RotationForm():
            return rotation_form.modal(form, voice)
        case RotationSaved():
            return rotation_answers.saved(form, voice)
        case RotationParting():
            return rotation_answers.parting(form, voice)
        case never:
            assert_never(never)


def _of_formation(form: OfFormation, voice: Voice) -> Block:
    match form:
        case FormationForm():
            return formation_form.modal(form, voice)
        case FormationStarted():
            return formation.started(form, voice)
        case FormationReview():
            return formation.review(form, voice)
        case FormationMove():
            return formation_form.move(form, voice)
        case never:
            assert_never(never)


def _of_group(form: OfGroup, voice: Voice) -> Block:
    match form:
        case MergeForm():
            return merging.modal(form, voice)
        case Merged():
            return merging.merged(form, voice)
        case GroupForm():
            return group_form.modal(form, voice)
        case GroupSaved():
            return group.saved(form, voice)
        case RoundForm():
            return round_answers.modal(form, voice)
        case RoundAnswered():
            return round_answers.answered(form, voice)
        case PrivateRead():
            return round_answers.read(form, voice)
        case never:
            assert_never(never)


def _of_checkin(form: OfCheckin, voice: Voice) -> Block:
    match form:
        case UpdateForm():
            return checkin_form.modal(form, voice)
        case AudienceForm():
            return audiences.modal(form, voice)
        case Saved():
            return checkin_form.saved_modal(form, voice)
        case never:
            assert_never(never)


def _of_case(form: OfCase, voice: Voice) -> Block:
    match form:
        case CaseShown():
            return case.modal(form, voice)
        case CareForm():
            return care.modal(form, voice)
        case CareSent():
            return care.sent(form, voice)
        case ConcernForm():
            return concern.modal(form, voice)
        case ConcernSent():
            return concern.sent(form, voice)
        case ConcernRead():
            return concern.read(form, voice)
        case never:
            assert_never(never)
