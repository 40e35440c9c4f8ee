"""What a coordinator types after `/rapport pair`."""

import pytest

from bot.domain.pair_words import PairWords, read
from bot.domain.refusals import Refusal, Refused

ONE = ["Mentors 2026"]
TWO = ["Science", "Women in Science"]


@pytest.mark.parametrize(
    ("text", "programmes", "mentees", "focus", "programme"),
    [
        ("<@U0ANA|ana> <@U0BEN|ben>", ONE, ("U0BEN",), "", "Mentors 2026"),
        ("<@U0ANA> <@W0BEN> career", ONE, ("W0BEN",), "career", "Mentors 2026"),
        ("<@U0ANA> with <@U0BEN>, <@U0CYD> and <@U0BEN> talks", ONE, ("U0BEN", "U0CYD"), "talks", "Mentors 2026"),
        ("<@U0ANA> <@U0BEN> talks in mentors  2026.", ONE, ("U0BEN",), "talks", "Mentors 2026"),
        ("<@U0ANA> <@U0BEN> dans “Mentors 2026”", ONE, ("U0BEN",), "", "Mentors 2026"),
        ("<@U0ANA> <@U0BEN> in Mentors 2026: talks", ONE, ("U0BEN",), "talks", "Mentors 2026"),
        ("<@U0ANA> <@U0BEN> working in industry", ONE, ("U0BEN",), "working in industry", "Mentors 2026"),
        ("<@U0ANA> <@U0BEN> work in industry in Mentors 2026", ONE, ("U0BEN",), "work in industry", "Mentors 2026"),
        ("<@U0ANA> <@U0BEN> grants in Women in Science", TWO, ("U0BEN",), "grants", "Women in Science"),
        ("<@U0ANA> <@U0BEN> grants in Science", TWO, ("U0BEN",), "grants", "Science"),
        (
            "<@U0ANA> <@U0BEN> in Sciences of the living",
            ["Science"],
            ("U0BEN",),
            "in Sciences of the living",
            "Science",
        ),
        ("<@U0ANA> <@U0BEN> <!channel> =1+1", ONE, ("U0BEN",), "<!channel> =1+1", "Mentors 2026"),
    ],
)
def test_the_first_person_is_the_mentor(
    text: str, programmes: list[str], mentees: tuple[str, ...], focus: str, programme: str
) -> None:
    assert read(text, programmes) == PairWords(mentor="U0ANA", mentees=mentees, focus=focus, programme=programme)


@pytest.mark.parametrize(
    ("text", "programmes", "refusal", "words"),
    [
        ("", ONE, Refusal.PAIR_WHOM, ()),
        ("@ana @ben", ONE, Refusal.PAIR_WHOM, ()),
        ("<@U0ANA> career", ONE, Refusal.PAIR_WHOM, ()),
        ("<@U0ANA> <@U0BEN> <@U0ANA>", ONE, Refusal.PAIR_SELF, ()),
        ("<@U0ANA> <@U0BEN>", TWO, Refusal.WHICH_PROGRAMME, ("Science", "Women in Science")),
        ("<@U0ANA> <@U0BEN> in Mentors", TWO, Refusal.WHICH_PROGRAMME, ("Science", "Women in Science")),
        ("<@U0ANA> <@U0BEN> in Mentors 2027", ONE, Refusal.WHICH_PROGRAMME, ("Mentors 2026",)),
    ],
)
def test_a_question_is_better_than_a_guess(
    text: str, programmes: list[str], refusal: Refusal, words: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refused:
        read(text, programmes)

    assert (refused.value.refusal, refused.value.words) == (refusal, words)
