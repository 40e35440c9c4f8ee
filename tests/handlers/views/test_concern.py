"""Asking for help: whom it reaches is said before, and where it stands after."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from bot.domain.case import Urgency
from bot.domain.case_sayings import Standing
from bot.domain.sayings import Reader
from handlers import views
from tests.handlers.views.cases_said import STANDS
from tests.handlers.views.cases_shown import concern_form, concern_read, concern_sent
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.said import ANA, ENGLISH, FRENCH


def test_the_form_says_who_reads_it_and_that_it_is_sealed() -> None:
    assert read_modal(views.modal(concern_form())) == snapshot(
        [
            "== I need help ==",
            "If something in a mentoring relationship worries you, say so here. You choose who reads it; I never choose for you.",
            "Whom is it about?: <✓ Ana / Ben and Cleo>",
            "~ Whoever it is about is never told, and sees nothing of this anywhere.",
            "Who should read it?: <Ana / Ben>",
            "~ Only these people can. If you choose several, I go from one to the next until somebody takes it.",
            "How urgent is it?: <When you can / ✓ Soon / Now>",
            "~ Only “now” reaches them outside their working hours.",
            "What would you like them to know?: ||",
            "~ Kept sealed, and read only by those you chose. This form is not a Slack message, so it is not in message exports.",
            "~ You can also turn to: the ombuds office",
            "[Send] [Cancel]",
        ]
    )


def test_one_reader_is_ticked_and_of_several_none() -> None:
    one = read_modal(views.modal(replace(concern_form(), readers=(ANA,))))

    assert "Who should read it?: <✓ Ana>" in one
    assert "Who should read it?: <Ana / Ben>" in read_modal(views.modal(concern_form()))


def test_where_nobody_may_read_it_the_outside_contact_is_named() -> None:
    nobody = replace(concern_form(), readers=())
    assert read_modal(views.modal(nobody)) == snapshot(
        [
            "== I need help ==",
            "Nobody in your programme can read this at present, so I cannot take it.",
            "You can also turn to: the ombuds office",
            "[Close]",
        ]
    )
    assert read_modal(views.modal(replace(nobody, outside_contact=" "))) == snapshot(
        [
            "== I need help ==",
            "Nobody in your programme can read this at present, so I cannot take it.",
            "Please turn to somebody you trust, or to your human resources team.",
            "[Close]",
        ]
    )


def test_after_sending_it_says_who_hears_of_it_and_when() -> None:
    assert read_modal(views.modal(concern_sent())) == snapshot(
        [
            "== I need help ==",
            "Thank you for saying so. Only Maria and Tom can read it.",
            "Maria hears of it when their working day begins.",
            "In our conversation I keep you told of where it stands.",
            "You can also turn to: the ombuds office",
            "[Close]",
        ]
    )
    assert read_modal(views.modal(replace(concern_sent(), at_once=True)))[2] == snapshot("Maria hears of it right now.")
    assert read_modal(views.modal(replace(concern_sent(), first="")))[2] == snapshot(
        "None of them can be reached just now, so please turn to somebody you trust as well."
    )


def test_the_author_sees_where_it_stands() -> None:
    stood = [read(views.message([replace(STANDS, standing=standing)], ENGLISH)) for standing in Standing]
    assert stood == snapshot(
        [
            [
                "(( Something of yours has news. ))",
                "You asked for help. Maria and Tom can read it; nobody has opened it yet.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "You can also turn to: the ombuds office",
                "~ Only you see this message.",
            ],
            [
                "(( Something of yours has news. ))",
                "You asked for help. It has been opened: Maria is to see to it.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "You can also turn to: the ombuds office",
                "~ Only you see this message.",
            ],
            [
                "(( Something of yours has news. ))",
                "You asked for help. Maria is on it, and will be in touch with you.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "You can also turn to: the ombuds office",
                "~ Only you see this message.",
            ],
            [
                "(( Something of yours has news. ))",
                "You asked for help. Maria has marked it as resolved. If it is not, ask again: `/rapport concern`.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "~ Only you see this message.",
            ],
            [
                "(( Something of yours has news. ))",
                "You asked for help. It has rested for some days, so I have reminded Maria.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "You can also turn to: the ombuds office",
                "~ Only you see this message.",
            ],
            [
                "(( Something of yours has news. ))",
                "You asked for help. It was not taken in time, so Maria has been told as well.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "You can also turn to: the ombuds office",
                "~ Only you see this message.",
            ],
            [
                "(( Something of yours has news. ))",
                "You asked for help. Whoever came first cannot be reached at present, so Maria has been told.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "You can also turn to: the ombuds office",
                "~ Only you see this message.",
            ],
            [
                "(( Something of yours has news. ))",
                "You asked for help, and nobody has taken it in time. I am sorry.",
                "I wait for them until 11 November; then I go on to the next, or tell you.",
                "You can also turn to: the ombuds office",
                "~ Only you see this message.",
            ],
        ]
    )


@pytest.mark.parametrize("reader", [ENGLISH, FRENCH])
def test_its_notification_gives_nothing_away(reader: Reader) -> None:
    told = {views.message([replace(STANDS, standing=standing)], reader).text for standing in Standing}

    assert told == {"Something of yours has news."} or told == {"Il y a du nouveau pour vous."}


def test_the_words_are_read_in_a_modal_as_they_were_typed() -> None:
    assert read_modal(views.modal(concern_read())) == snapshot(
        [
            "== For you alone ==",
            "Dan asked for help on 3 November. It is about the pairing with Ana.",
            "They said: soon.",
            "> In their words",
            """\
> <!here> I would rather
not meet again.\
""",
            "Please write to Dan, and to nobody else. They see that you have opened this.",
            "[Message Dan] [I'm on it]",
            "~ Whatever you do next, please agree it with Dan first: a step that others notice could give them away.",
            "[Close]",
        ]
    )


def test_a_reader_is_told_how_urgent_it_is() -> None:
    urgent = [read_modal(views.modal(replace(concern_read(), urgency=urgency)))[2] for urgency in Urgency]
    assert urgent == snapshot(["They said: when you can.", "They said: soon.", "They said: *now*."])


def test_help_in_french() -> None:
    assert read_modal(views.modal(concern_form(FRENCH))) == snapshot(
        [
            "== J’ai besoin d’aide ==",
            "Si quelque chose dans un mentorat vous inquiète, dites-le ici. Vous choisissez qui le lit\xa0; je ne choisis jamais à votre place.",
            "De qui s’agit-il\xa0?: <✓ Ana / Ben et Cleo>",
            "~ La personne dont il s’agit n’est jamais prévenue, et n’en voit rien nulle part.",
            "Qui doit le lire\xa0?: <Ana / Ben>",
            "~ Seules ces personnes le peuvent. Si vous en choisissez plusieurs, je vais de l’une à l’autre jusqu’à ce que quelqu’un s’en occupe.",
            "Est-ce urgent\xa0?: <Quand vous pourrez / ✓ Bientôt / Maintenant>",
            "~ Seul «\xa0maintenant\xa0» leur parvient en dehors de leurs heures de travail.",
            "Que souhaitez-vous leur dire\xa0?: ||",
            "~ Gardé sous scellés, et lu seulement par les personnes choisies. Ce formulaire n’est pas un message Slack\xa0: il ne figure pas dans les exports de messages.",
            "~ Vous pouvez aussi vous adresser à\xa0: the ombuds office",
            "[Envoyer] [Annuler]",
        ]
    )
    assert read_modal(views.modal(concern_sent(FRENCH))) == snapshot(
        [
            "== J’ai besoin d’aide ==",
            "Merci de l’avoir dit. Lecture réservée\xa0: Maria et Tom.",
            "Maria l’apprend au début de sa journée de travail.",
            "Dans notre conversation, je vous dis où cela en est.",
            "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
            "[Fermer]",
        ]
    )
    assert read_modal(views.modal(concern_read(FRENCH))) == snapshot(
        [
            "== Pour vous uniquement ==",
            "Dan a demandé de l’aide le 3 novembre, au sujet du mentorat avec Ana.",
            "Bientôt, a dit cette personne.",
            "> Dans ses mots",
            """\
> <!here> I would rather
not meet again.\
""",
            "Écrivez à Dan, et à personne d’autre. Cette personne voit que vous avez ouvert ceci.",
            "[Écrire à Dan] [Je m’en occupe]",
            "~ Quoi que vous fassiez ensuite, convenez-en d’abord avec Dan\xa0: une démarche visible pourrait révéler qui vous a écrit.",
            "[Fermer]",
        ]
    )
    assert [read(views.message([replace(STANDS, standing=standing)], FRENCH)) for standing in Standing] == snapshot(
        [
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide. Lecture réservée\xa0: Maria et Tom. Personne ne l’a encore ouvert.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide. Le message a été ouvert\xa0: c’est au tour de Maria.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide. Maria s’en occupe et prendra contact avec vous.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide. Maria l’a marquée comme résolue. Si ce n’est pas le cas, redemandez\xa0: `/rapport concern`.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide. Rien n’a bougé depuis quelques jours\xa0: je l’ai rappelé à Maria.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide. Personne ne s’en est occupé à temps\xa0: Maria est maintenant au courant aussi.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide. La première personne n’est pas joignable en ce moment\xa0: Maria est maintenant au courant.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
            [
                "(( Il y a du nouveau pour vous. ))",
                "Vous avez demandé de l’aide, et personne ne s’en est occupé à temps. J’en suis désolé.",
                "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "~ Personne d’autre que vous ne voit ce message.",
            ],
        ]
    )
