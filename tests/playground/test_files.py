"""Files in both directions."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.server import StandIn
from tests.playground.listener import Listener
from tests.playground.refused import error


async def fetched(url: str, token: str | None) -> bytes:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with aiohttp.request("GET", url, headers=headers) as response:
        return await response.read()


async def test_an_upload_in_three_calls_ends_in_a_message(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    sent = await web.files_upload_v2(
        channel=ana.dm, filename="report.csv", title="Report", content="a,b\n1,2\n", initial_comment="Here it is"
    )

    shown = await web.files_info(file=sent["file"]["id"])
    assert ana.messages()[0].plain == "Here it is\n(file: Report)"
    assert (shown["file"]["title"], shown["file"]["mimetype"], shown["file"]["size"]) == ("Report", "text/csv", 8)
    assert shown["file"]["shares"] == {"private": {ana.dm: [{"ts": ana.messages()[0].ts}]}}
    assert sent["file"]["shares"] == {}
    assert await fetched(shown["file"]["url_private"], slack.bot_token) == b"a,b\n1,2\n"
    assert [each.method for each in slack.calls][:2] == ["files.getUploadURLExternal", "files.completeUploadExternal"]


async def test_a_file_that_was_never_sent_is_not_there(web: AsyncWebClient, ana: Person) -> None:
    begun = await web.files_getUploadURLExternal(filename="x.csv", length=3)

    assert await error(web.files_completeUploadExternal(files=[{"id": begun["file_id"]}])) == "file_not_found"
    assert await error(web.files_info(file=begun["file_id"])) == "file_not_found"
    assert await error(web.files_getUploadURLExternal(filename="x.csv", length=0)) == "invalid_arguments"
    assert ana.messages() == []


async def test_a_file_cannot_be_shared_where_the_app_is_not(slack: StandIn, web: AsyncWebClient, ana: Person) -> None:
    elsewhere = slack.add_channel("general", [ana], with_bot=False)

    sharing = web.files_upload_v2(channel=elsewhere.id, filename="x.csv", content="x")

    assert await error(sharing) == "not_in_channel"


async def test_a_person_shares_a_file_with_the_app(slack: StandIn, ana: Person, listener: Listener) -> None:
    await ana.posts("the people", files={"people.csv": b"name\n"})

    event = listener.events[0]
    assert (event["subtype"], event["text"], event["files"][0]["name"]) == ("file_share", "the people", "people.csv")
    assert await fetched(event["files"][0]["url_private"], slack.bot_token) == b"name\n"


@pytest.mark.parametrize("token", [None, "xoxb-wrong"])
async def test_without_the_token_a_file_is_a_page_to_sign_in(
    ana: Person, listener: Listener, token: str | None
) -> None:
    await ana.posts("", files={"people.csv": b"name\n"})

    assert b"Sign in" in await fetched(listener.events[0]["files"][0]["url_private"], token)
