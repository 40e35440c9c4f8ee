"""Modals and the Home."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.delivery import NotAckedError
from playground.people import Person
from playground.refusals import NotThere, OperationTimeout, Trouble
from playground.server import StandIn
from tests.playground.clocks import MovableClock
from tests.playground.listener import Listener
from tests.playground.manifests import rewrite
from tests.playground.refused import error, refusal
from tests.playground.words import (
    Json,
    Opens,
    actions,
    button,
    home,
    modal,
    section,
    words_field,
)


async def test_a_trigger_opens_one_view_within_three_seconds(
    web: AsyncWebClient, clock: MovableClock, trigger: Callable[[], Awaitable[str]]
) -> None:
    used, late = await trigger(), await trigger()
    await web.views_open(trigger_id=used, view=modal())

    assert await error(web.views_open(trigger_id=used, view=modal())) == "exchanged_trigger_id"
    assert await error(web.views_open(trigger_id="1.2.abc", view=modal())) == "invalid_trigger_id"
    clock.pass_by(seconds=3)
    in_time = await trigger()
    clock.pass_by(seconds=3)
    await web.views_open(trigger_id=in_time, view=modal())
    assert await error(web.views_open(trigger_id=late, view=modal())) == "expired_trigger_id"
    assert await error(web.api_call("views.open", json={"view": modal()})) == "invalid_arguments"


async def test_a_stack_holds_three_views(
    web: AsyncWebClient, ana: Person, trigger: Callable[[], Awaitable[str]], open_view: Opens
) -> None:
    assert await error(web.views_push(trigger_id=await trigger(), view=modal())) == "not_found"
    root = await open_view(title="One")
    second = await web.views_push(trigger_id=await trigger(), view=modal(title="Two"))
    await web.views_push(trigger_id=await trigger(), view=modal(title="Three"))

    assert await error(web.views_push(trigger_id=await trigger(), view=modal(title="Four"))) == "push_limit_reached"
    assert (second["view"]["previous_view_id"], second["view"]["root_view_id"]) == (root, root)
    titles = []
    while ana.view:
        titles.append(ana.view["title"]["text"])
        await ana.closes_view()
    assert titles == ["Three", "Two", "One"]


async def test_an_update_with_an_old_hash_is_a_conflict(web: AsyncWebClient, ana: Person, open_view: Opens) -> None:
    view_id = await open_view(title="One")
    assert ana.view
    old = ana.view["hash"]

    await web.views_update(view_id=view_id, hash=old, view=modal(title="Two"))

    assert await error(web.views_update(view_id=view_id, hash=old, view=modal(title="Three"))) == "hash_conflict"
    assert ana.view["title"]["text"] == "Two"
    assert await error(web.views_update(view_id="V0NOWHERE", view=modal())) == "not_found"
    assert await error(web.api_call("views.update", json={"view": modal()})) == "invalid_arguments"


async def test_what_was_typed_survives_an_update_where_the_ids_stay(
    web: AsyncWebClient, ana: Person, open_view: Opens
) -> None:
    view_id = await open_view(words_field(), words_field("Next", "next"))
    await ana.fills({"What moved": "the draft", "Next": "reviews"})

    await web.views_update(view_id=view_id, view=modal(words_field(), words_field("Next", "another")))

    assert ana.view_plain == "# A form\nWhat moved: the draft\nNext: ____\n[Cancel] [Save]"


async def test_an_external_id_is_there_once(
    web: AsyncWebClient, ana: Person, trigger: Callable[[], Awaitable[str]], open_view: Opens
) -> None:
    await open_view(external_id="checkin-7")

    taken = web.views_push(trigger_id=await trigger(), view=modal(external_id="checkin-7"))
    assert await error(taken) == "duplicate_external_id"
    await web.views_update(external_id="checkin-7", view=modal(title="Found", external_id="checkin-7"))
    assert ana.view
    assert ana.view["title"]["text"] == "Found"


async def test_views_that_break_a_rule_are_explained(
    web: AsyncWebClient, trigger: Callable[[], Awaitable[str]]
) -> None:
    broken = await refusal(web.views_open(trigger_id=await trigger(), view=modal(title="x" * 25)))
    large = web.views_open(
        trigger_id=await trigger(), view=modal(*(section("x" * 3000, block_id=str(n)) for n in range(90)))
    )

    assert broken["error"] == "invalid_arguments"
    assert "/view/title/text" in broken["response_metadata"]["messages"][0]
    assert await error(large) == "view_too_large"


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"nowhere": "x"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": modal(title="x" * 25)},
        {"response_action": "update"},
        {"response_action": "dance"},
    ],
)
async def test_an_answer_that_makes_no_sense_is_an_error_on_the_screen(
    ana: Person, listener: Listener, open_view: Opens, answer: Json
) -> None:
    await open_view()
    listener.answers = [answer]

    with pytest.raises(Trouble, match="trouble connecting"):
        await ana.submits({"What moved": "x"})
    assert ana.view


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        (None, ["One"]),
        ({}, ["One"]),
        ({"response_action": "clear"}, []),
        ({"response_action": "update", "view": modal(title="New")}, ["New", "One"]),
        ({"response_action": "push", "view": modal(title="New")}, ["New", "Two", "One"]),
    ],
)
async def test_the_app_says_what_comes_after_a_submission(
    web: AsyncWebClient,
    ana: Person,
    listener: Listener,
    trigger: Callable[[], Awaitable[str]],
    open_view: Opens,
    answer: Json | None,
    titles: list[str],
) -> None:
    await open_view(title="One")
    await web.views_push(trigger_id=await trigger(), view=modal(title="Two"))
    listener.answers = [answer]

    await ana.submits({"What moved": "x"})

    shown = []
    while ana.view:
        shown.append(ana.view["title"]["text"])
        await ana.closes_view()
    assert shown == titles


async def test_a_submission_without_an_answer_stays_open(ana: Person, listener: Listener, open_view: Opens) -> None:
    await open_view()
    listener.failures = [NotAckedError("timeout")]

    with pytest.raises(OperationTimeout):
        await ana.submits({"What moved": "x"})
    assert ana.view


async def test_closing_is_told_where_it_was_asked_for(
    web: AsyncWebClient, ana: Person, listener: Listener, trigger: Callable[[], Awaitable[str]], open_view: Opens
) -> None:
    await open_view(notify_on_close=True)
    await web.views_push(
        trigger_id=await trigger(), view=modal(clear_on_close=True, notify_on_close=True, callback_id="top")
    )

    await ana.closes_view()

    told = [each.payload for each in listener.heard if each.payload["type"] == "view_closed"]
    assert [(each["view"]["callback_id"], each["is_cleared"]) for each in told] == [("top", True), ("", True)]
    assert ana.view is None
    with pytest.raises(NotThere):
        await ana.closes_view()


async def test_a_home_is_published_opened_and_used(web: AsyncWebClient, ana: Person, listener: Listener) -> None:
    await ana.opens_home()
    assert (listener.last["event"]["type"], listener.last["event"]["tab"]) == ("app_home_opened", "home")
    assert "view" not in listener.last["event"]

    published = await web.views_publish(user_id=ana.id, view=home(section("Hello"), actions(button("Join"))))
    await ana.clicks("Join")

    assert ana.home_plain == "Hello\n[Join]"
    assert listener.last["view"]["type"] == "home"
    assert "response_url" not in listener.last
    stale = web.views_publish(user_id=ana.id, view=home(section("Old")), hash="1.abc")
    assert await error(stale) == "hash_conflict"
    again = await web.views_publish(user_id=ana.id, view=home(section("New")), hash=published["view"]["hash"])
    assert again["view"]["id"] == published["view"]["id"]
    await ana.opens_home()
    assert listener.last["event"]["view"]["blocks"][0]["text"]["text"] == "New"


async def test_a_home_needs_its_kind_of_view_and_a_person(web: AsyncWebClient, ana: Person) -> None:
    assert await error(web.views_publish(user_id=ana.id, view=modal())) == "invalid_arguments"
    assert await error(web.views_publish(user_id="U0NOBODY", view=home(section("x")))) == "invalid_arguments"


async def test_no_home_without_a_home_tab(clock: MovableClock, manifest: Path) -> None:
    rewrite(manifest, "home_tab_enabled: true", "home_tab_enabled: false")
    async with StandIn(clock=clock, manifest=manifest) as slack:
        web = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)
        ana = slack.add_person("Ana Pereira")

        assert await error(web.views_publish(user_id=ana.id, view=home(section("x")))) == "not_enabled"
        with pytest.raises(Trouble, match="no Home tab"):
            await ana.opens_home()
