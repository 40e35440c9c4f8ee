"""What people read of a rotation, in French; in English the journeys show it."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.checkin import Meeting
from bot.domain.rotation_sayings import RotationCard, RotationLeftOut, RotationSaying
from handlers import views
from tests.handlers.views.reading import lines
from tests.handlers.views.rotations_said import (
    ASIDE,
    ASK,
    FACE,
    MEETING,
    NOTICE,
    NUDGE,
    ROTATION_SAYINGS,
    STAY,
    WARNING,
    rotation_showings,
)
from tests.handlers.views.said import ENGLISH, FRENCH


def test_a_rotation_in_french() -> None:
    said: list[RotationSaying] = [RotationCard(notice=NOTICE, face=FACE), WARNING, MEETING, NUDGE, ASK, STAY, ASIDE]

    assert [lines(views.message([each], FRENCH).blocks) for each in said] == snapshot(
        [
            [
                "*Coffees*",
                "À chaque tour, je vous présente une autre personne. Si le nombre est impair, l’une de vous n’a pas de rencontre, et jamais la même deux fois de suite.",
                "Toutes les deux semaines, le lundi à 10:00 (Europe/London).",
                "Le prochain tour commence le lundi 16 novembre à 10:00.",
                "212 personnes peuvent lire ce canal, 2 dans cette rotation.",
                "Dans la rotation\xa0: Ana et Ben.",
                "On y entre sur invitation.",
                "Questions sur la rotation\xa0: Maria (coordination).",
                "[Participer] [Quitter]",
                "~ Je préviens le jour ouvré d’avant, et un clic suffit pour passer un tour. Je ne lis jamais vos conversations.",
                "~ Les mots écrits dans un message Slack peuvent être exportés par les propriétaires de votre espace de travail.",
            ],
            [
                "*Coffees*\xa0: le lundi 16 novembre à 11:00, je vous présente quelqu’un.",
                "[Passer ce tour]",
                "~ Vous êtes dans la rotation Coffees. Pour faire une pause ou arrêter\xa0: `/rapport help`.",
            ],
            [
                "Bonjour Ana, Ben et Cleo\xa0: ce tour de *Coffees* vous réunit.",
                "*Et maintenant.* Ana propose un moment, une demi-heure suffit, d’ici au 26 novembre.",
                "Ces créneaux tombent dans les heures de travail de tout le monde, et chaque personne les voit à son heure\xa0:",
                "•  <!date^1794823200^{date_long_pretty} {time}|lundi 16 novembre à 10:00 (Europe/London), lundi 16 novembre à 15:30 (Asia/Kolkata)>",
                "*Pour commencer.* Sur quoi travaillez-vous en ce moment, et sur quoi aimeriez-vous un autre regard\xa0?",
                "[C’est prévu] [C’est fait] [Pas pour moi]",
                "~ *Pas pour moi* ne s’ouvre que pour vous, et dit d’abord ce qui se passerait. Pour faire une pause ou arrêter\xa0: `/rapport help`.",
            ],
            [
                "*Coffees*\xa0: avez-vous trouvé un moment pour rencontrer Ben\xa0? Le tour dure jusqu’au 26 novembre.",
                "[C’est fait] [C’est prévu] [Pas cette fois]",
                "~ Je le demande une seule fois par tour. Pour faire une pause ou arrêter\xa0: `/rapport help`.",
            ],
            [
                "*Coffees*\xa0: avez-vous rencontré Ben et Cleo\xa0?",
                "[C’est fait] [C’est prévu] [Pas cette fois]",
                "~ Un clic suffit. Maria (coordination) voit combien de rencontres ont eu lieu, jamais lesquelles. Pour faire une pause ou arrêter\xa0: `/rapport help`.",
            ],
            [
                "*Coffees*\xa0: je n’ai pas eu de nouvelles de vous pendant 3 tours. Souhaitez-vous rester\xa0? Sans réponse avant le lundi 16 novembre à 11:00, les tours continuent sans vous, et vous pourrez revenir quand vous voudrez.",
                "[Je reste] [Pas pour l’instant]",
                "~ Les deux conviennent, et personne d’autre n’apprend votre choix.",
            ],
            [
                "*Coffees*\xa0: les tours continuent sans vous pour l’instant, pour que personne n’attende de réponse. Vous serez de nouveau bienvenu·e quand vous voudrez.",
                "[Participer de nouveau]",
            ],
        ]
    )


def test_why_somebody_meets_nobody_is_said_in_french_too() -> None:
    out = [each for each in ROTATION_SAYINGS if isinstance(each, RotationLeftOut)]

    assert [lines(views.message([each], FRENCH).blocks)[0] for each in out] == snapshot(
        [
            "*Coffees*\xa0: pas de rencontre pour vous à ce tour. Le nombre est impair, une personne reste donc seule, et cette fois c’est vous. La prochaine fois, votre rencontre est assurée.",
            "*Coffees*\xa0: pas de rencontre pour vous à ce tour, car personne d’autre n’y participe.",
            "*Coffees*\xa0: pas de rencontre pour vous à ce tour. Je n’ai trouvé personne de libre pour vous.",
            "*Coffees*\xa0: votre rencontre de ce tour n’aura finalement pas lieu. Cela n’a rien à voir avec vous, et la prochaine fois vous passez en premier.",
            "*Coffees*\xa0: vous ne rencontrez personne à ce tour.",
            "*Coffees*\xa0: pas de rencontre pour vous à ce tour. Le nombre est impair, une personne reste donc seule, et cette fois c’est vous. La prochaine fois, votre rencontre est assurée.",
        ]
    )


def test_a_notification_says_nothing_private() -> None:
    """On a locked screen: no names, and nothing of what anybody answered."""
    answered: list[RotationSaying] = [replace(ASK, answer=Meeting.NOT_YET), replace(NUDGE, answer=Meeting.PLANNED)]
    told = [views.message([each], ENGLISH).text for each in (*ROTATION_SAYINGS, *answered)]

    private = ("Ana", "Ben", "Cleo", "not this time", "planned")
    assert [text for text in told if any(word in text for word in private)] == []
    assert "Coffees: meet each other" in told


def test_numbers_of_a_rotation_say_what_they_are_a_part_of() -> None:
    shown = rotation_showings(ENGLISH)[6]

    assert lines(views.answer(shown).blocks)[-4:] == snapshot(
        [
            "Skipped: 0",
            "Without a meeting: 0",
            "Set aside after silent rounds: 0",
            "~ `/rapport rotation settings` changes it, `/rapport rotation end` ends it.",
        ]
    )
