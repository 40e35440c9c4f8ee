"""A peer group that lives in a database without Slack, for tests of the services."""

from datetime import date, time
from typing import Any, Final

from bot.domain.groups import Facilitation, Joining, Room, Topic
from bot.domain.ids import GroupId
from bot.domain.rhythm import Rhythm
from bot.ports import Person, Venue
from bot.services import group_members, groups
from bot.services.group_settings import GroupGiven
from tests.services.office import person
from tests.services.running import Running

CHANNEL: Final = Venue(id="C0WRITERS", name="writers", room=Room.PRIVATE, readers=7, inside=True)
GIVEN: Final = GroupGiven(
    name="Writers",
    purpose="",
    questions="What is next?",
    topic=Topic.WORK,
    rhythm=Rhythm.WEEKLY,
    next_on=date(2026, 12, 1),
    opens_at=time(10),
    zone="Europe/Berlin",
    facilitation=Facilitation.IN_TURN,
    facilitator="",
    joining=Joining.ANYBODY,
    invited=(),
    size=8,
    like=None,
    paused_until=None,
)
WRITERS: Final = ("U0CLEO", "U0DAN", "U0EVE")


def start(running: Running, *people: str, venue: Venue = CHANNEL, given: GroupGiven = GIVEN) -> GroupId:
    """Maria starts it, and these people join."""
    known: dict[str, Person | None] = {each: person(each) for each in given.people}
    saved = running.does("U0MARIA", groups.start, given, venue, known)
    for each in people or WRITERS:
        join(running, saved.face.group, each)
    return saved.face.group


def join(running: Running, group: GroupId, who: str, **changes: Any) -> None:
    running.does(who, group_members.join, group, person(who, **changes))
