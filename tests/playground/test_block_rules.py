"""Every limit of the Block Kit tables: what lies at it passes, what lies one above is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from playground.block_rules import Surface, refusals
from tests.playground.block_kit import (
    Json,
    actions,
    asking,
    bars,
    button,
    confirm,
    data_table,
    image,
    listed,
    option,
    options,
    pie,
    plain,
    section,
    table,
    video,
    w,
)

Row = tuple[str, Callable[[int], Json], int, str]

TEXTS: list[Row] = [
    ("section text", lambda n: section(text=plain(w(n))), 3000, "/blocks/0/text/text"),
    ("section mrkdwn", lambda n: section(text={"type": "mrkdwn", "text": w(n)}), 3000, "/blocks/0/text/text"),
    ("section field", lambda n: section(fields=[plain(w(n))]), 2000, "/blocks/0/fields/0/text"),
    ("header", lambda n: {"type": "header", "text": plain(w(n))}, 150, "/blocks/0/text/text"),
    ("context", lambda n: {"type": "context", "elements": [plain(w(n))]}, 3000, "/blocks/0/elements/0/text"),
    ("button text", lambda n: actions(button(text=plain(w(n)))), 75, "/blocks/0/elements/0/text/text"),
    ("button value", lambda n: actions(button(value=w(n))), 2000, "/blocks/0/elements/0/value"),
    ("button url", lambda n: actions(button(url=w(n))), 3000, "/blocks/0/elements/0/url"),
    (
        "button label for screen readers",
        lambda n: actions(button(accessibility_label=w(n))),
        75,
        "/blocks/0/elements/0/accessibility_label",
    ),
    ("action_id", lambda n: actions(button(action_id=w(n))), 255, "/blocks/0/elements/0/action_id"),
    ("block_id", lambda n: section(block_id=w(n)), 255, "/blocks/0/block_id"),
    (
        "option text",
        lambda n: section(accessory={"type": "overflow", "options": [option(text=plain(w(n)))]}),
        75,
        "/blocks/0/accessory/options/0/text/text",
    ),
    (
        "option value",
        lambda n: section(accessory={"type": "overflow", "options": [option(w(n))]}),
        150,
        "/blocks/0/accessory/options/0/value",
    ),
    (
        "option description",
        lambda n: section(accessory={"type": "radio_buttons", "options": [option(description=plain(w(n)))]}),
        75,
        "/blocks/0/accessory/options/0/description/text",
    ),
    (
        "overflow url",
        lambda n: section(accessory={"type": "overflow", "options": [option(url=w(n))]}),
        3000,
        "/blocks/0/accessory/options/0/url",
    ),
    (
        "group label",
        lambda n: actions({"type": "static_select", "option_groups": [{"label": plain(w(n)), "options": options(1)}]}),
        75,
        "/blocks/0/elements/0/option_groups/0/label/text",
    ),
    (
        "placeholder",
        lambda n: actions({"type": "users_select", "placeholder": plain(w(n))}),
        150,
        "/blocks/0/elements/0/placeholder/text",
    ),
    *(
        (
            f"confirm {part}",
            lambda n, part=part: actions(button(confirm=confirm(**{part: plain(w(n))}))),
            most,
            f"/blocks/0/elements/0/confirm/{part}/text",
        )
        for part, most in {"title": 100, "text": 300, "confirm": 30, "deny": 30}.items()
    ),
    ("label", lambda n: asking({"type": "plain_text_input"}, label=plain(w(n))), 2000, "/blocks/0/label/text"),
    ("hint", lambda n: asking({"type": "plain_text_input"}, hint=plain(w(n))), 2000, "/blocks/0/hint/text"),
    (
        "text of a menu's option",
        lambda n: section(accessory={"type": "static_select", "options": [option(text=plain(w(n)))]}),
        75,
        "/blocks/0/accessory/options/0/text/text",
    ),
    (
        "description of a menu's option",
        lambda n: section(accessory={"type": "static_select", "options": [option(description=plain(w(n)))]}),
        75,
        "/blocks/0/accessory/options/0/description/text",
    ),
    (
        "description in an overflow",
        lambda n: section(accessory={"type": "overflow", "options": [option(description=plain(w(n)))]}),
        75,
        "/blocks/0/accessory/options/0/description/text",
    ),
    (
        "text beside a tick",
        lambda n: section(accessory={"type": "checkboxes", "options": [option(text=plain(w(n)))]}),
        75,
        "/blocks/0/accessory/options/0/text/text",
    ),
    (
        "placeholder to type over",
        lambda n: asking({"type": "plain_text_input", "placeholder": plain(w(n))}),
        150,
        "/blocks/0/element/placeholder/text",
    ),
    (
        "alt text of an accessory",
        lambda n: section(accessory=image(alt_text=w(n))),
        2000,
        "/blocks/0/accessory/alt_text",
    ),
    ("image url", lambda n: image(image_url=w(n)), 3000, "/blocks/0/image_url"),
    ("image alt", lambda n: image(alt_text=w(n)), 2000, "/blocks/0/alt_text"),
    ("image title", lambda n: image(title=plain(w(n))), 2000, "/blocks/0/title/text"),
    ("markdown", lambda n: {"type": "markdown", "text": w(n)}, 12_000, "/blocks/0/text"),
    ("chart title", lambda n: pie(title=w(n)), 50, "/blocks/0/title"),
    ("chart label", lambda n: pie(label=w(n)), 20, "/blocks/0/chart/segments/0/label"),
    ("chart axis", lambda n: bars(axis=w(n)), 50, "/blocks/0/chart/axis_config/x_label"),
    ("chart's other axis", lambda n: bars(other_axis=w(n)), 50, "/blocks/0/chart/axis_config/y_label"),
    ("video description", lambda n: video(description=plain(w(n))), 199, "/blocks/0/description/text"),
    ("video title", lambda n: video(title=plain(w(n))), 199, "/blocks/0/title/text"),
    ("video author", lambda n: video(author_name=w(n)), 49, "/blocks/0/author_name"),
]


@pytest.mark.parametrize(("make", "most", "at"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_words_may_be_as_long_as_slack_says_and_no_longer(make: Any, most: int, at: str) -> None:
    assert refusals([make(most)], "message") == []
    assert f"must be less than {most + 1} characters [json-pointer:{at}]" in refusals([make(most + 1)], "message")


ITEMS: list[Row] = [
    ("fields", lambda n: section(fields=[plain("a")] * n), 10, "/blocks/0/fields"),
    ("context", lambda n: {"type": "context", "elements": [plain("a")] * n}, 10, "/blocks/0/elements"),
    ("actions", lambda n: actions(*[button()] * n), 25, "/blocks/0/elements"),
    (
        "overflow",
        lambda n: section(accessory={"type": "overflow", "options": options(n)}),
        5,
        "/blocks/0/accessory/options",
    ),
    *(
        (
            kind,
            lambda n, kind=kind: section(accessory={"type": kind, "options": options(n)}),
            most,
            "/blocks/0/accessory/options",
        )
        for kind, most in {
            "static_select": 100,
            "multi_static_select": 100,
            "checkboxes": 10,
            "radio_buttons": 10,
        }.items()
    ),
    (
        "groups",
        lambda n: actions(
            {"type": "static_select", "option_groups": [{"label": plain("a"), "options": options(1)}] * n}
        ),
        100,
        "/blocks/0/elements/0/option_groups",
    ),
    (
        "options of a group",
        lambda n: actions({"type": "static_select", "option_groups": [{"label": plain("a"), "options": options(n)}]}),
        100,
        "/blocks/0/elements/0/option_groups/0/options",
    ),
    ("table rows", table, 100, "/blocks/0/rows"),
    ("table cells", lambda n: table(1, n), 20, "/blocks/0/rows/0"),
    ("table columns", lambda n: {**table(1), "column_settings": [None] * n}, 20, "/blocks/0/column_settings"),
    ("data table rows", data_table, 101, "/blocks/0/rows"),
    ("data table cells", lambda n: data_table(2, n), 20, "/blocks/0/rows/1"),
    ("segments", pie, 6, "/blocks/0/chart/segments"),
    ("series", bars, 6, "/blocks/0/chart/series"),
    ("categories", lambda n: bars(points=n), 20, "/blocks/0/chart/axis_config/categories"),
    ("points", lambda n: bars(points=n), 20, "/blocks/0/chart/series/0/data"),
]


@pytest.mark.parametrize(("make", "most", "at"), [row[1:] for row in ITEMS], ids=[row[0] for row in ITEMS])
def test_lists_may_be_as_long_as_slack_says_and_no_longer(make: Any, most: int, at: str) -> None:
    assert refusals([make(most)], "message") == []
    assert f"no more than {most} items allowed [json-pointer:{at}]" in refusals([make(most + 1)], "message")


@pytest.mark.parametrize(
    ("make", "least", "at"),
    [
        (lambda n: section(accessory={"type": "overflow", "options": options(n)}), 1, "/blocks/0/accessory/options"),
        (lambda n: section(fields=[plain("a")] * n), 1, "/blocks/0/fields"),
        (lambda n: actions(*[button()] * n), 1, "/blocks/0/elements"),
        (lambda n: {"type": "context", "elements": [plain("a")] * n}, 1, "/blocks/0/elements"),
        (data_table, 2, "/blocks/0/rows"),
        (pie, 1, "/blocks/0/chart/segments"),
    ],
    ids=["overflow", "fields", "actions", "context", "data table", "segments"],
)
def test_lists_may_not_be_shorter_than_slack_says(make: Any, least: int, at: str) -> None:
    assert refusals([make(least)], "message") == []
    assert f"no fewer than {least} items allowed [json-pointer:{at}]" in refusals([make(least - 1)], "message")


@pytest.mark.parametrize(
    ("make", "fine", "wrong"),
    [
        (lambda n: asking({"type": "plain_text_input", "max_length": n}), (1, 3000), (0, 3001)),
        (lambda n: asking({"type": "plain_text_input", "min_length": n}), (0, 3000), (-1, 3001)),
        (lambda n: asking({"type": "file_input", "max_files": n}), (1, 10), (0, 11)),
        (lambda n: asking({"type": "multi_users_select", "max_selected_items": n}), (1,), (0,)),
        (
            lambda n: asking({"type": "datetimepicker", "initial_date_time": n}),
            (1_000_000_000, 9_999_999_999),
            (10_000_000_000, 999_999_999),
        ),
        (lambda n: asking({"type": "datepicker", "initial_date": n}), ("2026-02-28",), ("28.2.2026", "")),
        (lambda n: asking({"type": "external_select", "min_query_length": n}), (0, 3), (-1, "3")),
        (lambda n: asking({"type": "rich_text_input", "min_lines": n}), (1, 100), (0, 101)),
        (lambda n: asking({"type": "rich_text_input", "max_lines": n}), (1, 100), (0, 101)),
        (lambda n: asking({"type": "timepicker", "initial_time": n}), ("09:30",), ("24:00", "9:30")),
    ],
    ids=[
        "max_length",
        "min_length",
        "max_files",
        "max_selected_items",
        "date and time",
        "date",
        "min_query_length",
        "min_lines",
        "max_lines",
        "time",
    ],
)
def test_settings_of_inputs_stay_in_their_bounds(make: Any, fine: tuple[Any, ...], wrong: tuple[Any, ...]) -> None:
    assert [refusals([make(value)], "modal") for value in fine] == [[] for _ in fine]
    assert [len(refusals([make(value)], "modal")) for value in wrong] == [1 for _ in wrong]


@pytest.mark.parametrize(
    ("make", "fine", "wrong"),
    [
        (lambda n: data_table(2, page_size=n), (1, 100), (0, 101)),
        (lambda n: data_table(2, row_header_column_index=n), (0,), (-1, True)),
        (lambda n: listed(border=n), (0, 1), (-1, 2)),
        (lambda n: listed(indent=n), (0, 8), (-1, 9)),
        (lambda n: listed(offset=n), (0,), (-1,)),
    ],
    ids=["page_size", "row_header_column_index", "border", "indent", "offset"],
)
def test_numbers_in_messages_stay_in_their_bounds(make: Any, fine: tuple[Any, ...], wrong: tuple[Any, ...]) -> None:
    assert [refusals([make(value)], "message") for value in fine] == [[] for _ in fine]
    assert [len(refusals([make(value)], "message")) for value in wrong] == [1 for _ in wrong]


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_a_surface_holds_so_many_blocks(surface: Surface, most: int) -> None:
    assert refusals([{"type": "divider"}] * most, surface) == []
    assert refusals([{"type": "divider"}] * (most + 1), surface) == [
        f"no more than {most} items allowed [json-pointer:/blocks]"
    ]
