"""The rotation of the sample programme: started and joined as its people would do it."""

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Final

from bot.app.installation import Installation
from bot.domain.calendar import zone
from bot.domain.groups import Joining
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import Shape
from bot.domain.turn import Caller
from bot.services import rotation, rotation_members
from bot.services.rotation import RotationGiven

NAME: Final = "Coffees"
ZONE: Final = "Europe/Lisbon"
DAYS_AHEAD: Final = 9
"""So that the first round opens in the second week, when the programme's own beginning is over."""


async def begin(installation: Installation, *, coordinator: str, channel: str, people: Sequence[str]) -> None:
    """`people` have joined by its card, `coordinator` runs it."""
    bot, workspace = installation.bot, installation.workspace
    given = RotationGiven(
        name=NAME,
        shape=Shape.PAIRS_AND_A_TRIO,
        rhythm=Rhythm.FORTNIGHTLY,
        next_on=bot.now().astimezone(zone(ZONE)).date() + timedelta(days=DAYS_AHEAD),
        opens_at=time(14),
        zone=ZONE,
        joining=Joining.ANYBODY,
        invited=(),
        like=None,
        paused_until=None,
    )
    venue = await bot.directory.venue(channel)
    started = await bot.do(rotation.start, Caller(workspace=workspace, person=coordinator), given, venue, {})
    for person in people:
        known = await bot.directory.by_id(person)
        await bot.do(rotation_members.join, Caller(workspace=workspace, person=person), started.face.group, known)
