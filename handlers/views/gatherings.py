"""Groups and rotations among what is a person's own, and those that they run."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.gatherings import MyGathering, RunGathering
from bot.domain.groups import GroupState
from bot.domain.membership import MembershipState
from bot.domain.programme import ProgrammeKind
from handlers.views import ids
from handlers.views.blocks import Block, Rendered, actions, button, confirm, context, section
from handlers.views.modal_frame import closing
from handlers.views.room import fitted
from handlers.views.voice import Voice

MOST: Final = 10
"""One's own, among what else is; the commands list the others."""

AT_ONCE: Final = 5
"""Of those that somebody runs, in one block."""

PROMISES_MOST: Final = 3


def mine(gatherings: Sequence[MyGathering], voice: Voice) -> list[Block]:
    """Each with what can be done about it."""
    if not gatherings:
        return []
    shown, left = fitted([_row(each, voice) for each in gatherings], beside=(), most=2 * MOST + 1)
    more = [context(voice.marked_of("gathering.more", left))] if left else []
    return [section(voice.marked("gathering.mine")), *shown, *more]


def run(gatherings: Sequence[RunGathering], more: int, voice: Voice) -> Iterator[Block]:
    """What needs attention comes first."""
    lines = [" ".join(_run(each, voice)) for each in gatherings]
    for first in range(0, len(lines), AT_ONCE):
        title = [voice.marked("gathering.run")] if first == 0 else []
        yield section(*title, *lines[first : first + AT_ONCE])
    if more:
        yield context(voice.marked_of("gathering.more", more))


def told(said: Rendered, voice: Voice) -> Block:
    """What was done from Home, in a modal: the buttons to undo it stand on Home."""
    blocks = [block for block in said.blocks if block["type"] != "actions"]
    return closing(voice, title="gathering.told", blocks=blocks)


def _row(shown: MyGathering, voice: Voice) -> list[Block]:
    steps = list(_steps(shown, voice))
    return [section(*_lines(shown, voice)), *([actions(*steps)] if steps else [])]


def _lines(shown: MyGathering, voice: Voice) -> Iterator[str]:
    yield voice.marked(f"gathering.{shown.kind}", name=shown.name)
    if shown.place is MembershipState.INVITED:
        yield voice.marked("gathering.invited")
    if shown.place is MembershipState.SET_ASIDE:
        yield voice.marked("gathering.aside")
    if shown.state is GroupState.ADRIFT:
        yield voice.marked("gathering.adrift")
        return
    if shown.partners:
        yield voice.marked("rotation.mine.partners", partners=shown.partners)
    if shown.open_until is not None:
        yield voice.marked(f"gathering.open.{'heard' if shown.heard else 'waits'}", day=shown.open_until)
        yield from _leads(shown, voice)
    if shown.paused_until is not None:
        yield voice.marked("rotation.paused", day=shown.paused_until)
    if shown.next_at is not None:
        yield voice.marked("rotation.next", moment=shown.next_at)
    if shown.open_until is None:
        yield from _leads(shown, voice)
    if shown.skipped:
        yield voice.marked("rotation.mine.skips")
    yield from (voice.marked("gathering.promise", words=words) for words in shown.promises[-PROMISES_MOST:])


def _leads(shown: MyGathering, voice: Voice) -> Iterator[str]:
    if shown.i_lead:
        yield voice.marked("gathering.i_lead")
    elif shown.leads:
        yield voice.marked("gathering.leads", name=shown.leads)


def _steps(shown: MyGathering, voice: Voice) -> Iterator[Block]:
    rotation = shown.kind is ProgrammeKind.ROTATION
    join = ids.ROTATION_JOIN if rotation else ids.GROUP_JOIN
    leave = ids.ROTATION_LEAVE if rotation else ids.GROUP_LEAVE
    match shown.place:
        case MembershipState.INVITED:
            yield button(join, voice.plain("group.join"), shown.group, style="primary")
            yield button(leave, voice.plain("group.no_thanks"), shown.group)
        case MembershipState.SET_ASIDE:
            yield button(join, voice.plain("rotation.back"), shown.group, style="primary")
        case _:
            if shown.round is not None and shown.state is GroupState.RUNNING:
                key, action = ("unskip", ids.ROTATION_UNSKIP) if shown.skipped else ("skip", ids.ROTATION_SKIP)
                yield button(action, voice.plain(f"rotation.{key}"), shown.round)
            yield button(leave, voice.plain("group.leave"), shown.group, confirm=_sure(shown, voice))


def _sure(shown: MyGathering, voice: Voice) -> Block:
    return confirm(
        title=voice.plain("gathering.leave"),
        text=voice.plain("gathering.leave.sure", name=shown.name),
        yes=voice.plain("group.leave"),
        no=voice.plain("form.back"),
    )


def _run(shown: RunGathering, voice: Voice) -> Iterator[str]:
    yield voice.marked_of(f"gathering.run.{shown.kind}", shown.joined, name=shown.name)
    if shown.state is GroupState.ADRIFT:
        yield voice.marked("gathering.adrift")
    if shown.paused_until is not None:
        yield voice.marked("rotation.paused", day=shown.paused_until)
    if shown.next_at is not None:
        yield voice.marked("rotation.next", moment=shown.next_at)
    if shown.leads:
        yield voice.marked("gathering.leads", name=shown.leads)
    if shown.nobody_leads:
        yield voice.marked("gathering.nobody_leads")
    if shown.cases:
        yield voice.marked_of("gathering.cases", shown.cases)
