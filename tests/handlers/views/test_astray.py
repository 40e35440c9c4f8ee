"""Words that reached nobody: whom to write to, and what becomes of them."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from inline_snapshot import snapshot

from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import ASTRAYS, ENGLISH, FRENCH


def test_whoever_was_meant_is_a_link_and_nobody_else_is_named() -> None:
    assert [read(views.message([astray], ENGLISH)) for astray in ASTRAYS] == snapshot(
        [
            [
                "(( That did not reach Maria. ))",
                "I pass no words on, so that did not reach Maria. Please write to <@U0MARIA>.",
                "You can also turn to: the ombuds office",
                "I keep it for you alone; it is part of no check-in.",
                "To answer a check-in, press a button beside its question, or reply in its thread.",
                "[Forget it]",
            ],
            [
                "(( That did not reach Maria. ))",
                "I pass no words on, so that did not reach Maria. Please write to <@U0MARIA>.",
                "I do not keep it.",
            ],
            [
                "(( I pass no words on, so that reached nobody. ))",
                "I pass no words on, so that reached nobody.",
                "I keep it for you alone; it is part of no check-in.",
                "To answer a check-in, press a button beside its question, or reply in its thread.",
                "[Forget it]",
            ],
        ]
    )


def test_it_is_said_in_french() -> None:
    assert [read(views.message([astray], FRENCH)) for astray in ASTRAYS] == snapshot(
        [
            [
                "(( Cela n’est pas parvenu à Maria. ))",
                "Je ne transmets aucun message\xa0: celui-ci n’est pas parvenu à Maria. Écrivez directement à <@U0MARIA>.",
                "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
                "Je le garde pour vous uniquement\xa0; il ne fait partie d’aucun point d’étape.",
                "Pour répondre à un point d’étape, cliquez sur un bouton à côté de la question, ou répondez dans son fil.",
                "[Oublier]",
            ],
            [
                "(( Cela n’est pas parvenu à Maria. ))",
                "Je ne transmets aucun message\xa0: celui-ci n’est pas parvenu à Maria. Écrivez directement à <@U0MARIA>.",
                "Je ne le garde pas.",
            ],
            [
                "(( Je ne transmets aucun message\xa0: celui-ci n’est parvenu à personne. ))",
                "Je ne transmets aucun message\xa0: celui-ci n’est parvenu à personne.",
                "Je le garde pour vous uniquement\xa0; il ne fait partie d’aucun point d’étape.",
                "Pour répondre à un point d’étape, cliquez sur un bouton à côté de la question, ou répondez dans son fil.",
                "[Oublier]",
            ],
        ]
    )
