"""What a round came to, in words: its digest names only who gave leave."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.group_sayings import PromiseLine
from bot.domain.promises import LONGEST
from handlers import views
from tests.handlers.views.reading import read
from tests.handlers.views.rounds_said import DIGEST
from tests.handlers.views.said import ENGLISH, FRENCH


def test_a_digest_names_only_who_gave_leave() -> None:
    assert read(views.message([DIGEST], ENGLISH)) == snapshot(
        [
            "(( Writers: this round has closed ))",
            "*Writers*: this round has closed. Thank you for being there.",
            "5 of 6 took part.",
            "> Ben",
            "> Chapter two is read.",
            "> Cleo",
            """\
> Nothing moved.
Nothing at all.\
""",
            "2 others said something.",
            "2 promises were made.",
            "• Ben: I will rest.",
            "Of the promises of last time: 2 kept and 1 on its way.",
            "The next round opens on Tuesday 17 November at 10:00.",
            "Cleo leads it.",
            "~ Only people who allowed it are named or quoted; `/rapport group` changes that for you.",
        ]
    )
    assert read(views.message([DIGEST], FRENCH)) == snapshot(
        [
            "(( Writers\xa0: ce tour est terminé ))",
            "*Writers*\xa0: ce tour est terminé. Merci d’avoir été là.",
            "5 sur 6 ont participé.",
            "> Ben",
            "> Chapter two is read.",
            "> Cleo",
            """\
> Nothing moved.
Nothing at all.\
""",
            "2 autres personnes ont dit quelque chose.",
            "2 promesses ont été faites.",
            "• Ben\xa0: I will rest.",
            "Parmi les promesses de la dernière fois\xa0: 2 tenues et 1 en cours.",
            "Le prochain tour commence le mardi 17 novembre à 10:00.",
            "Cleo l’anime.",
            "~ Seules les personnes qui l’ont permis sont nommées ou citées\xa0; `/rapport group` change cela pour vous.",
        ]
    )


def test_a_digest_of_many_words_says_how_many_it_does_not_show_and_lists_promises_whole() -> None:
    full = replace(
        DIGEST, quotes=(("Ben", "A line."),) * 23, promises=(PromiseLine(name="Ben", words="y" * LONGEST),) * 20
    )

    told = read(views.message([full], ENGLISH))

    assert "3 more answers are not shown here." in told
    assert "\n".join(told).count(f"• Ben: {'y' * LONGEST}") == 20


def test_a_digest_of_a_quiet_round_says_no_name() -> None:
    quiet = replace(DIGEST, heard=0, quotes=(), unnamed=0, promises=(), last=(), leads="")

    assert read(views.message([quiet], ENGLISH)) == snapshot(
        [
            "(( Writers: this round has closed ))",
            "*Writers*: this round has closed. Thank you for being there.",
            "0 of 6 took part.",
            "The next round opens on Tuesday 17 November at 10:00.",
            "Nobody leads it yet.",
            "[I'll lead the next round]",
            "~ Only people who allowed it are named or quoted; `/rapport group` changes that for you.",
        ]
    )
