"""A rotation in messages: its card, the warning, the introduction of a round's people, and what is asked of them."""

from collections.abc import Iterator
from typing import assert_never

from bot.domain.checkin import Meeting
from bot.domain.groups import GroupState, Joining, Whereabouts
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
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, context, named, section
from handlers.views.clock import own_clock
from handlers.views.voice import Voice

"""People whom a card names; of more it says the number."""

ANSWERS = {
    Meeting.MET: ids.ROTATION_MET,
    Meeting.PLANNED: ids.ROTATION_PLANNED,
    Meeting.NOT_YET: ids.ROTATION_NOT_YET,
}


def blocks(saying: RotationSaying, voice: Voice) -> list[Block]:
    """Each under ids that change with what can be pressed."""
    return named(saying.notice, _state(saying), list(_blocks(saying, voice)))


def headline(saying: RotationSaying, voice: Voice) -> str:
    match saying:
        case RotationCard():
            return voice.marked("rotation.headline", name=saying.face.name)
        case RotationInvited():
            return voice.marked("rotation.invited.headline", inviter=saying.inviter)
        case RotationWarning():
            return voice.marked("rotation.warning.headline", name=saying.name, moment=saying.opens_at)
        case RotationMeeting():
            return voice.marked("rotation.meeting.headline", name=saying.name)
        case RotationLeftOut():
            return voice.marked("rotation.out.headline", name=saying.name)
        case RotationNudge():
            return voice.marked("rotation.nudge.headline", name=saying.name)
        case RotationAsk():
            return voice.marked("rotation.ask.headline", name=saying.name)
        case RotationStay():
            return voice.marked("rotation.stay.headline", name=saying.name)
        case RotationAside():
            return voice.marked("rotation.aside.headline", name=saying.name)
        case never:
            assert_never(never)


def _state(saying: RotationSaying) -> str:
    match saying:
        case RotationCard():
            return str(saying.face.state)
        case RotationInvited():
            return "settled" if saying.settled else "asked"
        case RotationWarning():
            return f"{saying.skipped}.{saying.settled}"
        case RotationMeeting():
            return f"{len(saying.planned_by)}.{len(saying.met_by)}.{len(saying.left)}.{saying.over}"
        case RotationLeftOut():
            return "said"
        case RotationNudge() | RotationAsk():
            return f"{saying.answer}.{saying.settled}"
        case RotationStay():
            return f"{saying.stays}.{saying.settled}"
        case RotationAside():
            return f"{saying.back}.{saying.over}"
        case never:
            assert_never(never)


def _blocks(saying: RotationSaying, voice: Voice) -> Iterator[Block]:
    match saying:
        case RotationCard():
            yield from card(saying.face, voice)
        case RotationInvited():
            yield from _invited(saying, voice)
        case RotationWarning():
            yield from _warning(saying, voice)
        case RotationMeeting():
            yield from _meeting(saying, voice)
        case RotationLeftOut():
            yield from _left_out(saying, voice)
        case RotationNudge():
            yield from _nudge(saying, voice)
        case RotationAsk():
            yield from _ask(saying, voice)
        case RotationStay():
            yield from _stay(saying, voice)
        case RotationAside():
            yield from _aside(saying, voice)
        case never:
            assert_never(never)


def card(face: RotationFace, voice: Voice) -> Iterator[Block]:
    yield section(*_what(face, voice))
    if face.state is GroupState.ENDED:
        return
    yield section(*when(face, voice), *_who(face, voice))
    yield actions(
        button(ids.ROTATION_JOIN, voice.plain("rotation.join"), face.group, style="primary"),
        button(ids.ROTATION_LEAVE, voice.plain("rotation.leave"), face.group),
    )
    yield context(voice.marked("rotation.keeps"), voice.marked("exported"))


def _what(face: RotationFace, voice: Voice) -> Iterator[str]:
    yield voice.marked("rotation.name", name=face.name)
    match face.state:
        case GroupState.ENDED:
            yield voice.marked("rotation.ended")
        case GroupState.ADRIFT:
            yield voice.marked("rotation.adrift")
        case GroupState.RUNNING:
            yield voice.marked(f"rotation.shape.{face.shape}")


def when(face: RotationFace, voice: Voice) -> Iterator[str]:
    """The rhythm and the next round, on the rotation's own clock."""
    if face.next_at is None or face.whereabouts is not Whereabouts.THERE:
        return
    there = Voice(voice.texts, face.zone)
    weekday = voice.texts.weekday(face.weekday)
    yield there.marked(f"rotation.rhythm.{face.rhythm}", weekday=weekday, time=face.opens_at, zone=face.zone)
    yield there.marked("rotation.next", moment=face.next_at)


def _who(face: RotationFace, voice: Voice) -> Iterator[str]:
    yield voice.marked_of(f"rotation.readers.{face.room}", face.readers, joined=face.joined)
    if face.named:
        yield voice.marked("rotation.joined_are", names=face.named)
    if face.joining is Joining.ADDED:
        yield voice.marked("rotation.by_invitation")
    yield voice.marked("rotation.coordinator", coordinator=voice.coordinator(face.coordinator))


def _invited(saying: RotationInvited, voice: Voice) -> Iterator[Block]:
    yield section(voice.marked("rotation.invited", inviter=saying.inviter, name=saying.face.name))
    if saying.settled:
        yield section(voice.marked("rotation.invited.settled"))
        return
    yield section(voice.marked(f"rotation.shape.{saying.face.shape}"), *when(saying.face, voice))
    yield actions(
        button(ids.ROTATION_JOIN, voice.plain("rotation.join"), saying.face.group, style="primary"),
        button(ids.ROTATION_LEAVE, voice.plain("rotation.no_thanks"), saying.face.group),
    )
    yield context(voice.marked("rotation.invited.why"))


def _warning(saying: RotationWarning, voice: Voice) -> Iterator[Block]:
    if saying.settled:
        key = "rotation.warning.skipped_it" if saying.skipped else "rotation.warning.over"
        yield section(voice.marked(key, name=saying.name, moment=saying.opens_at))
        return
    if saying.skipped:
        yield section(voice.marked("rotation.warning.skipped", name=saying.name, moment=saying.opens_at))
        yield actions(button(ids.ROTATION_UNSKIP, voice.plain("rotation.unskip"), saying.round))
        return
    yield section(voice.marked("rotation.warning", name=saying.name, moment=saying.opens_at))
    yield actions(button(ids.ROTATION_SKIP, voice.plain("rotation.skip"), saying.round))
    yield context(voice.marked("rotation.why", name=saying.name) + " " + voice.marked("how_to_stop"))


def _meeting(saying: RotationMeeting, voice: Voice) -> Iterator[Block]:
    if saying.over:
        yield section(voice.marked("rotation.meeting.over", name=saying.name))
        return
    yield section(
        voice.marked("rotation.meeting.hello", everyone=saying.people, name=saying.name),
        voice.marked("rotation.meeting.until", first=saying.people[0], day=saying.until),
    )
    if saying.met_by:
        yield section(voice.marked_of("rotation.meeting.met_by", len(saying.met_by), names=saying.met_by))
        return
    yield section(*_slots(saying, voice))
    yield section(voice.marked("rotation.meeting.begin"))
    if saying.left:
        yield section(voice.marked_of("rotation.meeting.left", len(saying.left), names=saying.left))
    if saying.planned_by:
        yield section(voice.marked_of("rotation.meeting.planned_by", len(saying.planned_by), names=saying.planned_by))
    yield actions(*_steps(saying, voice))
    yield context(voice.marked("rotation.meeting.private") + " " + voice.marked("how_to_stop"))


def _slots(saying: RotationMeeting, voice: Voice) -> Iterator[str]:
    if not saying.slots:
        yield voice.marked("introduction.no_slots")
        return
    yield voice.marked("introduction.slots")
    for slot in saying.slots:
        yield f"•  {own_clock(slot, saying.zones, voice)}"


def _steps(saying: RotationMeeting, voice: Voice) -> Iterator[Block]:
    if not saying.planned_by:
        yield button(ids.ROTATION_PLANNED, voice.plain("introduction.planned"), saying.encounter, style="primary")
    yield button(ids.ROTATION_MET, voice.plain("meeting.met"), saying.encounter)
    yield button(ids.ROTATION_NOT_FOR_ME, voice.plain("not_for_me"), saying.encounter)


def _left_out(saying: RotationLeftOut, voice: Voice) -> Iterator[Block]:
    lines = [voice.marked(f"rotation.out.{saying.why}", name=saying.name)]
    if saying.next_at is not None:
        lines.append(voice.marked("rotation.out.next", moment=saying.next_at))
    yield section(*lines)
    yield context(voice.marked("rotation.why", name=saying.name) + " " + voice.marked("how_to_stop"))


def _nudge(saying: RotationNudge, voice: Voice) -> Iterator[Block]:
    if saying.answer is not None:
        yield section(voice.marked(f"rotation.answer.{saying.answer}", partners=saying.partners))
    elif saying.settled:
        yield section(voice.marked("rotation.settled", name=saying.name))
    else:
        yield section(voice.marked("rotation.nudge", partners=saying.partners, name=saying.name, day=saying.until))
    yield from _answers(saying, voice)
    if saying.answer is None and not saying.settled:
        yield context(voice.marked("rotation.nudge.why") + " " + voice.marked("how_to_stop"))


def _ask(saying: RotationAsk, voice: Voice) -> Iterator[Block]:
    if saying.answer is not None:
        yield section(voice.marked(f"rotation.answer.{saying.answer}", partners=saying.partners))
    elif saying.settled:
        yield section(voice.marked("rotation.settled", name=saying.name))
    else:
        yield section(voice.marked("rotation.ask", partners=saying.partners, name=saying.name))
    yield from _answers(saying, voice)
    coordinator = voice.coordinator(saying.coordinator)
    yield context(voice.marked("rotation.ask.seen", coordinator=coordinator) + " " + voice.marked("how_to_stop"))


def _answers(saying: RotationNudge | RotationAsk, voice: Voice) -> Iterator[Block]:
    if saying.settled or saying.answer is Meeting.MET:
        return
    yield actions(
        *(
            button(action_id, voice.plain(f"rotation.say.{meeting}"), saying.encounter)
            for meeting, action_id in ANSWERS.items()
            if meeting is not saying.answer
        )
    )


def _stay(saying: RotationStay, voice: Voice) -> Iterator[Block]:
    if saying.stays:
        yield section(voice.marked("rotation.stay.yes", name=saying.name, moment=saying.opens_at))
        return
    if saying.stays is False or saying.settled:
        yield section(voice.marked("rotation.stay.no", name=saying.name))
        yield actions(button(ids.ROTATION_JOIN, voice.plain("rotation.back"), saying.group))
        return
    yield section(voice.marked_of("rotation.stay", saying.rounds, name=saying.name, moment=saying.opens_at))
    yield actions(
        button(ids.ROTATION_STAY, voice.plain("rotation.stay.stay"), saying.round, style="primary"),
        button(ids.ROTATION_LEAVE, voice.plain("rotation.stay.go"), saying.group),
    )
    yield context(voice.marked("rotation.stay.why"))


def _aside(saying: RotationAside, voice: Voice) -> Iterator[Block]:
    if saying.over:
        yield section(voice.marked("rotation.settled", name=saying.name))
        return
    if saying.back:
        yield section(voice.marked("rotation.aside.back", name=saying.name))
        return
    yield section(voice.marked("rotation.aside", name=saying.name))
    yield actions(button(ids.ROTATION_JOIN, voice.plain("rotation.back"), saying.group))
