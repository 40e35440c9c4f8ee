"""A round: the message whose thread it is, its digest, the form, and what is shown of it."""

from collections.abc import Iterator

from bot.domain.group_sayings import (
    PromiseLine,
    RoundDigest,
    RoundGuide,
    RoundNudge,
    RoundOpened,
    RoundPrivate,
    RoundSaying,
)
from bot.domain.groups import Facilitation, Room
from bot.domain.rounds import RoundState
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    actions,
    button,
    context,
    named,
    quoted,
    section,
    sections,
)
from handlers.views.escape import cut
from handlers.views.voice import Voice

QUOTES_MOST = 20
QUOTE_MOST = 600
"""Characters of what one person said: a digest is read at a glance, and the whole stands above it in the thread."""


def blocks(saying: RoundSaying, voice: Voice) -> list[Block]:
    match saying:
        case RoundOpened():
            return named(saying.notice, _state(saying), list(_opened(saying, Voice(voice.texts, saying.zone))))
        case RoundDigest():
            return named(saying.notice, "digest", list(_digest(saying, Voice(voice.texts, saying.zone))))
        case RoundPrivate():
            return named(saying.notice, str(saying.waiting), list(_private(saying, voice)))
        case RoundGuide():
            return named(saying.notice, f"{saying.state}.{bool(saying.leads)}", list(_guide(saying, voice)))
        case RoundNudge():
            return named(saying.notice, str(saying.settled), list(_nudge(saying, voice)))


def headline(saying: RoundSaying, voice: Voice) -> str:
    match saying:
        case RoundOpened():
            key = "round.over.headline" if _is_over(saying) else "round.headline"
            return voice.marked(key, name=saying.name)
        case RoundDigest():
            return voice.marked("round.digest.headline", name=saying.name)
        case RoundPrivate():
            return voice.marked("round.private.headline", name=saying.name)
        case RoundGuide():
            return voice.marked("round.guide.headline", name=saying.name)
        case RoundNudge():
            return voice.marked("round.nudge.headline", name=saying.name)


def _state(saying: RoundOpened) -> str:
    return f"{saying.state}.{bool(saying.leads)}"


def _is_over(saying: RoundOpened) -> bool:
    return saying.state is RoundState.CLOSED or saying.over


def _opened(saying: RoundOpened, voice: Voice) -> Iterator[Block]:
    if _is_over(saying):
        yield section(voice.marked("round.over", name=saying.name), *_led(saying, voice), *_heard(saying, voice))
        yield quoted(voice.plain("group.asks"), "\n".join(saying.questions))
        return
    yield section(voice.marked("round.opens", name=saying.name), *_leading(saying, voice))
    yield quoted(voice.plain("group.asks"), "\n".join(saying.questions))
    how = "round.how.direct" if saying.room is Room.DIRECT else "round.how"
    yield section(voice.marked(how), *_closes(saying, voice), *_heard(saying, voice))
    yield actions(*_buttons(saying, voice))
    yield context(voice.marked(f"round.keeps.{saying.room}"))


def _leading(saying: RoundOpened, voice: Voice) -> Iterator[str]:
    yield voice.marked("round.led_by", name=saying.leads) if saying.leads else voice.marked("round.led_by_nobody")


def _led(saying: RoundOpened, voice: Voice) -> Iterator[str]:
    if saying.leads:
        yield voice.marked("round.over.led_by", name=saying.leads)


def _closes(saying: RoundOpened, voice: Voice) -> Iterator[str]:
    if saying.closes_at is not None:
        yield voice.marked("round.closes", moment=saying.closes_at)


def _heard(saying: RoundOpened, voice: Voice) -> Iterator[str]:
    if saying.heard:
        yield voice.marked_of("round.heard", saying.heard, asked=saying.asked)


def _buttons(saying: RoundOpened, voice: Voice) -> Iterator[Block]:
    if not saying.leads:
        yield button(ids.ROUND_LEAD, voice.plain("round.lead"), saying.round, style="primary")
        yield button(ids.ROUND_ANSWER, voice.plain("round.answer"), saying.round)
    else:
        yield button(ids.ROUND_ANSWER, voice.plain("round.answer_or_write", name=saying.leads), saying.round)


def _digest(saying: RoundDigest, voice: Voice) -> Iterator[Block]:
    yield section(
        voice.marked("round.digest", name=saying.name),
        voice.marked_of("round.heard", saying.heard, asked=saying.asked),
    )
    for name, words in saying.quotes[:QUOTES_MOST]:
        yield quoted(voice.plain("round.private.by", author=name), cut(words, QUOTE_MOST))
    if len(saying.quotes) > QUOTES_MOST:
        yield section(voice.marked_of("round.digest.more", len(saying.quotes) - QUOTES_MOST))
    if saying.unnamed:
        key = "round.digest.others" if saying.quotes else "round.digest.unnamed"
        yield section(voice.marked_of(key, saying.unnamed))
    yield from _promises(saying, voice)
    if following := list(_following(saying, voice)):
        yield section(*following)
    if saying.round is not None and not saying.leads and saying.facilitation is not Facilitation.FIXED:
        yield actions(button(ids.ROUND_LEAD, voice.plain("round.lead_next"), saying.round))
    yield context(voice.marked("round.digest.by_leave"))


def _promises(saying: RoundDigest, voice: Voice) -> Iterator[Block]:
    named = [each for each in saying.promises if each.name]
    if saying.promises:
        lines = [voice.marked_of("round.promises", len(saying.promises))]
        lines += [_promise(each, voice) for each in named[:QUOTES_MOST]]
        yield from sections(lines)
    if saying.last:
        yield section(voice.marked("round.last_promises", outcomes=_outcomes(saying, voice)))


def _promise(line: PromiseLine, voice: Voice) -> str:
    return voice.marked("round.promise", name=line.name, words=line.words)


def _outcomes(saying: RoundDigest, voice: Voice) -> list[str]:
    return [voice.plain_of(f"round.promise.{state}", n) for state, n in saying.last]


def _following(saying: RoundDigest, voice: Voice) -> Iterator[str]:
    if saying.next_at is None:
        return
    yield voice.marked("group.next", moment=saying.next_at)
    if saying.leads:
        yield voice.marked("round.next_led_by", name=saying.leads)
    else:
        yield voice.marked("round.next_led_by_nobody")


def _guide(saying: RoundGuide, voice: Voice) -> Iterator[Block]:
    if saying.leads:
        yield section(voice.marked("round.handed_over", leads=saying.leads, name=saying.name))
        return
    if saying.state is RoundState.SKIPPED:
        yield section(voice.marked("round.skipped", name=saying.name, moment=saying.opens_at))
        return
    if saying.over or saying.state is RoundState.CLOSED:
        yield section(voice.marked("round.guide.over", name=saying.name, moment=saying.opens_at))
        return
    now_or_then = "round.guide.open" if saying.state is RoundState.OPEN else "round.guide"
    yield section(voice.marked(now_or_then, name=saying.name, moment=saying.opens_at))
    yield quoted(voice.plain("round.guide.asks"), "\n".join(saying.questions))
    yield section(voice.marked("round.guide.agenda"), *_numbers(saying, voice))
    if saying.open_ends or saying.others:
        lines = [_promise(each, voice) for each in saying.open_ends[:QUOTES_MOST]]
        more = [voice.marked_of("round.guide.others", saying.others)] if saying.others else []
        yield section(voice.marked("round.guide.open_ends"), *lines, *more)
    yield actions(button(ids.ROUND_HAND_OVER, voice.plain("round.hand_over"), saying.round))
    yield context(voice.marked("round.guide.why", coordinator=voice.coordinator(saying.coordinator)))


def _numbers(saying: RoundGuide, voice: Voice) -> Iterator[str]:
    yield voice.marked_of("round.guide.joined", saying.joined)
    if saying.asked:
        yield voice.marked_of("round.guide.last", saying.heard, asked=saying.asked)


def _nudge(saying: RoundNudge, voice: Voice) -> Iterator[Block]:
    if saying.settled:
        yield section(voice.marked("round.nudge.settled", name=saying.name))
        return
    where = "round.nudge.direct" if saying.room is Room.DIRECT else "round.nudge"
    yield section(voice.marked(where, name=saying.name, channel=saying.channel, moment=saying.closes_at))
    yield actions(
        button(ids.ROUND_HERE, voice.plain("round.here_button"), saying.round),
        button(ids.ROUND_ANSWER, voice.plain("round.answer"), saying.round),
        button(ids.GROUP_LEAVE, voice.plain("round.leave"), saying.group),
    )
    yield context(voice.marked("round.nudge.why"))


def _private(saying: RoundPrivate, voice: Voice) -> Iterator[Block]:
    if not saying.waiting:
        yield section(voice.marked("round.private.gone", name=saying.name))
        return
    yield section(voice.marked("round.private", name=saying.name))
    yield actions(button(ids.ROUND_READ, voice.plain("round.private.read"), saying.round))
    yield context(voice.marked("round.private.why"))
