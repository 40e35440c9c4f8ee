"""What a coordinator is told, what pairing did, and the end as a partner hears it."""

from typing import Final

from bot.domain.case_sayings import LongPause, Welcome, Withdrawn
from bot.domain.sayings import Ended
from bot.domain.showings import Duties, Paired
from handlers.views import gatherings, queue, report
from handlers.views.blocks import Block, Rendered, context, named, section
from handlers.views.hours import change_hours, working_line
from handlers.views.voice import Voice

COMMANDS: Final = ("cases", "report", "pair")
PROGRAMMES_MOST: Final = 10
"""Programmes with their numbers in one answer."""


def withdrawn(told: Withdrawn, voice: Voice) -> list[Block]:
    knew = voice.marked("withdrawn.knew", partners=told.partners)
    if not told.introduced:
        knew = voice.marked_of("withdrawn.never_knew", len(told.partners), partners=told.partners)
    lines = (
        voice.marked("withdrawn.lead", who=told.who, programme=told.programme, partners=told.partners),
        knew,
        voice.marked("withdrawn.next"),
    )
    return named(told.notice, "told", [section(*lines), context(voice.marked("why.coordinator"))])


def long_pause(told: LongPause, voice: Voice) -> list[Block]:
    key, state = ("long_pause.back", "back") if told.back else ("long_pause.lead", "told")
    lead = voice.marked_of(key, told.days, who=told.who, partners=told.partners)
    block = section(lead, voice.marked("long_pause.next"))
    return named(told.notice, state, [block, context(voice.marked("why.coordinator"))])


def headline(told: Withdrawn | LongPause, voice: Voice) -> str:
    """Nobody's name: a notification can be read over a shoulder."""
    if isinstance(told, LongPause):
        return voice.marked("coordinator.headline")
    return voice.marked("coordinator.headline_in", programme=told.programme)


def welcome(told: Welcome, voice: Voice) -> list[Block]:
    lead = "welcome.first" if told.first else "welcome.backup"
    commands = (voice.marked(f"welcome.{name}") for name in COMMANDS)
    lines = [
        section(voice.marked(lead, programme=told.programme, other=voice.coordinator(told.other))),
        section(voice.marked("welcome.commands"), *commands),
        context(voice.marked("why.coordinator")),
    ]
    return named(told.notice, "told", lines)


def welcome_headline(told: Welcome, voice: Voice) -> str:
    return voice.marked("welcome.headline", programme=told.programme)


def answer(asked: Paired | Duties, voice: Voice) -> Rendered:
    return _duties(asked, voice) if isinstance(asked, Duties) else _paired(asked, voice)


def ended(told: Ended, voice: Voice) -> list[Block]:
    lines = (
        voice.marked("ended.lead", partners=told.partners),
        voice.marked("ended.blame"),
        voice.marked("ended.next", coordinator=voice.coordinator(told.coordinator)),
    )
    return named(told.notice, "told", [section(*lines)])


def ended_headline(voice: Voice) -> str:
    return voice.marked("ended.headline")


def _paired(done: Paired, voice: Voice) -> Rendered:
    lines = []
    if done.made:
        lines.append(voice.marked("paired.made", programme=done.programme, mentor=done.mentor, mentees=done.made))
        lines.append(voice.marked("paired.next"))
    if done.there_already:
        lines.append(
            voice.marked_of("paired.already", len(done.there_already), mentor=done.mentor, mentees=done.there_already)
        )
    return Rendered(text=voice.marked("paired.headline", programme=done.programme), blocks=[section(*lines)])


def _duties(asked: Duties, voice: Voice) -> Rendered:
    """What waits, how the programmes stand, and what can be done next."""
    commands = (voice.marked(f"welcome.{name}") for name in COMMANDS)
    blocks = [
        section(queue.title(asked.cases, voice)),
        *gatherings.run(asked.run, asked.more, voice),
        *(report.pairings(each, voice) for each in asked.reports[:PROGRAMMES_MOST]),
        *gatherings.mine(asked.gatherings, voice),
        section(voice.marked("welcome.commands"), *commands),
        section(working_line(asked.hours, voice), accessory=change_hours(voice)),
        context(voice.marked("help.all")),
    ]
    return Rendered(text=voice.marked("duties.headline"), blocks=blocks)
