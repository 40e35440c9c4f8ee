"""What coordinators are told, and what comes back to whoever asked for help."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from bot.domain.calendar import Hours, local_day
from bot.domain.case import PRIVATE, SILENCES, CaseState, Rule, Urgency
from bot.domain.case_sayings import Care, CaseCard, Happened, LongPause, PrivateLine, Withdrawn
from bot.domain.ids import CaseId, EntryId, MemberId, NoticeId, ProgrammeId
from bot.domain.pairing import OVER, Role
from bot.domain.policy import DEFAULT
from bot.domain.sayings import Ended, Saying, Untrue
from bot.domain.turn import Turn
from bot.services import concerns as concerns_of
from bot.services import group_cases, hearers, seats
from bot.services.calendar import hours_of
from storage import case as cases
from storage import concern as concerns
from storage import groups, reading
from storage import member as members
from storage import pairing as pairings
from storage import programme as programmes
from storage.case import CaseRecord
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.outcomes import OutcomeCounts, outcomes
from storage.session import Session
from storage.standing import standing

SHOWN: Final = 4
"""Check-ins on a card."""

HELD: Final = (CaseState.TAKEN, CaseState.SNOOZED)

REMEMBERED: Final = 60
"""Check-ins in which a silence is counted: more than a year of weekly ones."""


def line(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    entry = EntryId(notice.about)
    found = reading.for_coordinator(session, notice.hearer, entry)
    return PrivateLine(
        notice=notice.id,
        entry=entry,
        programme=programmes.name_of(session, pairings.programme_of(session, notice.within)),
        waiting=found is not None,
    )


def withdrawn(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    who = MemberId(notice.about)
    view = seats.view(session, who, notice.within)
    about = pairings.by_id(session, view.pairing)
    return Withdrawn(
        notice=notice.id,
        who=view.mine.member.name,
        partners=view.names,
        programme=programmes.name_of(session, about.programme_id),
        introduced=about.introduced_at is not None,
    )


def ended(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    view = seats.view(session, notice.hearer, notice.within)
    return Ended(notice=notice.id, partners=view.names, coordinator=view.coordinator)


def long_pause(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    view = seats.view(session, MemberId(notice.about), notice.within)
    told_on = local_day(hours_of(view.mine.member, notice.not_before), notice.not_before)
    days = seats.paused(session, view, until=told_on)
    return LongPause(
        notice=notice.id,
        who=view.mine.member.name,
        partners=view.names,
        days=days.days,
        back=days <= DEFAULT.long_pause,
    )


def case_cards(session: Session, turn: Turn, notices: Collection[NoticeRecord]) -> dict[NoticeId, Saying | Untrue]:
    found = cases.by_ids(session, {CaseId(each.about) for each in notices})
    known = members.by_ids(session, {each.hearer for each in notices})
    cards: dict[NoticeId, Saying | Untrue] = {}
    for notice in notices:
        about = found.get(CaseId(notice.about))
        shown = card(session, turn, known[notice.hearer], about, notice=notice) if about is not None else None
        cards[notice.id] = shown or Untrue(why="not theirs")
    return cards


def first_time(card: CaseCard) -> CaseCard | Untrue:
    """A rung is checked against the facts again when it is said. What somebody put off is told them in any case."""
    match card:
        case CaseCard(state=CaseState.RESOLVED):
            return Untrue(why="resolved")
        case CaseCard(anothers=True):
            return Untrue(why="somebody has it")
        case CaseCard(climbing=False, owner_id=None):
            return Untrue(why="answered since")
        case _:
            return card


def card(
    session: Session, turn: Turn, hearer: MemberRecord, found: CaseRecord, *, notice: NoticeRecord | None = None
) -> CaseCard | None:
    """A case as one of its hearers may see it; for anybody else there is none. Of a private one nobody is named."""
    theirs = hearers.of_case(session, found)
    if hearer.id not in {each.id for each in theirs}:
        return None
    if found.group_id is not None:
        return group_cases.card(session, turn, hearer, found, theirs, notice=notice)
    private = found.rule in PRIVATE
    concern = concerns.of_case(session, found.id) if private else None
    seated = [] if private else pairings.sittings(session, [found.within])[found.within]
    hours = hours_of(hearer, turn.now)
    history = [] if private else outcomes(session, found.within, limit=REMEMBERED)
    about = standing(session, found.within)
    silent = _silent(history) if found.rule in SILENCES and found.climbing else []
    silent_too = found.rule is Rule.NEVER_MET and _tells_too(session, found, Rule.SILENT_BOTH) is not None
    never_met = _tells_too(session, found, Rule.NEVER_MET) if about.met_at is None else None
    return CaseCard(
        notice=notice.id if notice else None,
        case=found.id,
        code=found.code,
        programme=about.programme,
        rule=found.rule,
        state=found.state,
        owner=next((each.name for each in theirs if each.id == found.owner_id), ""),
        owner_id=found.owner_id,
        anothers=found.state in HELD and found.owner_id not in (None, hearer.id),
        stepped_on=local_day(hours, found.stepped_at),
        over=about.state in OVER,
        never_met_since=local_day(hours, never_met.since) if never_met else None,
        silent_since=local_day(hours, silent[0].opened_at) if silent_too and silent else None,
        writable=any(each.member.reachable for each in seated),
        mentors=tuple(each.member.name for each in seated if each.role is Role.MENTOR),
        mentee=next((each.member.name for each in seated if each.role is Role.MENTEE), ""),
        gone=tuple(each.member.name for each in seated if not each.member.reachable),
        since=local_day(hours, silent[0].opened_at if silent and found.rule is Rule.SILENT_BOTH else found.since),
        unanswered=_unanswered(found, silent if silent_too or found.rule is Rule.SILENT_BOTH else [], history),
        opened_on=local_day(hours, found.opened_at),
        snoozed_until=local_day(hours, found.snoozed_until) if found.snoozed_until else None,
        climbing=found.climbing,
        happened=tuple(_happened(each, hours) for each in history[-SHOWN:]),
        private=private,
        urgent=concern is not None and concern.urgency is Urgency.NOW,
        before=_before(theirs, found, hearer),
    )


def _tells_too(session: Session, found: CaseRecord, rule: Rule) -> CaseRecord | None:
    """The other silence of a pairing, if its rule found that as well."""
    if found.rule is rule or found.rule not in SILENCES or not found.climbing:
        return None
    return cases.of_rule(session, found.within, rule)


def _unanswered(found: CaseRecord, silent: Sequence[OutcomeCounts], history: Sequence[OutcomeCounts]) -> int:
    """As many as there are today; of a silence that is over, as many as there were."""
    if found.rule is Rule.NEVER_MET and not silent:
        return sum(not each.answered for each in history)
    return len(silent) or found.checkins


def _before(theirs: Sequence[MemberRecord], found: CaseRecord, hearer: MemberRecord) -> tuple[str, ...]:
    """Who heard of it before this hearer, and did not take it."""
    told = [each.id for each in theirs[: found.told]]
    if hearer.id not in told:
        return ()
    return tuple(each.name for each in theirs[: told.index(hearer.id)] if each.reachable)


def _silent(history: Sequence[OutcomeCounts]) -> list[OutcomeCounts]:
    """The last check-ins that nobody answered, oldest first: there may be more of them than when the case opened."""
    return list(reversed([*takewhile(lambda each: not each.answered, reversed(history))]))


def _happened(outcome: OutcomeCounts, hours: Hours) -> Happened:
    """A check-in as evidence: when, how many were asked, how many answered, whether they met."""
    return Happened(
        asked_on=local_day(hours, outcome.opened_at), answered=outcome.answered, asked=outcome.asked, met=outcome.met
    )


def concern_stands(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    concern = concerns_of.by_id(session, notice.hearer, notice.about)
    if concern is None:
        return Untrue(why="not theirs")
    return replace(concerns_of.stands(session, turn, concern), notice=notice.id)


def care(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    lines = reading.shared_with(session, notice.hearer, notice.id)
    if not lines:
        return Untrue(why="taken back")
    sender = members.by_id(session, lines[0].author)
    return Care(
        notice=notice.id,
        sender=sender.mention,
        programme=programmes.name_of(session, _programme_of(session, notice)),
        text="\n".join(line.text for line in lines),
    )


def _programme_of(session: Session, notice: NoticeRecord) -> ProgrammeId:
    if notice.group_id is not None:
        return groups.by_id(session, notice.group_id).programme_id
    return pairings.programme_of(session, notice.within)
