"""Names as people type them, and the ids that Slack makes of them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from playground.model import Conversation, Kind, Member
from playground.mrkdwn import escape
from playground.refusals import NotThere
from playground.workspace import Workspace


@dataclass(frozen=True)
class Named:
    """A way to type someone or some channel, and the mention that it becomes."""

    typed: str
    mention: str


def in_message(workspace: Workspace, typed: str) -> str:
    """Typed words as Slack keeps them: <@U…> for a person picked from the list that `@` opens."""
    return _linked(typed, [Named(f"@{name}", f"<@{member.id}>") for member, name in _people(workspace)])


def in_command(workspace: Workspace, typed: str) -> str:
    """Typed words of a command that asks to be escaped: <@U…|handle> and <#C…|name>.

    https://docs.slack.dev/interactivity/implementing-slash-commands; that & < > are escaped too is not documented.
    """
    people = [Named(f"@{name}", f"<@{member.id}|{member.handle}>") for member, name in _people(workspace)]
    channels = [Named(f"#{each.name}", f"<#{each.id}|{each.name}>") for each in _channels(workspace)]
    return _linked(typed, [*people, *channels])


def to_id(workspace: Workspace, wanted: Any) -> str:
    """The id of a person or a conversation: from the thing itself, its id, its name or its handle."""
    given = getattr(wanted, "id", wanted)
    if given in workspace.members or given in workspace.conversations:
        return str(given)
    name = str(given).lstrip("@#")
    for member, known in _people(workspace):
        if known == name:
            return member.id
    for channel in _channels(workspace):
        if channel.name == name:
            return channel.id
    raise NotThere(f"nobody and no channel is called {given!r}")


def _people(workspace: Workspace) -> Iterable[tuple[Member, str]]:
    return ((member, name) for member in workspace.members.values() for name in (member.name, member.handle))


def _channels(workspace: Workspace) -> Iterable[Conversation]:
    return (each for each in workspace.conversations.values() if each.kind in (Kind.PUBLIC, Kind.PRIVATE))


def _linked(typed: str, known: list[Named]) -> str:
    """Longest names first, so that "@Ana Pereira" is not read as "@Ana"; the rest is escaped."""
    if "@" not in typed and "#" not in typed:
        return escape(typed)
    mentions = {each.typed: each.mention for each in known}
    longest_first = sorted(mentions, key=len, reverse=True)
    pattern = re.compile("|".join(rf"{re.escape(each)}(?!\w)" for each in longest_first))
    return _replaced(pattern, typed, lambda found: mentions[found])


def _replaced(pattern: re.Pattern[str], typed: str, mention: Callable[[str], str]) -> str:
    parts, end = [], 0
    for match in pattern.finditer(typed):
        parts += [escape(typed[end : match.start()]), mention(match[0])]
        end = match.end()
    return "".join([*parts, escape(typed[end:])])
