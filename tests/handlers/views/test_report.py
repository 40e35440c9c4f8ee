"""The state of a programme in numbers."""

from dataclasses import replace
from datetime import date

import pytest
from inline_snapshot import snapshot

from bot.domain.ids import ProgrammeId
from bot.domain.report_showings import Report, WhichReport
from handlers import views
from tests.handlers.views.homes_shown import report
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENGLISH, FRENCH, number


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
Check-ins opened: 56
Answers: 84 of 112 asked (75 %)
Met: 40 of 56 check-ins (71 %)
Median time to answer: 3 hours
Reminders: 30, for 21 of 112 questions\
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


def test_a_report_without_check_ins_has_every_line_and_no_rate() -> None:
    empty: Report = replace(report(), pairings=(), checkins=0, prompts=0, median_hours=None, reminders=0, reminded=0)

    assert read(views.answer(replace(empty, undeliverable=0))) == snapshot(
        [
            "(( Report on Mentors 2026 ))",
            "*Mentors 2026*, 1 October 2026 to 31 December 2026",
            "*Pairings today*",
            "None yet.",
            "*Check-ins in these days*",
            "Check-ins opened: 0",
            "Answers: nobody was asked",
            "Met: no check-in was opened",
            "Median time to answer: nobody has answered yet",
            "Reminders: 0, for 0 of 0 questions",
            "~ Only you see this.",
        ]
    )


@pytest.mark.parametrize(("part", "whole", "rate"), [(84, 112, 75), (1, 200, 1), (1, 201, 0), (2, 3, 67), (3, 3, 100)])
def test_rates_are_rounded_to_the_nearest(part: int, whole: int, rate: int) -> None:
    said = read(views.answer(replace(report(), answered=part, prompts=whole)))

    assert f"Answers: {part} of {whole} asked ({rate} %)" in said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0.004, "0 minutes"),
        (1 / 60, "1 minute"),
        (0.99, "59 minutes"),
        (0.995, "1 hour"),
        (1.4, "1 hour"),
        (71.4, "71 hours"),
        (71.6, "3 days"),
        (240.0, "10 days"),
    ],
)
def test_a_time_is_said_in_the_unit_that_suits_it(hours: float, said: str) -> None:
    assert f"Median time to answer: {said}" in read(views.answer(replace(report(), median_hours=hours)))


def test_the_report_in_french() -> None:
    assert read(views.answer(report(FRENCH))) == snapshot(
        [
            "(( Bilan\xa0: Mentors 2026 ))",
            "*Mentors 2026*, du 1er octobre 2026 au 31 décembre 2026",
            "*Mentorats aujourd’hui*",
            "Actifs\xa0: 41",
            "En pause\xa0: 2",
            "*Points d’étape sur ces jours*",
            "Points d’étape ouverts\xa0: 56",
            "Réponses\xa0: 84 sur 112 demandées (75 %)",
            "Rencontres\xa0: dans 40 points d’étape sur 56 (71 %)",
            "Temps de réponse médian\xa0: 3 heures",
            "Rappels\xa0: 30, pour 21 questions sur 112",
            "1 message n’a pas pu être remis et mérite un coup d’œil.",
            "~ Personne d’autre ne voit ce message.",
        ]
    )


def test_groups_are_counted_where_there_are_any() -> None:
    shown = "\n".join(read(views.answer(replace(report(), groups=2, rounds=5, asked=31, heard=24, promised=9, kept=4))))

    assert "*Peer groups in these days*" in shown
    assert "Heard from: 24 of 31 asked (77 %)" in shown
    assert "Promises kept: 4 of 9 (44 %)" in shown


def test_groups_are_counted_in_french() -> None:
    counted = replace(report(FRENCH), groups=2, rounds=5, asked=31, heard=24, promised=9, kept=4)

    assert "personnes sollicitées" in "\n".join(read(views.answer(counted)))


def test_a_programme_of_groups_only_speaks_of_no_pairings() -> None:
    found = replace(report(), pairings=(), groups=2, rounds=5, asked=31, heard=24, promised=0)

    assert read(views.answer(found)) == snapshot(
        [
            "(( Report on Mentors 2026 ))",
            "*Mentors 2026*, 1 October 2026 to 31 December 2026",
            "*Peer groups in these days*",
            "Groups today: 2",
            "Rounds closed: 5",
            "Heard from: 24 of 31 asked (77 %)",
            "1 message could not be delivered and needs a look.",
            "~ Only you see this.",
        ]
    )


def test_of_several_programmes_one_is_chosen_by_a_click() -> None:
    asked = WhichReport(
        reader=ENGLISH,
        programmes=((ProgrammeId(number(80)), "Mentors 2026"), (ProgrammeId(number(81)), "Writers")),
        first=date(2026, 11, 1),
        last=date(2026, 11, 30),
    )

    assert read(views.answer(asked)) == snapshot(
        [
            "(( Of which programme would you like the report? ))",
            "Of which programme would you like the report?",
            "[Mentors 2026] [Writers]",
        ]
    )
    assert read(views.answer(replace(asked, reader=FRENCH))) == snapshot(
        [
            "(( De quel programme souhaitez-vous le bilan\xa0? ))",
            "De quel programme souhaitez-vous le bilan\xa0?",
            "[Mentors 2026] [Writers]",
        ]
    )
