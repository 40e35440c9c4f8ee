"""What the bot can do, and what it makes of a word it does not know."""

from bot.domain.showings import Help, UnknownCommand
from handlers.views.blocks import Rendered, context, section
from handlers.views.voice import Voice

COMMANDS = ("overview", "checkin", "pause", "resume", "group", "rotation", "concern")
COORDINATOR_COMMANDS = ("cases", "pair", "group_start", "group_form", "rotation_start", "report")


def answer(asked: Help, voice: Voice) -> Rendered:
    blocks = [section(voice.marked("help.lead"), *(voice.marked(f"help.{name}") for name in COMMANDS))]
    if asked.coordinator:
        commands = (voice.marked(f"help.{name}") for name in COORDINATOR_COMMANDS)
        blocks.append(section(voice.marked("help.coordinators"), *commands))
    blocks.append(section(voice.marked("help.words")))
    blocks.append(context(voice.marked("greeting.never"), voice.marked("exported")))
    return Rendered(text=voice.marked("help.headline"), blocks=blocks)


def unknown(asked: UnknownCommand, voice: Voice) -> Rendered:
    lines = [voice.marked("help.unknown", word=asked.word)]
    if asked.nearest is not None:
        lines.append(voice.marked("help.nearest", nearest=asked.nearest))
    lines.append(voice.marked("help.all"))
    return Rendered(text=lines[0], blocks=[section(*lines)])
