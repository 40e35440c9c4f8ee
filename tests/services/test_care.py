"""A coordinator writes to the people of a case, once to each, in their own hours."""

import pytest

from bot.domain.case_sayings import Care
from bot.services import care, cases, concerns, fates
from tests.services.brought import ask_for_help, bring, record
from tests.services.refusals import refusal
from tests.services.running import Running, member_id

MARIA, BRUNO, ANA, BEN = "U0MARIA", "U0BRUNO", "U0ANA", "U0BEN"


def cared(running: Running, person: str) -> list[str]:
    return [saying.text for told in running.told_to(person) for saying in told.sayings if isinstance(saying, Care)]


def test_it_reaches_those_chosen_and_nobody_else(introduced: Running) -> None:
    case = bring(introduced)
    form = introduced.does(MARIA, care.form, case)
    assert sorted(each.name for each in form.people) == ["Ana", "Ben"]

    sent = introduced.does(MARIA, care.send, case, " How is it going? ", (member_id(introduced, BEN),), "V1")
    introduced.settle()

    assert sent.people == ("Ben",)
    assert cared(introduced, BEN) == ["How is it going?"]
    assert cared(introduced, ANA) == []


def test_sent_again_because_no_answer_came_it_arrives_once_and_other_words_arrive_too(introduced: Running) -> None:
    case, ben = bring(introduced), (member_id(introduced, BEN),)

    for text in ("How is it going?", "How is it going?", "Shall we talk?"):
        assert introduced.does(MARIA, care.send, case, text, ben, "V1").people == ("Ben",)
    introduced.does(MARIA, care.send, case, "How is it going?", ben, "V2")
    introduced.settle()

    assert sorted(cared(introduced, BEN)) == ["How is it going?", "How is it going?", "Shall we talk?"]


def test_writing_is_a_step_so_the_case_does_not_expire(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.take, case)
    introduced.until("2026-11-30 12:00")
    introduced.does(MARIA, care.send, case, "Hello", (member_id(introduced, BEN),), "V1")

    introduced.until("2026-12-02 12:00")

    assert record(introduced, case).owner_id == member_id(introduced, MARIA)


@pytest.mark.parametrize(
    ("text", "to", "refused"),
    [
        ("  ", BEN, "nothing_written care"),
        ("x" * 3001, BEN, "text_too_long care"),
        ("Hello", BRUNO, "nobody_to_write_to people"),
    ],
)
def test_what_cannot_be_sent(introduced: Running, text: str, to: str, refused: str) -> None:
    case = bring(introduced)

    assert refusal(lambda: introduced.does(MARIA, care.send, case, text, (member_id(introduced, to),), "V1")) == refused
    assert cared(introduced, BEN) == []


def test_only_hearers_write(introduced: Running) -> None:
    case = bring(introduced)

    assert refusal(lambda: introduced.does(ANA, care.form, case)) == "case_unknown"
    assert refusal(lambda: introduced.does(ANA, care.send, case, "Hello", (member_id(introduced, BEN),), "V1")) == (
        "case_unknown"
    )


def test_of_a_private_case_its_author_is_known_only_to_those_who_have_read_it(introduced: Running) -> None:
    case = ask_for_help(introduced, MARIA, BRUNO)
    introduced.does(BRUNO, concerns.read, case)

    assert refusal(lambda: introduced.does(MARIA, care.form, case)) == "nobody_to_write_to"
    form = introduced.does(BRUNO, care.form, case)

    assert form.private
    assert [each.name for each in form.people] == ["Ben"]
    both = (member_id(introduced, ANA), member_id(introduced, BEN))
    assert introduced.does(BRUNO, care.send, case, "Hello", both, "V1").people == ("Ben",)


def test_somebody_who_cannot_be_reached_is_not_offered(introduced: Running) -> None:
    case = bring(introduced)
    introduced.write(fates.unreachable, member_id(introduced, BEN))

    assert [each.name for each in introduced.does(MARIA, care.form, case).people] == ["Ana"]
