"""The introduction and the first meeting."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.checkin import Meeting
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ANA, BEN, ENGLISH, FIRST_MEETING, FRENCH, INTRODUCTION


def test_the_introduction_says_who_why_and_what_comes_next() -> None:
    assert views.message([INTRODUCTION], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
Hello Dan and Ana: welcome to *Mentors 2026*.
*Who.* Ana is the mentor, Dan the mentee.
*Focus.* career
*Where.* Lyon and Leeds
*Why you.* You were paired by Maria (coordinator), with this focus in mind.\
""",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.planned-0.0",
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*Next step.* Dan proposes the first meeting.
These times are in everyone's working hours, and each of you sees them on your own clock:
•  <!date^1794304800^{date_long_pretty} {time}|Tuesday 10 November at 10:00 (Europe/London), Tuesday 10 November at 11:00 (Europe/Paris)>\
""",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.planned-0.1",
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*A first agenda.*
1. Who you are, and how you like to work.
2. What Dan hopes for, and how Ana can help.
3. How often you meet, and what stays between you.\
""",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.planned-0.2",
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "*Check-ins.* I ask each of you in private, once a month, if you have met. Nothing you answer is shown here.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.planned-0.3",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "meeting.planned",
                        "text": {"type": "plain_text", "text": "We've planned it"},
                        "value": "00000000-0000-0000-0000-000000000014",
                        "style": "primary",
                    },
                    {
                        "type": "button",
                        "action_id": "meeting.not_for_me",
                        "text": {"type": "plain_text", "text": "Not for me"},
                        "value": "00000000-0000-0000-0000-000000000014",
                    },
                ],
                "block_id": "00000000000000000000000000000001.planned-0.4",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "*Not for me* opens for you alone, and tells you what would happen first. To pause or stop: `/rapport help`.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.planned-0.5",
            },
        ]
    )


def test_an_introduction_to_a_team_without_a_common_hour() -> None:
    team = replace(INTRODUCTION, mentors=(ANA, BEN), focus=" ", sites="", slots=(), coordinator="")

    assert read(views.message([team], ENGLISH)) == snapshot(
        [
            "(( You are paired in Mentors 2026. Here is how to begin. ))",
            "Hello Dan, Ana and Ben: welcome to *Mentors 2026*.",
            "*Who.* Ana and Ben are the mentors, Dan is the mentee.",
            "*Why you.* You were paired by your coordinator.",
            "*Next step.* Dan proposes the first meeting.",
            "I found no hour that suits everyone's working time, so please look for one together.",
            "*A first agenda.*",
            "1. Who you are, and how you like to work.",
            "2. What Dan hopes for, and how Ana and Ben can help.",
            "3. How often you meet, and what stays between you.",
            "*Check-ins.* I ask each of you in private, once a month, if you have met. Nothing you answer is shown here.",
            "[We've planned it] [Not for me]",
            "~ *Not for me* opens for you alone, and tells you what would happen first. To pause or stop: `/rapport help`.",
        ]
    )


def test_once_a_meeting_is_planned_the_introduction_says_by_whom() -> None:
    planned = replace(INTRODUCTION, planned_by=("Ana",))

    assert read(views.message([planned], ENGLISH))[-3:] == snapshot(
        [
            "Ana says that a first meeting is planned. Enjoy it!",
            "[Not for me]",
            "~ *Not for me* opens for you alone, and tells you what would happen first. To pause or stop: `/rapport help`.",
        ]
    )


def test_an_introduction_that_is_over_offers_nothing() -> None:
    assert read(views.message([replace(INTRODUCTION, over=True)], ENGLISH)) == snapshot(
        [
            "(( This pairing in Mentors 2026 is over. Thank you for the time you gave it. ))",
            "This pairing in Mentors 2026 is over. Thank you for the time you gave it.",
        ]
    )


def test_the_introduction_in_french() -> None:
    assert read(views.message([INTRODUCTION], FRENCH)) == snapshot(
        [
            "(( Votre mentorat dans Mentors 2026 commence. Voici comment. ))",
            "Bonjour Dan et Ana, et bienvenue dans *Mentors 2026*.",
            "*Qui.* Mentor\xa0: Ana. Personne mentorée\xa0: Dan.",
            "*Thème.* career",
            "*Où.* Lyon and Leeds",
            "*Pourquoi vous.* Ce mentorat vous a été proposé par Maria (coordination), avec ce thème en tête.",
            "*Et maintenant.* Dan propose la première rencontre.",
            "Ces créneaux tombent dans les heures de travail de tout le monde, et chaque personne les voit à son heure\xa0:",
            "•  <!date^1794304800^{date_long_pretty} {time}|mardi 10 novembre à 10:00 (Europe/London), mardi 10 novembre à 11:00 (Europe/Paris)>",
            "*Un premier ordre du jour.*",
            "1. Qui vous êtes, et comment vous aimez travailler.",
            "2. Pour Dan, ce qui est attendu\xa0; pour Ana, comment aider.",
            "3. À quel rythme vous voir, et ce qui reste entre vous.",
            "*Points d’étape.* Je demande à chaque personne en privé, une fois par mois, si la rencontre a eu lieu. Vos réponses ne s’affichent jamais ici.",
            "[C’est prévu] [Pas pour moi]",
            "~ *Pas pour moi* ne s’ouvre que pour vous, et dit d’abord ce qui se passerait. Pour faire une pause ou arrêter\xa0: `/rapport help`.",
        ]
    )


def test_the_first_meeting_is_asked_in_one_line() -> None:
    assert views.message([FIRST_MEETING], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Have you found a time for a first meeting with Ana?",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.asked.0",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "first.met",
                        "text": {"type": "plain_text", "text": "We've met"},
                        "value": "00000000-0000-0000-0000-000000000014",
                    },
                    {
                        "type": "button",
                        "action_id": "first.planned",
                        "text": {"type": "plain_text", "text": "It's planned"},
                        "value": "00000000-0000-0000-0000-000000000014",
                    },
                    {
                        "type": "button",
                        "action_id": "first.not_yet",
                        "text": {"type": "plain_text", "text": "Not yet"},
                        "value": "00000000-0000-0000-0000-000000000014",
                    },
                    {
                        "type": "button",
                        "action_id": "concern.about",
                        "text": {"type": "plain_text", "text": "I need help"},
                        "value": "00000000-0000-0000-0000-000000000014",
                    },
                ],
                "block_id": "00000000000000000000000000000001.asked.1",
            },
            {
                "type": "context",
                "elements": [{"type": "mrkdwn", "text": "Ana never sees your answer.", "verbatim": True}],
                "block_id": "00000000000000000000000000000001.asked.2",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "I ask once, a week after the introduction. To pause or stop: `/rapport help`.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.asked.3",
            },
        ]
    )


def test_each_answer_about_the_first_meeting_is_received() -> None:
    answers = {str(each): replace(FIRST_MEETING, meeting=each) for each in Meeting}

    assert {each: read(views.message([asked], ENGLISH)) for each, asked in answers.items()} == snapshot(
        {
            "planned": [
                "(( Your first meeting with Ana: your answer is saved. ))",
                "You said: it is planned. Enjoy it!",
                "[We've met] [Not yet] [I need help]",
                "~ Ana never sees your answer.",
            ],
            "met": [
                "(( Your first meeting with Ana: your answer is saved. ))",
                "You said: we have met. Good to hear! I will ask again at your first check-in.",
                "[I need help]",
                "~ Ana never sees your answer.",
            ],
            "not_yet": [
                "(( Your first meeting with Ana: your answer is saved. ))",
                "You said: not yet. That is quite usual. A short message with two possible times often does it.",
                "[We've met] [It's planned] [I need help]",
                "~ Ana never sees your answer.",
            ],
        }
    )


def test_the_first_meeting_in_french() -> None:
    assert read(views.message([FIRST_MEETING], FRENCH)) == snapshot(
        [
            "(( Avez-vous trouvé un moment pour une première rencontre avec Ana\xa0? ))",
            "Avez-vous trouvé un moment pour une première rencontre avec Ana\xa0?",
            "[C’est fait] [C’est prévu] [Pas encore] [J’ai besoin d’aide]",
            "~ Ana ne voit jamais votre réponse.",
            "~ Je pose la question une seule fois, une semaine après la présentation. Pour faire une pause ou arrêter\xa0: `/rapport help`.",
        ]
    )
