"""What a coordinator hears, what pairing did, and the end as a partner hears it."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.checkin import About
from bot.domain.sayings import Saying
from bot.domain.showings import LineRead, Paired
from handlers import views
from tests.handlers.views.cases_said import BACK_EARLY, LINE, LONG_PAUSE, WELCOMES, WITHDRAWN
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENDED, ENGLISH, ENTRY, FRENCH

TOLD: tuple[Saying, ...] = (WITHDRAWN, ENDED, LONG_PAUSE)


def test_a_withdrawal_says_what_the_partner_knows() -> None:
    assert views.message([WITHDRAWN], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
Dan chose *Not for me* in Mentors 2026, so the pairing with Ana is withdrawn.
Ana had not heard of the pairing, and was told nothing.
To pair anew: `/rapport pair @mentor @mentee`.\
""",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.told.0",
            },
            {
                "type": "context",
                "elements": [
                    {"type": "mrkdwn", "text": "You get this as a coordinator. Only you see it.", "verbatim": True}
                ],
                "block_id": "00000000000000000000000000000001.told.1",
            },
        ]
    )
    assert read(views.message([replace(WITHDRAWN, introduced=True)], ENGLISH))[2] == snapshot(
        "They had been introduced, so Ana may welcome a word from you."
    )


def test_the_end_is_told_in_the_same_words_whatever_the_reason() -> None:
    assert read(views.message([ENDED], ENGLISH)) == snapshot(
        [
            "(( News about one of your pairings ))",
            "Your pairing with Ana has come to an end. Thank you for the time you gave it.",
            "Pairings end for many reasons, and nobody is to blame.",
            "If you would like a new partner, or a word, Maria (coordinator) is there for you.",
        ]
    )


def test_a_long_pause_asks_for_nothing() -> None:
    assert read(views.message([LONG_PAUSE], ENGLISH)) == snapshot(
        [
            "(( Something in your programme needs a look from you. ))",
            "Dan will have paused the pairing with Ana for 61 days within a year, which is more than eight weeks.",
            "Nothing has to be done. A friendly word may help.",
            "~ You get this as a coordinator. Only you see it.",
        ]
    )


def test_who_comes_back_early_sets_it_right() -> None:
    said = read(views.message([BACK_EARLY], ENGLISH))

    assert said[1] == "Dan is back earlier than planned: the pairing with Ana was paused for 9 days within a year."


def test_whoever_runs_a_programme_hears_what_comes_to_them() -> None:
    assert [read(views.message([each], ENGLISH)) for each in WELCOMES] == snapshot(
        [
            [
                "(( You help to run Mentors 2026. ))",
                "You coordinate *Mentors 2026*, and I am Rapport, the bot that helps its pairs keep in touch. I bring you what needs a person: pairs who do not meet or have gone silent, people who cannot be reached, and whoever asks for your help. What nobody has taken after some working days goes on to Tom (coordinator).",
                "*What you can ask me*",
                "`/rapport cases`: what waits for you",
                "`/rapport report`: your programme in numbers",
                "`/rapport pair @mentor @mentee`: pair people by hand",
                "~ You get this as a coordinator. Only you see it.",
            ],
            [
                "(( You help to run Mentors 2026. ))",
                "You are the backup in *Mentors 2026*, and I am Rapport, the bot that helps its pairs keep in touch. You hear of what Maria (coordinator) has not taken after some working days, of pairings that Maria (coordinator) is in, and of whoever asks for your help.",
                "*What you can ask me*",
                "`/rapport cases`: what waits for you",
                "`/rapport report`: your programme in numbers",
                "`/rapport pair @mentor @mentee`: pair people by hand",
                "~ You get this as a coordinator. Only you see it.",
            ],
        ]
    )


def test_the_welcome_in_french() -> None:
    assert [read(views.message([each], FRENCH)) for each in WELCOMES] == snapshot(
        [
            [
                "(( Vous participez à la coordination\xa0: Mentors 2026. ))",
                "Vous coordonnez *Mentors 2026*. Je suis Rapport, le bot qui aide les mentorats à garder le lien. Je vous signale ce qui demande une personne\xa0: les mentorats sans rencontre ou devenus silencieux, les personnes injoignables, et toute demande d’aide qui vous est adressée. Ce que personne n’a pris après quelques jours ouvrés passe à Tom (coordination).",
                "*Ce que vous pouvez me demander*",
                "`/rapport cases`\xa0: ce qui vous attend",
                "`/rapport report`\xa0: votre programme en chiffres",
                "`/rapport pair @mentor @mentee`\xa0: former un mentorat à la main",
                "~ Vous recevez ce message au titre de la coordination. Personne d’autre ne le voit.",
            ],
            [
                "(( Vous participez à la coordination\xa0: Mentors 2026. ))",
                "Vous êtes en relais pour *Mentors 2026*. Je suis Rapport, le bot qui aide les mentorats à garder le lien. Je vous signale ce qui reste sans suite chez Maria (coordination) après quelques jours ouvrés, ce qui touche un mentorat avec Maria (coordination), et toute demande d’aide qui vous est adressée.",
                "*Ce que vous pouvez me demander*",
                "`/rapport cases`\xa0: ce qui vous attend",
                "`/rapport report`\xa0: votre programme en chiffres",
                "`/rapport pair @mentor @mentee`\xa0: former un mentorat à la main",
                "~ Vous recevez ce message au titre de la coordination. Personne d’autre ne le voit.",
            ],
        ]
    )


def test_no_notification_names_whom_a_private_matter_is_about() -> None:
    for told in (*TOLD, LINE):
        text = views.message([told], ENGLISH).text
        assert "Dan" not in text, text
        assert "Ana" not in text, text


def test_private_words_are_told_of_without_a_name_and_read_in_a_modal() -> None:
    assert views.message([LINE], ENGLISH).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "Someone in Mentors 2026 has written something for you alone.",
                    "verbatim": True,
                },
                "block_id": "00000000000000000000000000000001.waiting.0",
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "line.read",
                        "text": {"type": "plain_text", "text": "Read"},
                        "value": "00000000-0000-0000-0000-000000000028",
                        "style": "primary",
                    }
                ],
                "block_id": "00000000000000000000000000000001.waiting.1",
            },
            {
                "type": "context",
                "elements": [
                    {
                        "type": "mrkdwn",
                        "text": "You get this as a coordinator. It opens for you alone, and that you opened it is recorded.",
                        "verbatim": True,
                    }
                ],
                "block_id": "00000000000000000000000000000001.waiting.2",
            },
        ]
    )
    line = LineRead(
        reader=ENGLISH, entry=ENTRY, author="Dan", about=About.QUESTION, question="wellbeing", text="<!here> *tired*"
    )
    assert views.modal(line) == snapshot(
        {
            "type": "modal",
            "title": {"type": "plain_text", "text": "For you alone"},
            "close": {"type": "plain_text", "text": "Close"},
            "blocks": [
                {
                    "type": "section",
                    "text": {
                        "type": "mrkdwn",
                        "text": "Dan wrote this for you, and for nobody else:",
                        "verbatim": True,
                    },
                },
                {
                    "type": "rich_text",
                    "elements": [
                        {
                            "type": "rich_text_section",
                            "elements": [
                                {"type": "text", "text": "How have you been, all in all?", "style": {"bold": True}}
                            ],
                        },
                        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "<!here> *tired*"}]},
                    ],
                },
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "action_id": "line.message",
                            "text": {"type": "plain_text", "text": "Message Dan"},
                            "value": "00000000-0000-0000-0000-000000000028",
                        }
                    ],
                },
                {
                    "type": "context",
                    "elements": [
                        {
                            "type": "mrkdwn",
                            "text": "Whatever you do next, please agree it with Dan first: a step that others notice could give them away.",
                            "verbatim": True,
                        }
                    ],
                },
            ],
        }
    )


def test_private_words_can_be_taken_back() -> None:
    assert read(views.message([replace(LINE, waiting=False)], ENGLISH)) == snapshot(
        [
            "(( Someone in Mentors 2026 has taken back what they had written for you. ))",
            "Someone in Mentors 2026 has taken back what they had written for you.",
        ]
    )


def test_pairing_says_who_is_new_and_who_was_there() -> None:
    paired = Paired(reader=ENGLISH, programme="Mentors 2026", mentor="Ana", made=("Dan",), there_already=("Fay",))

    assert read(views.answer(paired)) == snapshot(
        [
            "(( Pairing in Mentors 2026: done. ))",
            "Paired in *Mentors 2026*: Ana as mentor with Dan.",
            "Each gets a first word from me if they have not had one. The introduction follows on the next working morning.",
            "Fay was already paired with Ana.",
        ]
    )
    assert read(views.answer(replace(paired, made=()))) == snapshot(
        ["(( Pairing in Mentors 2026: done. ))", "Fay was already paired with Ana."]
    )


def test_what_is_told_in_french() -> None:
    assert [read(views.message([told], FRENCH)) for told in (*TOLD, LINE)] == snapshot(
        [
            [
                "(( Quelque chose dans Mentors 2026 mérite votre attention. ))",
                "Dan a choisi *Pas pour moi* dans Mentors 2026\xa0: le mentorat avec Ana est retiré.",
                "Ana n’avait pas connaissance de ce mentorat et n’a reçu aucun message à ce sujet.",
                "Pour former un autre mentorat\xa0: `/rapport pair @mentor @mentee`.",
                "~ Vous recevez ce message au titre de la coordination. Personne d’autre ne le voit.",
            ],
            [
                "(( Des nouvelles d’un de vos mentorats ))",
                "Votre mentorat avec Ana a pris fin. Merci pour le temps que vous y avez consacré.",
                "Un mentorat prend fin pour bien des raisons, et ce n’est la faute de personne.",
                "Pour un nouveau mentorat, ou simplement pour en parler, adressez-vous à Maria (coordination).",
            ],
            [
                "(( Quelque chose dans votre programme mérite votre attention. ))",
                "Le mentorat entre Dan et Ana aura été en pause 61 jours en un an, soit plus de huit semaines.",
                "Rien n’est à faire. Un mot amical peut aider.",
                "~ Vous recevez ce message au titre de la coordination. Personne d’autre ne le voit.",
            ],
            [
                "(( Quelqu’un dans Mentors 2026 a écrit quelques mots pour vous uniquement. ))",
                "Quelqu’un dans Mentors 2026 a écrit quelques mots pour vous uniquement.",
                "[Lire]",
                "~ Vous recevez ce message au titre de la coordination. Les mots ne s’ouvrent que pour vous, et leur ouverture est consignée.",
            ],
        ]
    )
