"""The form that starts a group or changes it."""

from collections.abc import Iterator

from bot.domain.group_showings import GroupForm
from bot.domain.groups import (
    LARGEST,
    LONGEST_NAME,
    LONGEST_TEXT,
    SMALLEST,
    Facilitation,
    Joining,
    Room,
    Topic,
)
from bot.domain.rhythm import Rhythm
from handlers.views import ids
from handlers.views.blocks import Block, asking, context, one_of, option, radios, section, select
from handlers.views.modal_frame import form
from handlers.views.voice import Voice

RHYTHMS = (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY, Rhythm.MONTHLY, Rhythm.QUARTERLY)


def modal(asked: GroupForm, voice: Voice) -> Block:
    return form(
        voice,
        callback_id=ids.GROUP_FORM,
        title="group.title" if asked.group else "group.title_new",
        submit="form.save" if asked.group else "group.submit",
        metadata=str(asked.group) if asked.group else f"{ids.START}:{asked.place}",
        blocks=list(_blocks(asked, voice)),
    )


def _blocks(asked: GroupForm, voice: Voice) -> Iterator[Block]:
    yield section(voice.marked_of(f"group.form.readers.{asked.room}", asked.readers))
    yield asking(ids.GROUP_NAME, voice.plain("group.form.name"), _line(asked.name, LONGEST_NAME))
    purpose = {**_line(asked.purpose, LONGEST_TEXT), "multiline": True}
    yield asking(ids.PURPOSE, voice.plain("group.form.purpose"), purpose, optional=True)
    questions = asked.questions or voice.plain("group.form.questions.usual")
    yield asking(
        ids.QUESTIONS,
        voice.plain("group.form.questions"),
        {**_line(questions, LONGEST_TEXT), "multiline": True},
        hint=voice.plain("group.form.questions.hint"),
    )
    yield asking(
        ids.TOPIC,
        voice.plain("group.form.topic"),
        radios(ids.TOPIC, [option(voice.plain(f"group.form.topic.{each}"), each) for each in Topic], asked.topic),
        hint=voice.plain("group.form.topic.hint"),
    )
    yield from _when(asked, voice)
    yield from _who(asked, voice)
    if asked.group is not None:
        picker: Block = {"type": "datepicker", "action_id": ids.PAUSED_UNTIL}
        if asked.paused_until is not None:
            picker["initial_date"] = asked.paused_until.isoformat()
        yield asking(
            ids.PAUSED_UNTIL,
            voice.plain("group.form.paused_until"),
            picker,
            hint=voice.plain("group.form.paused_until.hint"),
            optional=True,
        )
    yield context(voice.marked("group.words"))


def _when(asked: GroupForm, voice: Voice) -> Iterator[Block]:
    rhythms = [option(voice.plain(f"group.form.rhythm.{each}"), each) for each in RHYTHMS]
    yield asking(ids.RHYTHM, voice.plain("group.form.rhythm"), select(ids.RHYTHM, rhythms, chosen=asked.rhythm))
    day: Block = {"type": "datepicker", "action_id": ids.NEXT_ON, "initial_date": asked.next_on.isoformat()}
    label = "group.form.next_on" if asked.group else "group.form.first_on"
    yield asking(ids.NEXT_ON, voice.plain(label), day, hint=voice.plain("group.form.next_on.hint"))
    hour: Block = {
        "type": "timepicker",
        "action_id": ids.OPENS_AT,
        "initial_time": asked.opens_at.isoformat("minutes"),
    }
    yield asking(ids.OPENS_AT, voice.plain("group.form.opens_at"), hour)
    yield asking(
        ids.ZONE, voice.plain("group.form.zone"), _line(asked.zone, 64), hint=voice.plain("group.form.zone.hint")
    )


def _who(asked: GroupForm, voice: Voice) -> Iterator[Block]:
    yield asking(
        ids.FACILITATION,
        voice.plain("group.form.facilitation"),
        radios(
            ids.FACILITATION,
            [option(voice.plain(f"group.form.facilitation.{each}"), each) for each in Facilitation],
            asked.facilitation,
        ),
    )
    leads: Block = {"type": "users_select", "action_id": ids.FACILITATOR}
    if asked.facilitator:
        leads["initial_user"] = asked.facilitator
    yield asking(ids.FACILITATOR, voice.plain("group.form.facilitator"), leads, optional=True)
    if asked.room is not Room.DIRECT:
        yield asking(
            ids.JOINING,
            voice.plain("group.form.joining"),
            radios(
                ids.JOINING,
                [option(voice.plain(f"group.form.joining.{each}"), each) for each in Joining],
                asked.joining,
            ),
        )
        invited: Block = {"type": "multi_users_select", "action_id": ids.INVITED, "max_selected_items": LARGEST}
        yield asking(
            ids.INVITED,
            voice.plain("group.form.invited"),
            invited,
            hint=voice.plain("group.form.invited.hint"),
            optional=True,
        )
    most = asked.readers if asked.room is Room.DIRECT else LARGEST
    sizes = [option(str(n), n) for n in range(SMALLEST, max(most, SMALLEST) + 1)]
    yield asking(ids.SIZE, voice.plain("group.form.size"), select(ids.SIZE, sizes, chosen=asked.size))
    if len(asked.like) > 1:
        programmes = [option(voice.programme(name), id) for id, name in asked.like]
        yield asking(
            ids.LIKE,
            voice.plain("group.form.like"),
            one_of(ids.LIKE, programmes, asked.like[0][0]),
            hint=voice.plain("group.form.like.hint"),
        )


def _line(initial: str, most: int) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": ids.TEXT, "max_length": most}
    return {**element, "initial_value": initial[:most]} if initial else element
