"""A case shows no names where they are nobody's business: in a notification, on a private card."""

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from bot.domain.case_sayings import CaseCard
from handlers import views
from tests.handlers.views.cases_said import CARDS, PRIVATE, RESOLVED, TAKEN
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENGLISH, FRENCH


def test_of_a_private_matter_nothing_is_shown_before_it_is_read() -> None:
    assert [
        read(views.message([replace(PRIVATE, **state)], ENGLISH)) for state in ({}, {"urgent": True}, TAKEN, RESOLVED)
    ] == snapshot(
        [
            [
                "(( Someone in Mentors 2026 would like your help. ))",
                "Someone in Mentors 2026 would like your help.",
                "Open since 10 November. Nobody has taken it yet.",
                "[Read] [I'm on it] [Snooze 3 days] [Resolve]",
                "~ You were chosen to read this. It opens for you alone, and that you opened it is recorded.",
            ],
            [
                "(( Someone in Mentors 2026 would like your help. ))",
                "Someone in Mentors 2026 would like your help.",
                "They ask you to read it *now*.",
                "Open since 10 November. Nobody has taken it yet.",
                "[Read] [I'm on it] [Snooze 3 days] [Resolve]",
                "~ You were chosen to read this. It opens for you alone, and that you opened it is recorded.",
            ],
            [
                "(( Someone in Mentors 2026 would like your help. ))",
                "Someone in Mentors 2026 would like your help.",
                "Maria is on it. Open since 10 November.",
                "[Read] [Snooze 3 days] [Resolve]",
                "~ You were chosen to read this. It opens for you alone, and that you opened it is recorded.",
            ],
            [
                "(( Someone in Mentors 2026 would like your help. ))",
                "Case 7K2QF in Mentors 2026 is resolved, by Maria.",
            ],
        ]
    )


@pytest.mark.parametrize("card", CARDS)
def test_no_notification_of_a_case_has_a_name(card: CaseCard) -> None:
    named = replace(card, mentors=("Ana",), mentee="Dan") if card.private else card
    for seen in (views.message([card], ENGLISH).text, views.message([named], FRENCH).text):
        assert not {"Ana", "Dan", "Maria"} & set(seen.replace(",", " ").split())


def test_a_private_card_shows_no_names_even_where_it_has_them() -> None:
    for card in CARDS:
        if card.private:
            named = replace(card, mentors=("Ana",), mentee="Dan", gone=("Ana",))
            said = " ".join(read(views.message([named], ENGLISH)))
            assert "Ana" not in said
            assert "Dan" not in said
