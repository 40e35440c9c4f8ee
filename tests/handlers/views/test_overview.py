"""`/rapport`: what is mine, what is next."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.member import Consent
from bot.domain.showings import Duties
from handlers import views
from tests.handlers.views.cases_shown import ROWS
from tests.handlers.views.homes_shown import MINE, MINES, overview, report
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENGLISH, FRENCH, HOURS


def test_the_overview_is_what_is_mine_and_what_is_next() -> None:
    assert views.answer(overview()).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "*Your mentoring.* You have one pairing.", "verbatim": True},
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*With Ana*
You are the mentee.
*Focus.* career
Check-ins once a month.
Next question: Tuesday 10 November at 10:00.\
""",
                    "verbatim": True,
                },
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.
I ask on Tuesdays at 10:00.\
""",
                    "verbatim": True,
                },
                "accessory": {
                    "type": "button",
                    "action_id": "hours.open",
                    "text": {"type": "plain_text", "text": "Change my hours"},
                    "value": "hours",
                },
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "*You coordinate* Mentors 2026. Try `/rapport report` or `/rapport pair`.",
                    "verbatim": True,
                },
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "To pause: `/rapport pause 2 weeks`. `/rapport help` lists everything I can do.",
                        "verbatim": True,
                    }
                ],
            },
        ]
    )


def test_each_pairing_says_how_it_stands() -> None:
    assert read(views.answer(replace(overview(), pairings=MINES[:5], coordinates=(), hours=None))) == snapshot(
        [
            "(( Your mentoring ))",
            "*Your mentoring.* You have 5 pairings.",
            "*With Ana*",
            "You are the mentee.",
            "*Focus.* career",
            "Check-ins once a month.",
            "Next question: Tuesday 10 November at 10:00.",
            "*With Ana*",
            "You are the mentor.",
            "Check-ins once a month.",
            "Ana is paused until 3 December.",
            "Next question: Tuesday 10 November at 10:00.",
            "*With Ana*",
            "You are the mentee.",
            "*Focus.* career",
            "Check-ins once a month.",
            "A check-in waits for you.",
            "Open until 12 November.",
            "[Answer]",
            "*With Ana*",
            "You are the mentee.",
            "*Focus.* career",
            "Check-ins once a month.",
            "A check-in waits for you.",
            "[Answer]",
            "*With Ana*",
            "You are the mentee.",
            "*Focus.* career",
            "Check-ins once a month.",
            "Paused until 3 December.",
            "[Resume now]",
            "~ To pause: `/rapport pause 2 weeks`. `/rapport help` lists everything I can do.",
        ]
    )


def test_the_overview_of_somebody_without_pairings() -> None:
    nothing = replace(overview(), pairings=(), coordinates=(), hours=None)

    assert read(views.answer(nothing)) == snapshot(
        [
            "(( Your mentoring ))",
            "*Your mentoring.* You are in no pairing at present. When a coordinator pairs you, I will write to you.",
            "~ To pause: `/rapport pause 2 weeks`. `/rapport help` lists everything I can do.",
        ]
    )
    assert read(views.answer(replace(nothing, consent=Consent.REFUSED)))[1] == snapshot(
        "*Your mentoring.* You said that this is not for you, so I ask you nothing. If you change your mind, tell your coordinator."
    )


def test_an_overview_too_long_for_a_message_says_how_many_are_missing() -> None:
    shown = views.answer(replace(overview(), pairings=(MINE,) * 60))

    assert len(shown.blocks) == 50
    assert read(shown)[-5] == snapshot(
        "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours."
    )


def test_a_coordinator_without_a_pairing_sees_what_there_is_to_do() -> None:
    duties = Duties(reader=ENGLISH, cases=ROWS, reports=(report(),), hours=HOURS)

    assert read(views.answer(duties)) == snapshot(
        [
            "(( What you coordinate ))",
            "*2 cases wait.* 1 is taken. 1 is put off.",
            "*Mentors 2026*: pairings today",
            "Active: 41",
            "Paused: 2",
            "*What you can ask me*",
            "`/rapport cases`: what waits for you",
            "`/rapport report`: your programme in numbers",
            "`/rapport pair @mentor @mentee`: pair people by hand",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "[Change my hours]",
            "~ `/rapport help` lists everything I can do.",
        ]
    )
    assert read(views.answer(replace(duties, reader=FRENCH))) == snapshot(
        [
            "(( Ce que vous coordonnez ))",
            "*2 cas attendent.* 1 est en cours. 1 est en attente.",
            "*Mentors 2026*\xa0: les mentorats aujourd’hui",
            "Actifs\xa0: 41",
            "En pause\xa0: 2",
            "*Ce que vous pouvez me demander*",
            "`/rapport cases`\xa0: ce qui vous attend",
            "`/rapport report`\xa0: votre programme en chiffres",
            "`/rapport pair @mentor @mentee`\xa0: former un mentorat à la main",
            "*Vos heures\xa0:* du lundi au vendredi, de 09:00 à 17:30 (Europe/London). Sauf si vous m’écrivez, je n’écris que pendant ces heures.",
            "[Modifier mes heures]",
            "~ `/rapport help` dit tout ce que je sais faire.",
        ]
    )


def test_the_overview_in_french() -> None:
    assert read(views.answer(overview(FRENCH))) == snapshot(
        [
            "(( Votre mentorat ))",
            "*Votre mentorat.* Vous en avez un.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Points d’étape une fois par mois.",
            "Prochaine question\xa0: mardi 10 novembre à 11:00.",
            "*Vos heures\xa0:* du lundi au vendredi, de 09:00 à 17:30 (Europe/London). Sauf si vous m’écrivez, je n’écris que pendant ces heures.",
            "Je pose mes questions le mardi à 10:00.",
            "[Modifier mes heures]",
            "*Vous coordonnez* Mentors 2026. Essayez `/rapport report` ou `/rapport pair`.",
            "~ Pour une pause\xa0: `/rapport pause 2 semaines`. `/rapport help` dit tout ce que je sais faire.",
        ]
    )
