"""`/rapport`: what is mine, and what comes next."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from bot.domain import asking
from bot.domain.calendar import last_day_before, local_day
from bot.domain.facts import PairingFacts
from bot.domain.ids import MemberId, PairingId
from bot.domain.member import Consent
from bot.domain.pairing import OVER
from bot.domain.pause import paused_until
from bot.domain.sayings import Reader
from bot.domain.showings import Help, MyPairing, Overview, UnknownCommand
from bot.domain.turn import Caller, Turn
from bot.domain.words import nearest
from bot.services import gatherings, seats
from bot.services.asked import partner_paused_until
from bot.services.calendar import hours_of
from bot.services.seats import View
from storage import coordinator as coordinators
from storage import facts as facts_of
from storage import pairing as pairings
from storage.asked import latest_of
from storage.member import MemberRecord
from storage.session import Session

STRANGER = Reader(language="en", zone="UTC")


def overview(session: Session, caller: Caller, turn: Turn) -> Overview:
    member = seats.known(session, caller)
    if member is None:
        return Overview(reader=STRANGER, consent=Consent.UNASKED, pairings=(), coordinates=(), hours=None)
    mine = pairings.of_member(session, member.id, pairings.LIVING)
    facts = facts_of.facts(session, mine, lambda each: hours_of(each, turn.now))
    return Overview(
        reader=member.reader,
        consent=member.consent,
        pairings=tuple(
            _my_pairing(session, turn, member, view, facts[view.pairing])
            for view in seats.views(session, member.id, mine)
        ),
        coordinates=tuple(name for _, name in coordinators.programmes_of(session, member.id)),
        hours=hours_of(member, turn.now),
        gatherings=gatherings.mine(session, turn, member),
        away_until=_away_until(session, turn, member),
    )


def _away_until(session: Session, turn: Turn, member: MemberRecord) -> date | None:
    all_of_theirs = [pause for where, pause in facts_of.pauses_of(session, [member.id])[member.id] if where is None]
    return paused_until(all_of_theirs, local_day(hours_of(member, turn.now), turn.now))


def language(session: Session, caller: Caller, turn: Turn) -> str:
    """The caller's language, English for strangers."""
    member = seats.known(session, caller)
    return STRANGER.language if member is None else member.language


def is_stranger(session: Session, caller: Caller, turn: Turn) -> bool:
    return seats.known(session, caller) is None


def help(session: Session, caller: Caller, turn: Turn) -> Help:
    member = seats.known(session, caller)
    if member is None:
        return Help(reader=STRANGER, coordinator=False)
    return Help(reader=member.reader, coordinator=bool(coordinators.programmes_of(session, member.id)))


def unknown(session: Session, caller: Caller, turn: Turn, word: str, known: Mapping[str, str]) -> UnknownCommand:
    """`known` are words that can be typed, each with the one that is shown for it."""
    member = seats.known(session, caller)
    reader = STRANGER if member is None else member.reader
    near = nearest(word, list(known))
    return UnknownCommand(reader=reader, word=word, nearest=known.get(near) if near else None)


def next_asked(session: Session, turn: Turn, member: MemberId, mine: Collection[PairingId]) -> datetime | None:
    """When a member with these pairings is asked next, if the rules know."""
    facts = facts_of.facts(session, mine, lambda each: hours_of(each, turn.now))
    moments = [at for each in facts.values() for who, at in _asks(each, turn.now) if who == member]
    return min(moments, default=None)


def _my_pairing(session: Session, turn: Turn, member: MemberRecord, view: View, facts: PairingFacts) -> MyPairing:
    hours = hours_of(member, turn.now)
    prompt = latest_of(session, member.id, view.pairing)
    waits = prompt is not None and prompt.running and prompt.delivered_at is not None and prompt.update_id is None
    return MyPairing(
        pairing=view.pairing,
        partners=view.names,
        role=view.mine.role,
        focus=pairings.by_id(session, view.pairing).focus,
        state=facts.state,
        rhythm=facts.rhythms[-1].rhythm if facts.rhythms else None,
        next_on=dict(_asks(facts, turn.now)).get(member.id) if facts.state not in OVER else None,
        open_prompt=prompt.id if prompt is not None and waits else None,
        closes_on=last_day_before(hours, prompt.closes_at) if prompt and waits and prompt.closes_at else None,
        paused_until=paused_until(facts.seat_of(member.id).pauses, local_day(hours, turn.now)),
        partner_paused_until=partner_paused_until(session, view, turn.now),
    )


def _asks(facts: PairingFacts, now: datetime) -> list[tuple[MemberId, datetime]]:
    """Who is asked next of a pairing, and when: of the check-in that is scheduled, or of the next one."""
    checkin = asking.running(facts)
    if checkin is not None:
        scheduled = [(facts.seat(each.seat).member, each.ask_at) for each in checkin.prompts if each.ask_at > now]
        if scheduled:
            return scheduled
        period = checkin.period + 1
        return [(seat.member, asking.ask_at(facts, seat, period)) for seat in facts.seats]
    schedule = asking.next_checkin(facts, facts.policy, now)
    return [] if schedule is None else [(member, at) for _, member, at in schedule.asks]
