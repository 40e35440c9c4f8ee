"""Response urls: a way to answer where a person acted, without a token.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from playground.messages import Messages
from playground.model import Conversation, Message
from playground.refusals import Refused
from playground.shapes import Json
from playground.workspace import Workspace

MOST_USES: Final = 5
LIFE: Final = timedelta(minutes=30)
"""Both: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"""


@dataclass
class _Reply:
    person: str
    conversation: Conversation
    source: Message | None
    given: datetime
    uses: int = 0


class ResponseUrls:
    """Each good for five answers within half an hour."""

    def __init__(self, *, workspace: Workspace, messages: Messages, base: Callable[[], str]) -> None:
        self._workspace = workspace
        self._messages = messages
        self._base = base
        self._given: dict[str, _Reply] = {}

    def give(self, kind: str, person: str, conversation: Conversation, source: Message | None = None) -> str:
        """`kind` is commands or actions; `source` is the message that was used, if any."""
        workspace = self._workspace
        path = f"/{kind}/{workspace.team_id}/{workspace.ids.number()}/{workspace.ids.secret()}"
        self._given[path] = _Reply(person, conversation, source, workspace.clock.now())
        return f"{self._base()}{path}"

    def use(self, path: str, said: Json) -> None:
        """Raises Refused: used_url, expired_url, or what is wrong with the message."""
        reply = self._given.get(path)
        if reply is None or self._workspace.clock.now() - reply.given > LIFE:
            raise Refused("expired_url")
        if reply.uses >= MOST_USES:
            raise Refused("used_url")
        reply.uses += 1
        self.answer(said, person=reply.person, conversation=reply.conversation, source=reply.source)

    def answer(
        self, said: Json, *, person: str, conversation: Conversation, source: Message | None = None
    ) -> Message | None:
        """Show an answer: to the person alone unless it says in_channel, or in place of the message that was used."""
        if source and source.ts not in conversation.messages:
            raise Refused("message_not_found")
        if source and said.get("delete_original"):
            self._messages.remove(source)
            return None
        if source and said.get("replace_original"):
            return self._messages.change(source, said)
        ephemeral_to = None if said.get("response_type") == "in_channel" else person
        return self._messages.post(conversation, said, ephemeral_to=ephemeral_to)
