"""Asking for help: who may be asked to read it, who can, and where it stands."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.case import CaseState, Urgency
from bot.domain.case_sayings import ConcernStands, Standing
from bot.domain.ids import MemberId
from bot.services import cases, concerns
from bot.services.concerns import ConcernGiven
from storage import case as stored
from storage import concern as kept
from storage import programme as programmes
from storage.tables import Programme, table_of
from tests.services.brought import WORDS, ask_for_help, cards, record
from tests.services.refusals import refusal
from tests.services.running import Running, member_id

MARIA, BRUNO, ANA, BEN = "U0MARIA", "U0BRUNO", "U0ANA", "U0BEN"


def given(running: Running, *readers: str, **changes: Any) -> ConcernGiven:
    made = ConcernGiven(
        form="V1",
        pairing=running.pairings()[0],
        readers=tuple(member_id(running, reader) for reader in readers),
        urgency=Urgency.SOON,
        text=WORDS,
    )
    return replace(made, **changes)


def mine(running: Running, person: str = BEN) -> list[ConcernStands]:
    with running.database.read(running.office.workspace) as session:
        return list(concerns.mine(session, running.turn, running.member(person).id))


def test_the_form_offers_those_who_may_read_and_never_a_partner(introduced: Running) -> None:
    form = introduced.does(BEN, concerns.form, None)

    assert [each.name for each in form.readers] == ["Maria", "Bruno"]
    assert [choice.partners for choice in form.pairings] == [("Ana",)]
    assert form.chosen == introduced.pairings()[0]


def test_a_prompts_menu_chooses_its_pairing(asked: Running) -> None:
    prompt = asked.prompt(BEN)

    assert asked.does(BEN, concerns.form_from_prompt, prompt.id).chosen == prompt.pairing_id
    assert refusal(lambda: asked.does(ANA, concerns.form_from_prompt, prompt.id)) == "not_yours"


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"text": " \n "}, "nothing_written concern"),
        ({"text": "x" * 3001}, "text_too_long concern"),
        ({"readers": ()}, "nobody_can_read readers"),
        ({"text": "x" * 3000}, ""),
    ],
)
def test_what_cannot_be_sent(introduced: Running, changes: dict[str, Any], refused: str) -> None:
    asked = replace(given(introduced, MARIA), **changes)

    assert refusal(lambda: introduced.does(BEN, concerns.ask_for_help, asked)) == refused


def test_a_form_sent_again_because_no_answer_came_asks_for_help_once(introduced: Running) -> None:
    asked = given(introduced, MARIA)

    first = introduced.does(BEN, concerns.ask_for_help, asked)
    again = introduced.does(BEN, concerns.ask_for_help, asked)
    assert (again, len(mine(introduced))) == (first, 1)

    introduced.does(BEN, concerns.ask_for_help, replace(asked, text="I dread each meeting."))
    introduced.does(BEN, concerns.ask_for_help, replace(asked, form="V2"))
    assert len(mine(introduced)) == 3


def test_nobody_but_its_own_coordinators_reads_it_whatever_is_sent(introduced: Running) -> None:
    """A form can be forged: the partner, the author and strangers are not readers."""
    for reader in (ANA, BEN):
        forged = given(introduced, reader)
        assert refusal(partial(introduced.does, BEN, concerns.ask_for_help, forged)) == ("nobody_can_read readers")
    outsider = given(introduced, MARIA)
    assert refusal(lambda: introduced.does(BRUNO, concerns.ask_for_help, outsider)) == "not_yours"

    sent = introduced.does(BEN, concerns.ask_for_help, given(introduced, BRUNO, ANA))

    assert sent.readers == ("Bruno",)


def test_only_a_chosen_reader_opens_it_and_the_author_sees_that(introduced: Running) -> None:
    case = ask_for_help(introduced, BRUNO)
    for person in (MARIA, ANA, BEN):
        assert refusal(partial(introduced.does, person, concerns.read, case)) == "case_unknown"
    assert [each.standing for each in mine(introduced)] == [Standing.SENT]

    words = introduced.does(BRUNO, concerns.read, case)

    assert (words.author, words.about, words.text) == ("Ben", ("Ana",), WORDS)
    assert [each.standing for each in mine(introduced)] == [Standing.READ]


def test_where_it_stands_is_told_step_by_step(introduced: Running) -> None:
    case = ask_for_help(introduced, MARIA, BRUNO)
    introduced.until("2026-11-25 12:00")
    assert [(each.standing, each.reader) for each in mine(introduced)] == [(Standing.PASSED_ON, "Bruno")]
    introduced.until("2026-11-26 12:00")
    assert [(each.standing, each.expected_on) for each in mine(introduced)] == [(Standing.NOBODY, None)]

    introduced.does(MARIA, cases.take, case)
    assert [(each.standing, each.reader) for each in mine(introduced)] == [(Standing.TAKEN, "Maria")]
    introduced.does(MARIA, cases.resolve, case)

    assert mine(introduced) == []
    assert record(introduced, case).state is CaseState.RESOLVED


def test_now_reaches_its_reader_at_night_and_says_so(introduced: Running) -> None:
    introduced.until("2026-11-24 22:00")
    soon = introduced.does(BEN, concerns.ask_for_help, given(introduced, MARIA))
    now = introduced.does(BEN, concerns.ask_for_help, given(introduced, MARIA, urgency=Urgency.NOW))
    introduced.settle()

    assert (soon.first, soon.at_once, now.at_once) == ("Maria", False, True)
    assert [card.urgent for card in cards(introduced, MARIA)] == [True]


def test_a_private_card_has_no_names_and_no_evidence(introduced: Running) -> None:
    ask_for_help(introduced, MARIA)

    card = cards(introduced, MARIA)[-1]

    assert (card.private, card.mentors, card.mentee, card.gone, card.happened) == (True, (), "", (), ())


def test_the_outside_contacts_of_ones_programmes_are_named_once(introduced: Running) -> None:
    with introduced.database.write(introduced.office.workspace) as session:
        (programme,) = session.execute(select(table_of(Programme).c.id)).scalars()
        programmes.set_outside_contact(session, programme, "the ombuds office")
        found = concerns.outside_contact(session, introduced.member(BEN).id)

    assert found == "the ombuds office"
    assert introduced.does(BEN, concerns.form, None).outside_contact == "the ombuds office"


def test_asking_twice_makes_two_cases(introduced: Running) -> None:
    first, second = ask_for_help(introduced, MARIA), ask_for_help(introduced, MARIA)

    assert first != second
    with introduced.database.read(introduced.office.workspace) as session:
        assert {each.id for each in stored.waiting_of(session, introduced.pairings()[0])} == {first, second}


def test_the_words_are_for_its_readers_in_the_query_itself(introduced: Running) -> None:
    case = ask_for_help(introduced, BRUNO)

    with introduced.database.read(introduced.office.workspace) as session:
        concern = kept.of_case(session, case)
        assert concern is not None
        assert kept.words(session, concern.id, introduced.member(BRUNO).id) == WORDS
        readers: list[MemberId] = [introduced.member(person).id for person in (MARIA, ANA, BEN)]
        assert [kept.words(session, concern.id, reader) for reader in readers] == [None, None, None]


def test_a_reader_has_a_working_day_from_when_they_really_hear(introduced: Running) -> None:
    introduced.until("2026-11-27 18:30")  # Friday evening in Berlin
    ask_for_help(introduced, MARIA, BRUNO)
    promised = [each.expected_on for each in mine(introduced)]

    introduced.until("2026-11-30 12:00")  # Monday: Maria heard at nine
    waiting = (len(cards(introduced, MARIA)), len(cards(introduced, BRUNO)))
    introduced.until("2026-12-01 12:00")

    assert promised == [date(2026, 12, 1)]
    assert waiting == (1, 0)
    assert [f"{told.at:%a %H:%M}" for told in introduced.told_to(BRUNO)[1:]] == ["Tue 09:00"]  # after the welcome


def test_what_an_outage_held_back_counts_from_when_it_is_said(introduced: Running) -> None:
    introduced.until("2026-11-27 18:30")
    ask_for_help(introduced, MARIA, BRUNO)

    introduced.now += timedelta(days=5)  # nobody serves until Wednesday evening
    introduced.until("2026-12-03 12:00")

    assert (len(cards(introduced, MARIA)), len(cards(introduced, BRUNO))) == (1, 0)
    introduced.until("2026-12-04 12:00")
    assert len(cards(introduced, BRUNO)) == 1
