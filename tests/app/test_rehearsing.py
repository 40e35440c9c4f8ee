"""What the panel of a rehearsal shows of it."""

from bot.app.rehearsing import CASES
from bot.domain.stalling import RULES


def test_every_rule_that_makes_a_case_of_a_pair_has_words() -> None:
    assert CASES.keys() == RULES.keys()
