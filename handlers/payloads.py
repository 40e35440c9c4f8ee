"""Slack's dictionaries, read once, at the door: what comes out is frozen and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller
from bot.ports import Bot
from bot.services.reactions import Reacted
from bot.services.round_thread import Deed, Reply
from bot.services.typed import Said
from handlers.views import ids

Payload = Mapping[str, Any]


class Unreadable(Refused):
    """A payload of ours came back in a shape that we never gave, or give no more; names the part only."""

    def __init__(self, part: str) -> None:
        super().__init__(Refusal.STALE, field=part)
        self.part = part


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """`/rapport word rest`. Words are as typed, but for Slack's escapes of people and channels."""

    word: str
    rest: str
    trigger: str
    channel: str = ""
    in_dm: bool = False


def caller(bot: Bot, body: Payload) -> Caller:
    """Who did it, and in which workspace of ours. Raises UnknownWorkspace."""
    user = body.get("user") or {}
    event = body.get("event") or {}
    person = user.get("id") if isinstance(user, Mapping) else user
    person = person or body.get("user_id") or _event_person(event)
    enterprise = (body.get("enterprise") or {}).get("id") or body.get("enterprise_id")
    team = (body.get("team") or {}).get("id") or body.get("team_id")
    return Caller(workspace=bot.workspace_of(enterprise, team), person=str(person))


def _event_person(event: Payload) -> str:
    user = event.get("user", "")
    return str(user.get("id", "")) if isinstance(user, Mapping) else str(user)


def is_ours(body: Payload) -> bool:
    """False for people of another organisation, whom a shared channel brings here."""
    user = body.get("user") or {}
    home = user.get("team_id") if isinstance(user, Mapping) else None
    here = (body.get("team") or {}).get("id")
    return home is None or here is None or home == here


def command(body: Payload) -> Command:
    text = clean(unescape(body.get("text") or "")).strip()
    word, _, rest = text.partition(" ")
    return Command(
        word=word.lower(),
        rest=rest.strip(),
        trigger=str(body.get("trigger_id") or ""),
        channel=str(body.get("channel_id") or ""),
        in_dm=body.get("channel_name") == "directmessage",
    )


def said(body: Payload) -> Said | None:
    """A person's own new message in the bot's DM; none for edits, deletions, joins and what bots say."""
    event = body["event"]
    if event.get("bot_id") or event.get("subtype") not in (None, "file_share", "thread_broadcast"):
        return None
    if event.get("channel_type") != "im" or not event.get("user"):
        return None
    return Said(
        event=str(body["event_id"]),
        text=clean(unescape(event.get("text") or "")),
        conversation=str(event["channel"]),
        stamp=str(event["ts"]),
        thread=str(event.get("thread_ts") or ""),
    )


def edited(body: Payload) -> Said | None:
    """A person's edit of their own message; none when only Slack changed it, by unfolding a link for example."""
    event = body["event"]
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    if event.get("subtype") != "message_changed" or not now.get("edited") or now.get("bot_id"):
        return None
    if now.get("text") == before.get("text"):
        return None
    found = _own(body, now)
    return found and replace(found, edited=True)


def deleted(body: Payload) -> Said | None:
    """A person's own message that is gone."""
    event = body["event"]
    before = event.get("previous_message") or {}
    if event.get("subtype") != "message_deleted" or not before.get("user") or before.get("bot_id"):
        return None
    return _own(body, before)


def _own(body: Payload, message: Payload) -> Said | None:
    event = body["event"]
    if event.get("channel_type") != "im":
        return None
    return Said(
        event=str(body["event_id"]),
        text=clean(unescape(message.get("text") or "")),
        conversation=str(event["channel"]),
        stamp=str(message["ts"]),
        thread=str(message.get("thread_ts") or ""),
    )


def author_of_change(body: Payload) -> Payload:
    """An edit or a deletion names its author inside; this puts them where `caller` looks."""
    event = body["event"]
    inner = event.get("message") or event.get("previous_message") or {}
    user = inner.get("user") or (event.get("previous_message") or {}).get("user")
    return {**body, "event": {**event, "user": user}}


def is_in_channel(body: Payload) -> bool:
    """Whether a message was said where others than the bot read it."""
    return str(body["event"].get("channel_type")) != "im"


def reply(body: Payload) -> Reply | None:
    """A person's message in a thread of a channel, its edit, or its deletion; none for all else that is said there."""
    event = body["event"]
    if event.get("channel_type") not in ("channel", "group"):
        return None
    deed, message = Deed.SAID, event
    match event.get("subtype"):
        case None | "file_share" | "thread_broadcast":
            pass
        case "message_changed":
            deed, message = Deed.EDITED, event.get("message") or {}
            if not message.get("edited") or message.get("text") == (event.get("previous_message") or {}).get("text"):
                return None
        case "message_deleted":
            deed, message = Deed.DELETED, event.get("previous_message") or {}
        case _:
            return None
    if message.get("bot_id") or not message.get("user") or message.get("thread_ts") in (None, message.get("ts")):
        return None
    return Reply(
        event=str(body["event_id"]),
        deed=deed,
        text=clean(unescape(message.get("text") or "")),
        conversation=str(event["channel"]),
        thread=str(message["thread_ts"]),
        stamp=str(message["ts"]),
    )


def reacted(body: Payload) -> Reacted | None:
    """A reaction to a message; none to a file."""
    event = body["event"]
    item = event.get("item") or {}
    if item.get("type") != "message" or not event.get("user"):
        return None
    return Reacted(
        event=str(body["event_id"]),
        name=str(event.get("reaction") or ""),
        conversation=str(item["channel"]),
        stamp=str(item["ts"]),
    )


def clean(text: str) -> str:
    """Without NUL, which PostgreSQL cannot hold, and without lone surrogates, which nothing can."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def value(action: Payload) -> str:
    """What a button, an overflow's option or a select's option carries."""
    chosen = action.get("selected_option")
    return str(chosen["value"] if isinstance(chosen, Mapping) else action.get("value") or "")


def trigger(body: Payload) -> str:
    return str(body.get("trigger_id") or "")


def is_ephemeral(body: Payload) -> bool:
    """Whether something was pressed in a message that its reader alone can see, which nobody else can paint again."""
    return bool((body.get("container") or {}).get("is_ephemeral"))


def open_modal(body: Payload) -> str:
    """The id of the modal in which something was pressed; '' anywhere else."""
    view = body.get("view") or {}
    return str(view["id"]) if view.get("type") == "modal" else ""


def on_home(body: Payload) -> bool:
    """Whether something was pressed on Home."""
    view: Payload = body.get("view") or {}
    return str(view.get("type")) == "home"


def from_home(body: Payload) -> bool:
    """Whether something was pressed or sent on Home, or in a modal that was opened there."""
    view: Payload = body.get("view") or {}
    return on_home(body) or str(view.get("private_metadata") or "").endswith(ids.FROM_HOME)


def home_opened(body: Payload) -> bool:
    """Slack tells of the messages tab under the same name."""
    return str(body["event"].get("tab")) == "home"


def channel_of(body: Payload) -> tuple[str, str]:
    """The channel that an event tells of, and its id from now on where that is another."""
    event = body["event"]
    if event["type"] == "channel_id_changed":
        return str(event["old_channel_id"]), str(event["new_channel_id"])
    about = event.get("channel") or ""
    channel = str(about.get("id") or "") if isinstance(about, Mapping) else str(about)
    return channel, channel


def is_about_us(body: Payload) -> bool:
    """Whether an event that tells of somebody tells of the bot itself."""
    own = {each.get("user_id") for each in body.get("authorizations") or ()}
    return body["event"].get("user") in own


def is_conversion(body: Payload) -> bool:
    """Slack tells in a channel, as a message, that it has become private or public."""
    return str(body["event"].get("subtype") or "").startswith("channel_convert_to_")


def form(body: Payload) -> str:
    """Slack's name for this opening of a form, the same when it is sent again."""
    return str(body["view"]["id"])


def metadata(body: Payload) -> str:
    return str(body["view"].get("private_metadata") or "").removesuffix(ids.FROM_HOME)
