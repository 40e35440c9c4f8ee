"""What waits for a coordinator, oldest first."""

from inline_snapshot import snapshot

from bot.domain.case_showings import CaseList
from handlers import views
from tests.handlers.views.cases_shown import ROW, ROWS
from tests.handlers.views.reading import read
from tests.handlers.views.said import ENGLISH, FRENCH


def test_the_queue_lists_what_waits() -> None:
    assert read(views.answer(CaseList(reader=ENGLISH, cases=ROWS))) == snapshot(
        [
            "(( *2 cases wait.* 1 is taken. 1 is put off. ))",
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
            "~ Oldest first. Only you see this.",
        ]
    )
    assert read(views.answer(CaseList(reader=ENGLISH, cases=()))) == snapshot(
        ["(( *Nothing waits for you.* ))", "*Nothing waits for you.*"]
    )


def test_a_long_queue_says_how_many_are_left() -> None:
    listed = read(views.answer(CaseList(reader=ENGLISH, cases=(ROW,) * 60)))

    assert listed.count("[Open]") == 47
    assert listed[-2] == snapshot("~ 13 more cases: `/rapport cases` lists them all.")


def test_the_queue_in_french() -> None:
    assert read(views.answer(CaseList(reader=FRENCH, cases=ROWS))) == snapshot(
        [
            "(( *2 cas attendent.* 1 est en cours. 1 est en attente. ))",
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
            "~ Du plus ancien au plus récent. Personne d’autre que vous ne voit ceci.",
        ]
    )
