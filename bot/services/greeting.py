"""The first word answered: yes, not for me, and the hours at which a person likes to be asked."""

from dataclasses import dataclass
from datetime import time
from typing import Final

from bot.domain.calendar import Hours, HoursImpossible, UnknownZone, next_working_moment
from bot.domain.calendar import zone as zone_named
from bot.domain.ids import MemberId, PairingId
from bot.domain.life import after
from bot.domain.member import Consent
from bot.domain.notice import FOR_WHOEVER_COMES, NoticeKind
from bot.domain.pairing import LIFE, EndReason, PairingState, PairingStep
from bot.domain.refusals import Refusal, Refused
from bot.domain.showings import HoursForm, HoursSaved
from bot.domain.turn import Caller, Turn
from bot.services import cases, fates, gatherings, group_members, hearers, seats
from bot.services.calendar import country_of, hours_of
from storage import asked, groups
from storage import coordinator as coordinators
from storage import member as members
from storage import notice as notices
from storage import pairing as pairings
from storage import step as steps
from storage import surface as surfaces
from storage.notice import ToSay
from storage.session import Session

SHOWN_AS_OVER: Final = 60
"""Check-ins of a pairing that ended whose messages say so: more than a year of weekly ones. Slack takes some fifty
changes of messages a minute; whoever presses a button of an older one is told.
"""

GOOD_BYE = {
    PairingState.ACCEPTED: (PairingStep.WITHDRAW,),
    PairingState.INTRODUCED: (PairingStep.END, PairingStep.CLOSE),
    PairingState.ACTIVE: (PairingStep.END, PairingStep.CLOSE),
    PairingState.PAUSED: (PairingStep.END, PairingStep.CLOSE),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursGiven:
    days: frozenset[int]
    opens: time
    closes: time
    ask_weekday: int
    ask_at: time


def agree(session: Session, caller: Caller, turn: Turn) -> None:
    """[OK] to the first word."""
    member = seats.me(session, caller)
    pairings.look_at_all_of(session, member.id, turn.now)
    members.change(session, member.id, consent=Consent.GIVEN)
    surfaces.want(session, turn, [member.id])


def refuse(session: Session, caller: Caller, turn: Turn) -> None:
    """[Not for me]: the pairs are withdrawn quietly, the coordinator is told, and nothing more is asked."""
    member = seats.me(session, caller)
    theirs = pairings.locked_of(session, member.id)
    members.change(session, member.id, consent=Consent.REFUSED)
    for pairing in theirs:
        part(session, turn, pairing, member.id, EndReason.NOT_FOR_ME)
    group_members.leave_all(session, turn, member.id)
    surfaces.want(session, turn, [member.id])


def part(session: Session, turn: Turn, pairing: PairingId, member: MemberId, reason: EndReason) -> None:
    """Ends a pairing that one side wants no more, and tells the coordinator. Needs its lock."""
    state = pairings.by_id(session, pairing).state
    for step in GOOD_BYE[state]:
        to_state = after(LIFE, state, step)
        steps.record(
            session,
            turn,
            subject="pairing",
            subject_id=pairing,
            from_state=state,
            step=step,
            to_state=to_state,
            by=member,
        )
        state = to_state
    pairings.change(session, pairing, state=state, ended_at=turn.now, end_reason=reason, next_look_at=None)
    surfaces.want(session, turn, [pairing, *asked.last_in(session, pairing, SHOWN_AS_OVER)])
    cases.pairing_over(session, turn, pairing)
    everybody = coordinators.of_pairings(session, [pairing])[pairing]
    there = hearers.present(session, turn, everybody)
    for hearer in (there or everybody)[:1]:
        notices.queue(
            session,
            turn,
            [
                ToSay(
                    kind=NoticeKind.WITHDRAWN,
                    key=f"withdrawn:{pairing}",
                    member=hearer.id,
                    pairing=pairing,
                    subject=member,
                    not_before=next_working_moment(hours_of(hearer, turn.now), turn.now),
                    nth=0 if there else FOR_WHOEVER_COMES,
                )
            ],
        )


def hours_form(session: Session, caller: Caller, turn: Turn) -> HoursForm:
    member = seats.me(session, caller)
    return HoursForm(reader=member.reader, hours=hours_of(member, turn.now))


def save_hours(session: Session, caller: Caller, turn: Turn, given: HoursGiven) -> HoursSaved:
    """Raises Refused, naming the field, for hours in which nobody could ever be asked."""
    member = seats.me(session, caller)
    if not given.days:
        raise Refused(Refusal.HOURS_IMPOSSIBLE, field="days")
    try:
        Hours(
            zone=member.zone,
            days=given.days,
            opens=given.opens,
            closes=given.closes,
            ask_weekday=given.ask_weekday,
            ask_at=given.ask_at,
        )
    except HoursImpossible as impossible:
        raise Refused(Refusal.HOURS_IMPOSSIBLE, field=impossible.field) from None
    if given.ask_weekday not in given.days:
        raise Refused(Refusal.HOURS_IMPOSSIBLE, field="ask_weekday")
    if not given.opens <= given.ask_at < given.closes:
        raise Refused(Refusal.HOURS_IMPOSSIBLE, field="ask_at")
    pairings.look_at_all_of(session, member.id, turn.now)
    members.change(
        session,
        member.id,
        days="".join(str(day) for day in sorted(given.days)),
        opens=given.opens,
        closes=given.closes,
        ask_weekday=given.ask_weekday,
        ask_at=given.ask_at,
    )
    surfaces.want(session, turn, [member.id])
    now = hours_of(members.by_id(session, member.id), turn.now)
    paired = bool(pairings.of_member(session, member.id, pairings.LIVING))
    return HoursSaved(reader=member.reader, hours=now, paired=paired or not gatherings.is_in_any(session, member.id))


def know(session: Session, caller: Caller, turn: Turn, *, name: str, zone: str, language: str, gone: bool) -> None:
    """Slack says that a person changed: name, zone, language, or that their account was deactivated or came back."""
    member = members.find(session, caller.person)
    if member is None:
        return
    zone = zone if _is_known(zone) else member.zone
    known = {"name": name, "zone": zone, "language": language or member.language, "reachable": not gone}
    now = {"name": member.name, "zone": member.zone, "language": member.language, "reachable": member.reachable}
    if known == now:
        return
    pairings.look_at_all_of(session, member.id, turn.now)
    members.change(session, member.id, **known, country=country_of(zone))
    groups.look_at_all_of(session, member.id, turn.now)
    if gone and member.reachable:
        fates.unreachable(session, turn, member.id)
    elif not gone and not member.reachable:
        fates.reachable_again(session, turn, member)


def _is_known(name: str) -> bool:
    """Slack has no zone for some, and knows some that tzdata does not."""
    try:
        zone_named(name)
    except UnknownZone:
        return False
    return True
