"""Forms: what people put into them, and what the app is told."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from playground.people import Person
from playground.refusals import NotThere
from tests.playground.listener import Listener
from tests.playground.words import (
    Json,
    Opens,
    field,
    option,
    section,
    words_field,
)


async def test_a_submission_carries_every_input(ana: Person, listener: Listener, open_view: Opens) -> None:
    await open_view(
        words_field(),
        words_field("Next", "next", optional=True),
        section(
            "Topic",
            block_id="topic",
            accessory={"type": "static_select", "action_id": "pick", "options": [option("Writing")]},
        ),
        private_metadata="checkin 7",
        callback_id="add_line",
    )

    await ana.submits({"What moved": "R&D <now>"})

    told = listener.last
    assert (told["type"], told["user"]["id"]) == ("view_submission", ana.id)
    assert (told["view"]["callback_id"], told["view"]["private_metadata"]) == ("add_line", "checkin 7")
    assert told["view"]["state"]["values"] == {
        "moved": {"words": {"type": "plain_text_input", "value": "R&D <now>"}},
        "next": {"words": {"type": "plain_text_input", "value": None}},
        "topic": {"pick": {"type": "static_select", "selected_option": None}},
    }
    assert ana.view is None


@pytest.mark.parametrize(
    ("element", "given", "held"),
    [
        ({"type": "static_select", "options": [option("Weekly", "w")]}, "Weekly", {"selected_option": "w"}),
        ({"type": "radio_buttons", "options": [option("Weekly", "w")]}, "w", {"selected_option": "w"}),
        ({"type": "checkboxes", "options": [option("A"), option("B")]}, ["A", "B"], {"selected_options": ["a", "b"]}),
        ({"type": "multi_static_select", "options": [option("A"), option("B")]}, ["B"], {"selected_options": ["b"]}),
        ({"type": "datepicker"}, date(2026, 3, 1), {"selected_date": "2026-03-01"}),
        ({"type": "timepicker"}, time(9, 5), {"selected_time": "09:05"}),
        (
            {"type": "datetimepicker"},
            datetime(2026, 3, 1, tzinfo=UTC),
            {"selected_date_time": 1772323200},
        ),
        ({"type": "number_input", "is_decimal_allowed": False}, 3, {"value": "3"}),
        ({"type": "plain_text_input", "initial_value": "before"}, "", {"value": None}),
    ],
    ids=lambda each: each.get("type") if isinstance(each, dict) else None,
)
async def test_each_input_takes_what_a_person_gives(
    ana: Person, listener: Listener, open_view: Opens, element: Json, given: object, held: Json
) -> None:
    await open_view(field("Asked", {**element, "action_id": "it"}, block_id="asked", optional=True))

    await ana.submits({"Asked": given})

    value = listener.last["view"]["state"]["values"]["asked"]["it"]
    assert value.pop("type") == element["type"]
    assert {name: _values(part) for name, part in value.items()} == held


def _values(part: Any) -> Any:
    if isinstance(part, list):
        return [_values(each) for each in part]
    return part["value"] if isinstance(part, dict) else part


async def test_people_are_chosen_by_name(ana: Person, ben: Person, listener: Listener, open_view: Opens) -> None:
    await open_view(
        field("Who", {"type": "users_select", "action_id": "it"}, block_id="who"),
        field("All", {"type": "multi_users_select", "action_id": "it"}, block_id="all"),
    )

    await ana.submits({"Who": "Ben Okafor", "All": [ana, "@ben"]})

    values = listener.last["view"]["state"]["values"]
    assert values["who"]["it"]["selected_user"] == ben.id
    assert values["all"]["it"]["selected_users"] == [ana.id, ben.id]


async def test_what_the_app_began_with_counts_until_it_is_changed(
    ana: Person, listener: Listener, open_view: Opens
) -> None:
    await open_view(
        field("Focus", {"type": "plain_text_input", "action_id": "it", "initial_value": "career"}, block_id="f")
    )

    await ana.submits()

    assert listener.last["view"]["state"]["values"]["f"]["it"]["value"] == "career"


@pytest.mark.parametrize(
    ("element", "given", "complaint"),
    [
        ({"type": "plain_text_input"}, "", "Please complete this required field."),
        ({"type": "plain_text_input", "min_length": 3}, "ab", "at least 3"),
        ({"type": "plain_text_input", "max_length": 3}, "abcd", "3 characters at most"),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "enter a number"),
        ({"type": "number_input", "is_decimal_allowed": True, "max_value": "5"}, "5.5", "to 5"),
    ],
)
async def test_what_slack_itself_refuses_never_reaches_the_app(
    ana: Person, listener: Listener, open_view: Opens, element: Json, given: str, complaint: str
) -> None:
    await open_view(field("Asked", {**element, "action_id": "it"}, block_id="asked"))
    before = len(listener.heard)

    await ana.submits({"Asked": given})

    assert complaint in ana.view_errors["asked"]
    assert len(listener.heard) == before


async def test_errors_stand_beside_the_inputs_until_they_are_changed(
    ana: Person, listener: Listener, open_view: Opens
) -> None:
    await open_view()
    listener.answers = [{"response_action": "errors", "errors": {"moved": "Too short"}}]

    await ana.submits({"What moved": "x"})

    assert ana.view_errors == {"moved": "Too short"}
    await ana.fills({"What moved": "more"})
    assert ana.view_errors == {}


async def test_an_input_that_tells_at_once_tells_at_once(ana: Person, listener: Listener, open_view: Opens) -> None:
    await open_view(words_field(dispatch_action=True), words_field("Next", "next"))

    await ana.fills({"What moved": "x", "Next": "y"})

    told = listener.last
    assert [(each["action_id"], each["value"]) for each in told["actions"]] == [("words", "x")]
    assert told["container"] == {"type": "view", "view_id": told["view"]["id"]}
    assert told["view"]["state"]["values"]["moved"]["words"]["value"] == "x"


async def test_a_field_that_is_not_there_is_answered_with_those_that_are(ana: Person, open_view: Opens) -> None:
    await open_view()

    with pytest.raises(NotThere, match="'What moved'"):
        await ana.fills({"What stood still": "x"})
    await open_view(
        field("Rhythm", {"type": "static_select", "action_id": "it", "options": [option("Weekly")]}, block_id="r")
    )
    with pytest.raises(NotThere, match="'Weekly'"):
        await ana.fills({"Rhythm": "Daily"})


@pytest.mark.parametrize(
    ("kind", "given"),
    [("datepicker", "tomorrow"), ("timepicker", "25:00"), ("datetimepicker", "noon"), ("datepicker", 3)],
)
async def test_a_picker_takes_nothing_else(ana: Person, open_view: Opens, kind: str, given: object) -> None:
    await open_view(field("When", {"type": kind, "action_id": "it"}, block_id="when"))

    with pytest.raises(NotThere, match=kind):
        await ana.fills({"When": given})


async def test_a_file_goes_in_through_a_form(ana: Person, listener: Listener, open_view: Opens) -> None:
    await open_view(field("People", {"type": "file_input", "action_id": "it"}, block_id="people"))

    await ana.submits({"People": {"people.csv": b"name\nAna\n"}})

    files = listener.last["view"]["state"]["values"]["people"]["it"]["files"]
    assert [(each["name"], each["size"], each["filetype"]) for each in files] == [("people.csv", 9, "csv")]
