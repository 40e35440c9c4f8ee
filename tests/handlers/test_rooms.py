"""Rooms for groups, over the wire: each made once, whoever else has its name, whoever cannot come."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.app.clock import MovableClock
from bot.app.slack import client_for, open_session
from bot.domain.formation import channel_name
from bot.domain.groups import Room
from bot.ports import RoomWanted, Undeliverable, Unreachable
from handlers.messenger import SlackMessenger
from handlers.people import SlackDirectory
from handlers.rooms import SlackRooms
from playground.model import Kind, MemberKind
from playground.server import StandIn
from tests.stage import MANIFEST

NAMES = ("writers-1-aaaaaa", "writers-1-aaaaaaaa")


@asynccontextmanager
async def rooms(*, granted: bool = True) -> AsyncIterator[tuple[SlackRooms, StandIn]]:
    clock = MovableClock(datetime(2026, 9, 7, 9, tzinfo=UTC))
    async with StandIn(clock=clock, manifest=MANIFEST, seed=1, limits=False, grant_optional=granted) as slack:
        session = open_session()
        try:
            client = client_for(slack.bot_token, slack.api_url, session)
            messenger = SlackMessenger(client, clock)
            yield SlackRooms(messenger, SlackDirectory(client, team=slack.team_id)), slack
        finally:
            await session.close()


def wanted(slack: StandIn, *names: str) -> RoomWanted:
    return RoomWanted(names=NAMES, people=tuple(slack.add_person(name).id for name in names))


async def test_a_room_is_a_private_channel_with_its_people() -> None:
    async with rooms() as (making, slack):
        asked = wanted(slack, "Ana", "Ben", "Cleo")

        made = await making.open(asked)

        assert (made.venue.room, made.venue.name, made.venue.readers) == (Room.PRIVATE, NAMES[0], 3)
        assert slack.workspace.conversations[made.venue.id].members == [slack.bot_user_id, *asked.people]
        assert made.outside == ()


async def test_with_a_guest_of_a_single_channel_they_get_a_group_message_and_no_channel() -> None:
    async with rooms() as (making, slack):
        asked = wanted(slack, "Ana", "Ben", "Cleo")
        guest = slack.add_person("Gert", kind=MemberKind.SINGLE_CHANNEL_GUEST)

        made = await making.open(replace(asked, people=(*asked.people, guest.id)))

        assert (made.venue.room, made.venue.readers, made.outside) == (Room.DIRECT, 4, ())
        assert [each for each in slack.workspace.conversations.values() if each.kind is Kind.PRIVATE] == []


async def test_what_is_asked_twice_is_made_once() -> None:
    """As after a death between the making and its record."""
    async with rooms() as (making, slack):
        asked = wanted(slack, "Ana", "Ben", "Cleo")
        first = await making.open(asked)

        again = await making.open(asked)

        assert again == first
        private = [each for each in slack.workspace.conversations.values() if each.kind is Kind.PRIVATE]
        assert len(private) == 1


async def test_a_name_that_somebody_else_has_is_left_to_them() -> None:
    async with rooms() as (making, slack):
        asked = wanted(slack, "Ana", "Ben", "Cleo")
        slack.add_channel(NAMES[0], [], private=True, with_bot=False)

        made = await making.open(asked)

        assert made.venue.name == NAMES[1]


async def test_where_all_names_are_taken_it_says_so() -> None:
    async with rooms() as (making, slack):
        asked = wanted(slack, "Ana", "Ben", "Cleo")
        for name in NAMES:
            slack.add_channel(name, [], private=True, with_bot=False)

        with pytest.raises(Undeliverable, match="name_taken"):
            await making.open(asked)


@pytest.mark.parametrize("granted", [True, False])
async def test_where_no_channel_may_be_made_it_is_a_group_dm(granted: bool) -> None:
    async with rooms(granted=granted) as (making, slack):
        slack.restrict_channels()
        asked = wanted(slack, "Ana", "Ben", "Cleo")

        first, again = await making.open(asked), await making.open(asked)

        assert (first.venue.room, first.venue.readers) == (Room.DIRECT, 3)
        assert again == first
        assert slack.workspace.conversations[first.venue.id].kind is Kind.MPIM


async def test_a_group_dm_of_somebody_who_is_gone_is_refused() -> None:
    async with rooms(granted=False) as (making, slack):
        asked = wanted(slack, "Ana", "Ben")
        gone = slack.add_person("Cleo")
        slack.deactivate(gone)

        with pytest.raises(Unreachable, match="user_disabled"):
            await making.open(RoomWanted(names=NAMES, people=(*asked.people, gone.id)))


async def test_whoever_cannot_come_is_named_and_the_others_are_there() -> None:
    async with rooms() as (making, slack):
        asked = wanted(slack, "Ana", "Ben")
        gone = slack.add_person("Cleo")
        slack.deactivate(gone)

        made = await making.open(RoomWanted(names=NAMES, people=(*asked.people, gone.id)))

        assert made.outside == (gone.id,)
        assert slack.workspace.conversations[made.venue.id].members == [slack.bot_user_id, *asked.people]
        assert made.venue.readers == 2


async def test_nobody_is_brought_into_a_channel_that_is_gone() -> None:
    async with rooms() as (making, slack):
        made = await making.open(wanted(slack, "Ana", "Ben", "Cleo"))
        slack.archive(slack.workspace.conversations[made.venue.id])

        with pytest.raises(Undeliverable, match="is_archived"):
            await making.bring(made.venue.id, [slack.add_person("Dan").id])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Writers 2", "writers-2-abc123"),
        ("Our Writers’ Group!", "our-writers-group-abc123"),
        ("  --  ", "abc123"),
        ("Écrivains du Nord", "écrivains-du-nord-abc123"),
        ("作家", "作家-abc123"),
        ("W" * 64, f"{'w' * 60}-abc123"),
        ("🎉🎉", "abc123"),
    ],
)
async def test_slack_takes_every_name(name: str, expected: str) -> None:
    async with rooms() as (making, slack):
        called = channel_name(name, "abc123")

        made = await making.open(RoomWanted(names=(called,), people=wanted(slack, "Ana").people))

        assert (called, made.venue.name) == (expected, expected)
