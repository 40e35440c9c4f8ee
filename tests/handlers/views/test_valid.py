"""Slack takes everything that we can show, in every state and every language."""

import re
from typing import Any, cast

import pytest

from bot.domain.sayings import Reader
from handlers import views
from tests.handlers.views import homes_shown, shown
from tests.handlers.views.cases_said import CASE_SAYINGS
from tests.handlers.views.formations_said import FORMATION_SAYINGS, formation_forms
from tests.handlers.views.groups_said import GROUP_SAYINGS, group_forms, group_showings
from tests.handlers.views.reading import lines, read_modal
from tests.handlers.views.rotations_said import ROTATION_SAYINGS, rotation_forms, rotation_showings
from tests.handlers.views.rounds_said import ROUND_SAYINGS, round_forms, round_showings
from tests.handlers.views.rules import Check, message_refusals, modal_refusals, pings, written_types
from tests.handlers.views.said import ENGLISH, FRENCH, PAIR_SAYINGS

KEY = re.compile(r"\b[a-z_]+\.[a-z_]+(\.[a-z_]+)*\b")
EVERYTHING = (*PAIR_SAYINGS, *CASE_SAYINGS, *GROUP_SAYINGS, *ROUND_SAYINGS, *FORMATION_SAYINGS, *ROTATION_SAYINGS)
READERS = pytest.mark.parametrize("reader", [ENGLISH, FRENCH], ids=lambda reader: reader.language)


@pytest.fixture(scope="module")
def check() -> Check:
    return written_types()


def messages(reader: Reader) -> list[views.Rendered]:
    said = [views.message([saying], reader) for saying in EVERYTHING]
    ours = (*group_showings(reader), *round_showings(reader), *rotation_showings(reader))
    return said + [views.answer(showing) for showing in (*shown.showings(reader), *ours)]


def modals(reader: Reader) -> list[views.Block]:
    ours = (*group_forms(reader), *round_forms(reader), *formation_forms(reader), *rotation_forms(reader))
    return [views.modal(form) for form in (*shown.forms(reader), *ours)]


def homes(reader: Reader) -> list[views.Block]:
    return [views.home(home) for home in homes_shown.homes(reader)]


@READERS
def test_slack_takes_every_message(reader: Reader) -> None:
    for rendered in messages(reader):
        assert message_refusals(rendered) == [], rendered


@READERS
def test_slack_takes_every_modal(reader: Reader) -> None:
    for view in modals(reader):
        assert modal_refusals(view) == [], view


@READERS
def test_slack_takes_every_home(reader: Reader) -> None:
    for view in homes(reader):
        assert modal_refusals(view) == [], view


@READERS
def test_slacks_own_types_agree(reader: Reader, check: Check) -> None:
    for rendered in messages(reader):
        assert check("message", {"text": rendered.text, "blocks": rendered.blocks}) == [], rendered
    for view in modals(reader):
        assert check("modal", view) == [], view
    for view in homes(reader):
        assert check("home", view) == [], view


@READERS
def test_nobody_is_pinged(reader: Reader) -> None:
    screens = modals(reader) + homes(reader)
    assert pings([rendered.blocks for rendered in messages(reader)] + [view["blocks"] for view in screens]) == []


@READERS
def test_no_key_is_shown_where_a_text_is_missing(reader: Reader) -> None:
    said = [line for rendered in messages(reader) for line in [rendered.text, *lines(rendered.blocks)]]
    said += [line for view in homes(reader) for line in lines(cast(Any, view["blocks"]))]
    for line in said + [line for view in modals(reader) for line in read_modal(view)]:
        assert not KEY.search(line), line


@READERS
def test_only_titles_and_buttons_that_fit_are_written(reader: Reader) -> None:
    """A sentence of ours that would be cut is a sentence to shorten."""
    for line in [line for view in modals(reader) for line in read_modal(view)]:
        assert "…" not in line.removesuffix("…"), line
