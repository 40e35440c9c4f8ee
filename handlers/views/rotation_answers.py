"""What a command about rotations, or a click on one, brings to the screen of whoever did it."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from bot.domain.groups import GroupState
from bot.domain.rotation_sayings import RotationFace
from bot.domain.rotation_showings import (
    MyRotations,
    RotationEnding,
    RotationJoined,
    RotationLeft,
    RotationParting,
    RotationSaved,
    RotationShown,
    RotationSkipped,
)
from handlers.views import ids
from handlers.views.blocks import Block, Rendered, actions, button, confirm, context, section
from handlers.views.modal_frame import closing, form
from handlers.views.report import of_rotations
from handlers.views.rotation import card, when
from handlers.views.voice import Voice

OfRotation = RotationShown | RotationJoined | RotationLeft | RotationSkipped | MyRotations | RotationEnding


def answer(showing: OfRotation, voice: Voice) -> Rendered:
    match showing:
        case RotationShown():
            return Rendered(
                text=voice.marked("rotation.headline", name=showing.face.name), blocks=list(_shown(showing, voice))
            )
        case RotationJoined():
            lead = voice.marked("rotation.in_already" if showing.again else "rotation.in_now", name=showing.face.name)
            blocks = [section(lead, *when(showing.face, voice)), context(voice.marked("rotation.in_now.next"))]
            return Rendered(text=lead, blocks=blocks)
        case RotationLeft():
            said = voice.marked("rotation.left", name=showing.face.name)
            return Rendered(text=said, blocks=[section(said)])
        case RotationSkipped():
            return _skipped(showing, voice)
        case MyRotations():
            return _mine(showing, voice)
        case RotationEnding():
            return _ending(showing, voice)
        case never:
            assert_never(never)


def saved(done: RotationSaved, voice: Voice) -> Block:
    key = "rotation.started" if done.started else "rotation.saved"
    lines = [voice.marked(key, name=done.face.name), *when(done.face, voice)]
    if done.paused_until is not None:
        lines.append(voice.marked("rotation.paused", day=done.paused_until))
    if done.invited:
        lines.append(voice.marked_of("rotation.invited_now", done.invited))
    return closing(voice, title="rotation.title", blocks=[section(*lines)])


def parting(showing: RotationParting, voice: Voice) -> Block:
    """Before it is done, and after."""
    if showing.done:
        done = section(voice.marked("rotation.parting.done", partners=showing.partners))
        return closing(voice, title="not_for_me", blocks=[done])
    return form(
        voice,
        callback_id=ids.ROTATION_APART_FORM,
        title="not_for_me",
        submit="rotation.parting.submit",
        metadata=str(showing.encounter),
        blocks=[
            section(
                voice.marked("rotation.parting.lead", partners=showing.partners),
                voice.marked_of("rotation.parting.note", len(showing.partners), partners=showing.partners),
            )
        ],
    )


def _shown(showing: RotationShown, voice: Voice) -> Iterator[Block]:
    yield from card(showing.face, voice)
    lines = [voice.marked(f"rotation.mine.{showing.mine}" if showing.mine else "rotation.mine.none")]
    if showing.partners:
        lines.append(voice.marked("rotation.mine.partners", partners=showing.partners))
    if showing.paused_until is not None:
        lines.append(voice.marked("rotation.paused", day=showing.paused_until))
    if showing.skipped and showing.round is not None:
        lines.append(voice.marked("rotation.mine.skips"))
    yield section(*lines)
    if showing.round is not None:
        key, action = ("unskip", ids.ROTATION_UNSKIP) if showing.skipped else ("skip", ids.ROTATION_SKIP)
        yield actions(button(action, voice.plain(f"rotation.{key}"), showing.round))
    if showing.numbers is not None:
        yield section(voice.marked("rotation.numbers"), *of_rotations(showing.numbers, voice))
        yield context(voice.marked("rotation.commands"))


def _skipped(showing: RotationSkipped, voice: Voice) -> Rendered:
    key = "rotation.warning.skipped" if showing.skipped else "rotation.warning.back"
    said = voice.marked(key, name=showing.name, moment=showing.opens_at)
    label, action = ("unskip", ids.ROTATION_UNSKIP) if showing.skipped else ("skip", ids.ROTATION_SKIP)
    undo = actions(button(action, voice.plain(f"rotation.{label}"), showing.round))
    return Rendered(text=said, blocks=[section(said), undo])


def _mine(showing: MyRotations, voice: Voice) -> Rendered:
    lead = voice.marked("rotation.mine.lead")
    lists = [*_list("rotation.mine.in", showing.joined, voice), *_list("rotation.mine.run", showing.run, voice)]
    return Rendered(text=lead, blocks=[section(lead), *lists, context(voice.marked("rotation.mine.how"))])


def _list(title: str, faces: Sequence[RotationFace], voice: Voice) -> Iterator[Block]:
    if faces:
        yield section(voice.plain(title), *(_line(face, voice) for face in faces))


def _line(face: RotationFace, voice: Voice) -> str:
    if face.state is GroupState.ADRIFT or face.next_at is None:
        return voice.marked("rotation.line.adrift", name=face.name)
    return voice.marked_of("rotation.line", face.joined, name=face.name, moment=face.next_at)


def _ending(showing: RotationEnding, voice: Voice) -> Rendered:
    name = showing.face.name
    if showing.over:
        said = voice.marked("rotation.ending.done", name=name)
        return Rendered(text=said, blocks=[section(said)])
    lead = voice.marked("rotation.ending", name=name)
    sure = confirm(
        title=voice.plain("rotation.ending.title"),
        text=voice.plain("rotation.ending.sure"),
        yes=voice.plain("rotation.ending.yes"),
        no=voice.plain("form.cancel"),
    )
    end = button(ids.ROTATION_END, voice.plain("rotation.ending.yes"), showing.face.group, style="danger", confirm=sure)
    return Rendered(text=lead, blocks=[section(lead, voice.marked("rotation.ending.what")), actions(end)])
