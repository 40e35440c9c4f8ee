"""The rows of a check-in once they are answered."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.checkin import Outcome
from bot.domain.sayings import Prompt
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ASKED, ENGLISH, FRENCH, KEPT

MET = replace(ASKED, answered=True, outcome=Outcome.MET)


def rows(prompt: Prompt) -> list[str]:
    return read(views.message([prompt], ENGLISH))


def test_after_we_met_the_row_is_a_receipt() -> None:
    assert views.message([MET], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "With Ana: *we met*. Saved.", "verbatim": True},
                "block_id": "00000000000000000000000000000001.answered-met.0",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "static_select",
                        "action_id": "answer.usefulness",
                        "options": [
                            {
                                "text": {"type": "plain_text", "text": "1: not useful"},
                                "value": "1:00000000-0000-0000-0000-00000000001e",
                            },
                            {
                                "text": {"type": "plain_text", "text": "2: a little useful"},
                                "value": "2:00000000-0000-0000-0000-00000000001e",
                            },
                            {
                                "text": {"type": "plain_text", "text": "3: useful"},
                                "value": "3:00000000-0000-0000-0000-00000000001e",
                            },
                            {
                                "text": {"type": "plain_text", "text": "4: very useful"},
                                "value": "4:00000000-0000-0000-0000-00000000001e",
                            },
                            {
                                "text": {"type": "plain_text", "text": "5: extremely useful"},
                                "value": "5:00000000-0000-0000-0000-00000000001e",
                            },
                        ],
                        "placeholder": {"type": "plain_text", "text": "How useful was it?"},
                    },
                    {
                        "type": "button",
                        "action_id": "answer.add_line",
                        "text": {"type": "plain_text", "text": "Add a line"},
                        "value": "00000000-0000-0000-0000-00000000001e",
                    },
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
                    {
                        "type": "button",
                        "action_id": "concern.about",
                        "text": {"type": "plain_text", "text": "I need help"},
                        "value": "00000000-0000-0000-0000-000000000014",
                    },
                ],
                "block_id": "00000000000000000000000000000001.answered-met.1",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": """\
Ana never sees this answer; Maria (coordinator) can.
How useful it was: only Maria (coordinator) sees this.\
""",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.answered-met.2",
            },
        ]
    )


def test_the_receipt_says_who_may_read_each_text_and_never_the_text() -> None:
    assert rows(replace(MET, usefulness=4, kept=KEPT)) == snapshot(
        [
            "(( Your check-in with Ana ))",
            "With Ana: *we met*. Saved.",
            "<1: not useful / 2: a little useful / 3: useful / ✓ 4: very useful / 5: extremely useful> [Edit] [Change who sees this] [I need help]",
            "~ Ana never sees this answer; Maria (coordinator) can.",
            "~ How useful it was: only Maria (coordinator) sees this.",
            "~ What moved: shared with Ana.",
            "~ A private line: only Maria (coordinator) can read it.",
            "~ The question of this check-in: only you can read it.",
            "~ What you share is shown when the check-in closes, or sooner once both sides have shared something.",
        ]
    )


def test_the_notification_of_a_receipt_does_not_tell_the_answer() -> None:
    told = {views.message([replace(MET, outcome=outcome)], ENGLISH).text for outcome in Outcome}

    assert told == snapshot({"Your check-in with Ana"})


def test_another_answer_stays_possible_behind_edit_alone() -> None:
    assert rows(replace(MET, outcome=Outcome.BOOKED))[1:3] == snapshot(
        [
            "With Ana: *it's booked*. Saved. Enjoy the meeting!",
            "[Add a line] [Edit] [Change who sees this] [I need help]",
        ]
    )
    assert rows(replace(MET, outcome=Outcome.NOT_YET, closed=True))[1:] == snapshot(
        [
            "With Ana: *not yet*. Saved. It happens; I will ask again at the next check-in.",
            "[Add a line] [Edit] [Change who sees this] [I need help]",
            "~ Ana never sees this answer; Maria (coordinator) can.",
            "~ This check-in has closed. A late line is still welcome.",
        ]
    )


def test_words_without_a_click_still_ask_for_it() -> None:
    assert rows(replace(ASKED, answered=True, kept=KEPT[2:])) == snapshot(
        [
            "(( Your check-in with Ana ))",
            "Your words are saved.",
            "Have you and Ana met since 3 November?",
            "[We met] [It's booked] [Not yet] [Edit] [Change who sees this] [I need help]",
            "~ Ana never sees this answer; Maria (coordinator) can.",
            "~ The question of this check-in: only you can read it.",
        ]
    )


def test_a_skipped_check_in_can_be_answered_after_all() -> None:
    assert rows(replace(ASKED, skipped=True)) == snapshot(
        [
            "(( Your check-in with Ana ))",
            "You skipped this check-in with Ana. That is fine, and it never shows to your partner.",
            "[Answer after all] [I need help]",
        ]
    )


def test_when_the_pairing_is_over_nothing_is_asked() -> None:
    assert rows(replace(MET, over=True)) == snapshot(
        ["(( Your check-in with Ana ))", "Your pairing with Ana is over, and so is this check-in.", "[I need help]"]
    )


def test_the_receipt_in_french() -> None:
    assert read(views.message([replace(MET, kept=KEPT)], FRENCH)) == snapshot(
        [
            "(( Votre point d’étape avec Ana ))",
            "Avec Ana\xa0: *c’est fait*. Réponse enregistrée.",
            "<1\xa0: pas utile / 2\xa0: un peu utile / 3\xa0: utile / 4\xa0: très utile / 5\xa0: extrêmement utile> [Modifier] [Changer qui voit ceci] [J’ai besoin d’aide]",
            "~ Ana ne voit jamais cette réponse\xa0; elle peut être vue par Maria (coordination).",
            "~ L’utilité que vous indiquez n’est vue que par Maria (coordination).",
            "~ Ce qui a avancé\xa0: partagé avec Ana.",
            "~ Un mot privé\xa0: ne peut être lu que par Maria (coordination).",
            "~ La question de ce point d’étape\xa0: personne d’autre ne peut le lire.",
            "~ Ce que vous partagez s’affiche à la clôture du point d’étape, ou plus tôt dès que chaque côté a partagé quelque chose.",
        ]
    )
