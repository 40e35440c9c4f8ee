"""What a prompt says: the question of a check-in to one person, or the receipt of their answer."""

from collections.abc import Collection
from datetime import date, datetime

from bot.domain.asking import overtaken
from bot.domain.calendar import Hours, last_day_before, local_day
from bot.domain.checkin import Audience
from bot.domain.ids import MemberId, PromptId
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
from storage import checkin as checkins
from storage import entry as entries
from storage import facts as facts_of
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.message import NoticeRecord
from storage.said import said_again
from storage.session import Session


def prompt(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    view = seats.view(session, notice.hearer, notice.within)
    if said_again(session, notice):
        return AskedAgain(notice=notice.id, partners=view.names)
    found = checkins.prompts(session, [PromptId(notice.about)]).get(PromptId(notice.about))
    if found is None:
        return Untrue(why="gone")
    hours = hours_of(view.mine.member, turn.now)
    programme, since = checkins.behind(session, found)
    return Prompt(
        notice=notice.id,
        prompt=found.id,
        pairing=found.pairing_id,
        programme=programme,
        partners=view.names,
        coordinator=view.coordinator,
        nth=notice.nth,
        overtaken=_overtaken(notice, found, hours, turn.now),
        since=local_day(hours, since),
        closes_on=last_day_before(hours, found.closes_at) if found.closes_at else None,
        closed=not found.running,
        over=found.pairing_state in OVER,
        outcome=found.outcome,
        usefulness=found.usefulness,
        goal=found.goal,
        kept=_kept(session, view, found),
        answered=found.update_id is not None,
        skipped=found.skipped_at is not None,
        asks_again_on=local_day(hours, found.snoozed_until)
        if found.snoozed_until and found.snoozed_until > turn.now
        else None,
        partner_paused_until=partner_paused_until(session, view, turn.now),
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
    pauses = facts_of.pauses_of(session, [partner.id for partner in view.partners])
    until = []
    for partner in view.partners:
        mine = [pause for where, pause in pauses[partner.id] if where in (None, view.pairing)]
        day = paused_until(mine, local_day(hours_of(partner, now), now))
        until.extend([day] if day else [])
    return max(until, default=None)
