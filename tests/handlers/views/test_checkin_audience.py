"""Who reads what of an update: said before it is filled in, kept, chosen again, and told once it is saved."""

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.checkin import Audience
from bot.domain.showings import FormField
from handlers import views
from tests.handlers.views.reading import block, blocks, read, read_modal
from tests.handlers.views.said import ANA, BEN
from tests.handlers.views.shown import saved, update_form


def test_a_text_and_its_audience_keep_what_was_there() -> None:
    assert block(update_form(), "text.moved") == snapshot(
        {
            "type": "input",
            "block_id": "text.moved",
            "label": {"type": "plain_text", "text": "What moved"},
            "element": {
                "type": "plain_text_input",
                "action_id": "text",
                "multiline": True,
                "max_length": 3000,
                "initial_value": "The draft is out.",
            },
            "optional": True,
        }
    )
    assert block(update_form(), "audience.moved") == snapshot(
        {
            "type": "input",
            "block_id": "audience.moved",
            "label": {"type": "plain_text", "text": "Who may read it?"},
            "element": {
                "type": "static_select",
                "action_id": "audience",
                "options": [
                    {"text": {"type": "plain_text", "text": "Only me"}, "value": "only_me"},
                    {"text": {"type": "plain_text", "text": "Ana and me"}, "value": "partner"},
                    {"text": {"type": "plain_text", "text": "Only Maria (coordinator)"}, "value": "coordinator"},
                ],
                "initial_option": {"text": {"type": "plain_text", "text": "Ana and me"}, "value": "partner"},
            },
            "optional": False,
        }
    )


def test_the_goal_is_not_for_the_partner() -> None:
    assert block(update_form(), "goal") == snapshot(
        {
            "type": "input",
            "block_id": "goal",
            "label": {"type": "plain_text", "text": "Your goals since last time"},
            "element": {
                "type": "radio_buttons",
                "action_id": "goal",
                "options": [
                    {"text": {"type": "plain_text", "text": "They moved"}, "value": "moved"},
                    {"text": {"type": "plain_text", "text": "About the same"}, "value": "same"},
                    {"text": {"type": "plain_text", "text": "They are stuck"}, "value": "stuck"},
                ],
                "initial_option": {"text": {"type": "plain_text", "text": "They moved"}, "value": "moved"},
            },
            "optional": True,
            "hint": {"type": "plain_text", "text": "For Maria (coordinator). Never shown to Ana."},
        }
    )


def test_a_new_text_is_for_its_author_only() -> None:
    chosen = block(update_form(), "audience.next")["element"]["initial_option"]["value"]

    assert chosen == Audience.ONLY_ME


def test_nobody_is_asked_about_readers_when_there_is_one() -> None:
    form = update_form()

    assert "readers" not in {each.get("block_id") for each in blocks(form)}


def test_a_team_ticks_who_may_read() -> None:
    assert block(replace(update_form(), partners=(ANA, BEN), readers=(BEN.id,)), "readers") == snapshot(
        {
            "type": "input",
            "block_id": "readers",
            "label": {"type": "plain_text", "text": "Who may read what you share with your mentors?"},
            "element": {
                "type": "checkboxes",
                "action_id": "readers",
                "options": [
                    {"text": {"type": "plain_text", "text": "Ana"}, "value": "00000000-0000-0000-0000-000000000032"},
                    {"text": {"type": "plain_text", "text": "Ben"}, "value": "00000000-0000-0000-0000-000000000033"},
                ],
                "initial_options": [
                    {"text": {"type": "plain_text", "text": "Ben"}, "value": "00000000-0000-0000-0000-000000000033"}
                ],
            },
            "optional": True,
            "hint": {
                "type": "plain_text",
                "text": "Mentors whom you leave out never see it, nor that there is something.",
            },
        }
    )


def test_every_audience_can_be_chosen_again() -> None:
    for audience in Audience:
        field = FormField(about=update_form().fields[0].about, text="x", audience=audience)
        shown = block(replace(update_form(), fields=(field,)), "audience.moved")
        assert shown["element"]["initial_option"]["value"] == audience


def test_saved_says_who_may_read_what() -> None:
    assert read_modal(views.modal(saved())) == snapshot(
        [
            "== Saved ==",
            "Your check-in with Ana is saved.",
            "Your answer: *we met*.",
            "2 texts are shared with Ana.",
            "What you share is shown when the check-in closes, or sooner once both sides have shared something.",
            "1 text is for Maria (coordinator) only.",
            "1 text is for you only.",
            "[Close]",
        ]
    )
    assert read(views.answer(replace(saved(), late=True, to_coordinator=0, private=0))) == snapshot(
        [
            "(( Your check-in with Ana is saved. ))",
            "Your check-in with Ana is saved.",
            "Your answer: *we met*.",
            "2 texts are shared with Ana.",
            "What you share is shown on the next working morning.",
        ]
    )
