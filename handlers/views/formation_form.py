"""The form of `/rapport group form`, and the one that moves somebody."""

from collections.abc import Iterator

from bot.domain.formation import SIZES
from bot.domain.formation_showings import FormationForm, FormationMove
from bot.domain.groups import LONGEST_NAME, LONGEST_TEXT
from handlers.views import ids
from handlers.views.blocks import Block, actions, asking, button, context, one_of, option, section, select
from handlers.views.group_form import RHYTHMS
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice

MOST_CHOSEN = 100


def modal(asked: FormationForm, voice: Voice) -> Block:
    return form(
        voice,
        callback_id=ids.FORMATION_FORM,
        title="formation.title",
        submit="formation.submit",
        metadata="",
        blocks=list(_blocks(asked, voice)),
    )


def _blocks(asked: FormationForm, voice: Voice) -> Iterator[Block]:
    yield section(voice.marked("formation.form.lead"))
    people: Block = {"type": "multi_users_select", "action_id": ids.PEOPLE, "max_selected_items": MOST_CHOSEN}
    yield asking(ids.PEOPLE, voice.plain("formation.form.people"), people, optional=True)
    channel: Block = {
        "type": "conversations_select",
        "action_id": ids.CHANNEL,
        "filter": {"include": ["public", "private"], "exclude_external_shared_channels": True},
    }
    yield asking(
        ids.CHANNEL,
        voice.plain("formation.form.channel"),
        channel,
        hint=voice.plain("formation.form.channel.hint"),
        optional=True,
    )
    yield from _of_which_name(asked, voice)
    sizes = [option(voice.plain("formation.form.size.of", n=n), n) for n in SIZES]
    yield asking(ids.SIZE, voice.plain("formation.form.size"), select(ids.SIZE, sizes, chosen=asked.size))
    yield from _rounds(asked, voice)
    if len(asked.like) > 1:
        programmes = [option(voice.programme(name), id) for id, name in asked.like]
        like = one_of(ids.LIKE, programmes[:MOST_CHOSEN], asked.like[0][0])
        yield asking(ids.LIKE, voice.plain("group.form.like"), like, hint=voice.plain("group.form.like.hint"))
    yield context(voice.marked("formation.form.review"), voice.marked("group.words"))


def _of_which_name(asked: FormationForm, voice: Voice) -> Iterator[Block]:
    """New groups, or more people for those that are there."""
    if asked.into:
        new = option(voice.plain("formation.form.into.new"), ids.NOBODYS)
        there = [option(voice.programme(name), id) for id, name in asked.into[: MOST_CHOSEN - 1]]
        into = select(ids.INTO, [new, *there], chosen=ids.NOBODYS)
        yield asking(ids.INTO, voice.plain("formation.form.into"), into, hint=voice.plain("formation.form.into.hint"))
    name: Block = {"type": "plain_text_input", "action_id": ids.TEXT, "max_length": LONGEST_NAME}
    yield asking(
        ids.GROUP_NAME,
        voice.plain("formation.form.name"),
        name,
        hint=voice.plain("formation.form.name.hint"),
        optional=bool(asked.into),
    )


def _rounds(asked: FormationForm, voice: Voice) -> Iterator[Block]:
    rhythms = [option(voice.plain(f"group.form.rhythm.{each}"), each) for each in RHYTHMS]
    yield asking(ids.RHYTHM, voice.plain("group.form.rhythm"), select(ids.RHYTHM, rhythms, chosen=asked.rhythm))
    day: Block = {"type": "datepicker", "action_id": ids.NEXT_ON, "initial_date": asked.first_on.isoformat()}
    yield asking(ids.NEXT_ON, voice.plain("group.form.first_on"), day)
    hour: Block = {
        "type": "timepicker",
        "action_id": ids.OPENS_AT,
        "initial_time": asked.opens_at.isoformat("minutes"),
    }
    yield asking(ids.OPENS_AT, voice.plain("group.form.opens_at"), hour, hint=voice.plain("formation.form.hour.hint"))
    questions: Block = {
        "type": "plain_text_input",
        "action_id": ids.TEXT,
        "multiline": True,
        "max_length": LONGEST_TEXT,
        "initial_value": voice.plain("group.form.questions.usual"),
    }
    yield asking(
        ids.QUESTIONS,
        voice.plain("group.form.questions"),
        questions,
        hint=voice.plain("group.form.questions.hint"),
    )


def move(asked: FormationMove, voice: Voice) -> Block:
    """Whom, and where to: another group, or none."""
    back = button(ids.FORMATION_PAGE, voice.plain("formation.back"), f"{asked.formation}:{asked.page}")
    if not asked.people:
        said = section(voice.marked("formation.move.nobody"))
        return closing(voice, title="formation.title", blocks=[said, actions(back)])
    people = [option(voice.plain("formation.person", name=name), key) for key, name in asked.people]
    targets = [option(voice.plain("formation.person", name=name), draft) for draft, name in asked.targets]
    out = [] if asked.draft is None else [option(voice.plain("formation.move.out"), ids.NOBODYS)]
    if not targets and not out:
        said = section(voice.marked("formation.move.nowhere"))
        return closing(voice, title="formation.title", blocks=[said, actions(back)])
    room = MOST_CHOSEN - len(out)
    lead = voice.marked("formation.move.of", name=asked.name) if asked.draft else voice.marked("formation.move.loose")
    blocks = [
        section(lead),
        asking(ids.WHO, voice.plain("formation.move.who"), select(ids.WHO, people[:MOST_CHOSEN])),
        asking(ids.WHERE_TO, voice.plain("formation.move.where"), select(ids.WHERE_TO, [*targets[:room], *out])),
        actions(back),
    ]
    return form(
        voice,
        callback_id=ids.FORMATION_MOVED,
        title="formation.title",
        submit="formation.move.submit",
        metadata=f"{asked.formation}:{asked.draft or ids.NOBODYS}:{asked.page}",
        blocks=blocks,
    )
