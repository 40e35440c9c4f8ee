"""chat.*: what the app says."""

from playground.arguments import Arguments
from playground.forms import as_message
from playground.model import Conversation, Kind, Message
from playground.refusals import Refused
from playground.shapes import Json
from playground.world import World


def post_message(world: World, args: Arguments) -> Json:
    """A user id as channel opens the DM: https://docs.slack.dev/reference/methods/chat.postMessage#channels"""
    conversation = _where(world, args.text("channel"))
    may_post(world, conversation)
    if world.limits:
        world.limits.post(conversation.id)
    message = world.messages.post(conversation, _said(args))
    written = as_message(world.workspace, message)
    if message.metadata:
        written["metadata"] = message.metadata
    return {"channel": conversation.id, "ts": message.ts, "message": written}


def post_ephemeral(world: World, args: Arguments) -> Json:
    conversation = _where(world, args.text("channel"))
    may_post(world, conversation)
    if args.text("user") not in conversation.members:
        raise Refused("user_not_in_channel")
    message = world.messages.post(conversation, _said(args), ephemeral_to=args.text("user"))
    return {"message_ts": message.ts}


def update(world: World, args: Arguments) -> Json:
    message = _own(world, args, "cant_update_message")
    world.messages.change(message, _said(args))
    written = as_message(world.workspace, message)
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": written}


def delete(world: World, args: Arguments) -> Json:
    message = _own(world, args, "cant_delete_message")
    world.messages.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def may_post(world: World, conversation: Conversation) -> None:
    if conversation.kind is Kind.IM and not world.manifest.messages_tab:
        raise Refused("messages_tab_disabled")
    if conversation.archived:
        raise Refused("is_archived")
    if not world.is_in(conversation):
        raise Refused("not_in_channel")


def _where(world: World, channel: str) -> Conversation:
    """What a DM of a deactivated person answers is not documented; channel_not_found is what bots have met."""
    member = world.workspace.members.get(channel)
    if member is not None:
        if member.deleted:
            raise Refused("channel_not_found")
        return world.workspace.direct(member.id)
    conversation = world.visible(channel)
    if conversation.kind is Kind.IM and any(world.workspace.members[each].deleted for each in conversation.members):
        raise Refused("channel_not_found")
    return conversation


def _own(world: World, args: Arguments, error: str) -> Message:
    """Ephemeral messages cannot be found this way: https://docs.slack.dev/messaging/modifying-messages"""
    conversation = world.visible(args.text("channel"))
    message = conversation.messages.get(args.text("ts"))
    if message is None or message.ephemeral_to:
        raise Refused("message_not_found")
    if not message.by_bot:
        raise Refused(error)
    return message


def _said(args: Arguments) -> Json:
    said: Json = {name: args.given[name] for name in ("text", "thread_ts") if args.has(name)}
    if args.has("blocks"):
        said["blocks"] = args.json("blocks", "must be valid json")
    if args.has("metadata"):
        said["metadata"] = _metadata(args)
    return said


def _metadata(args: Arguments) -> Json | None:
    value = args.json("metadata", "must be valid json")
    return value if isinstance(value, dict) or value is None else {"event_type": None}
