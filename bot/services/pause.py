"""Pausing and resuming one's own clocks, in one pairing or in all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.domain import spans
from bot.domain.calendar import local_day, next_working_moment
from bot.domain.ids import PairingId, ProgrammeId, PromptId
from bot.domain.notice import NoticeKind
from bot.domain.policy import DEFAULT
from bot.domain.refusals import Refusal, Refused
from bot.domain.showings import PauseAsks, Paused, PauseForm, Resumed
from bot.domain.turn import Caller, Turn
from bot.domain.typed_sayings import Choice
from bot.services import gatherings, hearers, seats
from bot.services.calendar import hours_of
from bot.services.checkin import shown
from bot.services.overview import next_asked
from bot.services.seats import View
from storage import coordinator as coordinators
from storage import groups
from storage import home as homes
from storage import notice as notices
from storage import pairing as pairings
from storage import pause as pauses
from storage import surface as surfaces
from storage.asked import running_in
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.session import Session

SUGGESTED: Final = timedelta(weeks=2)
LONGEST: Final = timedelta(days=366)


def ask_pause(session: Session, caller: Caller, turn: Turn, text: str) -> Paused | PauseAsks:
    """`/rapport pause 2 weeks`. Whoever has several pairings is asked which. Raises Refused for unclear words."""
    member, views = _mine(session, caller)
    until = _until(text, local_day(hours_of(member, turn.now), turn.now))
    if len(views) > 1:
        return PauseAsks(reader=member.reader, until=until, pairings=_choices(views))
    return pause(session, caller, turn, None, until)


def form(session: Session, caller: Caller, turn: Turn, pairing: PairingId | None) -> PauseForm:
    member, views = _mine(session, caller)
    today = local_day(hours_of(member, turn.now), turn.now)
    return PauseForm(
        reader=member.reader,
        pairings=_choices(views),
        chosen=pairing,
        until=today + SUGGESTED,
        earliest=today + timedelta(days=1),
        latest=today + LONGEST,
        coordinates=bool(coordinators.programmes_of(session, member.id)),
    )


def form_from_prompt(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> PauseForm:
    """The same from a prompt's menu: its pairing is chosen."""
    return form(session, caller, turn, shown(session, caller, prompt).pairing_id)


def pause(session: Session, caller: Caller, turn: Turn, pairing: PairingId | None, until: date) -> Paused:
    """Stops the clocks of one pairing, or of all, until a day. A longer pause replaces a shorter one.

    A coordinator who pauses all that is theirs is away: the next one hears of their cases at once.
    """
    member, views = _mine(session, caller)
    today = local_day(hours_of(member, turn.now), turn.now)
    if until <= today:
        raise Refused(Refusal.SPAN_PAST, until.isoformat(), field="until")
    if until > today + LONGEST:
        raise Refused(Refusal.SPAN_TOO_LONG, field="until")
    touched = [view for view in views if pairing in (None, view.pairing)]
    if pairing is not None and not touched:
        raise Refused(Refusal.NOT_YOURS)
    pairings.lock(session, sorted(view.pairing for view in touched))
    pauses.end(session, member.id, pairing, today)
    pauses.add(session, turn, member.id, pairing, today, until)
    _changed(session, turn, member, touched)
    for view in touched:
        _tell_if_long(session, turn, member, view, today)
    done = Paused(reader=member.reader, partners=(), until=until, paired=bool(views))
    if pairing is not None:
        return replace(done, partners=touched[0].names)
    hearers.changed(session, turn, member.id)
    mine = coordinators.programmes_of(session, member.id)
    return replace(done, away=bool(mine), covers=_covers(session, turn, member, [id for id, _ in mine]))


def resume(session: Session, caller: Caller, turn: Turn) -> Resumed:
    """Ends every pause of the caller's today."""
    member, views = _mine(session, caller)
    pairings.lock(session, sorted(view.pairing for view in views))
    today = local_day(hours_of(member, turn.now), turn.now)
    was_paused = pauses.end_all(session, member.id, today)
    if was_paused:
        _changed(session, turn, member, views)
        hearers.changed(session, turn, member.id)
    next_on = next_asked(session, turn, member.id, [view.pairing for view in views])
    return Resumed(reader=member.reader, was_paused=was_paused, next_on=next_on)


def _mine(session: Session, caller: Caller) -> tuple[MemberRecord, list[View]]:
    member = seats.me(session, caller)
    views = seats.views(session, member.id, pairings.of_member(session, member.id, pairings.LIVING))
    something = views or gatherings.is_in_any(session, member.id) or coordinators.programmes_of(session, member.id)
    if not something:
        raise Refused(Refusal.NO_PAIRING)
    return member, views


def _covers(session: Session, turn: Turn, member: MemberRecord, mine: Sequence[ProgrammeId]) -> tuple[str, ...]:
    """Who hears of cases while a coordinator is away."""
    everybody = {each.id: each for programme in mine for each in coordinators.of_programme(session, programme)}
    there = hearers.present(session, turn, [each for each in everybody.values() if each.id != member.id])
    return tuple(each.name for each in there)


def _choices(views: list[View]) -> tuple[Choice, ...]:
    return tuple(Choice(pairing=view.pairing, partners=view.names) for view in views)


def _until(text: str, today: date) -> date:
    try:
        return spans.until(text, today)
    except spans.SpanUnclear:
        raise Refused(Refusal.SPAN_UNCLEAR, text[:100]) from None
    except spans.SpanPast as past:
        raise Refused(Refusal.SPAN_PAST, past.day.isoformat()) from None
    except spans.SpanTooLong:
        raise Refused(Refusal.SPAN_TOO_LONG) from None


def _changed(session: Session, turn: Turn, member: MemberRecord, views: list[View]) -> None:
    """The rules look again, and prompts and what the coordinator was told say how it is now."""
    pairings.look_at(session, {view.pairing: turn.now for view in views})
    groups.look_at_all_of(session, member.id, turn.now)
    homes.want(session, [member.id])
    shown = [prompt for view in views for prompt in running_in(session, view.pairing)]
    surfaces.want(session, turn, [*shown, member.id])


def _tell_if_long(session: Session, turn: Turn, member: MemberRecord, view: View, today: date) -> None:
    """Past eight weeks of pause in a year in a pairing, the coordinator is told, once for each pause that began."""
    days = seats.paused(session, view, until=today)
    if days <= DEFAULT.long_pause or not view.coordinators:
        return
    hearer = view.coordinators[0]
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.LONG_PAUSE,
                key=f"long-pause:{view.pairing}:{member.id}:{today.isoformat()}",
                member=hearer.id,
                pairing=view.pairing,
                subject=member.id,
                not_before=next_working_moment(hours_of(hearer, turn.now), turn.now),
                nth=days.days,
            )
        ],
    )
