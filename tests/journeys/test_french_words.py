"""`/rapport` understands French words for its own, with accents or without, and shows the names that stand in lists."""

import pytest

from tests.journeys.mentors import QUIET, mentors
from tests.stage import Stage


async def with_lea(there: Stage) -> None:
    """Léa, who reads French, is Ana's mentee."""
    lea = there.add("Léa", "Europe/Paris", language="fr-FR", email="lea@example.org")
    rows = f"mentor,mentee,rhythm\n{there['Ana'].id},{lea.id},weekly\n"
    await there.bring(rows, coordinator="Maria", backup="Tom")
    await there.until(QUIET)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("aide", "*Ce que vous pouvez me demander*"),
        ("AIDE", "*Ce que vous pouvez me demander*"),
        ("reprendre", "Rien n’était en pause de votre côté."),
        ("aied", "Vouliez-vous dire `/rapport help` ?"),
        ("reprendrr", "Vouliez-vous dire `/rapport resume` ?"),
    ],
)
async def test_french_words_are_understood(database_url: str, typed: str, said: str) -> None:
    async with mentors(database_url) as there:
        await with_lea(there)

        answer = await there["Léa"].runs(f"/rapport {typed}")

        assert said in answer.plain.replace("\u00a0", " ").splitlines()


@pytest.mark.parametrize("typed", ["préoccupation", "preoccupation", "inquiétude", "souci"])
async def test_help_is_asked_for_in_french(database_url: str, typed: str) -> None:
    async with mentors(database_url) as there:
        await with_lea(there)

        await there["Léa"].runs(f"/rapport {typed}")

        assert there["Léa"].view_plain.startswith("# J’ai besoin d’aide")
