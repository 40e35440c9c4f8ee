"""A small group that could go on with another: whom its coordinator asks, and the way back."""

from bot.domain.group_showings import Merged, MergeForm, MergeTarget
from handlers.views import ids
from handlers.views.blocks import SELECT_MOST, Block, actions, asking, button, context, option, section, select
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice


def modal(asked: MergeForm, voice: Voice) -> Block:
    lead = voice.marked("merge.lead", name=asked.name, people=asked.people or [voice.plain("formation.nobody")])
    if not asked.targets or not asked.people:
        key = "merge.none" if asked.people else "merge.nobody"
        return closing(voice, title="merge.title", blocks=[section(lead, voice.marked(key))])
    targets = [option(_target(each, voice), each.group) for each in asked.targets[:SELECT_MOST]]
    return form(
        voice,
        callback_id=ids.GROUP_MERGE_FORM,
        title="merge.title",
        submit="merge.submit",
        metadata=str(asked.case),
        blocks=[
            section(lead),
            asking(ids.INTO, voice.plain("merge.into"), select(ids.INTO, targets, chosen=asked.targets[0].group)),
            context(voice.marked("merge.what")),
        ],
    )


def merged(done: Merged, voice: Voice) -> Block:
    key = "merge.undone" if done.undone else "merge.done" if done.open else "merge.answered"
    blocks = [section(voice.marked(key, name=done.name, into=done.into))]
    if done.open:
        blocks.append(actions(button(ids.GROUP_UNMERGE, voice.plain("merge.undo"), done.merger)))
    return closing(voice, title="merge.title", blocks=blocks)


def _target(target: MergeTarget, voice: Voice) -> str:
    if not target.shared_hours:
        return voice.plain_of("merge.target.no_hour", target.people, name=target.name)
    return voice.plain_of("merge.target", target.people, name=target.name, hours=round(target.shared_hours))
