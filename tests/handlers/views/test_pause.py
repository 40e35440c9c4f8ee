"""Pausing and coming back."""

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.showings import PauseAsks, Paused, Resumed
from handlers import views
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.said import CHOICES, DAY, ENGLISH, FRENCH, MORNING
from tests.handlers.views.shown import pause_form


def test_a_pause_says_until_when_and_what_partners_see() -> None:
    assert views.answer(Paused(reader=ENGLISH, partners=("Ana",), until=DAY)).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
Your pairing with Ana is paused until 3 November.
Partners see until when you are paused, and nothing else.\
""",
                    "verbatim": True,
                },
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "pause.resume",
                        "text": {"type": "plain_text", "text": "Resume now"},
                        "value": "all",
                    }
                ],
            },
        ]
    )
    assert read_modal(views.modal(Paused(reader=ENGLISH, partners=(), until=DAY))) == snapshot(
        [
            "== Pause ==",
            "All of your pairings are paused until 3 November.",
            "Partners see until when you are paused, and nothing else.",
            "[Close]",
        ]
    )


def test_with_several_pairings_a_pause_asks_which() -> None:
    assert views.answer(PauseAsks(reader=ENGLISH, until=DAY, pairings=CHOICES)).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "A pause until 3 November: for which pairing?", "verbatim": True},
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "pause.pick.0",
                        "text": {"type": "plain_text", "text": "With Ana"},
                        "value": "2026-11-03:00000000-0000-0000-0000-000000000014",
                    },
                    {
                        "type": "button",
                        "action_id": "pause.pick.1",
                        "text": {"type": "plain_text", "text": "With Ben and Cleo"},
                        "value": "2026-11-03:00000000-0000-0000-0000-000000000015",
                    },
                    {
                        "type": "button",
                        "action_id": "pause.pick.2",
                        "text": {"type": "plain_text", "text": "All of mine"},
                        "value": "2026-11-03:all",
                    },
                ],
            },
        ]
    )


def test_the_pause_form_begins_with_the_pairing_one_came_from() -> None:
    assert views.modal(pause_form()) == snapshot(
        {
            "type": "modal",
            "callback_id": "pause.form",
            "private_metadata": "",
            "title": {"type": "plain_text", "text": "Pause"},
            "submit": {"type": "plain_text", "text": "Pause"},
            "close": {"type": "plain_text", "text": "Cancel"},
            "blocks": [
                {
                    "type": "section",
                    "text": {"type": "mrkdwn", "text": "While you are paused I ask you nothing.", "verbatim": True},
                },
                {
                    "type": "input",
                    "block_id": "until",
                    "label": {"type": "plain_text", "text": "Until"},
                    "element": {"type": "datepicker", "action_id": "until", "initial_date": "2026-11-03"},
                    "optional": False,
                    "hint": {
                        "type": "plain_text",
                        "text": "A day from 21 October 2026 to 20 October 2027. I ask again from that day on.",
                    },
                },
                {
                    "type": "input",
                    "block_id": "which",
                    "label": {"type": "plain_text", "text": "Which pairing?"},
                    "element": {
                        "type": "radio_buttons",
                        "action_id": "which",
                        "options": [
                            {"text": {"type": "plain_text", "text": "All of mine"}, "value": "all"},
                            {
                                "text": {"type": "plain_text", "text": "With Ana"},
                                "value": "00000000-0000-0000-0000-000000000014",
                            },
                            {
                                "text": {"type": "plain_text", "text": "With Ben and Cleo"},
                                "value": "00000000-0000-0000-0000-000000000015",
                            },
                        ],
                        "initial_option": {
                            "text": {"type": "plain_text", "text": "With Ana"},
                            "value": "00000000-0000-0000-0000-000000000014",
                        },
                    },
                    "optional": False,
                },
                {
                    "type": "context",
                    "elements": [
                        {
                            "type": "mrkdwn",
                            "text": "Partners see until when you are paused, and nothing else.",
                            "verbatim": True,
                        }
                    ],
                },
            ],
        }
    )
    assert read_modal(views.modal(replace(pause_form(), chosen=None)))[4] == snapshot(
        "Which pairing?: <✓ All of mine / With Ana / With Ben and Cleo>"
    )


def test_more_pairings_than_radio_buttons_can_hold_become_a_list() -> None:
    view = views.modal(replace(pause_form(), pairings=CHOICES * 5))

    assert read_modal(view)[4].count("/") == 10
    assert "static_select" in str(view)


def test_coming_back() -> None:
    back = Resumed(reader=ENGLISH, was_paused=True, next_on=MORNING)

    assert read(views.answer(back)) == snapshot(
        [
            "(( Welcome back. Your pause is over. ))",
            "Welcome back. Your pause is over.",
            "Your next check-in: Tuesday 10 November at 10:00.",
        ]
    )
    assert read(views.answer(replace(back, was_paused=False, next_on=None))) == snapshot(
        ["(( Nothing of yours was paused. ))", "Nothing of yours was paused."]
    )


def test_the_pause_form_in_french() -> None:
    assert read_modal(views.modal(pause_form(FRENCH))) == snapshot(
        [
            "== Pause ==",
            "Pendant une pause, je ne vous demande rien.",
            "Jusqu’au: 2026-11-03",
            "~ Un jour entre le 21 octobre 2026 et le 20 octobre 2027. Mes questions reprennent ce jour-là.",
            "Quel mentorat\xa0?: <Tous les miens / ✓ Avec Ana / Avec Ben et Cleo>",
            "~ Vos partenaires voient jusqu’à quand dure la pause, et rien d’autre.",
            "[Faire une pause] [Annuler]",
        ]
    )
