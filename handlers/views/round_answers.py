"""What a click, a word or a form about a round is answered with: forms, receipts, what was read, past rounds."""

from collections.abc import Iterator

from bot.domain.group_showings import (
    HandedOver,
    HereNow,
    LeadingRound,
    PastRoundRow,
    PrivateRead,
    PromiseMade,
    RoundAnswered,
    RoundForm,
    RoundHistory,
    RoundSkipped,
)
from bot.domain.promises import LONGEST
from bot.domain.rounds import Heard, PromiseState, RoundState
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Rendered,
    asking,
    context,
    option,
    quoted,
    radios,
    section,
    text_input,
)
from handlers.views.modal_frame import closing, form
from handlers.views.round import QUOTES_MOST
from handlers.views.voice import Voice

SETTLED = (PromiseState.KEPT, PromiseState.GOING, PromiseState.LET_GO)


def modal(asked: RoundForm, voice: Voice) -> Block:
    return form(
        voice,
        callback_id=ids.ROUND_FORM,
        title="round.form.title",
        submit="form.save",
        metadata=str(asked.round),
        blocks=list(_form(asked, voice)),
    )


def answered(done: RoundAnswered, voice: Voice) -> Block:
    return closing(voice, title="round.form.title", blocks=[section(*_answered(done, voice))])


def read(opened: PrivateRead, voice: Voice) -> Block:
    said = [quoted(voice.plain("round.private.by", author=author), words) for author, words in opened.said]
    lead = section(voice.marked("round.private.lead", name=opened.name))
    return closing(
        voice,
        title="round.private.title",
        blocks=[lead, *said[:QUOTES_MOST], context(voice.marked("round.private.only_you"))],
    )


def answer(showing: RoundSkipped | RoundHistory | LeadingRound | HandedOver | HereNow, voice: Voice) -> Rendered:
    match showing:
        case HandedOver():
            said = voice.marked("round.handed_over", leads=showing.leads, name=showing.name)
            return Rendered(text=said, blocks=[section(said)])
        case HereNow():
            said = voice.marked("round.here", name=showing.name)
            return Rendered(text=said, blocks=[section(said)])
        case RoundSkipped():
            return skipped(showing, voice)
        case RoundHistory():
            return history(showing, voice)
        case LeadingRound():
            said = Voice(voice.texts, showing.zone).marked("round.leading", name=showing.name, moment=showing.opens_at)
            return Rendered(text=said, blocks=[section(said)])


def skipped(done: RoundSkipped, voice: Voice) -> Rendered:
    in_zone = Voice(voice.texts, done.face.zone)
    lead = in_zone.marked("round.skipped", name=done.face.name, moment=done.skipped_at)
    following = [in_zone.marked("group.next", moment=done.face.next_at)] if done.face.next_at else []
    return Rendered(text=lead, blocks=[section(lead, *following)])


def history(shown: RoundHistory, voice: Voice) -> Rendered:
    lead = voice.marked("round.history", name=shown.face.name)
    rows = [_row(each, voice) for each in shown.rounds]
    more = [context(voice.marked_of("round.history.earlier", shown.earlier))] if shown.earlier else []
    return Rendered(
        text=lead, blocks=[section(lead), section(*rows), *more, context(voice.marked("round.history.numbers"))]
    )


def _form(asked: RoundForm, voice: Voice) -> Iterator[Block]:
    yield section(voice.marked("round.form.lead", name=asked.name))
    yield asking(ids.ROUND_WORDS, voice.plain("round.form.words"), text_input(""), optional=True)
    if asked.leads:
        readers = [
            option(voice.plain("round.form.heard.facilitator", name=asked.leads), Heard.FACILITATOR),
            option(voice.plain("round.form.heard.group"), Heard.GROUP),
        ]
        chosen = Heard.GROUP if asked.direct else Heard.FACILITATOR
        yield asking(ids.HEARD, voice.plain("round.form.heard"), radios(ids.HEARD, readers, chosen))
    promise: Block = {"type": "plain_text_input", "action_id": ids.TEXT, "max_length": LONGEST}
    yield asking(
        ids.PROMISE,
        voice.plain("round.form.promise"),
        promise,
        hint=voice.plain("round.form.promise.hint"),
        optional=True,
    )
    for made in asked.promises[:QUOTES_MOST]:
        yield from _settling(made, voice)
    yield context(voice.marked("exported.form"))


def _settling(made: PromiseMade, voice: Voice) -> Iterator[Block]:
    yield quoted(voice.plain("round.form.promised"), made.words)
    states = [option(voice.plain(f"round.form.settled.{state}"), state) for state in SETTLED]
    yield asking(
        ids.settled_block(made.promise),
        voice.plain("round.form.settled"),
        radios(ids.SETTLED, states, made.state if made.state in SETTLED else None),
        optional=True,
    )


def _answered(done: RoundAnswered, voice: Voice) -> Iterator[str]:
    if done.private:
        yield voice.marked("round.answered.private", name=done.leads)
    if done.to_group:
        yield voice.marked("round.answered.named" if done.named else "round.answered.unnamed")
    if done.promised:
        yield voice.marked("round.answered.promised")
    if done.settled:
        yield voice.marked("round.answered.settled")


def _row(row: PastRoundRow, voice: Voice) -> str:
    if row.state is RoundState.SKIPPED:
        return voice.marked(f"round.row.skipped.{row.why.replace(' ', '_')}", day=row.day)
    led = voice.plain("round.row.led", name=row.leads) if row.leads else voice.plain("round.row.led_by_nobody")
    promises = voice.plain_of("round.row.promises", row.promises, kept=row.kept) if row.promises else ""
    line = voice.marked_of("round.row", row.heard, day=row.day, asked=row.asked, led=led)
    return f"{line} {promises}".rstrip()
