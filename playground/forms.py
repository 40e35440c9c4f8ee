"""How Slack writes the things of a workspace down, in answers and in payloads."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from playground.fields import values
from playground.model import Conversation, File, Kind, Member, MemberKind, Message, View
from playground.shapes import Json
from playground.workspace import SLACKBOT, Workspace

_VIEW_DEFAULTS: Final[Json] = {
    "private_metadata": "",
    "callback_id": "",
    "title": None,
    "clear_on_close": False,
    "notify_on_close": False,
    "close": None,
    "submit": None,
    "external_id": "",
}


def as_message(workspace: Workspace, message: Message) -> Json:
    """A message without its metadata, which only some readers get."""
    written: Json = {
        "type": "message",
        "user": message.author,
        "text": message.text,
        "ts": message.ts,
        "team": workspace.team_id,
        "blocks": message.blocks,
    }
    if message.by_bot:
        written |= {"bot_id": workspace.bot_id, "app_id": workspace.app_id, "bot_profile": _bot_profile(workspace)}
    if message.files:
        written |= {"files": [as_file(workspace.files[each]) for each in message.files], "upload": False}
    if message.thread_ts:
        written |= {"thread_ts": message.thread_ts, **_thread(workspace, message)}
    if message.edited:
        written["edited"] = {"user": message.author, "ts": message.edited}
    if message.reactions:
        written["reactions"] = [
            {"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()
        ]
    if not message.blocks:
        del written["blocks"]
    return written


def as_user(member: Member, *, now: datetime, with_email: bool, with_locale: bool) -> Json:
    """A member as users.info shows them; of a deactivated one little is left."""
    written: Json = {
        "id": member.id,
        "team_id": member.team_id,
        "name": member.handle,
        "deleted": member.deleted,
        "profile": _profile(member, with_email=with_email),
        "is_bot": member.kind is MemberKind.BOT,
        "is_app_user": False,
        "updated": member.updated,
    }
    if member.deleted:
        return written
    locale = {"locale": member.locale} if with_locale and member.id != SLACKBOT else {}
    return written | {"real_name": member.name} | _zone(member, now) | _standing(member) | locale


def as_conversation(workspace: Workspace, conversation: Conversation) -> Json:
    kind = conversation.kind
    written: Json = {
        "id": conversation.id,
        "created": conversation.created,
        "is_archived": conversation.archived,
        "is_im": kind is Kind.IM,
        "is_mpim": kind is Kind.MPIM,
        "is_group": kind is Kind.PRIVATE,
        "is_channel": kind is Kind.PUBLIC,
        "is_private": kind is not Kind.PUBLIC,
        "is_ext_shared": False,
        "context_team_id": workspace.team_id,
    }
    if kind is Kind.IM:
        person = next(each for each in conversation.members if each != workspace.bot.id)
        return written | {"user": person, "is_user_deleted": workspace.members[person].deleted}
    return written | {
        "name": conversation.name,
        "name_normalized": conversation.name,
        "is_member": workspace.bot.id in conversation.members,
        "num_members": len(conversation.members),
    }


def as_file(file: File) -> Json:
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2],
        "pretty_type": file.name.rpartition(".")[2].upper(),
        "size": file.size,
        "user": file.owner,
        "username": "",
        "mode": "hosted",
        "editable": False,
        "is_external": False,
        "external_type": "",
        "is_public": False,
        "public_url_shared": False,
        "display_as_bot": False,
        "url_private": file.url,
        "url_private_download": file.url,
    }


def as_view(workspace: Workspace, view: View) -> Json:
    return {
        **_VIEW_DEFAULTS,
        **view.given,
        "id": view.id,
        "team_id": workspace.team_id,
        "state": {"values": values(view.given["blocks"], view.filled)},
        "hash": view.hash,
        "previous_view_id": view.previous,
        "root_view_id": view.root,
        "app_id": workspace.app_id,
        "app_installed_team_id": workspace.team_id,
        "bot_id": workspace.bot_id,
    }


def _profile(member: Member, *, with_email: bool) -> Json:
    profile = {
        "real_name": member.name,
        "real_name_normalized": member.name,
        "display_name": member.name,
        "display_name_normalized": member.name,
        "title": member.title,
        "team": member.team_id,
    }
    return profile | ({"email": member.email} if with_email and member.email else {})


def _zone(member: Member, now: datetime) -> Json:
    """The offset is today's; the zone is what to keep."""
    local = now.astimezone(ZoneInfo(member.tz))
    offset = local.utcoffset()
    return {
        "tz": member.tz,
        "tz_label": local.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
    }


def _standing(member: Member) -> Json:
    return {
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": member.kind in (MemberKind.GUEST, MemberKind.SINGLE_CHANNEL_GUEST),
        "is_ultra_restricted": member.kind is MemberKind.SINGLE_CHANNEL_GUEST,
        "is_stranger": member.kind is MemberKind.STRANGER,
        "is_email_confirmed": member.email is not None,
    }


def _bot_profile(workspace: Workspace) -> Json:
    return {
        "id": workspace.bot_id,
        "app_id": workspace.app_id,
        "user_id": workspace.bot.id,
        "name": workspace.bot.name,
        "team_id": workspace.team_id,
        "deleted": False,
    }


def _thread(workspace: Workspace, message: Message) -> Json:
    conversation = workspace.conversations[message.channel]
    if message.thread_ts != message.ts:
        parent = conversation.messages.get(message.thread_ts or "")
        return {"parent_user_id": parent.author} if parent else {}
    authors = [conversation.messages[each].author for each in message.replies]
    latest = {"latest_reply": message.replies[-1]} if message.replies else {}
    return {
        "reply_count": len(authors),
        "reply_users": list(dict.fromkeys(authors)),
        "reply_users_count": len(set(authors)),
        **latest,
    }
