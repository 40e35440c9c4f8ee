"""What prompts say: the question of a check-in to one person, or the receipt of their answer."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from bot.domain.asking import overtaken
from bot.domain.calendar import Hours, last_day_before, local_day
from bot.domain.checkin import Audience
from bot.domain.ids import MemberId, NoticeId, PromptId
from bot.domain.notice import NoticeKind
from bot.domain.pairing import OVER
from bot.domain.pause import paused_until
from bot.domain.policy import DEFAULT
from bot.domain.sayings import AskedAgain, Kept, Prompt, Saying, Untrue
from bot.domain.turn import Turn
from bot.services import seats
from bot.services.calendar import hours_of
from bot.services.seats import View
from bot.services.texts import numbered
from storage import asked_before
from storage import checkin as checkins
from storage import entry as entries
from storage import facts as facts_of
from storage.asked_before import Behind
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.facts import Paused
from storage.message import NoticeRecord
from storage.said import said_again
from storage.session import Session


def prompts(session: Session, turn: Turn, notices: Collection[NoticeRecord]) -> dict[NoticeId, Saying | Untrue]:
    """What prompts and reminders say, read in one query a table for all of them."""
    views = seats.all_views(session, {(each.hearer, each.within) for each in notices})
    again = said_again(session, notices)
    asked = {PromptId(each.about) for each in notices if each.id not in again}
    found = checkins.prompts(session, asked) if asked else {}
    behind = asked_before.behind(session, found) if found else {}
    pauses = facts_of.pauses_of(session, {partner.id for view in views.values() for partner in view.partners})
    said: dict[NoticeId, Saying | Untrue] = {}
    for notice in notices:
        view, prompt = views[notice.hearer, notice.within], found.get(PromptId(notice.about))
        if notice.id in again:
            said[notice.id] = AskedAgain(notice=notice.id, partners=view.names)
        elif prompt is None:
            said[notice.id] = Untrue(why="gone")
        else:
            paused_until = _paused_until(view, pauses, turn.now)
            said[notice.id] = _asks(session, turn, notice, view, prompt, behind[prompt.id], paused_until)
    return said


def _asks(
    session: Session,
    turn: Turn,
    notice: NoticeRecord,
    view: View,
    prompt: PromptRecord,
    behind: Behind,
    partner_paused_until: date | None,
) -> Prompt:
    hours = hours_of(view.mine.member, turn.now)
    return Prompt(
        notice=notice.id,
        prompt=prompt.id,
        pairing=prompt.pairing_id,
        programme=behind.programme,
        partners=view.names,
        coordinator=view.coordinator,
        nth=notice.nth,
        overtaken=_overtaken(notice, prompt, hours, turn.now),
        since=local_day(hours, behind.since),
        closes_on=last_day_before(hours, prompt.closes_at) if prompt.closes_at else None,
        closed=not prompt.running,
        over=prompt.pairing_state in OVER,
        outcome=prompt.outcome,
        usefulness=prompt.usefulness,
        goal=prompt.goal,
        kept=_kept(session, view, prompt),
        answered=prompt.update_id is not None,
        skipped=prompt.skipped_at is not None,
        asks_again_on=local_day(hours, prompt.snoozed_until)
        if prompt.snoozed_until and prompt.snoozed_until > turn.now
        else None,
        partner_paused_until=partner_paused_until,
    )


def first_time(saying: Prompt | AskedAgain) -> Prompt | Untrue:
    """A question is asked, and reminded of, only while it is open and nothing newer asks it."""
    match saying:
        case Prompt(over=True):
            return Untrue(why="pairing over")
        case Prompt(closed=True):
            return Untrue(why="check-in closed")
        case Prompt(answered=True):
            return Untrue(why="answered")
        case Prompt(skipped=True):
            return Untrue(why="skipped")
        case Prompt(overtaken=True) | AskedAgain():
            return Untrue(why="a later reminder is on its way")
        case _:
            return saying


def _overtaken(notice: NoticeRecord, prompt: PromptRecord, hours: Hours, now: datetime) -> bool:
    if notice.kind is not NoticeKind.REMINDER or prompt.delivered_at is None:
        return False
    return prompt.reminders > notice.nth or overtaken(hours, prompt.delivered_at, notice.nth, DEFAULT, now)


def _kept(session: Session, view: View, prompt: PromptRecord) -> tuple[Kept, ...]:
    if prompt.update_id is None:
        return ()
    there = entries.of_author(session, prompt.member_id, prompt.update_id)
    return tuple(_kept_one(view, each, nth) for each, nth in numbered(there))


def _kept_one(view: View, entry: EntryRecord, nth: int) -> Kept:
    lost = () if entry.audience is Audience.PARTNER else entry.shown
    return Kept(
        about=entry.about,
        audience=entry.audience,
        readers=_names(view, entry.readers),
        nth=nth,
        may_have_read=_names(view, lost),
    )


def _names(view: View, readers: Collection[MemberId]) -> tuple[str, ...]:
    return tuple(partner.name for partner in view.partners if partner.id in readers)


def partner_paused_until(session: Session, view: View, now: datetime) -> date | None:
    """The last day on which some partner's pause is over, if one is paused today."""
    return _paused_until(view, facts_of.pauses_of(session, [partner.id for partner in view.partners]), now)


def _paused_until(view: View, pauses: Mapping[UUID, Sequence[Paused]], now: datetime) -> date | None:
    until = []
    for partner in view.partners:
        mine = [pause for where, pause in pauses.get(partner.id, ()) if where in (None, view.pairing)]
        day = paused_until(mine, local_day(hours_of(partner, now), now))
        until.extend([day] if day else [])
    return max(until, default=None)
