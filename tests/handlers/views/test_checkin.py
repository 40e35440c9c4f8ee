"""The rows of a check-in while they ask."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace
from datetime import date

from inline_snapshot import snapshot

from bot.domain.checkin import Outcome
from bot.domain.sayings import AskedAgain, Prompt
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ASKED, ENGLISH, FRENCH, TEAM, notice


def rows(prompt: Prompt) -> list[str]:
    return read(views.message([prompt], ENGLISH))


def test_one_question_is_a_greeting_a_row_and_why_it_came() -> None:
    assert views.message([ASKED], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Time for your check-in. One click is a complete answer.",
                    "verbatim": True,
                },
            },
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "Have you and Ana met since 3 November?", "verbatim": True},
                "block_id": "00000000000000000000000000000001.asked.0",
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
                    {
                        "type": "overflow",
                        "action_id": "prompt.menu",
                        "options": [
                            {
                                "text": {"type": "plain_text", "text": "Ask me later"},
                                "value": "later:00000000-0000-0000-0000-00000000001e",
                            },
                            {
                                "text": {"type": "plain_text", "text": "Skip this one"},
                                "value": "skip:00000000-0000-0000-0000-00000000001e",
                            },
                            {
                                "text": {"type": "plain_text", "text": "Pause…"},
                                "value": "pause:00000000-0000-0000-0000-00000000001e",
                            },
                            {
                                "text": {"type": "plain_text", "text": "I need help…"},
                                "value": "help:00000000-0000-0000-0000-00000000001e",
                            },
                        ],
                    },
                ],
                "block_id": "00000000000000000000000000000001.asked.1",
            },
            {
                "type": "context",
                "elements": [{"type": "mrkdwn", "text": "Open until 12 November.", "verbatim": True}],
                "block_id": "00000000000000000000000000000001.asked.2",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": """\
You get this as a member of Mentors 2026, and only you see it. The menu beside a question moves, skips or pauses it.
A reaction answers too: ✅ we met, 📅 it's booked, ⏳ not yet.\
""",
                        "verbatim": True,
                    }
                ],
            },
        ]
    )


def test_several_questions_share_one_greeting() -> None:
    reminder = replace(ASKED, notice=notice(2), partners=TEAM, nth=1, partner_paused_until=date(2026, 12, 3))
    answered = replace(ASKED, notice=notice(3), partners=("Eve",), answered=True, outcome=Outcome.BOOKED)

    assert read(views.message([ASKED, reminder, answered], ENGLISH)) == snapshot(
        [
            "(( Your check-in: 2 short questions. One click answers each. ))",
            "Time for your check-in. One click is a complete answer.",
            "Have you and Ana met since 3 November?",
            "[We met] [It's booked] [Not yet] <Ask me later / Skip this one / Pause… / I need help…>",
            "~ Open until 12 November.",
            "A gentle reminder: have you met any of your mentors (Ben and Cleo) since 3 November?",
            "[We met] [It's booked] [Not yet] <Ask me later / Skip this one / Pause… / I need help…>",
            "~ One of your mentors is paused until 3 December.",
            "~ Open until 12 November.",
            "With Eve: *it's booked*. Saved. Enjoy the meeting!",
            "[Add a line] [Edit] [Change who sees this] [I need help]",
            "~ Eve never sees this answer; Maria (coordinator) can.",
            "~ You get this as a member of Mentors 2026, and only you see it. The menu beside a question moves, skips or pauses it.",
        ]
    )


def test_reminders_are_gentle_and_need_no_greeting() -> None:
    assert rows(replace(ASKED, nth=1)) == snapshot(
        [
            "(( A gentle reminder: have you and Ana met since 3 November? ))",
            "A gentle reminder: have you and Ana met since 3 November?",
            "[We met] [It's booked] [Not yet] <Ask me later / Skip this one / Pause… / I need help…>",
            "~ Open until 12 November.",
            "~ You get this as a member of Mentors 2026, and only you see it. The menu beside a question moves, skips or pauses it.",
            "~ A reaction answers too: ✅ we met, 📅 it's booked, ⏳ not yet.",
        ]
    )
    assert rows(replace(ASKED, nth=2))[1] == snapshot(
        "My last reminder for this check-in: have you and Ana met since 3 November?"
    )


def test_later_says_when_and_leaves_the_buttons() -> None:
    assert rows(replace(ASKED, asks_again_on=date(2026, 11, 5)))[1:3] == snapshot(
        [
            "I will ask again on 5 November. If you would rather answer now: have you and Ana met since 3 November?",
            "[We met] [It's booked] [Not yet] <Ask me later / Skip this one / Pause… / I need help…>",
        ]
    )


def test_a_closed_check_in_still_welcomes_an_answer() -> None:
    assert rows(replace(ASKED, closed=True)) == snapshot(
        [
            "(( Your check-in with Ana ))",
            "This check-in with Ana has closed. A late answer is still welcome.",
            "[We met] [It's booked] [Not yet] [Add a line] [I need help]",
        ]
    )


def test_the_question_in_french() -> None:
    assert read(views.message([ASKED], FRENCH)) == snapshot(
        [
            "(( Avez-vous rencontré Ana depuis le 3 novembre\xa0? ))",
            "C’est le moment de votre point d’étape. Un clic suffit pour répondre.",
            "Avez-vous rencontré Ana depuis le 3 novembre\xa0?",
            "[C’est fait] [C’est prévu] [Pas encore] <Me demander plus tard / Passer cette fois / Faire une pause… / J’ai besoin d’aide…>",
            "~ Ouvert jusqu’au 12 novembre.",
            "~ Vous recevez ce message parce que vous participez à Mentors 2026, et personne d’autre ne le voit. Le menu à côté d’une question permet de la reporter, de la passer ou de faire une pause.",
            "~ Une réaction répond aussi\xa0: ✅ c’est fait, 📅 c’est prévu, ⏳ pas encore.",
        ]
    )


def test_an_older_message_of_a_question_asked_again_keeps_quiet() -> None:
    assert read(views.message([AskedAgain(notice=notice(), partners=("Ana",))], ENGLISH)) == snapshot(
        ["(( Your check-in with Ana ))", "~ With Ana: this check-in goes on further down."]
    )


def test_beside_a_question_that_was_asked_again_the_other_one_still_asks() -> None:
    again = AskedAgain(notice=notice(), partners=TEAM)
    assert read(views.message([again, ASKED], ENGLISH)) == snapshot(
        [
            "(( Have you and Ana met since 3 November? ))",
            "~ With Ben and Cleo: this check-in goes on further down.",
            "Time for your check-in. One click is a complete answer.",
            "Have you and Ana met since 3 November?",
            "[We met] [It's booked] [Not yet] <Ask me later / Skip this one / Pause… / I need help…>",
            "~ Open until 12 November.",
            "~ You get this as a member of Mentors 2026, and only you see it. The menu beside a question moves, skips or pauses it.",
            "~ A reaction answers too: ✅ we met, 📅 it's booked, ⏳ not yet.",
        ]
    )
