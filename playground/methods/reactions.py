"""reactions.add: the app's own reactions."""

import re
from typing import Final

from playground.arguments import Arguments
from playground.refusals import Refused
from playground.shapes import Json
from playground.world import World

_EMOJI: Final = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def add(world: World, args: Arguments) -> Json:
    name, bot = args.text("name"), world.workspace.bot.id
    conversation = world.visible(args.text("channel"))
    message = conversation.messages.get(args.text("timestamp"))
    if not _EMOJI.fullmatch(name):
        raise Refused("invalid_name")
    if message is None or message.ephemeral_to:
        raise Refused("message_not_found")
    users = message.reactions.setdefault(name, [])
    if bot in users:
        raise Refused("already_reacted")
    users.append(bot)
    world.workspace.touch(message)
    world.events.reacted(message, user=bot, name=name, event="reaction_added")
    return {}
