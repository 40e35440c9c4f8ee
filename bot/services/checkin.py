"""Answers to check-ins: a click, how useful it was, later, skip."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from bot.domain import asking
from bot.domain.checkin import CheckinState, Outcome
from bot.domain.ids import PairingId, PromptId
from bot.domain.pairing import OVER
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import seats
from bot.services.calendar import hours_of
from bot.services.periods import open_checkin
from storage import checkin as checkins
from storage import entry as entries
from storage import facts as facts_of
from storage import pairing as pairings
from storage import surface as surfaces
from storage.asked import latest_of
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.member import MemberRecord
from storage.session import Session

LONGEST: Final = 3000
"""Characters in one text: what a form's input takes (https://docs.slack.dev/reference/block-kit)."""

LATE: Final = timedelta(days=30)
"""How long after its close a check-in is still what somebody means who answers while none is open."""


def answer(session: Session, caller: Caller, turn: Turn, prompt: PromptId, outcome: Outcome) -> None:
    """One click is a complete answer; another click changes it."""
    found = mine(session, caller, turn, prompt)
    if found.outcome is outcome and found.skipped_at is None:
        return
    heard(session, turn, found, outcome=outcome)


def rate(session: Session, caller: Caller, turn: Turn, prompt: PromptId, usefulness: int) -> None:
    """How useful it was, 1 to 5; only the coordinator sees it."""
    heard(session, turn, mine(session, caller, turn, prompt), usefulness=usefulness)


def later(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> None:
    """Asks again two working days on, once: the reminder moves."""
    found = mine(session, caller, turn, prompt)
    facts = facts_of.facts(session, [found.pairing_id], lambda member: hours_of(member, turn.now))[found.pairing_id]
    at = asking.later(facts.seat(found.seat_id), facts.policy, turn.now)
    checkins.change_prompt(session, prompt, snoozed_until=at)
    paint_again(session, turn, found)


def skip(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> None:
    found = mine(session, caller, turn, prompt)
    checkins.change_prompt(session, prompt, skipped_at=turn.now)
    paint_again(session, turn, found)


def unskip(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> None:
    """*Answer after all*; the reminders that went by meanwhile are not made up for."""
    found = mine(session, caller, turn, prompt)
    checkins.change_prompt(session, prompt, skipped_at=None)
    facts = facts_of.facts(session, [found.pairing_id], lambda member: hours_of(member, turn.now))[found.pairing_id]
    checkins.change_prompt(session, prompt, reminders=asking.reminders_passed(facts, prompt, facts.policy, turn.now))
    paint_again(session, turn, found)


def current(session: Session, turn: Turn, member: MemberRecord, pairing: PairingId) -> PromptRecord:
    """The prompt that an answer given now belongs to; makes the next check-in early if none is open.

    Needs the pairing's lock. Raises Refused when nothing can be answered.
    """
    latest = latest_of(session, member.id, pairing)
    if latest is not None and latest.running:
        return latest
    if latest is not None and latest.update_id is None and latest.closed_at and turn.now - latest.closed_at <= LATE:
        return latest
    facts = facts_of.facts(session, [pairing], lambda each: hours_of(each, turn.now))[pairing]
    early = asking.next_checkin(facts, facts.policy, turn.now)
    if early is None or member.id not in {asked for _, asked, _ in early.asks}:
        raise Refused(Refusal.NOTHING_TO_ANSWER)
    if checkins.schedule(session, turn, pairing, early) is None:
        raise Refused(Refusal.NOTHING_TO_ANSWER)
    made = latest_of(session, member.id, pairing)
    if made is None or not made.running:
        raise Refused(Refusal.NOTHING_TO_ANSWER)
    pairings.look_at(session, {pairing: turn.now})
    return made


def mine(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> PromptRecord:
    """The caller's own prompt, to be changed: under its pairing's lock, and the rules look at it. Raises Refused."""
    return _own(session, caller, checkins.claimed(session, turn, prompt))


def shown(session: Session, caller: Caller, prompt: PromptId) -> PromptRecord:
    """The caller's own prompt, to be looked at only. Raises Refused."""
    return _own(session, caller, checkins.one(session, prompt))


def _own(session: Session, caller: Caller, found: PromptRecord | None) -> PromptRecord:
    if found is None or found.person != caller.person:
        seats.me(session, caller)
        raise Refused(Refusal.NOT_YOURS)
    session.returned |= not found.reachable
    if found.pairing_state in OVER:
        raise Refused(Refusal.PAIRING_OVER)
    return found


def heard(session: Session, turn: Turn, prompt: PromptRecord, **values: Any) -> PromptRecord:
    """An answer was given, early, in time or late; what is named of it is kept. The pairing must be claimed."""
    answered = answered_by(session, turn, prompt, **values)
    paint_again(session, turn, prompt, also={each.id for each in written(session, prompt)})
    return answered


def answered_by(session: Session, turn: Turn, prompt: PromptRecord, **values: Any) -> PromptRecord:
    """The prompt with its answer. `paint_again` must follow."""
    update = checkins.answer(session, turn, prompt, **values)
    if prompt.skipped_at is not None:
        checkins.change_prompt(session, prompt.id, skipped_at=None)
    if prompt.state is CheckinState.SCHEDULED:
        open_checkin(session, turn, prompt.checkin_id, by=prompt.member_id)
    if values.get("outcome") is Outcome.MET:
        pairings.met(session, prompt.pairing_id, turn.now)
    state = CheckinState.OPEN if prompt.state is CheckinState.SCHEDULED else prompt.state
    return replace(prompt, update_id=update, skipped_at=None, state=state, **values)


def written(session: Session, prompt: PromptRecord) -> list[EntryRecord]:
    """The texts of the answer that is there."""
    return [] if prompt.update_id is None else entries.of_author(session, prompt.member_id, prompt.update_id)


def paint_again(session: Session, turn: Turn, prompt: PromptRecord, also: Collection[UUID] = ()) -> None:
    """What shows the prompt is painted again."""
    surfaces.want(session, turn, [prompt.id, *also])
