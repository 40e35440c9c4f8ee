"""Maria forms groups of people who came into a channel: what she does, in the words on her screen."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from playground.model import Conversation, Kind
from tests.journeys.writers import LONDON, channel_of, office
from tests.stage import Stage

PEOPLE: Final = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana")
ZONES: Final = {
    "Dan": "America/New_York",
    "Finn": "America/New_York",
    "Gus": "America/New_York",
    "Hana": "America/New_York",
}

__all__ = ["LONDON", "PEOPLE", "ZONES", "approves", "changes", "formed", "forms", "group_messages", "office"]
__all__ += ["people_in", "proposal", "review", "rooms", "sign_up"]


def sign_up(there: Stage, people: Sequence[str] = PEOPLE, **more: Any) -> Conversation:
    """The channel that people came into."""
    return channel_of(there, people, name="sign-up", **more)


async def forms(there: Stage, **changes: Any) -> None:
    """Maria asks for groups by the form as it is offered, but for what is changed."""
    maria = there["Maria"]
    await maria.runs("/rapport group form")
    given = {"Everybody in this channel": "sign-up", "Name of the groups": "Writers", **changes}
    await maria.submits({name: value for name, value in given.items() if value is not None})
    assert maria.view_errors == {}, maria.view_errors
    await maria.closes_all_views()
    await there.now()


def proposal(there: Stage) -> str:
    """The newest message about groups that are formed, as it looks now."""
    maria = there["Maria"]
    found = [each.plain for each in maria.messages(maria.dm) if "*Writers*" in each.plain]
    return found[-1]


async def review(there: Stage) -> str:
    maria = there["Maria"]
    await maria.clicks("Review")
    return maria.view_plain


async def changes(there: Stage, person: str, to: str, *, nth: int = 0) -> str:
    """In the review: [Change] of the nth group, then the form."""
    maria = there["Maria"]
    await maria.clicks("Change", nth=nth)
    await maria.submits({"Who": person, "Where to": to})
    return maria.view_plain


async def approves(there: Stage) -> None:
    maria = there["Maria"]
    await maria.clicks("Make these groups")
    await maria.closes_all_views()
    await there.now()


async def formed(there: Stage, people: Sequence[str]) -> None:
    """Groups of these people, all of whom have joined."""
    sign_up(there, people)
    await forms(there)
    await review(there)
    await approves(there)
    await there.pass_by(days=2)
    for name in people:
        await there[name].clicks("Join")
    await there.now()


def rooms(there: Stage) -> dict[str, list[str]]:
    """The rooms that the bot opened, with who is in each beside it: private channels by name without its key."""
    names = {each.id: name.split()[0] for name, each in there.people.items()}
    bot = there.slack.bot_user_id
    opened = [
        each
        for each in there.slack.workspace.conversations.values()
        if each.kind in (Kind.PRIVATE, Kind.MPIM) and bot in each.members and each.name != "sign-up"
    ]
    return {
        each.name.rpartition("-")[0]: [names[one] for one in each.members if one != bot]
        for each in opened
        if "mia" not in each.name
    }


def group_messages(there: Stage) -> list[Conversation]:
    """In the order in which they were opened."""
    return [each for each in there.slack.workspace.conversations.values() if each.kind is Kind.MPIM]


def people_in(rooms: Iterable[Conversation]) -> list[int]:
    """How many are in each beside the bot, the fewest first."""
    return sorted(len(each.members) - 1 for each in rooms)
