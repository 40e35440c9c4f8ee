"""The answer to typed words."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.checkin import Audience, Outcome
from bot.domain.typed_sayings import Typed, Unkept
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ANA, BEN, CHOICES, ENGLISH, FRENCH, TYPED


def seen(typed: Typed) -> list[str]:
    return read(views.message([typed], ENGLISH))


def test_typed_words_are_the_authors_own_until_they_choose() -> None:
    assert views.message([TYPED], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Saved for your check-in with Ana. Only you can read it.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.kept-1-only_me-2026-11-12.0",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "typed.share",
                        "text": {"type": "plain_text", "text": "Share with Ana"},
                        "value": "00000000-0000-0000-0000-000000000028:00000000-0000-0000-0000-000000000032",
                    },
                    {
                        "type": "button",
                        "action_id": "typed.coordinator",
                        "text": {"type": "plain_text", "text": "Only Maria (coordinator)"},
                        "value": "00000000-0000-0000-0000-000000000028",
                    },
                    {
                        "type": "button",
                        "action_id": "typed.only_me",
                        "text": {"type": "plain_text", "text": "Only me"},
                        "value": "00000000-0000-0000-0000-000000000028",
                    },
                    {
                        "type": "button",
                        "action_id": "typed.not_an_answer",
                        "text": {"type": "plain_text", "text": "Not an answer"},
                        "value": "00000000-0000-0000-0000-000000000028",
                    },
                ],
                "block_id": "00000000000000000000000000000001.kept-1-only_me-2026-11-12.1",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "receipt.edit",
                        "text": {"type": "plain_text", "text": "Edit"},
                        "value": "00000000-0000-0000-0000-00000000001e",
                    },
                    {
                        "type": "button",
                        "action_id": "receipt.audiences",
                        "text": {"type": "plain_text", "text": "Change who sees this"},
                        "value": "00000000-0000-0000-0000-00000000001e",
                    },
                ],
                "block_id": "00000000000000000000000000000001.kept-1-only_me-2026-11-12.2",
            },
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "And have you and Ana met?", "verbatim": True},
                "block_id": "00000000000000000000000000000001.kept-1-only_me-2026-11-12.3",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "answer.met",
                        "text": {"type": "plain_text", "text": "We met"},
                        "value": "00000000-0000-0000-0000-00000000001e",
                    },
                    {
                        "type": "button",
                        "action_id": "answer.booked",
                        "text": {"type": "plain_text", "text": "It's booked"},
                        "value": "00000000-0000-0000-0000-00000000001e",
                    },
                    {
                        "type": "button",
                        "action_id": "answer.not_yet",
                        "text": {"type": "plain_text", "text": "Not yet"},
                        "value": "00000000-0000-0000-0000-00000000001e",
                    },
                ],
                "block_id": "00000000000000000000000000000001.kept-1-only_me-2026-11-12.4",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "Words typed in a Slack message can be exported by your workspace's owners.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.kept-1-only_me-2026-11-12.5",
            },
        ]
    )


def test_which_pairing_is_asked_and_never_guessed() -> None:
    asked = replace(TYPED, partners=(), choices=CHOICES, prompt=None)

    assert views.message([asked], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Which pairing is this about? Until you say so I keep it for you alone.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.kept-0-only_me-2026-11-12.0",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "typed.pick.0",
                        "text": {"type": "plain_text", "text": "Ana"},
                        "value": "00000000-0000-0000-0000-000000000028:00000000-0000-0000-0000-000000000014",
                    },
                    {
                        "type": "button",
                        "action_id": "typed.pick.1",
                        "text": {"type": "plain_text", "text": "Ben and Cleo"},
                        "value": "00000000-0000-0000-0000-000000000028:00000000-0000-0000-0000-000000000015",
                    },
                ],
                "block_id": "00000000000000000000000000000001.kept-0-only_me-2026-11-12.1",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "typed.not_an_answer",
                        "text": {"type": "plain_text", "text": "Not an answer"},
                        "value": "00000000-0000-0000-0000-000000000028",
                    }
                ],
                "block_id": "00000000000000000000000000000001.kept-0-only_me-2026-11-12.2",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "Words typed in a Slack message can be exported by your workspace's owners.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.kept-0-only_me-2026-11-12.3",
            },
        ]
    )


def test_many_pairings_are_all_offered() -> None:
    asked = replace(TYPED, partners=(), choices=CHOICES * 15)

    offered = [line for line in seen(asked) if "[Ben and Cleo]" in line]

    assert [line.count("[") for line in offered] == [25, 5]


def test_shared_words_say_with_whom_and_when() -> None:
    shared = replace(TYPED, audience=Audience.PARTNER, readers=(ANA.id,), outcome=Outcome.MET)

    assert seen(shared) == snapshot(
        [
            "(( What you wrote is kept. You choose who may read it. ))",
            "Saved, and shared with Ana.",
            "It is shown when the check-in closes, on 12 November at the latest.",
            "[Only Maria (coordinator)] [Only me] [Not an answer]",
            "[Edit] [Change who sees this]",
            "~ Words typed in a Slack message can be exported by your workspace's owners.",
        ]
    )
    assert seen(replace(shared, shown_on=None))[2] == snapshot("It is shown on the next working morning.")
    assert seen(replace(shared, shown=(ANA.id,)))[2] == snapshot("It has been shown to Ana.")


def test_words_taken_back_after_they_were_shown_say_so() -> None:
    assert seen(replace(TYPED, shown=(ANA.id,), outcome=Outcome.MET))[1:3] == snapshot(
        [
            "Saved for your check-in with Ana. Only you can read it.",
            "It is gone from my messages, but Ana may have read it before.",
        ]
    )


def test_words_for_the_coordinator() -> None:
    assert seen(replace(TYPED, audience=Audience.COORDINATOR, outcome=Outcome.MET))[1:3] == snapshot(
        ["Saved. Only Maria (coordinator) can read it.", "[Share with Ana] [Only me] [Not an answer]"]
    )


def test_a_team_shares_with_one_or_with_all() -> None:
    team = replace(TYPED, partners=(ANA, BEN), outcome=Outcome.MET)

    assert seen(team)[2] == snapshot(
        "[Share with Ana] [Share with Ben] [Share with all of them] [Only Maria (coordinator)] [Only me] [Not an answer]"
    )
    assert seen(replace(team, audience=Audience.PARTNER, readers=(ANA.id,)))[1:4] == snapshot(
        [
            "Saved, and shared with Ana.",
            "It is shown when the check-in closes, on 12 November at the latest.",
            "[Share with Ben] [Take back from Ana] [Only Maria (coordinator)] [Only me] [Not an answer]",
        ]
    )


def test_what_was_not_kept_is_said() -> None:
    assert seen(replace(TYPED, unkept=Unkept.NOT_KEPT, entry=None)) == snapshot(
        [
            "(( I have not kept this as an answer. `/rapport help` says what I can do. ))",
            "I have not kept this as an answer. `/rapport help` says what I can do.",
        ]
    )
    assert seen(replace(TYPED, unkept=Unkept.TOO_LONG, entry=None)) == snapshot(
        [
            "(( That is more than 12,000 characters, so I have not kept it. Please shorten it there, or send it in pieces. ))",
            "That is more than 12,000 characters, so I have not kept it. Please shorten it there, or send it in pieces.",
        ]
    )


def test_typed_words_in_french() -> None:
    assert read(views.message([TYPED], FRENCH)) == snapshot(
        [
            "(( Ce que vous avez écrit est gardé. Vous choisissez qui peut le lire. ))",
            "C’est enregistré pour votre point d’étape avec Ana. Personne d’autre ne peut le lire.",
            "[Partager avec Ana] [Seulement Maria (coordination)] [Moi uniquement] [Pas une réponse]",
            "[Modifier] [Changer qui voit ceci]",
            "Et avez-vous rencontré Ana\xa0?",
            "[C’est fait] [C’est prévu] [Pas encore]",
            "~ Les mots écrits dans un message Slack peuvent être exportés par les propriétaires de votre espace de travail.",
        ]
    )
