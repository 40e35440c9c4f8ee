"""What happens to a case when its reason goes or comes back, its hearers go, or its pairing ends."""

from datetime import date
from functools import partial

import pytest

from bot.domain.case import CaseState, Rule
from bot.domain.case_sayings import ConcernStands, Standing
from bot.domain.ids import CaseId, PairingId
from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.pairing import EndReason
from bot.domain.turn import Turn
from bot.services import care, cases, concerns, fates, greeting, queue
from storage import case as stored
from storage import pairing as pairings
from storage.session import Session
from tests.services.brought import KEY, ask_for_help, bring, cards, record, stands
from tests.services.refusals import refusal
from tests.services.running import Running, member_id

MARIA, BRUNO, BEN = "U0MARIA", "U0BRUNO", "U0BEN"


def ended(session: Session, turn: Turn, pairing: PairingId) -> None:
    pairings.lock(session, [pairing])
    cases.end_climb(session, turn, key=KEY)


def stood(running: Running) -> list[Standing]:
    """Where Ben was told that his concern stands, message by message."""
    said = [saying for told in running.told_to(BEN) for saying in told.sayings]
    return [saying.standing for saying in said if isinstance(saying, ConcernStands)]


def now_stands(running: Running) -> ConcernStands:
    with running.database.read(running.office.workspace) as session:
        (found,) = concerns.mine(session, running.turn, running.member(BEN).id)
    return found


def test_a_reason_that_returns_while_the_case_is_open_is_climbed_again(introduced: Running) -> None:
    case = bring(introduced)
    introduced.write(ended, introduced.pairings()[0])
    introduced.until("2026-11-25 12:00")

    assert bring(introduced) == case
    introduced.until("2026-11-30 12:00")

    assert record(introduced, case).climbing
    assert [len(cards(introduced, person)) for person in (MARIA, BRUNO)] == [2, 1]
    assert cards(introduced, MARIA)[-1].climbing


def test_whoever_has_it_keeps_it_when_its_reason_returns(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.take, case)
    introduced.write(ended, introduced.pairings()[0])

    bring(introduced)

    assert stands(introduced, case) == (CaseState.TAKEN, MARIA)
    assert record(introduced, case).climbing
    assert len(cards(introduced, MARIA)) == 1


def test_a_case_that_nobody_has_heard_of_is_closed_quietly_when_its_reason_goes(introduced: Running) -> None:
    introduced.until("2026-11-24 20:00")
    case = bring(introduced)

    introduced.write(ended, introduced.pairings()[0])
    introduced.until("2026-11-25 12:00")

    assert stands(introduced, case) == (CaseState.RESOLVED, "")
    assert cards(introduced, MARIA) == []


@pytest.mark.parametrize("why", ["answered since", "somebody has it"])
def test_the_backup_is_not_told_of_what_was_taken_or_answered_overnight(introduced: Running, why: str) -> None:
    case = bring(introduced)
    introduced.until("2026-11-24 20:00")
    introduced.write(_told_to_bruno, case)

    if why == "somebody has it":
        introduced.does(MARIA, cases.take, case)
    else:
        introduced.write(ended, introduced.pairings()[0])
    introduced.until("2026-11-25 12:00")

    assert cards(introduced, BRUNO) == []
    rows = [row for row in introduced.notices(NoticeKind.CASE) if row.member_id == member_id(introduced, BRUNO)]
    assert [(row.state, row.why) for row in rows] == [(NoticeState.DROPPED, why)]


def test_the_cases_of_a_pairing_that_ends_are_closed_and_its_concerns_stay(introduced: Running) -> None:
    case, concern = bring(introduced), ask_for_help(introduced, BRUNO)
    introduced.does(MARIA, cases.take, case)
    pairing = introduced.pairings()[0]

    introduced.write(_part, pairing, introduced)
    introduced.until("2026-12-10 12:00")

    assert stands(introduced, case) == (CaseState.RESOLVED, "")
    assert record(introduced, concern).state is CaseState.OPEN
    assert len(cards(introduced, MARIA)) == 1


def test_when_a_hearer_goes_after_they_were_told_the_next_one_hears_at_once(introduced: Running) -> None:
    case = bring(introduced)

    introduced.does(MARIA, greeting.know, name="Maria", zone="Europe/Berlin", language="en", gone=True)
    introduced.settle()

    assert [card.case for card in cards(introduced, BRUNO)] == [case]


def test_what_its_owner_had_is_open_again_when_they_go(introduced: Running) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.take, case)

    introduced.write(fates.unreachable, member_id(introduced, MARIA))
    introduced.settle()

    assert record(introduced, case).state is CaseState.OPEN
    assert [card.case for card in cards(introduced, BRUNO)] == [case]


@pytest.mark.parametrize("act", [cases.snooze, cases.resolve])
def test_nobody_puts_off_or_resolves_what_another_has_without_being_told_that(introduced: Running, act: object) -> None:
    case = bring(introduced)
    introduced.does(MARIA, cases.take, case)

    assert refusal(partial(introduced.does, BRUNO, act, case)) == "case_taken"  # type: ignore[arg-type]
    assert stands(introduced, case) == (CaseState.TAKEN, MARIA)

    introduced.does(BRUNO, act, case, member_id(introduced, MARIA))  # type: ignore[arg-type]
    assert stands(introduced, case)[1] == BRUNO


def test_what_the_backup_put_off_comes_back_to_the_backup_first(introduced: Running) -> None:
    case = bring(introduced)
    introduced.until("2026-11-30 12:00")
    assert len(cards(introduced, BRUNO)) == 1
    introduced.does(BRUNO, cases.snooze, case)

    introduced.until("2026-12-03 12:00")

    assert [len(cards(introduced, person)) for person in (MARIA, BRUNO)] == [1, 2]
    introduced.until("2026-12-08 12:00")
    assert len(cards(introduced, MARIA)) == 2


def test_whoever_writes_has_the_case_and_nobody_further_is_told(introduced: Running) -> None:
    case = bring(introduced)

    introduced.does(MARIA, care.send, case, "How is it going?", (member_id(introduced, BEN),), "V1")
    introduced.until("2026-12-01 08:00")

    assert stands(introduced, case) == (CaseState.TAKEN, MARIA)
    assert cards(introduced, BRUNO) == []


def test_the_author_hears_when_their_concern_is_taken_passed_on_or_resolved(introduced: Running) -> None:
    case = ask_for_help(introduced, MARIA, BRUNO)
    introduced.until("2026-11-25 12:00")
    introduced.does(BRUNO, cases.take, case)
    introduced.settle()
    introduced.until("2026-11-25 20:00")
    introduced.does(BRUNO, cases.resolve, case)
    introduced.until("2026-11-26 12:00")

    assert stood(introduced) == [Standing.SENT, Standing.PASSED_ON, Standing.TAKEN, Standing.RESOLVED]
    assert f"{introduced.told_to(BEN)[-1].at:%a %H}" == "Thu 08"  # in Ben's own morning


def test_news_of_a_concern_that_wait_for_the_morning_are_one(introduced: Running) -> None:
    case = ask_for_help(introduced, MARIA)
    introduced.until("2026-11-24 20:00")
    introduced.does(MARIA, cases.take, case)
    introduced.does(MARIA, cases.resolve, case)
    introduced.until("2026-11-25 12:00")

    assert stood(introduced) == [Standing.SENT, Standing.RESOLVED]


def test_a_concern_that_was_taken_and_let_lie_is_not_said_to_be_in_hand(introduced: Running) -> None:
    case = ask_for_help(introduced, BRUNO)
    introduced.does(BRUNO, cases.take, case)

    introduced.until("2026-12-01 12:00")

    assert record(introduced, case).state is CaseState.OPEN
    assert (now_stands(introduced).standing, now_stands(introduced).reader) == (Standing.AGAIN, "Bruno")


def test_a_reader_who_cannot_be_reached_did_not_let_it_lie(introduced: Running) -> None:
    introduced.write(fates.unreachable, member_id(introduced, MARIA))

    ask_for_help(introduced, MARIA, BRUNO)

    assert (now_stands(introduced).standing, now_stands(introduced).reader) == (Standing.PASSED_OVER, "Bruno")


def test_when_nobody_takes_it_the_author_is_told_who_else_could(introduced: Running) -> None:
    ask_for_help(introduced, BRUNO)

    introduced.until("2026-11-26 12:00")

    assert (now_stands(introduced).standing, now_stands(introduced).others) == (Standing.NOBODY, ("Maria",))


def test_a_card_of_a_pair_that_never_met_counts_what_its_list_shows(asked: Running) -> None:
    bring(asked, rule=Rule.NEVER_MET)

    card = cards(asked, MARIA)[-1]

    assert card.unanswered == sum(not each.answered for each in card.happened)


def test_one_silence_is_one_case_in_two_lights(asked: Running) -> None:
    asked.until("2027-03-01 12:00")  # asked twice, and nobody has met or answered

    shown = [(card.rule, card.folded) for card in cards(asked, MARIA)]
    (case,) = asked.does(MARIA, queue.waiting).cases
    card = asked.does(MARIA, queue.show, case.case).card

    assert len(shown) == 1
    assert (card.rule, card.never_met_since, card.silent_since) in [
        (Rule.NEVER_MET, None, date(2026, 12, 29)),
        (Rule.SILENT_BOTH, date(2026, 11, 24), None),
    ]


def test_when_the_case_that_told_of_both_is_resolved_a_new_silence_is_a_new_case(asked: Running) -> None:
    asked.until("2027-02-15 12:00")
    (case,) = asked.does(MARIA, queue.waiting).cases
    asked.does(MARIA, cases.resolve, case.case)
    asked.until("2027-02-16 12:00")
    assert asked.does(MARIA, queue.waiting).cases == ()

    asked.until("2027-04-01 12:00")

    assert len(asked.does(MARIA, queue.waiting).cases) == 1


def _told_to_bruno(session: Session, turn: Turn, case: CaseId) -> None:
    """As if Maria's days were over."""
    long_ago = turn.now.replace(month=10)
    stored.change(session, case, stepped_at=long_ago, next_look_at=turn.now)
    cases.look(session, turn, [case])


def _part(session: Session, turn: Turn, pairing: PairingId, running: Running) -> None:
    pairings.lock(session, [pairing])
    greeting.part(session, turn, pairing, member_id(running, BEN), EndReason.NOT_FOR_ME)
