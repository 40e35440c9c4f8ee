"""The form that starts a rotation or changes it."""

from collections.abc import Iterator

from bot.domain.groups import LONGEST_NAME, Joining
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import Shape
from bot.domain.rotation_showings import RotationForm
from handlers.views import ids
from handlers.views.blocks import Block, asking, one_of, option, radios, section, select
from handlers.views.modal_frame import form
from handlers.views.voice import Voice

RHYTHMS = (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY, Rhythm.MONTHLY, Rhythm.QUARTERLY)
INVITED_MOST = 50


def modal(asked: RotationForm, voice: Voice) -> Block:
    return form(
        voice,
        callback_id=ids.ROTATION_FORM,
        title="rotation.title" if asked.group else "rotation.title_new",
        submit="form.save" if asked.group else "rotation.submit",
        metadata=str(asked.group) if asked.group else f"{ids.START}:{asked.place}",
        blocks=list(_blocks(asked, voice)),
    )


def _blocks(asked: RotationForm, voice: Voice) -> Iterator[Block]:
    yield section(
        voice.marked_of(f"rotation.form.readers.{asked.room}", asked.readers), voice.marked("rotation.form.what")
    )
    yield asking(ids.GROUP_NAME, voice.plain("rotation.form.name"), _line(asked.name, LONGEST_NAME))
    shapes = [option(voice.plain(f"rotation.form.shape.{each}"), each) for each in Shape]
    yield asking(ids.SHAPE, voice.plain("rotation.form.shape"), radios(ids.SHAPE, shapes, asked.shape))
    yield from _when(asked, voice)
    yield from _who(asked, voice)
    if asked.group is not None:
        picker: Block = {"type": "datepicker", "action_id": ids.PAUSED_UNTIL}
        if asked.paused_until is not None:
            picker["initial_date"] = asked.paused_until.isoformat()
        hint = voice.plain("rotation.form.paused_until.hint")
        yield asking(ids.PAUSED_UNTIL, voice.plain("rotation.form.paused_until"), picker, hint=hint, optional=True)


def _when(asked: RotationForm, voice: Voice) -> Iterator[Block]:
    rhythms = [option(voice.plain(f"rotation.form.rhythm.{each}"), each) for each in RHYTHMS]
    yield asking(ids.RHYTHM, voice.plain("rotation.form.rhythm"), select(ids.RHYTHM, rhythms, chosen=asked.rhythm))
    day: Block = {"type": "datepicker", "action_id": ids.NEXT_ON, "initial_date": asked.next_on.isoformat()}
    label = "rotation.form.next_on" if asked.group else "rotation.form.first_on"
    yield asking(ids.NEXT_ON, voice.plain(label), day, hint=voice.plain("rotation.form.next_on.hint"))
    at = asked.opens_at.isoformat("minutes")
    hour: Block = {"type": "timepicker", "action_id": ids.OPENS_AT, "initial_time": at}
    yield asking(ids.OPENS_AT, voice.plain("rotation.form.opens_at"), hour)
    hint = voice.plain("rotation.form.zone.hint")
    yield asking(ids.ZONE, voice.plain("rotation.form.zone"), _line(asked.zone, 64), hint=hint)


def _who(asked: RotationForm, voice: Voice) -> Iterator[Block]:
    joining = [option(voice.plain(f"rotation.form.joining.{each}"), each) for each in Joining]
    yield asking(ids.JOINING, voice.plain("rotation.form.joining"), radios(ids.JOINING, joining, asked.joining))
    invited: Block = {"type": "multi_users_select", "action_id": ids.INVITED, "max_selected_items": INVITED_MOST}
    hint = voice.plain("rotation.form.invited.hint")
    yield asking(ids.INVITED, voice.plain("rotation.form.invited"), invited, hint=hint, optional=True)
    if len(asked.like) > 1:
        programmes = [option(voice.programme(name), id) for id, name in asked.like]
        chosen = one_of(ids.LIKE, programmes, asked.like[0][0])
        hint = voice.plain("rotation.form.like.hint")
        yield asking(ids.LIKE, voice.plain("rotation.form.like"), chosen, hint=hint)


def _line(initial: str, most: int) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": ids.TEXT, "max_length": most}
    return {**element, "initial_value": initial[:most]} if initial else element
