"""Many notices in one message: what fits is shown, what does not is said to be missing."""
# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.checkin import About
from bot.domain.sayings import Line, Prompt, Words
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.rules import message_refusals
from tests.handlers.views.said import ASKED, ENGLISH, FRENCH, WORDS, notice


def questions(count: int) -> list[Prompt]:
    return [replace(ASKED, notice=notice(n + 1), partners=(f"Ana {n}",)) for n in range(count)]


def long_words(count: int) -> list[Words]:
    line = Line(about=About.NEXT, question="", text="x" * 2500)
    return [replace(WORDS, notice=notice(100 + n), lines=(line,)) for n in range(count)]


def test_everything_stands_in_the_order_it_was_given() -> None:
    first, second = questions(2)
    said = read(views.message([first, WORDS, second], ENGLISH))

    asked = [n for n, line in enumerate(said) if line.startswith("Have you and")]
    shared = next(n for n, line in enumerate(said) if line.startswith("Ana shared"))

    assert asked[0] < shared < asked[1]


def test_rows_that_do_not_fit_are_counted_in_the_last_line() -> None:
    rendered = views.message(questions(40), ENGLISH)

    assert len(rendered.blocks) <= 50
    assert message_refusals(rendered) == []
    assert read(rendered)[-2:] == snapshot(
        [
            "~ 25 more do not fit here: `/rapport` shows the rest.",
            "~ You get this as a member of Mentors 2026, and only you see it. The menu beside a question moves, skips or pauses it.",
        ]
    )


def test_fifteen_questions_fit() -> None:
    rendered = views.message(questions(15), FRENCH)

    assert views.fitting(questions(15), FRENCH) == 15
    assert sum(line.startswith("[C’est fait]") for line in read(rendered)) == 15


def test_shared_words_that_would_make_slack_refuse_the_message_wait() -> None:
    assert views.fitting(long_words(2), ENGLISH) == 2
    assert views.fitting(long_words(6), ENGLISH) == 3


def test_one_saying_always_fits() -> None:
    lines = tuple(Line(about=about, question="", text="x" * 3000) for about in About)

    assert views.fitting([replace(WORDS, lines=lines)], ENGLISH) == 1


def test_what_is_nobodys_to_read_any_more_says_so_and_no_more() -> None:
    assert [read(views.message([], reader)) for reader in (ENGLISH, FRENCH)] == snapshot(
        [
            [
                "(( I have taken away what I wrote here: it is no longer for you. ))",
                "I have taken away what I wrote here: it is no longer for you.",
            ],
            [
                "(( J’ai retiré ce que j’avais écrit ici\xa0: cela ne vous est plus destiné. ))",
                "J’ai retiré ce que j’avais écrit ici\xa0: cela ne vous est plus destiné.",
            ],
        ]
    )
