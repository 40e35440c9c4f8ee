"""Groups and rotations on Home and in `/rapport`."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace
from typing import Any, cast

from inline_snapshot import snapshot

from bot.domain.sayings import Reader
from bot.domain.showings import Home
from handlers import views
from tests.handlers.views import homes_shown
from tests.handlers.views.gatherings_shown import COFFEES, MANY, MINE, RUN, RUN_MANY, WRITERS
from tests.handlers.views.reading import lines
from tests.handlers.views.said import ENGLISH, FRENCH


def on(home: Home) -> list[str]:
    return lines(cast(Any, views.home(home)["blocks"]))


def peer(*gatherings: Any, reader: Reader = ENGLISH, **changes: Any) -> Home:
    """Somebody who is in no pair."""
    mine = replace(homes_shown.in_gatherings(reader, gatherings), coordinates=())
    return Home(overview=mine, stands=(), cases=(), reports=(), can_ask=False, outside_contact="", **changes)


def test_whoever_is_only_in_rounds_sees_them_and_nothing_of_pairs() -> None:
    assert on(peer(MINE[0], COFFEES)) == snapshot(
        [
            "*Your groups and rotations*",
            "*Writers*, a peer group",
            "A round is open until 5 November: answer in its thread, in the channel.",
            "Ben leads it.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "You promised: “I will rest.”",
            "You promised: “I will &lt;@U0ANA&gt; write more.”",
            "[Leave]",
            "*Coffees*, a rotation",
            "In this round you meet Cleo and Dan.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Skip this time] [Leave]",
            "[Pause…]",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "What I ask about rounds comes at about 10:00.",
            "[Change my hours]",
            "~ *What I keep.* What you say in the thread of a round or by a button, its date, and from Slack your name, time zone and language.",
            "~ I keep nothing of what is said anywhere else.",
            "~ Words typed in a Slack message can be exported by your workspace's owners.",
            "~ `/rapport help` lists everything I can do.",
        ]
    )


def test_every_place_has_its_words_and_its_way_on() -> None:
    assert on(peer(*MINE[1:])) == snapshot(
        [
            "*Your groups and rotations*",
            "*Writers*, a peer group",
            "A round is open until 5 November. You have been heard in it.",
            "You lead it.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Leave]",
            "*Writers*, a peer group",
            "It pauses until 5 November.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Leave]",
            "*Writers*, a peer group",
            "It stands still: I cannot write in its channel.",
            "[Leave]",
            "*Coffees*, a rotation",
            "In this round you meet Cleo and Dan.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Skip this time] [Leave]",
            "*Coffees*, a rotation",
            "The next round begins on Tuesday 10 November at 10:00.",
            "The next round goes by without you.",
            "[Take part after all] [Leave]",
            "*Writers*, a peer group",
            "You have been asked to join.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Join] [No, thanks]",
            "*Writers*, a peer group",
            "The rounds go on without you for now. You are welcome back whenever you like.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Take part again]",
            "*Coffees*, a rotation",
            "You have been asked to join.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Join] [No, thanks]",
            "*Coffees*, a rotation",
            "The rounds go on without you for now. You are welcome back whenever you like.",
            "The next round begins on Tuesday 10 November at 10:00.",
            "[Take part again]",
            "[Pause…]",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "What I ask about rounds comes at about 10:00.",
            "[Change my hours]",
            "~ *What I keep.* What you say in the thread of a round or by a button, its date, and from Slack your name, time zone and language.",
            "~ I keep nothing of what is said anywhere else.",
            "~ Words typed in a Slack message can be exported by your workspace's owners.",
            "~ `/rapport help` lists everything I can do.",
        ]
    )


def test_in_french() -> None:
    assert on(peer(*MINE, reader=FRENCH)) == snapshot(
        [
            "*Vos groupes et rotations*",
            "*Writers*, un groupe d’entraide",
            "Un tour est ouvert jusqu’au 5 novembre\xa0: répondez dans son fil, dans le canal.",
            "Ben l’anime.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "Vous avez promis\xa0: «\xa0I will rest.\xa0»",
            "Vous avez promis\xa0: «\xa0I will &lt;@U0ANA&gt; write more.\xa0»",
            "[Quitter]",
            "*Writers*, un groupe d’entraide",
            "Un tour est ouvert jusqu’au 5 novembre. Vous y avez participé.",
            "C’est vous qui l’animez.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "[Quitter]",
            "*Writers*, un groupe d’entraide",
            "Pause jusqu’au 5 novembre.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "[Quitter]",
            "*Writers*, un groupe d’entraide",
            "À l’arrêt\xa0: je ne peux pas écrire dans son canal.",
            "[Quitter]",
            "*Coffees*, une rotation",
            "À ce tour, vous rencontrez Cleo et Dan.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "[Passer ce tour] [Quitter]",
            "*Coffees*, une rotation",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "Le prochain tour se fait sans vous.",
            "[Participer quand même] [Quitter]",
            "*Writers*, un groupe d’entraide",
            "On vous invite à y participer.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "[Participer] [Non merci]",
            "*Writers*, un groupe d’entraide",
            "Les tours se font sans vous pour l’instant. Vous pouvez revenir quand vous voulez.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "[Participer de nouveau]",
            "*Coffees*, une rotation",
            "On vous invite à y participer.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "[Participer] [Non merci]",
            "*Coffees*, une rotation",
            "Les tours se font sans vous pour l’instant. Vous pouvez revenir quand vous voulez.",
            "Le prochain tour commence le mardi 10 novembre à 11:00.",
            "[Participer de nouveau]",
            "[Faire une pause…]",
            "*Vos heures\xa0:* du lundi au vendredi, de 09:00 à 17:30 (Europe/London). Sauf si vous m’écrivez, je n’écris que pendant ces heures.",
            "Ce que je demande au sujet des tours arrive vers 10:00.",
            "[Modifier mes heures]",
            "~ *Ce que je garde.* Ce que vous dites dans le fil d’un tour ou par un bouton, sa date et, depuis Slack, votre nom, votre fuseau horaire et votre langue.",
            "~ Je ne garde rien de ce qui se dit ailleurs.",
            "~ Les mots écrits dans un message Slack peuvent être exportés par les propriétaires de votre espace de travail.",
            "~ `/rapport help` dit tout ce que je sais faire.",
        ]
    )


def test_a_coordinator_sees_what_needs_attention_between_the_queue_and_the_numbers() -> None:
    home = replace(
        homes_shown.home(), overview=replace(homes_shown.overview(), pairings=()), cases=(), stands=(), run=RUN
    )

    assert on(home)[:7] == snapshot(
        [
            "*Nothing waits for you.*",
            "*The groups and rotations that you run*",
            "*Writers*, a peer group of 6 people. It stands still: I cannot write in its channel. Ben leads it. 2 cases wait.",
            "*Writers*, a peer group of 6 people. The next round begins on Tuesday 10 November at 10:00. Nobody leads it yet. 1 case waits.",
            "*Coffees*, a rotation of 1 person. It pauses until 5 November. The next round begins on Tuesday 10 November at 10:00.",
            "*Writers*, a peer group of 6 people. The next round begins on Tuesday 10 November at 10:00. Ben leads it.",
            "*Mentors 2026*, 1 October 2026 to 31 December 2026",
        ]
    )


def test_many_are_cut_with_a_word_of_how_many_more_there_are() -> None:
    home = replace(homes_shown.home(), overview=homes_shown.in_gatherings(ENGLISH, MANY), run=RUN_MANY, more=480)

    said = on(home)

    assert [each for each in said if " more: " in each] == snapshot(
        [
            "~ 480 more: `/rapport group` and `/rapport rotation` list all.",
            "~ 30 more: `/rapport group` and `/rapport rotation` list all.",
        ]
    )
    assert len(cast(Any, views.home(home)["blocks"])) <= 100


def test_rapport_says_the_same_to_whoever_types_it() -> None:
    mine = replace(homes_shown.in_gatherings(ENGLISH, (WRITERS,)), coordinates=())

    assert lines(cast(Any, views.answer(mine).blocks)) == snapshot(
        [
            "*Your groups and rotations*",
            "*Writers*, a peer group",
            "The next round begins on Tuesday 10 November at 10:00.",
            "Ben leads it.",
            "[Leave]",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "What I ask about rounds comes at about 10:00.",
            "[Change my hours]",
            "~ To pause: `/rapport pause 2 weeks`. `/rapport help` lists everything I can do.",
        ]
    )
