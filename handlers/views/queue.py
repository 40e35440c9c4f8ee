"""What waits for a coordinator: oldest first, each with a button that opens it."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.case import CaseState
from bot.domain.case_showings import CaseList, CaseRow
from handlers.views import ids
from handlers.views.blocks import Block, Rendered, button, context, section
from handlers.views.case import standing
from handlers.views.room import fitted
from handlers.views.voice import Voice


def answer(listed: CaseList, voice: Voice) -> Rendered:
    lead = title(listed.cases, voice)
    note = context(voice.marked("queue.note"))
    shown, left = fitted(rows(listed.cases, voice), beside=[section(lead), note])
    more = [context(voice.marked_of("queue.more", left))] if left else []
    notes = [note] if listed.cases else []
    return Rendered(text=lead, blocks=[section(lead), *shown, *more, *notes])


def title(cases: Sequence[CaseRow], voice: Voice) -> str:
    """How many wait for somebody, and apart from them how many somebody has or has put off."""
    states = Counter(case.state for case in cases)
    waiting = states[CaseState.OPEN]
    said = [voice.marked_of("queue.lead", waiting) if waiting else voice.marked("queue.none")]
    if states[CaseState.TAKEN]:
        said.append(voice.marked_of("queue.taken", states[CaseState.TAKEN]))
    if states[CaseState.SNOOZED]:
        said.append(voice.marked_of("queue.snoozed", states[CaseState.SNOOZED]))
    return " ".join(said)


def rows(cases: Sequence[CaseRow], voice: Voice) -> list[list[Block]]:
    return [[_row(case, voice)] for case in cases]


def _row(case: CaseRow, voice: Voice) -> Block:
    key = "case.title_private" if case.private else "case.title_of"
    return section(
        voice.marked(key, code=case.code, programme=case.programme, people=case.people),
        voice.marked(f"case.short.{case.rule}"),
        voice.marked("queue.since", day=case.opened_on) + " " + standing(case.state, case.owner, voice),
        accessory=button(ids.CASE_OPEN, voice.plain("case.open_button"), case.case),
    )
