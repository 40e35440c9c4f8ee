"""The state of a programme in numbers."""

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from bot.domain.showings import Report
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.said import FRENCH
from tests.handlers.views.shown import report


def test_the_report_gives_every_number_its_denominator() -> None:
    assert views.answer(report()).blocks == snapshot(
        [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "*Mentors 2026*, 1 October 2026 to 31 December 2026",
                    "verbatim": True,
                },
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*Pairings today*
Active: 41
Paused: 2\
""",
                    "verbatim": True,
                },
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*Check-ins in these days*
People who answered: 84 of 112 (75 %)
Check-ins in which a meeting was reported: 40 of 56 (71 %)
Hours to an answer (median): 3.5
Reminders sent: 30\
""",
                    "verbatim": True,
                },
            },
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "1 message could not be delivered and needs a look.",
                    "verbatim": True,
                },
            },
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "Only you see this.", "verbatim": True}]},
        ]
    )


def test_a_report_without_check_ins_has_no_rate() -> None:
    empty: Report = replace(report(), pairings=(), checkins=0, prompts=0, median_hours=None, reminders=0)

    assert read(views.answer(replace(empty, undeliverable=0))) == snapshot(
        [
            "(( Report on Mentors 2026 ))",
            "*Mentors 2026*, 1 October 2026 to 31 December 2026",
            "*Pairings today*",
            "None yet.",
            "*Check-ins in these days*",
            "No check-ins in these days.",
            "~ Only you see this.",
        ]
    )


@pytest.mark.parametrize(("part", "whole", "rate"), [(84, 112, 75), (1, 200, 1), (1, 201, 0), (2, 3, 67), (3, 3, 100)])
def test_rates_are_rounded_to_the_nearest(part: int, whole: int, rate: int) -> None:
    said = read(views.answer(replace(report(), answered=part, prompts=whole)))

    assert f"People who answered: {part} of {whole} ({rate} %)" in said


def test_the_report_in_french() -> None:
    assert read(views.answer(report(FRENCH))) == snapshot(
        [
            "(( Bilan\xa0: Mentors 2026 ))",
            "*Mentors 2026*, du 1er octobre 2026 au 31 décembre 2026",
            "*Mentorats aujourd’hui*",
            "Actifs\xa0: 41",
            "En pause\xa0: 2",
            "*Points d’étape sur ces jours*",
            "Personnes qui ont répondu\xa0: 84 sur 112 (75 %)",
            "Points d’étape avec une rencontre\xa0: 40 sur 56 (71 %)",
            "Heures avant une réponse (médiane)\xa0: 3,5",
            "Rappels envoyés\xa0: 30",
            "1 message n’a pas pu être remis et mérite un coup d’œil.",
            "~ Personne d’autre ne voit ce message.",
        ]
    )
