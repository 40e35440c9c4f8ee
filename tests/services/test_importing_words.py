"""Whatever is wrong with a file, the operator reads a sentence that says so."""

import pytest

from bot.domain.roster_problems import HARMLESS, UNREADABLE, Problem, RowFault
from bot.services.importing import ImportFault, ImportRefused
from bot.services.importing_words import gave_up_sentence, refused_sentence, roster_sentence
from bot.services.looking_up import LookUpGaveUp


@pytest.mark.parametrize("fault", RowFault)
def test_every_fault_has_a_sentence(fault: RowFault) -> None:
    sentence = roster_sentence(Problem(line=7, fault=fault, word="{x} <!channel>"))

    assert sentence.startswith("Line 7: ")
    assert sentence.count("{") == sentence.count("{x} <!channel>")


def test_what_is_wrong_with_the_whole_file_names_no_line() -> None:
    assert roster_sentence(Problem(line=0, fault=RowFault.TOO_LARGE, word="5")) == (
        "The file is larger than 5 MB. Please bring it in as several files."
    )


@pytest.mark.parametrize(
    "refused",
    [
        *(ImportRefused(fault, "Maria") for fault in ImportFault if fault is not ImportFault.UNREAL_COORDINATOR),
        ImportRefused(ImportFault.UNREAL_COORDINATOR, "Maria", RowFault.GONE),
    ],
)
def test_every_refusal_has_a_sentence(refused: ImportRefused) -> None:
    assert refused_sentence(refused).endswith(".")


def test_a_patient_operator_is_told_how_far_it_got() -> None:
    assert gave_up_sentence(LookUpGaveUp("ratelimited", found=3, wanted=8)) == (
        "Slack keeps asking to wait (ratelimited); 3 of 8 people were looked up."
        " Nothing was changed. Please try again later."
    )


def test_nothing_is_both_harmless_and_unreadable() -> None:
    assert not HARMLESS & UNREADABLE
