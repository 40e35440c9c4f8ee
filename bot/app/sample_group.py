"""The peer group of the sample programme: started and joined as its people would do it."""

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Final

from bot.app.installation import Installation
from bot.domain.calendar import zone
from bot.domain.groups import DEFAULT_SIZE, Facilitation, Joining, Topic
from bot.domain.rhythm import Rhythm
from bot.domain.turn import Caller
from bot.services import group_members, groups
from bot.services.group_settings import GroupGiven

NAME: Final = "First-years"
PURPOSE: Final = "Get through the first year together"
QUESTIONS: Final = "What moved since last time?\nWhat is next?\nWhere could the others help?"
ZONE: Final = "Europe/Lisbon"
DAYS_AHEAD: Final = 3
"""So that the first round opens in the first week, and not at once."""


async def begin(installation: Installation, *, coordinator: str, channel: str, people: Sequence[str]) -> None:
    """`people` have joined by its card, `coordinator` runs it."""
    bot, workspace = installation.bot, installation.workspace
    given = GroupGiven(
        name=NAME,
        purpose=PURPOSE,
        questions=QUESTIONS,
        topic=Topic.WORK,
        rhythm=Rhythm.WEEKLY,
        next_on=bot.now().astimezone(zone(ZONE)).date() + timedelta(days=DAYS_AHEAD),
        opens_at=time(15),
        zone=ZONE,
        facilitation=Facilitation.IN_TURN,
        facilitator="",
        joining=Joining.ANYBODY,
        invited=(),
        size=DEFAULT_SIZE,
        like=None,
        paused_until=None,
    )
    venue = await bot.directory.venue(channel)
    started = await bot.do(groups.start, Caller(workspace=workspace, person=coordinator), given, venue, {})
    for person in people:
        known = await bot.directory.by_id(person)
        await bot.do(group_members.join, Caller(workspace=workspace, person=person), started.face.group, known)
