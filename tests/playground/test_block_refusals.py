"""What Slack says of blocks and views that it would not take, and that it says nothing of the others."""

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.block_rules import Surface, is_too_large, refusals, view_refusals
from tests.playground.block_kit import (
    Json,
    actions,
    asking,
    bars,
    button,
    cells,
    confirm,
    data_table,
    image,
    listed,
    option,
    options,
    pie,
    plain,
    rich,
    section,
    table,
    video,
    view,
    w,
)


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ("hello", "must provide an array [json-pointer:/blocks]"),
        (["hello"], "must provide an object [json-pointer:/blocks/0]"),
        ([{"text": "hello"}], "missing required field: type [json-pointer:/blocks/0]"),
        ([{"type": "poll"}], "unsupported type: poll [json-pointer:/blocks/0/type]"),
        ([{"type": ["poll"]}], "unsupported type: ['poll'] [json-pointer:/blocks/0/type]"),
        ([{"type": "section"}], "must define either `text` or `fields` [json-pointer:/blocks/0]"),
        ([{"type": "header"}], "missing required field: text [json-pointer:/blocks/0]"),
        ([{"type": "divider", "text": "a"}], "invalid additional property: text [json-pointer:/blocks/0]"),
        ([section(text="Have you met?")], "must provide an object [json-pointer:/blocks/0/text]"),
        ([section(text=plain(""))], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        ([section(text=None)], "must provide an object [json-pointer:/blocks/0/text]"),
        ([section(block_id=7)], "must provide a string [json-pointer:/blocks/0/block_id]"),
        (
            [{"type": "header", "text": {"type": "mrkdwn", "text": "a"}}],
            "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
        ),
        (
            [actions({"type": "plain_text_input"})],
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
        ),
        ([actions(image())], "unsupported type: image [json-pointer:/blocks/0/elements/0/type]"),
        ([asking(button())], "unsupported type: button [json-pointer:/blocks/0/element/type]"),
        (
            [asking({"type": "overflow", "options": options(2)})],
            "unsupported type: overflow [json-pointer:/blocks/0/element/type]",
        ),
        (
            [section(accessory={"type": "plain_text_input"})],
            "unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]",
        ),
        (
            [{"type": "context", "elements": [button()]}],
            "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
        ),
        (
            [actions(button(style="warning"))],
            "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
        ),
        (
            [actions(button(confirm={**confirm(), "deny": None}))],
            "must provide an object [json-pointer:/blocks/0/elements/0/confirm/deny]",
        ),
        (
            [actions({"type": "static_select"})],
            "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]",
        ),
        (
            [{"type": "image", "alt_text": "a"}],
            "must define either `image_url` or `slack_file` [json-pointer:/blocks/0]",
        ),
        (
            [image(slack_file={"id": "F1"})],
            "must define only one of `image_url` or `slack_file` [json-pointer:/blocks/0]",
        ),
        ([{"type": "markdown", "text": ""}], "must be more than 0 characters [json-pointer:/blocks/0/text]"),
        (
            [rich({"type": "text", "text": ""})],
            "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
        ),
        ([rich({"type": "button"})], "unsupported type: button [json-pointer:/blocks/0/elements/0/elements/0/type]"),
        (
            [rich({"type": "text", "text": "a", "style": {"bold": "yes"}})],
            "must provide a boolean [json-pointer:/blocks/0/elements/0/elements/0/style/bold]",
        ),
        (
            [{"type": "table", "rows": [[{"type": "raw_number", "value": 1}]]}],
            "missing required field: text [json-pointer:/blocks/0/rows/0/0]",
        ),
        (
            [{**data_table(2), "rows": [cells(2), cells(1)]}],
            "all rows must have the same number of cells [json-pointer:/blocks/0/rows/1]",
        ),
        (
            [{**data_table(2), "rows": [[rich({"type": "text", "text": "a"})], cells(1)]}],
            "unsupported type: rich_text [json-pointer:/blocks/0/rows/0/0/type]",
        ),
        (
            [{**pie(), "chart": {"type": "pie", "segments": [{"label": "a", "value": 0}]}}],
            "must be greater than 0 [json-pointer:/blocks/0/chart/segments/0/value]",
        ),
        (
            [{"type": "file", "external_id": "a", "source": "local"}],
            "must be one of: remote [json-pointer:/blocks/0/source]",
        ),
        (
            [{key: part for key, part in video().items() if key != "video_url"}],
            "missing required field: video_url [json-pointer:/blocks/0]",
        ),
        (
            [section(block_id="a"), section(block_id="a")],
            '`block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
        ),
        (
            [actions(button(action_id="a"), button(action_id="a"))],
            '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
        ),
        (
            [section(accessory={"type": "static_select", "options": options(2), "initial_option": option("z")})],
            "`initial_option` must match one of the options [json-pointer:/blocks/0/accessory/initial_option]",
        ),
        (
            [asking({"type": "checkboxes", "options": options(2), "initial_options": [option(0), option("z")]})],
            "`initial_options` must match one of the options [json-pointer:/blocks/0/element/initial_options]",
        ),
        ([table(1), table(1)], "no more than 1 table blocks allowed [json-pointer:/blocks]"),
        ([pie(), pie(), bars()], "no more than 2 data_visualization blocks allowed [json-pointer:/blocks]"),
        (
            [{"type": "markdown", "text": w(6001)}, {"type": "markdown", "text": w(6000)}],
            "markdown blocks must be less than 12001 characters in total [json-pointer:/blocks]",
        ),
        ([table(100, 20, w(6))], "table cells must be less than 10001 characters in total [json-pointer:/blocks]"),
    ],
)
def test_slack_says_what_is_wrong_and_where(blocks: object, said: str) -> None:
    assert refusals(blocks, "message") == [said]


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [{"type": "markdown", "text": w(6000)}, {"type": "markdown", "text": w(6000)}],
        [table(100, 20, w(5))],
        [pie(), bars()],
        [section(block_id="a"), section(block_id="b")],
        [actions(button(action_id="a")), actions(button(action_id="a"))],
        [actions({"type": "static_select", "options": options(2), "initial_option": option(1)})],
        [section(accessory=image())],
        [section(accessory={"type": "checkboxes", "options": [option(text={"type": "mrkdwn", "text": "*a*"})]})],
        [rich({"type": "text", "text": "hello", "style": {"bold": True}}, {"type": "user", "user_id": "U1"})],
        [listed()],
        [{"type": "image", "slack_file": {"id": "F1"}, "alt_text": "a chart"}],
        [{"type": "file", "external_id": "a", "source": "remote"}],
        [video(description=plain("How to start"))],
    ],
)
def test_slack_is_silent_about_blocks_within_the_limits(blocks: object) -> None:
    assert refusals(blocks, "message") == []


@pytest.mark.parametrize(
    ("block", "home_in"),
    [
        (section(), {"message", "modal", "home"}),
        (asking({"type": "plain_text_input"}), {"message", "modal", "home"}),
        (asking({"type": "static_select", "options": options(1)}), {"message", "modal", "home"}),
        (asking({"type": "number_input", "is_decimal_allowed": False}), {"modal", "home"}),
        (asking({"type": "url_text_input"}), {"modal", "home"}),
        (asking({"type": "rich_text_input"}), {"modal", "home"}),
        (asking({"type": "datetimepicker"}), {"message", "modal"}),
        (asking({"type": "email_text_input"}), {"modal"}),
        (asking({"type": "file_input"}), {"modal"}),
        ({"type": "markdown", "text": "*a*"}, {"message"}),
        (table(1), {"message"}),
        (data_table(2), {"message"}),
        (pie(), {"message"}),
        ({"type": "file", "external_id": "a", "source": "remote"}, {"message"}),
    ],
)
def test_a_block_is_taken_where_slack_shows_it(block: Json, home_in: set[Surface]) -> None:
    assert {surface for surface in get_args(Surface) if not refusals([block], surface)} == home_in


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (
            [asking({"type": "number_input"})],
            "missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]",
        ),
        (
            [asking({"type": "file_input"}, dispatch_action=True)],
            "unsupported type: file_input [json-pointer:/blocks/0/element/type]",
        ),
        (
            [asking({"type": "plain_text_input", "focus_on_load": True})] * 2,
            "only one element can set `focus_on_load` [json-pointer:/blocks/1/element/focus_on_load]",
        ),
    ],
)
def test_slack_says_what_is_wrong_in_a_modal(blocks: object, said: str) -> None:
    assert refusals(blocks, "modal") == [said]


@pytest.mark.parametrize(
    ("make", "most", "at"),
    [
        (lambda n: view(title=plain(w(n))), 24, "/view/title/text"),
        (lambda n: view(submit=plain(w(n))), 24, "/view/submit/text"),
        (lambda n: view(close=plain(w(n))), 24, "/view/close/text"),
        (lambda n: view(private_metadata=w(n)), 3000, "/view/private_metadata"),
        (lambda n: view(callback_id=w(n)), 255, "/view/callback_id"),
        (lambda n: view(external_id=w(n)), 255, "/view/external_id"),
        (lambda n: {"type": "home", "blocks": [], "private_metadata": w(n)}, 3000, "/view/private_metadata"),
    ],
    ids=["title", "submit", "close", "private_metadata", "callback_id", "external_id", "home"],
)
def test_words_around_a_view_have_their_limits(make: Callable[[int], Json], most: int, at: str) -> None:
    assert view_refusals(make(most)) == []
    assert view_refusals(make(most + 1)) == [f"must be less than {most + 1} characters [json-pointer:{at}]"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "must provide an object [json-pointer:/view]"),
        ({"type": "page", "blocks": []}, "unsupported type: page [json-pointer:/view/type]"),
        ({"type": "modal", "blocks": []}, "missing required field: title [json-pointer:/view]"),
        ({"type": "home"}, "missing required field: blocks [json-pointer:/view]"),
        (
            {"type": "home", "blocks": [], "title": plain("a")},
            "invalid additional property: title [json-pointer:/view]",
        ),
        (view(blocks=[{"type": "poll"}]), "unsupported type: poll [json-pointer:/view/blocks/0/type]"),
        (view(blocks=[asking({"type": "plain_text_input"})]), "missing required field: submit [json-pointer:/view]"),
    ],
)
def test_slack_says_what_is_wrong_with_a_view(given: object, said: str) -> None:
    assert view_refusals(given) == [said]


def test_a_form_with_a_submit_button_is_taken() -> None:
    assert view_refusals(view(blocks=[asking({"type": "plain_text_input"})], submit=plain("Save"))) == []


def test_a_view_weighs_at_most_250_kilobytes() -> None:
    heavy = view(blocks=[section(text=plain(w(2400))) for _ in range(100)])
    too_heavy = view(blocks=[section(text=plain(w(2500))) for _ in range(100)])

    assert (view_refusals(heavy), is_too_large(heavy)) == ([], False)
    assert view_refusals(too_heavy) == ["must be less than 250001 bytes [json-pointer:/view]"]
    assert is_too_large(too_heavy)


WORDS = st.sampled_from(["type", "text", "elements", "rows", "section", "table", "actions", "input", "block_id", "a"])
STRANGE = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(given_blocks=STRANGE)
def test_nothing_is_too_strange_to_be_answered(given_blocks: object) -> None:
    answers = [*refusals(given_blocks, "message"), *view_refusals({"type": "modal", "blocks": given_blocks})]

    assert all(" [json-pointer:/" in answer for answer in answers)
