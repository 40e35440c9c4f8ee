"""External selects: the app names the options while someone types."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.delivery import NotAckedError
from playground.people import Person
from playground.refusals import NotThere, OperationTimeout, Trouble
from tests.playground.listener import Listener
from tests.playground.words import Opens, field, option, section

MENU = {"type": "external_select", "action_id": "pairing", "min_query_length": 2}
MANY = {"type": "multi_external_select", "action_id": "people", "min_query_length": 0}
FOUND = {"options": [option("Ana and Ben"), option("Ana and Zoe")]}


@pytest.fixture
async def ts(web: AsyncWebClient, ana: Person) -> str:
    blocks = [section("Which pairing?", block_id="which", accessory=MENU)]
    return str((await web.chat_postMessage(channel=ana.id, text="Which?", blocks=blocks))["ts"])


async def test_the_app_hears_what_is_typed_in_a_message(ana: Person, ts: str, listener: Listener) -> None:
    listener.answers = [FOUND]

    named = await ana.looks_for("ana", ("which", "pairing"), ts)

    asked = listener.last
    assert named == FOUND
    assert (asked["type"], asked["block_id"], asked["action_id"], asked["value"]) == (
        "block_suggestion",
        "which",
        "pairing",
        "ana",
    )
    assert (asked["container"]["message_ts"], asked["user"]["id"]) == (ts, ana.id)
    assert asked.keys().isdisjoint({"trigger_id", "response_url", "actions"})


async def test_what_was_named_can_be_chosen(ana: Person, ts: str, listener: Listener) -> None:
    listener.answers = [FOUND, None]
    await ana.looks_for("ana", ("which", "pairing"), ts)

    await ana.chooses("ana and zoe", ts, spot=("which", "pairing"))

    assert listener.last["actions"][0]["selected_option"]["text"]["text"] == "Ana and Zoe"


async def test_what_was_not_named_cannot(ana: Person, ts: str, listener: Listener) -> None:
    with pytest.raises(NotThere):
        await ana.chooses("ana and zoe", ts, spot=("which", "pairing"))


async def test_too_few_letters_ask_nobody(ana: Person, ts: str, listener: Listener) -> None:
    assert await ana.looks_for("a", ("which", "pairing"), ts) == {"options": []}
    assert [each.kind for each in listener.heard if each.kind == "interactive"] == []


@pytest.mark.parametrize(
    "answer", [None, {}, {"options": [option(str(each)) for each in range(101)]}, FOUND | {"option_groups": []}]
)
async def test_an_answer_that_is_none_is_trouble(ana: Person, ts: str, listener: Listener, answer: Any) -> None:
    listener.answers = [answer]

    with pytest.raises(Trouble, match="could not be loaded"):
        await ana.looks_for("ana", ("which", "pairing"), ts)


async def test_an_app_that_is_silent_is_trouble(ana: Person, ts: str, listener: Listener) -> None:
    listener.failures = [NotAckedError("timeout")]

    with pytest.raises(OperationTimeout):
        await ana.looks_for("ana", ("which", "pairing"), ts)


async def test_a_form_keeps_what_was_named_before(ana: Person, open_view: Opens, listener: Listener) -> None:
    view = await open_view(field("People", MANY, block_id="people"))
    listener.answers = [
        {"option_groups": [{"label": option("x")["text"], "options": [option("Ana")]}]},
        {"options": [option("Ben")]},
    ]
    await ana.looks_for("a", ("people", "people"), view=view)
    await ana.looks_for("b", ("people", "people"), view=view)

    await ana.submits({"people": ["ana", "ben"]})

    state = listener.last["view"]["state"]["values"]["people"]["people"]
    assert [each["value"] for each in state["selected_options"]] == ["ana", "ben"]
