"""Groups that are being formed, in words: however many there are, and in French."""

# ruff: noqa: E501 - snapshots hold each sentence whole

import json
from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.formation_showings import FormationReview
from handlers import views
from tests.handlers.views.formations_said import (
    DRAFTS,
    FACE,
    GROWS,
    MANY,
    REVIEWED,
    formation_form,
    formation_move,
    merge_form,
)
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.said import ENGLISH, FRENCH


def test_a_proposal_of_many_groups_shows_the_first_in_its_message_and_the_rest_in_the_review() -> None:
    said = views.message([replace(REVIEWED, face=MANY)], ENGLISH)
    shown = json.dumps(said.blocks)

    assert "formation.review" in shown
    assert 1 < shown.count('"type": "section"') < 13
    assert "more groups are in the review" in shown
    assert "35 others" in shown


def test_a_review_turns_its_pages() -> None:
    first, last = (views.modal(FormationReview(reader=ENGLISH, face=MANY, page=page)) for page in (0, 99))

    assert "Page 1 of 5" in json.dumps(first)
    assert "Page 5 of 5" in json.dumps(last)
    assert ("formation.page.0" in json.dumps(first), "formation.page.1" in json.dumps(first)) == (False, True)
    assert ("formation.page.0" in json.dumps(last), "formation.page.1" in json.dumps(last)) == (True, False)


def test_a_review_says_what_speaks_for_each_group_and_against_it() -> None:
    shown = views.modal(FormationReview(reader=ENGLISH, face=replace(FACE, drafts=DRAFTS[:4]), page=0))

    assert read_modal(shown) == snapshot(
        [
            "== Form groups ==",
            "My proposal for *Writers*: 4 groups, from 12 people.",
            "*Writers 1*: Ana, Ben, Cleo and Dan",
            "15 hours a week in common · 2 sites · new to each other",
            "[Change]",
            "*Writers 1*: Ana, Ben, Cleo and Dan",
            "no hour in common",
            "Together before: Ana – Ben.",
            "Somebody in it is not to be put together with somebody else there.",
            "[Change]",
            "*Writers 1* takes in Ana, Ben, Cleo and Dan",
            "In it already: Eve and Finn.",
            "15 hours a week in common · 2 sites",
            "Together before, 12 pairs: Ana – Ben, Ana – Ben and Ana – Ben.",
            "[Change]",
            "*Writers 1*: nobody",
            "Fewer than three: a group needs three.",
            "[Change]",
            "*In no group*",
            "No working hour that a group shares: Eve.",
            "[Place somebody]",
            "[Make these groups] [Form anew] [Drop it]",
            "~ Nobody has heard of this yet.",
            "[Close]",
        ]
    )


def test_the_review_in_french() -> None:
    shown = views.modal(FormationReview(reader=FRENCH, face=replace(FACE, drafts=DRAFTS[:4]), page=0))

    assert read_modal(shown) == snapshot(
        [
            "== Former des groupes ==",
            "Ma proposition pour *Writers*\xa0: 4 groupes à partir de 12 personnes.",
            "*Writers 1*\xa0: Ana, Ben, Cleo et Dan",
            "15 heures communes par semaine · 2 sites · ne se connaissent pas",
            "[Modifier]",
            "*Writers 1*\xa0: Ana, Ben, Cleo et Dan",
            "aucune heure commune",
            "Déjà ensemble\xa0: Ana – Ben.",
            "Deux personnes de ce groupe ne doivent pas être réunies.",
            "[Modifier]",
            "*Writers 1* accueille Ana, Ben, Cleo et Dan",
            "Déjà dedans\xa0: Eve et Finn.",
            "15 heures communes par semaine · 2 sites",
            "Déjà ensemble, 12 paires\xa0: Ana – Ben, Ana – Ben et Ana – Ben.",
            "[Modifier]",
            "*Writers 1*\xa0: personne",
            "Moins de trois\xa0: il faut trois personnes.",
            "[Modifier]",
            "*Dans aucun groupe*",
            "Aucune heure de travail commune avec un groupe\xa0: Eve.",
            "[Placer quelqu’un]",
            "[Former ces groupes] [Reformer] [Abandonner]",
            "~ Personne n’en a encore rien su.",
            "[Fermer]",
        ]
    )


def test_the_message_in_french() -> None:
    assert read(views.message([REVIEWED], FRENCH)) == snapshot(
        [
            "(( Les groupes Writers attendent votre vérification ))",
            "Ma proposition pour *Writers*\xa0: 2 groupes à partir de 12 personnes.",
            "*Writers 1*\xa0: Ana, Ben, Cleo et Dan",
            "*Writers 1*\xa0: Ana, Ben, Cleo et Dan",
            "*Dans aucun groupe*",
            "Aucune heure de travail commune avec un groupe\xa0: Eve.",
            "[Vérifier] [Abandonner]",
            "~ Personne n’en a encore rien su.",
        ]
    )


def test_the_forms_in_french() -> None:
    assert read_modal(views.modal(formation_form(FRENCH))) == snapshot(
        [
            "== Former des groupes ==",
            "Je propose des groupes de personnes dont les heures de travail se croisent, en mêlant les sites. Personne n’en sait rien avant que vous ayez vérifié.",
            "Ces personnes: <people>",
            "Toutes les personnes de ce canal: <people>",
            "~ Je dois y être. Vous pouvez nommer des personnes, un canal, ou les deux.",
            "Nom des groupes: ||",
            "~ Ils sont numérotés\xa0: Rédaction 1, Rédaction 2…",
            "Combien par groupe: <Environ 3 / ✓ Environ 4 / Environ 5 / Environ 6 / Environ 7>",
            "Rythme: <Chaque semaine / ✓ Toutes les deux semaines / Chaque mois / Tous les trois mois>",
            "Premier tour: 2026-11-17",
            "À: 10:00",
            "~ À l’heure de la plupart des membres de chaque groupe.",
            """\
Questions d’un tour, une par ligne: |Qu’est-ce qui a avancé depuis la dernière fois\xa0?
Et ensuite\xa0?
Où les autres peuvent-ils aider\xa0?|\
""",
            "~ Chaque tour les pose toutes.",
            "~ Vous vérifiez ma proposition, et pouvez déplacer des personnes, avant tout envoi.",
            "~ Le nom, le but et les questions sont dans un message Slack, que les propriétaires de votre espace de travail peuvent exporter.",
            "[Proposer des groupes] [Annuler]",
        ]
    )
    assert read_modal(views.modal(formation_move(FRENCH))) == snapshot(
        [
            "== Former des groupes ==",
            "Déplacer quelqu’un de *Writers 1*.",
            "Qui: <Ana / Ben>",
            "Où: <Writers 2 / Écarter>",
            "[Retour]",
            "[Déplacer] [Annuler]",
        ]
    )
    assert read_modal(views.modal(merge_form(FRENCH))) == snapshot(
        [
            "== Continuer ensemble ==",
            "*Writers 2* est devenu petit\xa0: Finn et Gus. Ces personnes pourraient continuer avec un autre groupe.",
            "Avec quel groupe: <✓ Writers 1\xa0: 4 personnes, 15 heures communes par semaine / Writers 1\xa0: 1 personne, aucune heure commune>",
            "~ Je demande à chacun en privé, et je préviens l’autre groupe. Personne n’est déplacé sans avoir dit oui\xa0; d’ici là, vous pouvez annuler.",
            "[Leur demander] [Annuler]",
        ]
    )
    assert read(views.message([GROWS], FRENCH)) == snapshot(
        [
            "(( Writers 1 pourrait s’agrandir ))",
            "Le groupe *Writers 2* est devenu petit\xa0; ses membres ont reçu la proposition de continuer avec vous\xa0: Finn et Gus. Un bon accueil aide.",
        ]
    )
