"""What an eye reads."""

from datetime import UTC, datetime
from typing import Any

import pytest

from playground.model import Filled
from playground.mrkdwn import Reader, escape, pings, read
from playground.plain import plain_blocks, plain_view
from tests.playground.words import Json, actions, button, field, home, modal, option, plain, section, words_field

NAMES = {"U1": "Ana Pereira", "C1": "mentors"}
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
LISBON = Reader(tz="Europe/Lisbon", locale="en-GB", now=NOW, name=lambda each: NAMES.get(each, ""))
TOKYO = Reader(tz="Asia/Tokyo", locale="en-US", now=NOW, name=lambda each: NAMES.get(each, ""))
MOON = 1_793_602_800  # 2 November 2026, 07:00 UTC


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("R&amp;D &lt;now&gt;", "R&D <now>"),
        ("&amp;lt;", "&lt;"),
        ("*bold* _and_ `code`", "*bold* _and_ `code`"),
        ("<@U1> and <@U9|zoe>", "@Ana Pereira and @zoe"),
        ("<#C1|old-name> <#C9|other>", "#mentors #other"),
        ("<!channel> <!here> <!everyone>", "@channel @here @everyone"),
        ("<!subteam^S1|@mentors>", "@mentors"),
        ("<https://example.org|the &lt;guide&gt;>", "the <guide>"),
        ("<https://example.org>", "https://example.org"),
        ("<mailto:ana@x.org|ana@x.org>", "ana@x.org"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("2 < 3", "2 < 3"),
    ],
)
def test_markup_reads_as_it_is_shown(written: str, shown: str) -> None:
    assert read(written, LISBON) == shown


@pytest.mark.parametrize(
    ("form", "lisbon", "tokyo"),
    [
        ("{date_num} {time}", "2026-11-02 07:00", "2026-11-02 4:00 PM"),
        ("{date}", "November 2nd, 2026", "November 2nd, 2026"),
        ("{date_short}", "Nov 2, 2026", "Nov 2, 2026"),
        ("{date_long}", "Monday, November 2nd, 2026", "Monday, November 2nd, 2026"),
        ("{date_short_pretty} at {time_secs}", "today at 07:00:00", "today at 16:00:00"),
        ("{unknown}", "{unknown}", "{unknown}"),
    ],
)
def test_a_date_is_in_the_readers_zone(form: str, lisbon: str, tokyo: str) -> None:
    written = f"<!date^{MOON}^{form}|a day>"

    assert (read(written, LISBON), read(written, TOKYO)) == (lisbon, tokyo)


@pytest.mark.parametrize(("days", "shown"), [(-1, "yesterday"), (1, "tomorrow"), (2, "November 4th, 2026")])
def test_a_near_date_has_a_name(days: int, shown: str) -> None:
    assert read(f"<!date^{MOON + days * 86_400}^{{date_pretty}}|x>", LISBON) == shown


@pytest.mark.parametrize("typed", ["<!channel>", "<@U1>", "a & b", "&lt;", "<https://evil|good>", "plain"])
def test_escaped_words_read_as_they_were_typed_and_ping_nobody(typed: str) -> None:
    assert read(escape(typed), LISBON) == typed
    assert list(pings(escape(typed))) == []


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def part(kind: str, *words: Json, **more: Any) -> Json:
    return {"type": kind, "elements": list(words), **more}


def word(text: str) -> Json:
    return {"type": "text", "text": text}


SELECT = {"type": "static_select", "action_id": "pick", "options": [option("a"), option("b")]}


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (section("*Hello* &amp; <@U1>"), "*Hello* & @Ana Pereira"),
        ({"type": "section", "text": plain("&amp;")}, "&amp;"),
        (
            {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Met*\n3"}, plain("Open")]},
            "*Met*\n3\nOpen",
        ),
        (section("Topic", accessory=SELECT), "Topic\n[▾ a | b]"),
        ({"type": "header", "text": plain("Cases")}, "Cases"),
        ({"type": "divider"}, "---"),
        (
            {
                "type": "context",
                "elements": [{"type": "image", "alt_text": "lock"}, {"type": "mrkdwn", "text": "Only you"}],
            },
            "(lock) Only you",
        ),
        (
            actions(
                button("We met"),
                button("It's booked"),
                {"type": "overflow", "action_id": "more", "options": [option("Later"), option("Skip this one")]},
            ),
            "[We met] [It's booked] [… Later | Skip this one]",
        ),
        (actions({**SELECT, "placeholder": plain("Choose")}), "[▾ Choose: a | b]"),
        (actions({**SELECT, "initial_option": option("b"), "placeholder": plain("Choose")}), "[▾ b: a | b]"),
        (actions({"type": "users_select", "action_id": "u", "placeholder": plain("Who")}), "[▾ Who]"),
        (actions({"type": "radio_buttons", "action_id": "r", "options": [option("a"), option("b")]}), "( ) a ( ) b"),
        (
            actions(
                {"type": "checkboxes", "action_id": "c", "options": [option("a")], "initial_options": [option("a")]}
            ),
            "[x] a",
        ),
        (words_field(), "What moved: ____"),
        (words_field(optional=True, hint=plain("Only Ana sees it")), "What moved (optional): ____\nOnly Ana sees it"),
        (
            field("When", {"type": "datepicker", "action_id": "d", "initial_date": "2026-03-01"}, block_id="d"),
            "When: 2026-03-01",
        ),
        ({"type": "image", "alt_text": "A chart", "image_url": "https://x"}, "(image: A chart)"),
        ({"type": "markdown", "text": "**Hello**"}, "**Hello**"),
        (
            {
                "type": "table",
                "rows": [
                    [{"type": "raw_text", "text": "Name"}, {"type": "raw_text", "text": "Met"}],
                    [rich(part("rich_text_section", word("Ana"))), {"type": "raw_text", "text": "3"}],
                ],
            },
            "Name | Met\nAna | 3",
        ),
        (
            rich(
                part("rich_text_section", word("Hello "), {"type": "user", "user_id": "U1"}),
                part(
                    "rich_text_list",
                    part("rich_text_section", word("one")),
                    part("rich_text_section", word("two")),
                    style="ordered",
                ),
                part("rich_text_list", part("rich_text_section", word("deep")), style="bullet", indent=1),
                part("rich_text_quote", word("said\ntwice")),
                part("rich_text_preformatted", word("x = 1")),
            ),
            "Hello @Ana Pereira\n1. one\n2. two\n  • deep\n> said\n> twice\nx = 1",
        ),
        (
            rich(
                part(
                    "rich_text_section",
                    {"type": "link", "url": "https://x", "text": "here"},
                    {"type": "emoji", "name": "wave"},
                    {"type": "channel", "channel_id": "C1"},
                    {"type": "broadcast", "range": "here"},
                    {"type": "date", "timestamp": MOON, "format": "{time}"},
                )
            ),
            "here:wave:#mentors@here07:00",
        ),
        ({"type": "data_visualization", "title": "Meetings"}, "(chart: Meetings)"),
        ({"type": "call"}, "(call)"),
    ],
)
def test_a_block_reads_line_by_line(block: Json, shown: str) -> None:
    assert plain_blocks([{"block_id": "b", **block}], LISBON) == shown


def test_what_was_put_in_is_read_in_its_place() -> None:
    blocks = [words_field(), actions(SELECT, block_id="topic")]
    filled: Filled = {("moved", "words"): {"value": "the draft"}, ("topic", "pick"): {"selected_option": option("b")}}

    assert plain_blocks(blocks, LISBON, filled) == "What moved: the draft\n[▾ b: a | b]"


def test_views_have_their_title_and_buttons() -> None:
    assert plain_view(modal(section("Sure?")), LISBON) == "# A form\nSure?\n[Cancel] [Save]"
    assert plain_view(home(section("Hello")), LISBON) == "Hello"
