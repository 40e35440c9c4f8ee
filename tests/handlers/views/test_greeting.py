"""The first word."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.member import Consent
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENGLISH, FIRST_WORD, FRENCH


def test_the_first_word_says_why_what_is_kept_and_who_sees_it() -> None:
    assert views.message([FIRST_WORD], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Hello Dan. I am Rapport, the bot that helps mentoring pairs keep in touch. I write because Maria (coordinator) would like you to take part in *Mentors 2026*.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.asked.0",
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*What I do.* I introduce you to your partner. Then, at your rhythm, I ask each of you in private if you have met. One click is a complete answer.
*What I keep.* Your answers and their dates, and from Slack your name, time zone and language.
I never read your conversations with your partner.\
""",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.asked.1",
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "*Who sees it.* Your partner never sees what you click; Maria (coordinator) can. Words you write go only to those you choose, each time.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.asked.2",
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
                "block_id": "00000000000000000000000000000001.asked.3",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "consent.ok",
                        "text": {"type": "plain_text", "text": "OK"},
                        "value": "ok",
                        "style": "primary",
                    },
                    {
                        "type": "button",
                        "action_id": "consent.not_for_me",
                        "text": {"type": "plain_text", "text": "Not for me"},
                        "value": "no",
                        "confirm": {
                            "title": {"type": "plain_text", "text": "Not for you?"},
                            "text": {
                                "type": "plain_text",
                                "text": "You will not take part in Mentors 2026, and I stop writing. I tell Maria (coordinator), and do not ask why.",
                            },
                            "confirm": {"type": "plain_text", "text": "Not for me"},
                            "deny": {"type": "plain_text", "text": "Go back"},
                            "style": "danger",
                        },
                    },
                ],
                "block_id": "00000000000000000000000000000001.asked.4",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "Nothing to do now: if you say nothing, the introduction follows. You can pause or stop at any time: `/rapport help`.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.asked.5",
            },
        ]
    )


def test_the_notification_greets() -> None:
    assert views.message([FIRST_WORD], ENGLISH).text == snapshot(
        "Hello Dan, this is Rapport, your programme's mentoring bot."
    )


def test_after_ok_the_buttons_are_gone() -> None:
    agreed = replace(FIRST_WORD, consent=Consent.GIVEN)

    assert read(views.message([agreed], ENGLISH))[-2:] == snapshot(
        ["[Change my hours]", "~ You said OK, thank you. You can pause or stop at any time: `/rapport help`."]
    )


def test_after_not_for_me_nothing_is_asked() -> None:
    refused = replace(FIRST_WORD, consent=Consent.REFUSED, programme="", coordinators=())

    assert read(views.message([refused], ENGLISH)) == snapshot(
        [
            "(( Hello Dan, this is Rapport, your programme's mentoring bot. ))",
            "You said that this is not for you. That is fine: I will leave you in peace. If you change your mind, tell your coordinator.",
        ]
    )


def test_the_first_word_in_french() -> None:
    assert read(views.message([FIRST_WORD], FRENCH)) == snapshot(
        [
            "(( Bonjour Dan, ici Rapport, le robot de votre programme de mentorat. ))",
            "Bonjour Dan. Je suis Rapport, le robot qui aide les personnes en mentorat à garder le lien. Votre participation à *Mentors 2026* vous est proposée par Maria (coordination).",
            "*Ce que je fais.* Je vous présente votre partenaire. Puis, à votre rythme, je demande à chaque personne, en privé, si la rencontre a eu lieu. Un clic suffit pour répondre.",
            "*Ce que je garde.* Vos réponses et leurs dates et, depuis Slack, votre nom, votre fuseau horaire et votre langue.",
            "Je ne lis jamais vos conversations avec votre partenaire.",
            "*Qui y a accès.* Vos clics ne sont jamais montrés à votre partenaire\xa0; ils peuvent l’être à Maria (coordination). Vos mots ne vont qu’aux personnes que vous choisissez, à chaque fois.",
            "*Vos heures\xa0:* du lundi au vendredi, de 09:00 à 17:30 (Europe/London). Sauf si vous m’écrivez, je n’écris que pendant ces heures.",
            "Je pose mes questions le mardi à 10:00.",
            "[Modifier mes heures]",
            "[D’accord] [Pas pour moi]",
            "~ Rien à faire pour l’instant\xa0: sans réponse de votre part, la présentation suivra. Vous pouvez faire une pause ou arrêter à tout moment\xa0: `/rapport help`.",
        ]
    )


def test_whoever_is_in_no_pair_is_told_of_rounds() -> None:
    assert read(views.message([replace(FIRST_WORD, programme="Writers", peers=True)], ENGLISH)) == snapshot(
        [
            "(( Hello Dan, this is Rapport, your programme's mentoring bot. ))",
            "Hello Dan. I am Rapport, the bot that helps people who learn from each other keep in touch. I write because you take part in *Writers*. Questions about it go to Maria (coordinator).",
            "*What I do.* I open its rounds and bring you together, as its card says.",
            "*What I keep.* What you say in the thread of a round or by a button, its date, and from Slack your name, time zone and language.",
            "I keep nothing of what is said anywhere else.",
            "*Who sees it.* Whoever can read the channel can read a round's thread. Words that you write by a button go only to those whom the form names. Numbers, and that somebody is silent for several rounds, can reach Maria (coordinator).",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "What I ask about rounds comes at about 10:00.",
            "[Change my hours]",
            "[OK] [Not for me]",
            "~ Nothing to do now. You can pause or stop at any time: `/rapport help`.",
        ]
    )


def test_whoever_is_in_no_pair_is_told_of_rounds_in_french() -> None:
    assert read(views.message([replace(FIRST_WORD, programme="Writers", peers=True)], FRENCH)) == snapshot(
        [
            "(( Bonjour Dan, ici Rapport, le robot de votre programme de mentorat. ))",
            "Bonjour Dan. Je suis Rapport, le robot qui aide à garder le lien celles et ceux qui apprennent ensemble. Je vous écris parce que vous participez à *Writers*. Les questions à ce sujet vont à Maria (coordination).",
            "*Ce que je fais.* J’ouvre les tours et je vous réunis, comme le dit la carte.",
            "*Ce que je garde.* Ce que vous dites dans le fil d’un tour ou par un bouton, sa date et, depuis Slack, votre nom, votre fuseau horaire et votre langue.",
            "Je ne garde rien de ce qui se dit ailleurs.",
            "*Qui y a accès.* Le fil d’un tour se lit par quiconque peut lire le canal. Les mots écrits par un bouton ne vont qu’aux personnes que le formulaire nomme. Des nombres, et un silence de plusieurs tours, peuvent parvenir à Maria (coordination).",
            "*Vos heures\xa0:* du lundi au vendredi, de 09:00 à 17:30 (Europe/London). Sauf si vous m’écrivez, je n’écris que pendant ces heures.",
            "Ce que je demande au sujet des tours arrive vers 10:00.",
            "[Modifier mes heures]",
            "[D’accord] [Pas pour moi]",
            "~ Rien à faire pour l’instant. Vous pouvez faire une pause ou arrêter à tout moment\xa0: `/rapport help`.",
        ]
    )
