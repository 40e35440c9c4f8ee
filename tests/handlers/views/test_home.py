"""Home: what needs the person first, then what is theirs, and nothing of others."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace
from typing import Any, cast

from inline_snapshot import snapshot

from bot.domain.showings import Home
from handlers import views
from tests.handlers.views import homes_shown
from tests.handlers.views.cases_said import STANDS
from tests.handlers.views.cases_shown import ROWS
from tests.handlers.views.reading import lines
from tests.handlers.views.said import FRENCH, PROMPT


def on(home: Home) -> list[str]:
    return lines(cast(Any, views.home(home)["blocks"]))


def member(**changes: Any) -> Home:
    overview = replace(homes_shown.overview(), coordinates=(), **changes)
    return Home(overview=overview, stands=(), cases=(), reports=(), can_ask=True, outside_contact="")


def test_a_member_sees_their_pairings_their_hours_and_what_is_kept() -> None:
    assert on(member()) == snapshot(
        [
            "*Your mentoring.* You have one pairing.",
            "*With Ana*",
            "You are the mentee.",
            "*Focus.* career",
            "Check-ins once a month.",
            "Next question: Tuesday 10 November at 10:00.",
            "[I need help] [Pause…]",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "I ask on Tuesdays at 10:00.",
            "[Change my hours]",
            "~ I keep your answers and their dates. Your partner never sees what you click.",
            "~ I never read your conversations with your partner.",
            "~ Words typed in a Slack message can be exported by your workspace's owners.",
            "~ `/rapport help` lists everything I can do.",
        ]
    )


def test_a_question_that_waits_has_its_buttons() -> None:
    asked = member(pairings=(replace(homes_shown.MINE, open_prompt=PROMPT),))
    assert on(asked)[6:8] == snapshot(["[We met] [It's booked] [Not yet] [Add a line]", "[I need help] [Pause…]"])


def test_a_paused_member_can_resume() -> None:
    paused = [pairing for pairing in homes_shown.MINES if pairing.paused_until]

    assert "[I need help] [Resume now]" in on(member(pairings=tuple(paused)))
    assert "[I need help] [Pause…]" in on(member())


def test_where_a_concern_stands_is_shown_to_its_author() -> None:
    home = replace(member(), stands=(replace(STANDS, notice=None),), outside_contact="the ombuds office")
    assert on(home)[6:12] == snapshot(
        [
            "You asked for help. Maria and Tom can read it; nobody has opened it yet.",
            "I wait for them until 11 November; then I go on to the next, or tell you.",
            "You can also turn to: the ombuds office",
            "[I need help] [Pause…]",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "I ask on Tuesdays at 10:00.",
        ]
    )


def test_a_coordinator_sees_the_queue_then_the_numbers_then_their_own() -> None:
    assert on(replace(homes_shown.home(), overview=homes_shown.overview(), stands=())) == snapshot(
        [
            "*2 cases wait.* 1 is taken. 1 is put off.",
            "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
            "No first meeting yet.",
            "Open since 3 November. Nobody has taken it yet.",
            "[Open]",
            "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
            "Nobody answers.",
            "Open since 3 November. Maria is on it.",
            "[Open]",
            "*Ana and Dan* in Mentors 2026 (case 7K2QF)",
            "Somebody cannot be reached.",
            "Open since 3 November. Tom has put it off for some days.",
            "[Open]",
            "*Someone* in Mentors 2026 (case 7K2QF)",
            "They would like your help.",
            "Open since 3 November. Nobody has taken it yet.",
            "[Open]",
            "*Mentors 2026*, 1 October 2026 to 31 December 2026",
            "Check-ins opened: 56",
            "Answers: 84 of 112 asked (75 %)",
            "Met: 40 of 56 check-ins (71 %)",
            "Median time to answer: 3 hours",
            "Reminders: 30, for 21 of 112 questions",
            "*Your mentoring.* You have one pairing.",
            "*With Ana*",
            "You are the mentee.",
            "*Focus.* career",
            "Check-ins once a month.",
            "Next question: Tuesday 10 November at 10:00.",
            "[I need help] [Pause…]",
            "~ You can also turn to: the ombuds office",
            "*Your hours.* Monday to Friday, 09:00 to 17:30 (Europe/London). Unless you write to me, I write only in these hours.",
            "I ask on Tuesdays at 10:00.",
            "[Change my hours]",
            "~ I keep your answers and their dates. Your partner never sees what you click.",
            "~ I never read your conversations with your partner.",
            "~ Words typed in a Slack message can be exported by your workspace's owners.",
            "~ `/rapport help` lists everything I can do.",
        ]
    )


def test_a_coordinator_without_a_pairing_is_not_told_to_wait_for_one() -> None:
    home = replace(homes_shown.home(), overview=replace(homes_shown.overview(), pairings=()), stands=())

    assert not [line for line in on(home) if "Your mentoring" in line]


def test_a_stranger_reads_what_rapport_is() -> None:
    assert on(homes_shown.homes()[-1]) == snapshot(
        [
            "*This is Rapport*, the bot that helps mentoring pairs keep in touch. It introduces people, asks each of them in private how it is going, and brings it to a coordinator when a pair needs help.",
            "You are in no mentoring programme here yet. To take part, ask a coordinator to add you.",
            "~ I never read your conversations with your partner.",
        ]
    )


def test_home_holds_no_more_than_slack_takes_and_says_what_is_left() -> None:
    crowded = replace(
        homes_shown.home(), cases=ROWS * 30, overview=replace(homes_shown.overview(), pairings=homes_shown.MINES * 20)
    )
    blocks = views.home(crowded)["blocks"]

    assert isinstance(blocks, list)
    assert len(blocks) <= 100
    assert "~ 100 more cases: `/rapport cases` lists them all." in on(crowded)
    assert any("more pairings do not fit here." in line for line in on(crowded))


def test_home_in_french() -> None:
    assert on(homes_shown.homes(FRENCH)[0]) == snapshot(
        [
            "*2 cas attendent.* 1 est en cours. 1 est en attente.",
            "*Ana et Dan* dans Mentors 2026 (cas 7K2QF)",
            "Pas encore de première rencontre.",
            "Ouvert depuis le 3 novembre. Personne ne s’en occupe encore.",
            "[Ouvrir]",
            "*Ana et Dan* dans Mentors 2026 (cas 7K2QF)",
            "Personne ne répond.",
            "Ouvert depuis le 3 novembre. Maria s’en occupe.",
            "[Ouvrir]",
            "*Ana et Dan* dans Mentors 2026 (cas 7K2QF)",
            "Quelqu’un n’est plus joignable.",
            "Ouvert depuis le 3 novembre. Tom l’a remis de quelques jours.",
            "[Ouvrir]",
            "*Quelqu’un* dans Mentors 2026 (cas 7K2QF)",
            "Cette personne souhaite votre aide.",
            "Ouvert depuis le 3 novembre. Personne ne s’en occupe encore.",
            "[Ouvrir]",
            "*Mentors 2026*, du 1er octobre 2026 au 31 décembre 2026",
            "Points d’étape ouverts\xa0: 56",
            "Réponses\xa0: 84 sur 112 demandées (75 %)",
            "Rencontres\xa0: dans 40 points d’étape sur 56 (71 %)",
            "Temps de réponse médian\xa0: 3 heures",
            "Rappels\xa0: 30, pour 21 questions sur 112",
            "*Vos mentorats.* Vous en avez 15.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Points d’étape une fois par mois.",
            "Prochaine question\xa0: mardi 10 novembre à 11:00.",
            "*Avec Ana*",
            "Votre rôle\xa0: mentor.",
            "Points d’étape une fois par mois.",
            "Ana fait une pause jusqu’au 3 décembre.",
            "Prochaine question\xa0: mardi 10 novembre à 11:00.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Points d’étape une fois par mois.",
            "Un point d’étape vous attend.",
            "Ouvert jusqu’au 12 novembre.",
            "[C’est fait] [C’est prévu] [Pas encore] [Ajouter quelques mots]",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Points d’étape une fois par mois.",
            "Un point d’étape vous attend.",
            "[C’est fait] [C’est prévu] [Pas encore] [Ajouter quelques mots]",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Points d’étape une fois par mois.",
            "En pause jusqu’au 3 décembre.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Votre coordination le prépare encore.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Il attend un oui.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "La présentation arrive bientôt.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Il touche à sa fin.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Il est terminé.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Il a été décliné.",
            "*Avec Ana*",
            "Votre rôle\xa0: personne mentorée.",
            "*Thème.* career",
            "Il a été retiré.",
            "Vous avez demandé de l’aide. Lecture réservée\xa0: Maria et Tom. Personne ne l’a encore ouvert.",
            "J’attends jusqu’au 11 novembre\xa0; ensuite je m’adresse à la personne suivante, ou je vous préviens.",
            "Vous pouvez aussi vous adresser à\xa0: the ombuds office",
            "[J’ai besoin d’aide] [Reprendre maintenant]",
            "*Vos heures\xa0:* du lundi au vendredi, de 09:00 à 17:30 (Europe/London). Sauf si vous m’écrivez, je n’écris que pendant ces heures.",
            "Je pose mes questions le mardi à 10:00.",
            "[Modifier mes heures]",
            "~ Je garde vos réponses et leurs dates. Votre partenaire ne voit jamais vos clics.",
            "~ Je ne lis jamais vos conversations avec votre partenaire.",
            "~ Les mots écrits dans un message Slack peuvent être exportés par les propriétaires de votre espace de travail.",
            "~ `/rapport help` dit tout ce que je sais faire.",
        ]
    )
    assert on(homes_shown.homes(FRENCH)[-1]) == snapshot(
        [
            "*Voici Rapport*, le robot qui aide les mentorats à garder le lien. Il présente les personnes, demande à chacune en privé comment cela se passe, et prévient la coordination quand un mentorat a besoin d’aide.",
            "Vous ne participez pas encore à un programme de mentorat ici. Pour participer, demandez à la coordination de vous ajouter.",
            "~ Je ne lis jamais vos conversations avec votre partenaire.",
        ]
    )


def test_a_coordinator_without_a_pairing_is_told_nothing_of_questions_and_partners() -> None:
    mine = replace(homes_shown.home(), overview=replace(homes_shown.overview(), pairings=()), stands=(), can_ask=False)

    said = "\n".join(on(mine))

    assert "Your hours." in said
    assert "I ask on" not in said
    assert "partner" not in said
