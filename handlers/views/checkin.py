"""One row of a check-in in a message: the question, or the receipt of this person's own answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final, assert_never

from bot.domain.checkin import Audience, Outcome
from bot.domain.ids import PromptId
from bot.domain.sayings import AskedAgain, Kept, Prompt
from handlers.views import ids
from handlers.views.blocks import Block, actions, button, context, named, option, overflow, section, select
from handlers.views.concern import help_button_in
from handlers.views.voice import Voice, Word

ANSWERS: Final = {
    Outcome.MET: ids.ANSWER_MET,
    Outcome.BOOKED: ids.ANSWER_BOOKED,
    Outcome.NOT_YET: ids.ANSWER_NOT_YET,
}
GRADES: Final = range(1, 6)


class Phase(StrEnum):
    """What a row shows."""

    OVER = "over"
    ANSWERED = "answered"
    WRITTEN = "written"
    CLOSED = "closed"
    SKIPPED = "skipped"
    LATER = "later"
    ASKED = "asked"


def phase(prompt: Prompt) -> Phase:
    if prompt.over:
        return Phase.OVER
    if prompt.outcome is not None:
        return Phase.ANSWERED
    if prompt.answered:
        return Phase.WRITTEN
    if prompt.closed:
        return Phase.CLOSED
    if prompt.skipped:
        return Phase.SKIPPED
    return Phase.LATER if prompt.asks_again_on else Phase.ASKED


def still_asks(prompt: Prompt) -> bool:
    return phase(prompt) in (Phase.ASKED, Phase.LATER)


def blocks(prompt: Prompt, voice: Voice) -> list[Block]:
    return named(prompt.notice, _state(prompt), list(_row(prompt, voice)))


def asked_again_blocks(row: AskedAgain, voice: Voice) -> list[Block]:
    """A later message has the buttons: this one keeps quiet."""
    return named(row.notice, "again", [context(voice.marked("checkin.asked_again", partners=row.partners))])


def is_new(prompt: Prompt) -> bool:
    """Asked for the first time; a reminder needs no greeting."""
    return phase(prompt) is Phase.ASKED and prompt.nth == 0


def greeting(voice: Voice) -> Block:
    return section(voice.marked("checkin.greeting"))


def footer(prompts: Sequence[Prompt], voice: Voice) -> Block:
    """Why these questions came, and how to move or stop them."""
    programmes = list(dict.fromkeys(prompt.programme for prompt in prompts))
    lines = [voice.marked("checkin.why", programmes=programmes)]
    if len(prompts) == 1:
        lines.append(voice.marked("checkin.reactions"))
    return context(*lines)


def headline(rows: Sequence[Prompt | AskedAgain], voice: Voice) -> str:
    """What the notification says of the rows that still ask, or of the first if none does."""
    asking = [row for row in rows if isinstance(row, Prompt) and still_asks(row)]
    if len(asking) > 1:
        return voice.marked_of("checkin.headline_of", len(asking))
    if asking:
        return _question(asking[0], voice)
    return voice.marked("checkin.headline_done", partners=rows[0].partners)


def _row(prompt: Prompt, voice: Voice) -> Iterator[Block]:
    match phase(prompt):
        case Phase.OVER:
            yield section(voice.marked("checkin.over", partners=prompt.partners))
            yield actions(help_button_in(prompt.pairing, voice))
        case Phase.ANSWERED:
            yield from _receipt(prompt, voice)
        case Phase.CLOSED:
            yield section(voice.marked("checkin.closed", partners=prompt.partners))
            yield actions(*_answers(prompt, voice), _add_line(prompt, voice), help_button_in(prompt.pairing, voice))
        case Phase.SKIPPED:
            yield section(voice.marked("checkin.skipped", partners=prompt.partners))
            unskip = button(ids.UNSKIP, voice.plain("checkin.unskip"), prompt.prompt)
            yield actions(unskip, help_button_in(prompt.pairing, voice))
        case Phase.WRITTEN:
            yield section(voice.marked("checkin.written"), _question(replace(prompt, nth=0, asks_again_on=None), voice))
            asked = _answers(prompt, voice)
            yield actions(*asked, *receipt_buttons(prompt.prompt, voice), help_button_in(prompt.pairing, voice))
            yield context(*_who_sees(prompt, voice))
        case Phase.LATER | Phase.ASKED:
            yield section(_question(prompt, voice))
            yield actions(*_answers(prompt, voice), _menu(prompt, voice))
            yield from _notes(prompt, voice)
        case never:
            assert_never(never)


def _question(prompt: Prompt, voice: Voice) -> str:
    key = ("checkin.question", "checkin.reminder", "checkin.last_reminder")[min(prompt.nth, 2)]
    words: dict[str, Word] = {"partners": prompt.partners, "since": prompt.since}
    if prompt.asks_again_on is not None:
        key = "checkin.later"
        words["day"] = prompt.asks_again_on
    return voice.marked_of(key, len(prompt.partners), **words)


def _notes(prompt: Prompt, voice: Voice) -> Iterator[Block]:
    lines = []
    if prompt.partner_paused_until is not None:
        lines.append(
            voice.marked_of(
                "partner.paused", len(prompt.partners), partners=prompt.partners, day=prompt.partner_paused_until
            )
        )
    if prompt.closes_on is not None:
        lines.append(voice.marked("checkin.open_until", day=prompt.closes_on))
    if lines:
        yield context(*lines)


def _receipt(prompt: Prompt, voice: Voice) -> Iterator[Block]:
    yield section(voice.marked(f"receipt.{prompt.outcome}", partners=prompt.partners))
    grades = [_usefulness(prompt, voice)] if prompt.outcome is Outcome.MET else []
    more = [] if prompt.kept else [_add_line(prompt, voice)]
    yield actions(*grades, *more, *receipt_buttons(prompt.prompt, voice), help_button_in(prompt.pairing, voice))
    yield context(*_who_sees(prompt, voice))


def _who_sees(prompt: Prompt, voice: Voice) -> Iterator[str]:
    coordinator = voice.coordinator(prompt.coordinator)
    yield voice.marked_of("receipt.click", len(prompt.partners), partners=prompt.partners, coordinator=coordinator)
    if prompt.outcome is Outcome.MET:
        yield voice.marked("receipt.usefulness", coordinator=coordinator)
    for kept in prompt.kept:
        yield _kept(kept, coordinator, voice)
    if not prompt.closed and any(kept.audience is Audience.PARTNER for kept in prompt.kept):
        yield voice.marked("receipt.shown_at_close")
    if prompt.closed:
        yield voice.marked("receipt.closed")


def _kept(kept: Kept, coordinator: str, voice: Voice) -> str:
    about = voice.plain("about.typed_nth", n=kept.nth) if kept.nth else voice.plain(f"about.{kept.about}")
    seen = voice.marked(f"kept.{kept.audience}", about=about, readers=kept.readers or [""], coordinator=coordinator)
    if not kept.may_have_read:
        return seen
    return seen + " " + voice.marked("typed.may_have_read", partners=kept.may_have_read)


def _usefulness(prompt: Prompt, voice: Voice) -> Block:
    grades = [option(voice.plain(f"usefulness.{n}"), f"{n}:{prompt.prompt}") for n in GRADES]
    chosen = f"{prompt.usefulness}:{prompt.prompt}"
    return select(ids.USEFULNESS, grades, chosen=chosen, placeholder=voice.plain("usefulness.ask"))


def _add_line(prompt: Prompt, voice: Voice) -> Block:
    return button(ids.ADD_LINE, voice.plain("checkin.add_line"), prompt.prompt)


def receipt_buttons(prompt: PromptId, voice: Voice) -> list[Block]:
    """What can be done about an answer: beside it they would read as the next question."""
    return [
        button(ids.EDIT, voice.plain("receipt.edit"), prompt),
        button(ids.AUDIENCES, voice.plain("receipt.audiences"), prompt),
    ]


def _answers(prompt: Prompt, voice: Voice) -> list[Block]:
    return [
        button(action_id, voice.plain(f"answer.{outcome}"), prompt.prompt) for outcome, action_id in ANSWERS.items()
    ]


def _menu(prompt: Prompt, voice: Voice) -> Block:
    choices = (ids.LATER, ids.SKIP, ids.PAUSE, ids.HELP)
    return overflow(
        ids.PROMPT_MENU, [option(voice.plain(f"menu.{each}"), f"{each}:{prompt.prompt}") for each in choices]
    )


def _state(prompt: Prompt) -> str:
    """A short word that is other whenever the row is."""
    kept = "".join(f"{each.about[0]}{each.audience[0]}{len(each.may_have_read) or ''}" for each in prompt.kept)
    parts = (
        phase(prompt),
        prompt.outcome,
        prompt.usefulness,
        kept,
        prompt.asks_again_on,
        prompt.partner_paused_until,
        "closed" if prompt.closed else "",
    )
    return "-".join(str(part) for part in parts if part)
