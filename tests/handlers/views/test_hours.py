"""A person's working hours."""

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from bot.domain.showings import HoursForm
from handlers import views
from tests.handlers.views.homes_shown import overview
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.said import ENGLISH, FRENCH, HOURS


def test_the_hours_form_shows_the_zone_it_cannot_change() -> None:
    assert read_modal(views.modal(HoursForm(reader=ENGLISH, hours=HOURS))) == snapshot(
        [
            "== Your hours ==",
            "I write only while you work, and ask at the hour you like best.",
            "Days you work: <✓ Monday / ✓ Tuesday / ✓ Wednesday / ✓ Thursday / ✓ Friday / Saturday / Sunday>",
            "Your day begins: 09:00",
            "Your day ends: 17:30",
            "Day on which to ask you: <Monday / ✓ Tuesday / Wednesday / Thursday / Friday / Saturday / Sunday>",
            "Time at which to ask you: 10:00",
            "~ Time zone: Europe/London, from your Slack profile. It changes when you change it there.",
            "[Save] [Cancel]",
        ]
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({0, 1, 2, 3, 4}, "Monday to Friday"),
        ({1, 2}, "Tuesday and Wednesday"),
        ({0, 2, 4}, "Monday, Wednesday and Friday"),
        (set(range(7)), "Monday to Sunday"),
        (set(), "no days"),
    ],
)
def test_working_days_are_said_as_people_say_them(days: set[int], said: str) -> None:
    hours = replace(HOURS, days=frozenset(days))

    assert f" {said}, 09:00" in read(views.answer(replace(overview(), hours=hours)))[7]


def test_the_hours_form_in_french() -> None:
    assert read_modal(views.modal(HoursForm(reader=FRENCH, hours=HOURS))) == snapshot(
        [
            "== Vos heures ==",
            "Je n’écris que pendant votre temps de travail, et je pose mes questions à l’heure que vous préférez.",
            "Vos jours de travail: <✓ lundi / ✓ mardi / ✓ mercredi / ✓ jeudi / ✓ vendredi / samedi / dimanche>",
            "Début de votre journée: 09:00",
            "Fin de votre journée: 17:30",
            "Jour de mes questions: <lundi / ✓ mardi / mercredi / jeudi / vendredi / samedi / dimanche>",
            "Heure de mes questions: 10:00",
            "~ Fuseau horaire\xa0: Europe/London, d’après votre profil Slack. Il change quand vous le changez là-bas.",
            "[Enregistrer] [Annuler]",
        ]
    )
