"""What the app is told when a person uses something: clicks, forms and commands.

Shapes: https://docs.slack.dev/reference/interaction-payloads and
https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from typing import Final

from playground.delivery import Ack, Post
from playground.fields import values
from playground.finding import Use
from playground.forms import as_message, as_view
from playground.model import Conversation, Message, View
from playground.response_urls import ResponseUrls
from playground.shapes import Json
from playground.triggers import Triggers
from playground.workspace import Workspace

_VERIFICATION: Final = "stand-in"
"""The old verification token, which nobody checks any more."""


class Interactions:
    """Builds the payloads and asks the app; each raises OperationTimeout when the app keeps silent."""

    def __init__(self, *, workspace: Workspace, post: Post, triggers: Triggers, response_urls: ResponseUrls) -> None:
        self._workspace = workspace
        self._post = post
        self._triggers = triggers
        self._response_urls = response_urls

    async def used(self, person: str, use: Use) -> None:
        """A button pressed, an option chosen, an input that tells the app at once."""
        where = self._message(person, use.surface) if isinstance(use.surface, Message) else self._view(use.surface)
        actions = [_action(use, at=self._workspace.moment())]
        await self._post.ask("interactive", {**self._said_by(person, "block_actions"), **where, "actions": actions})

    async def suggested(self, person: str, use: Use, typed: str) -> Ack:
        """Someone typed into a menu whose options the app names.

        https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
        """
        where = self._message(person, use.surface) if isinstance(use.surface, Message) else self._view(use.surface)
        told = {**self._said_by(person, "block_suggestion"), **where}
        told = {name: value for name, value in told.items() if name not in ("trigger_id", "response_url", "state")}
        block_id, action_id = use.placed.spot
        return await self._post.ask(
            "interactive", {**told, "block_id": block_id, "action_id": action_id, "value": typed}
        )

    async def submitted(self, view: View) -> Ack:
        told = self._said_by(view.person, "view_submission")
        return await self._post.ask(
            "interactive", {**told, "view": as_view(self._workspace, view), "response_urls": []}
        )

    async def closed(self, view: View, *, cleared: bool) -> None:
        told = self._said_by(view.person, "view_closed")
        del told["trigger_id"]
        await self._post.ask("interactive", {**told, "view": as_view(self._workspace, view), "is_cleared": cleared})

    async def command(self, person: str, conversation: Conversation, command: str, text: str) -> Ack:
        workspace = self._workspace
        told = {
            "token": _VERIFICATION,
            "team_id": workspace.team_id,
            "team_domain": workspace.domain,
            "channel_id": conversation.id,
            "channel_name": workspace.name_for_payload(conversation),
            "user_id": person,
            "user_name": workspace.members[person].handle,
            "command": command,
            "text": text,
            "api_app_id": workspace.app_id,
            "is_enterprise_install": "false",
            "response_url": self._response_urls.give("commands", person, conversation),
            "trigger_id": self._triggers.give(person),
        }
        return await self._post.ask("slash_commands", told)

    def _said_by(self, person: str, kind: str) -> Json:
        workspace = self._workspace
        member = workspace.members[person]
        return {
            "type": kind,
            "user": {"id": person, "username": member.handle, "name": member.handle, "team_id": member.team_id},
            "api_app_id": workspace.app_id,
            "token": _VERIFICATION,
            "trigger_id": self._triggers.give(person),
            "team": workspace.team(),
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _message(self, person: str, message: Message) -> Json:
        """An ephemeral message is not in the payload, only its place is."""
        workspace = self._workspace
        conversation = workspace.conversations[message.channel]
        ephemeral = message.ephemeral_to is not None
        container = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": ephemeral,
        }
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        return {
            "container": container,
            "channel": {"id": conversation.id, "name": workspace.name_for_payload(conversation)},
            **({} if ephemeral else {"message": as_message(workspace, message)}),
            "state": {"values": values(message.blocks, message.filled.get(person, {}))},
            "response_url": self._response_urls.give("actions", person, conversation, message),
        }

    def _view(self, view: View) -> Json:
        return {"container": {"type": "view", "view_id": view.id}, "view": as_view(self._workspace, view)}


def _action(use: Use, *, at: str) -> Json:
    element = use.placed.element
    shown: Json = {key: element[key] for key in ("text", "value", "style", "placeholder", "url") if key in element}
    return {
        "type": element["type"],
        "block_id": use.placed.block["block_id"],
        "action_id": element["action_id"],
        **shown,
        **use.held,
        "action_ts": at,
    }
