"""A round in words: its beginning, its close, what its leader and the silent are told, the form."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.rounds import RoundState
from handlers import views
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.rounds_said import (
    GUIDE,
    NUDGE,
    OPENED,
    PRIVATE_WORDS,
    round_form,
    round_forms,
    round_showings,
)
from tests.handlers.views.said import ENGLISH, FRENCH


def test_a_round_says_how_to_answer_and_who_can_read_it() -> None:
    assert read(views.message([OPENED], ENGLISH)) == snapshot(
        [
            "(( A new round of Writers ))",
            "*Writers*: a new round is open.",
            "Ana leads it.",
            "> Each round asks",
            """\
> What moved since last time?
What is next?\
""",
            "Answer in this thread, in a line or several. A reaction to this message says that you are here. A line that begins with “I will” is a promise.",
            "It closes on Tuesday 17 November at 10:00.",
            "[Answer, or write to Ana]",
            "~ Everybody in this channel can read this thread. I keep what people of the group say in it; digests quote only who said that they may.",
        ]
    )
    assert read(views.message([OPENED], FRENCH)) == snapshot(
        [
            "(( Un nouveau tour de Writers ))",
            "*Writers*\xa0: un nouveau tour commence.",
            "Ana l’anime.",
            "> À chaque tour",
            """\
> What moved since last time?
What is next?\
""",
            "Répondez dans ce fil, en une ligne ou plusieurs. Une réaction à ce message dit que vous êtes là. Une ligne qui commence par «\xa0Je vais\xa0» est une promesse.",
            "Il se termine le mardi 17 novembre à 10:00.",
            "[Répondre, ou écrire à Ana]",
            "~ Toutes les personnes de ce canal peuvent lire ce fil. Je garde ce que les membres du groupe y disent\xa0; les bilans ne citent que qui l’a permis.",
        ]
    )


def test_a_round_that_nobody_leads_asks_for_somebody() -> None:
    assert read(views.message([replace(OPENED, leads="", heard=2)], ENGLISH))[6:9] == snapshot(
        ["It closes on Tuesday 17 November at 10:00.", "2 of 6 took part.", "[I'll lead it] [Answer by a form]"]
    )


def test_a_closed_round_has_no_buttons() -> None:
    closed = replace(OPENED, state=RoundState.CLOSED, heard=4)

    assert read(views.message([closed], ENGLISH)) == snapshot(
        [
            "(( Writers: this round is closed ))",
            "*Writers*: this round is closed.",
            "Ana led it.",
            "4 of 6 took part.",
            "> Each round asks",
            """\
> What moved since last time?
What is next?\
""",
        ]
    )
    assert read(views.message([closed], FRENCH)) == snapshot(
        [
            "(( Writers\xa0: ce tour est clos ))",
            "*Writers*\xa0: ce tour est clos.",
            "Tour animé par Ana.",
            "4 sur 6 ont participé.",
            "> À chaque tour",
            """\
> What moved since last time?
What is next?\
""",
        ]
    )


def test_a_closed_round_that_nobody_led_does_not_ask_for_anybody() -> None:
    closed = replace(OPENED, state=RoundState.CLOSED, leads="")

    assert read(views.message([closed], ENGLISH)) == snapshot(
        [
            "(( Writers: this round is closed ))",
            "*Writers*: this round is closed.",
            "> Each round asks",
            """\
> What moved since last time?
What is next?\
""",
        ]
    )


def test_the_guide_of_a_round_that_is_over_says_so() -> None:
    closed, skipped = replace(GUIDE, state=RoundState.CLOSED), replace(GUIDE, state=RoundState.SKIPPED)

    assert read(views.message([closed], ENGLISH)) == snapshot(
        [
            "(( You lead the next round of Writers ))",
            "You led the round of *Writers* of Tuesday 17 November at 10:00. It is closed. Thank you.",
        ]
    )
    assert read(views.message([closed], FRENCH)) == snapshot(
        [
            "(( Vous animez le prochain tour de Writers ))",
            "Vous avez animé le tour de *Writers* du mardi 17 novembre à 11:00. Il est clos. Merci.",
        ]
    )
    assert read(views.message([skipped], ENGLISH)) == snapshot(
        [
            "(( You lead the next round of Writers ))",
            "The round of *Writers* on Tuesday 17 November at 10:00 is left out.",
        ]
    )


def test_words_for_whoever_leads_are_told_without_a_name() -> None:
    assert read(views.message([PRIVATE_WORDS], ENGLISH)) == snapshot(
        [
            "(( Somebody in Writers wrote to you ))",
            "Somebody in *Writers* wrote to you alone, since you lead the round.",
            "[Read]",
            "~ It is read in a window of its own, and nobody else can.",
        ]
    )


def test_a_guide_gives_numbers_and_open_ends_and_no_name_of_the_silent() -> None:
    assert read(views.message([GUIDE], ENGLISH)) == snapshot(
        [
            "(( You lead the next round of Writers ))",
            "You lead the round of *Writers* that opens on Tuesday 17 November at 10:00. I open it by myself; you help it along.",
            "> It asks",
            """\
> What moved since last time?
What is next?\
""",
            "*A possible course:* answer first yourself; ask one thing of each who answers; bring together who can help whom; before the close, ask for one promise each.",
            "6 people are in the group.",
            "Last time 5 of 6 took part.",
            "*Open ends of last time*",
            "• Ben: I will rest.",
            "2 more promises are still open.",
            "[Somebody else, please]",
            "~ You get this as the one whose turn it is. Who was silent is in no numbers of mine; Maria (coordinator) looks after the group.",
        ]
    )
    assert read(views.message([replace(GUIDE, leads="Cleo")], ENGLISH)) == snapshot(
        ["(( You lead the next round of Writers ))", "Cleo leads the next round of *Writers*. Thank you."]
    )


def test_the_private_word_says_that_it_is_the_only_one() -> None:
    assert read(views.message([NUDGE], ENGLISH)) == snapshot(
        [
            "(( The round of Writers is still open ))",
            "The round of *Writers* in #writers is open until Tuesday 17 November at 10:00. A line in its thread is enough, or a click here.",
            "[I'm here] [Answer by a form] [Leave]",
            "~ This is the only time that I ask in this round, and nobody else sees it. *Leave* takes you out of the group.",
        ]
    )
    assert read(views.message([NUDGE], FRENCH)) == snapshot(
        [
            "(( Le tour de Writers est encore ouvert ))",
            "Le tour de *Writers* dans #writers est ouvert jusqu’au mardi 17 novembre à 11:00. Une ligne dans son fil suffit, ou un clic ici.",
            "[Je suis là] [Répondre par un formulaire] [Quitter]",
            "~ Je ne le demande qu’une fois par tour, et personne d’autre ne le voit. *Quitter* vous retire du groupe.",
        ]
    )


def test_the_form_and_what_follows() -> None:
    assert read_modal(views.modal(round_form())) == snapshot(
        [
            "== Your answer ==",
            "For this round of *Writers*. Every field can stay empty.",
            "What you would like to say: ||",
            "Who reads it: <✓ Only Ana, who leads this round / The group, in the digest>",
            "Something I will do until next time: ||",
            "~ The digest counts it, and shows it only if it may quote you.",
            "~ Words entered here are in no Slack message. What you share I show to its readers in one.",
            "[Save] [Cancel]",
        ]
    )
    assert [read_modal(views.modal(each)) for each in round_forms()[3:6]] == snapshot(
        [
            [
                "== Your answer ==",
                "Saved. Only Ana can read it.",
                "Your promise is kept for next time.",
                "What became of your promises is saved.",
                "[Close]",
            ],
            [
                "== Your answer ==",
                "Saved. The digest counts it and does not show it, since you have not said that it may quote you; `/rapport group` changes that.",
                "[Close]",
            ],
            [
                "== Your answer ==",
                "Saved. The digest shows it to the group with your name.",
                "Your promise is kept for next time.",
                "What became of your promises is saved.",
                "[Close]",
            ],
        ]
    )


def test_answers_to_the_commands() -> None:
    assert [read(views.answer(each)) for each in round_showings()[:3]] == snapshot(
        [
            [
                "(( The round of *Writers* on Tuesday 17 November at 10:00 is left out. ))",
                "The round of *Writers* on Tuesday 17 November at 10:00 is left out.",
                "The next round opens on Tuesday 17 November at 10:00.",
            ],
            [
                "(( The round of *Writers* on Tuesday 17 November at 10:00 is left out. ))",
                "The round of *Writers* on Tuesday 17 November at 10:00 is left out.",
            ],
            [
                "(( *Writers*: its rounds, the newest first ))",
                "*Writers*: its rounds, the newest first",
                "3 November: 5 of 6 took part, Ana led. 2 promises, 1 kept.",
                "3 November: 1 of 6 took part, nobody led.",
                "3 November: left out.",
                "3 November: left out, there were fewer than two people.",
                "3 November: left out, I could not write in the channel.",
                "3 November: left out, the group had ended.",
                "~ Numbers only: nobody sees who was silent.",
            ],
        ]
    )
