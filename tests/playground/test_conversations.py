"""DMs, group DMs and channels as the app finds them."""

from itertools import pairwise

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.model import MemberKind
from playground.people import Person
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.refused import error


async def open_for(web: AsyncWebClient, *people: Person) -> str:
    return str((await web.conversations_open(users=[each.id for each in people]))["channel"]["id"])


async def test_the_same_people_get_the_same_conversation(web: AsyncWebClient, ana: Person, ben: Person) -> None:
    group = await open_for(web, ana, ben)

    assert await open_for(web, ben, ana) == group
    assert await open_for(web, ana) == await open_for(web, ana) == ana.dm
    assert group[0] == "C"
    again = await web.conversations_open(users=[ana.id, ben.id], return_im=True)
    assert again["already_open"]
    assert (again["channel"]["is_mpim"], again["channel"]["name"]) == (True, "mpdm-ana--ben--rapport-1")


async def test_a_conversation_can_be_looked_for_without_opening_it(web: AsyncWebClient, ana: Person) -> None:
    looked = web.conversations_open(users=[ana.id], prevent_creation=True)

    assert await error(looked) == "channel_not_found"
    assert await open_for(web, ana)
    assert (await web.conversations_open(users=[ana.id], prevent_creation=True))["channel"]["id"] == ana.dm


async def test_a_conversation_opens_by_its_own_id(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    channel = slack.add_channel("mentors", [ana])

    assert (await web.conversations_open(channel=ana.dm))["no_op"]
    assert await error(web.conversations_open(channel=channel.id)) == "method_not_supported_for_channel_type"


async def test_eight_others_and_no_more(slack: StandIn, web: AsyncWebClient) -> None:
    people = [slack.add_person(f"Person {number}") for number in range(9)]

    assert await open_for(web, *people[:8])
    assert await error(open_for(web, *people)) == "too_many_users"


async def test_who_cannot_be_written_to(slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person) -> None:
    slack.deactivate(ben)
    zoe = slack.add_person("Zoe", kind=MemberKind.STRANGER)

    assert await error(web.conversations_open(users=[])) == "users_list_not_supplied"
    assert await error(web.conversations_open(users=[slack.bot_user_id])) == "not_enough_users"
    assert await error(web.conversations_open(users=["U0NOBODY"])) == "user_not_found"
    assert await error(open_for(web, ben)) == "user_disabled"
    assert await error(open_for(web, ana, ben)) == "user_disabled"
    assert await error(open_for(web, zoe)) == "user_not_visible"
    assert await error(open_for(web, ana, zoe)) == "invalid_user_combination"


async def test_everyone_in_a_group_reads_it_and_nobody_else(
    slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person
) -> None:
    zoe = slack.add_person("Zoe")
    group = await open_for(web, ana, ben)

    await web.chat_postMessage(channel=group, text="Meet")

    assert [each.plain for each in ana.messages(group)] == [each.plain for each in ben.messages()] == ["Meet"]
    assert zoe.messages() == []


async def test_history_pages_from_the_newest(web: AsyncWebClient, ana: Person, clock: MovableClock) -> None:
    for number in range(5):
        await ana.posts(str(number))
        clock.pass_by(seconds=1)

    first = await web.conversations_history(channel=ana.dm, limit=2)
    cursor = first["response_metadata"]["next_cursor"]
    second = await web.conversations_history(channel=ana.dm, limit=2, cursor=cursor)

    assert [each["text"] for each in first["messages"]] == ["4", "3"]
    assert [each["text"] for each in second["messages"]] == ["2", "1"]
    assert second["has_more"]
    assert await error(web.conversations_history(channel=ana.dm, cursor="?")) == "invalid_cursor"


@pytest.mark.parametrize(
    ("inclusive", "found"), [(False, ["2"]), (True, ["3", "2", "1"])], ids=["between", "with both ends"]
)
async def test_history_between_two_moments(
    web: AsyncWebClient, ana: Person, *, inclusive: bool, found: list[str]
) -> None:
    stamps = [await ana.posts(str(number)) for number in range(5)]

    between = await web.conversations_history(channel=ana.dm, oldest=stamps[1], latest=stamps[3], inclusive=inclusive)

    assert [each["text"] for each in between["messages"]] == found
    assert all(earlier < later for earlier, later in pairwise(stamps))


async def test_history_refuses_a_moment_that_is_none(web: AsyncWebClient, ana: Person) -> None:
    assert await error(web.conversations_history(channel=ana.dm, oldest="soon")) == "invalid_ts_oldest"
    assert await error(web.conversations_history(channel=ana.dm, latest="late")) == "invalid_ts_latest"
    assert await error(web.conversations_replies(channel=ana.dm, ts="1.0")) == "thread_not_found"


async def test_people_are_listed_by_pages(slack: StandIn, web: AsyncWebClient, ana: Person, ben: Person) -> None:
    found, cursor = [], ""
    while True:
        page = await web.users_list(limit=2, cursor=cursor)
        found += [each["id"] for each in page["members"]]
        cursor = page["response_metadata"]["next_cursor"]
        if not cursor:
            break

    assert found == ["USLACKBOT", slack.bot_user_id, ana.id, ben.id]


async def test_a_person_is_found_by_email_until_deactivated(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    found = (await web.users_lookupByEmail(email="ANA@x.org"))["user"]

    assert (found["id"], found["profile"]["email"], found["tz"]) == (ana.id, "ana@x.org", "Europe/Lisbon")
    slack.deactivate(ana)
    assert await error(web.users_lookupByEmail(email="ana@x.org")) == "users_not_found"
    assert (await web.users_info(user=ana.id))["user"]["deleted"]
    assert await error(web.users_info(user="U0NOBODY")) == "user_not_found"


async def test_the_offset_of_a_zone_is_todays(web: AsyncWebClient, ana: Person, clock: MovableClock) -> None:
    winter = (await web.users_info(user=ana.id, include_locale=True))["user"]
    clock.pass_by(days=180)
    summer = (await web.users_info(user=ana.id))["user"]

    assert (winter["tz_offset"], summer["tz_offset"]) == (0, 3600)
    assert winter["locale"] == "en-GB"
    assert "locale" not in summer


@pytest.mark.parametrize(
    ("kind", "flags"),
    [
        (MemberKind.MEMBER, (False, False, False, False)),
        (MemberKind.GUEST, (True, False, False, False)),
        (MemberKind.SINGLE_CHANNEL_GUEST, (True, True, False, False)),
        (MemberKind.STRANGER, (False, False, True, False)),
        (MemberKind.BOT, (False, False, False, True)),
    ],
)
async def test_each_kind_of_member_has_its_flags(
    slack: StandIn, web: AsyncWebClient, kind: MemberKind, flags: tuple[bool, ...]
) -> None:
    someone = slack.add_person("Someone", kind=kind)

    user = (await web.users_info(user=someone.id))["user"]

    shown = tuple(user[name] for name in ("is_restricted", "is_ultra_restricted", "is_stranger", "is_bot"))
    assert shown == flags
    assert (user["team_id"] == slack.team_id) is (kind is not MemberKind.STRANGER)
