"""Ids are told apart: buttons within a message, and one state of a notice from another."""

import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.checkin import Outcome
from handlers import views
from handlers.views import ids
from tests.handlers.views import shown
from tests.handlers.views.cases_said import CASE_SAYINGS
from tests.handlers.views.rules import parts
from tests.handlers.views.said import ANA, ASKED, BEN, ENGLISH, KEPT, PAIR_SAYINGS, PROMPTS, TYPED, TYPEDS, notice

SAID = (*PAIR_SAYINGS, *CASE_SAYINGS)
ACTION_IDS = {name: value for name, value in vars(ids).items() if isinstance(value, str) and "." in value}


def test_no_two_buttons_share_an_id() -> None:
    named = [value for name, value in ACTION_IDS.items() if not name.startswith("_")]

    assert sorted(named) == sorted(set(named))


def test_no_id_is_the_beginning_of_another() -> None:
    """`several` adds a number after a full stop, and a listener must not hear another's buttons."""
    for one in ACTION_IDS.values():
        heard = ids.one_or_several(one)
        assert heard.search(ids.several(one, 12))
        assert not any(heard.search(other) for other in ACTION_IDS.values() if other != one)


def test_one_listener_can_hear_several_ids() -> None:
    heard = ids.any_of([ids.ANSWER_MET, ids.ANSWER_BOOKED])

    assert heard.search(ids.ANSWER_MET)
    assert not heard.search(ids.ANSWER_NOT_YET)
    assert not heard.search(f"{ids.ANSWER_MET}.1")


def test_a_message_of_everything_has_no_block_or_button_twice() -> None:
    one_of_each = list({type(saying): saying for saying in SAID}.values())
    blocks: list[dict[str, Any]] = []
    for n, saying in enumerate(one_of_each):
        changed: Any = saying
        blocks += views.message([_numbered(changed, n)], ENGLISH).blocks

    named = [block["block_id"] for block in blocks if "block_id" in block]

    assert len(named) == len(set(named)) > 15
    for block in blocks:
        pressed = [part["action_id"] for part in parts(block) if "action_id" in part]
        assert len(pressed) == len(set(pressed)), pressed


def _numbered(saying: Any, n: int) -> Any:
    return replace(saying, notice=notice(n + 1))


def test_what_asks_for_something_else_has_other_ids() -> None:
    """Slack keeps what was chosen in a block whose id stays."""
    asked: dict[str, set[str]] = defaultdict(set)
    for saying in SAID:
        for block in views.message([saying], ENGLISH).blocks:
            if block["type"] == "actions":
                asked[f"{type(saying).__name__} {block['block_id']}"].add(str(list(map(_asks, _elements(block)))))

    assert {name for name, found in asked.items() if len(found) > 1} == set()


def _elements(block: Any) -> list[dict[str, Any]]:
    elements: list[dict[str, Any]] = block["elements"]
    return elements


def _asks(element: dict[str, Any]) -> tuple[object, ...]:
    return element["action_id"], element.get("value"), element.get("initial_option")


def test_what_a_notice_shows_anew_has_other_ids() -> None:
    """Of one question, and of one piece of typed words, through everything that can become of them."""
    questions = [each for each in PROMPTS if each.partners == ASKED.partners and each.nth == 0 and each.closes_on]
    kept = [replace(each, kept=KEPT[:1]) for each in questions if each.outcome is Outcome.BOOKED]
    words = [each for each in TYPEDS if each.partners == TYPED.partners and each.unkept is None]
    team = [replace(each, partners=(ANA, BEN)) for each in words]
    other = [replace(each, readers=(BEN.id,)) for each in team if each.readers]

    for life in (questions + kept, words, team + other):
        seen: dict[object, Any] = {}
        for stage in life:
            for block in views.message([stage], ENGLISH).blocks:
                if "block_id" in block:
                    assert seen.setdefault(block["block_id"], block) == block


@pytest.mark.parametrize("form", shown.forms(), ids=lambda form: type(form).__name__)
def test_no_input_of_a_modal_stands_twice(form: views.Form) -> None:
    blocks: Any = views.modal(form)["blocks"]
    named = [block["block_id"] for block in blocks if "block_id" in block]

    assert len(named) == len(set(named))
    assert all(re.fullmatch(r"[a-z0-9_.]+", name) for name in named)
