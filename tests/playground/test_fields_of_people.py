"""What people put into fields from a page: quietly or told at once, files, addresses, whole stacks closed."""

import base64
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.people import Person
from playground.refusals import NotThere
from playground.server import StandIn
from tests.playground.listener import Listener
from tests.playground.words import Opens, actions, button, field, home, modal, option, words_field

MENU = {"type": "static_select", "action_id": "rhythm", "options": [option("Weekly"), option("Monthly")]}


async def test_what_is_typed_is_seen_with_the_next_click_only(
    web: AsyncWebClient, ana: Person, listener: Listener
) -> None:
    blocks = [words_field(), actions(button("Save"))]
    ts = str((await web.chat_postMessage(channel=ana.id, text="x", blocks=blocks))["ts"])

    ana.puts("all went well", ("moved", "words"), ts)
    assert [each for each in listener.heard if each.kind == "interactive"] == []
    await ana.clicks("Save", ts)

    assert listener.last["state"]["values"]["moved"]["words"]["value"] == "all went well"


async def test_a_home_is_used_though_a_message_has_the_same_ids(
    web: AsyncWebClient, ana: Person, listener: Listener
) -> None:
    await web.chat_postMessage(channel=ana.id, text="x", blocks=[actions(button("Open"))])
    view = (await web.views_publish(user_id=ana.id, view=home(actions(button("Open")))))["view"]["id"]

    await ana.clicks(("row", "press"), view=view)

    assert listener.last["container"] == {"type": "view", "view_id": view}
    with pytest.raises(NotThere):
        await ana.clicks("Open", view="V0OTHER")


async def test_a_form_tells_the_app_once_what_was_typed_quietly(
    ana: Person, open_view: Opens, listener: Listener
) -> None:
    await open_view(words_field(dispatch_action=True))
    heard = len(listener.heard)

    ana.types({"moved": "more"})
    await ana.submits()

    assert [each.payload["type"] for each in listener.heard[heard:]] == ["view_submission"]
    assert listener.last["view"]["state"]["values"]["moved"]["words"]["value"] == "more"


@pytest.mark.parametrize(
    ("kind", "typed", "complaint"),
    [
        ("email_text_input", "ana", "Please enter a valid email address."),
        ("email_text_input", "ana@x.org", None),
        ("url_text_input", "example", "Please enter a valid URL."),
        ("url_text_input", "https://example.org/a?b", None),
    ],
)
async def test_addresses_are_checked_before_the_app_hears(
    ana: Person, open_view: Opens, listener: Listener, kind: str, typed: str, complaint: str | None
) -> None:
    await open_view(field("Address", {"type": kind, "action_id": "a"}, block_id="address"))

    await ana.submits({"address": typed})

    assert ana.view_errors == ({"address": complaint} if complaint else {})
    assert (listener.last["type"] == "view_submission") is (complaint is None)


async def test_a_menu_of_people_can_be_left_empty(ana: Person, open_view: Opens, listener: Listener) -> None:
    who = {"type": "users_select", "action_id": "who"}
    await open_view(field("Who", who, block_id="who", optional=True))

    await ana.submits({"who": None})

    assert listener.last["view"]["state"]["values"]["who"]["who"]["selected_user"] is None


async def test_the_cross_closes_the_whole_stack(
    web: AsyncWebClient, ana: Person, open_view: Opens, listener: Listener
) -> None:
    await open_view(actions(button("Push")), words_field(), notify_on_close=True)
    await ana.clicks("Push")
    await web.views_push(trigger_id=listener.last["trigger_id"], view=modal(title="Above", notify_on_close=True))

    await ana.closes_all_views()

    closed = [each.payload for each in listener.heard if each.payload.get("type") == "view_closed"]
    assert [(each["view"]["title"]["text"], each["is_cleared"]) for each in closed] == [
        ("Above", True),
        ("A form", True),
    ]
    assert ana.view is None


async def act(slack: StandIn, person: Person, name: str, body: dict[str, Any]) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.url}/playground/people/{person.id}/{name}", json=body) as answer,
    ):
        return answer.status


async def test_files_travel_from_the_page(slack: StandIn, ana: Person, ben: Person, listener: Listener) -> None:
    picture = b"\x89PNG\r\n\xff"
    sent = {"text": "", "files": {"chart.png": base64.b64encode(picture).decode(), "a.html": "PGI+"}}
    assert await act(slack, ana, "post", sent) == 200
    assert await act(slack, ana, "post", {"text": "x", "files": {"a": "%%%"}}) == 400

    drawn, saved = listener.events[0]["files"]
    async with aiohttp.ClientSession(f"{slack.url}") as session:
        async with session.get(f"/playground/people/{ana.id}/files/{drawn['id']}") as answer:
            assert (await answer.read(), answer.content_type) == (picture, "image/png")
        async with session.get(f"/playground/people/{ana.id}/files/{saved['id']}") as answer:
            assert (answer.content_type, answer.headers["Content-Disposition"]) == (
                "application/octet-stream",
                "attachment",
            )
            assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        for path, headers, status in (
            (f"{ben.id}/files/{drawn['id']}", {}, 404),
            (f"{ana.id}/files/F0NONE", {}, 404),
            (f"{ana.id}/files/{drawn['id']}", {"Host": "evil.example"}, 403),
        ):
            async with session.get(f"/playground/people/{path}", headers=headers) as answer:
                assert answer.status == status


async def test_a_file_of_a_form_travels_too(slack: StandIn, ana: Person, open_view: Opens, listener: Listener) -> None:
    await open_view(field("Files", {"type": "file_input", "action_id": "f"}, block_id="files"))

    await act(slack, ana, "submit", {"typed": {"files": {"a.csv": base64.b64encode(b"a,b").decode()}}})

    (file,) = listener.last["view"]["state"]["values"]["files"]["f"]["files"]
    assert (file["name"], file["size"], file["mimetype"]) == ("a.csv", 3, "text/csv")


async def test_a_person_who_has_read_says_so(slack: StandIn, ana: Person, ben: Person) -> None:
    room = slack.add_channel("mentors", [ana])
    ts = await ana.posts("x", channel=room.id)

    assert await act(slack, ana, "read", {"channel": room.id, "ts": ts}) == 200
    assert await act(slack, ana, "read", {"channel": room.id, "ts": "1.0"}) == 200
    assert await act(slack, ben, "read", {"channel": room.id, "ts": ts}) == 404
    assert ana.member.read_up_to == {room.id: ts}


async def test_a_page_of_another_site_acts_for_nobody(slack: StandIn, ana: Person) -> None:
    address = f"{slack.url}/playground/people/{ana.id}/post"
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, json={"text": "x"}, headers={"Origin": "http://evil.example"}) as answer,
    ):
        assert answer.status == 403
