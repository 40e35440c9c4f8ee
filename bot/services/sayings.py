"""What a notice says, read from today's facts just before it is sent or painted again."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from bot.domain.asking import overtaken
from bot.domain.calendar import Hours, last_day_before, local_day
from bot.domain.case import CaseState
from bot.domain.checkin import Audience, Meeting
from bot.domain.ids import CheckinId, EntryId, PromptId
from bot.domain.introduction import meeting_slots
from bot.domain.notice import NoticeKind
from bot.domain.pairing import OVER, RUNNING, PairingState, Role
from bot.domain.pause import paused_until
from bot.domain.policy import DEFAULT
from bot.domain.sayings import (
    CaseCard,
    Choice,
    Deleted,
    FirstMeeting,
    FirstWord,
    Introduction,
    Kept,
    Line,
    PrivateLine,
    Prompt,
    Saying,
    Typed,
    Untrue,
    Words,
)
from bot.domain.turn import Turn
from bot.services import seats, told
from bot.services.calendar import hours_of
from bot.services.seats import View
from storage import checkin as checkins
from storage import coordinator as coordinators
from storage import entry as entries
from storage import facts as facts_of
from storage import member as members
from storage import message as messages
from storage import pairing as pairings
from storage import programme as programmes
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.session import Session

GONE: Final = Untrue(why="gone")
TOO_LONG: Final = 1
SEVERAL: Final = 2
SETTLED: Final = frozenset({Meeting.PLANNED, Meeting.MET})


def load(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """The notice as it stands today. What was said once is shown for ever, so only `first_time` asks if it is due."""
    return LOADERS[notice.kind](session, turn, notice)


def first_time(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    """As `load`, but for a notice not said yet: what is no longer true stays unsaid."""
    saying = load(session, turn, notice)
    match saying:
        case Prompt(over=True) | Introduction(over=True) | FirstMeeting(over=True):
            return Untrue(why="pairing over")
        case Prompt(closed=True):
            return Untrue(why="check-in closed")
        case Prompt(answered=True):
            return Untrue(why="answered")
        case Prompt(skipped=True):
            return Untrue(why="skipped")
        case Prompt(overtaken=True):
            return Untrue(why="a later reminder is on its way")
        case FirstMeeting(meeting=answer) if answer is not None:
            return Untrue(why="answered")
        case Words(lines=()):
            return Untrue(why="taken back")
        case PrivateLine(waiting=False):
            return Untrue(why="taken back")
        case CaseCard(state=CaseState.RESOLVED):
            return Untrue(why="resolved")
        case Introduction(planned_by=(_, *_)):
            return Untrue(why="introduced")
        case _:
            return saying


def _first_word(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    member = members.by_id(session, notice.hearer)
    mine = pairings.of_member(session, member.id, {*RUNNING, PairingState.ACCEPTED})
    names = coordinators.of_pairings(session, mine)
    heard_by = dict.fromkeys(each.name for pairing in mine for each in names[pairing])
    return FirstWord(
        notice=notice.id,
        name=member.name,
        programme=programmes.name_of(session, pairings.programme_of(session, mine[0])) if mine else "",
        coordinators=tuple(heard_by),
        hours=hours_of(member, turn.now),
        consent=member.consent,
    )


def _introduction(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    pairing = notice.within
    about = pairings.by_id(session, pairing)
    seated = pairings.sittings(session, [pairing])[pairing]
    heard_by = coordinators.of_pairings(session, [pairing])[pairing]
    all_hours = tuple(hours_of(each.member, turn.now) for each in seated)
    mentee = next(each for each in seated if each.role is Role.MENTEE)
    return Introduction(
        notice=notice.id,
        pairing=pairing,
        programme=programmes.name_of(session, about.programme_id),
        coordinator=heard_by[0].name if heard_by else "",
        mentors=tuple(each.member.named for each in seated if each.role is Role.MENTOR),
        mentee=mentee.member.named,
        focus=about.focus,
        sites=about.site,
        rhythm=about.rule,
        slots=meeting_slots(all_hours, about.introduced_at or turn.now),
        zones=tuple(dict.fromkeys(each.member.zone for each in seated)),
        planned_by=tuple(each.member.name for each in seated if each.meeting in SETTLED),
        over=about.state in OVER,
    )


def _first_meeting(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    view = seats.view(session, notice.hearer, notice.within)
    return FirstMeeting(
        notice=notice.id,
        pairing=view.pairing,
        partners=view.names,
        meeting=view.mine.meeting,
        over=pairings.by_id(session, view.pairing).state in OVER,
    )


def _prompt(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    found = checkins.prompts(session, [PromptId(notice.about)]).get(PromptId(notice.about))
    if found is None:
        return GONE
    view = seats.view(session, found.member_id, found.pairing_id)
    hours = hours_of(view.mine.member, turn.now)
    return Prompt(
        notice=notice.id,
        prompt=found.id,
        pairing=found.pairing_id,
        programme=programmes.name_of(session, pairings.programme_of(session, found.pairing_id)),
        partners=view.names,
        coordinator=view.coordinator,
        nth=notice.nth,
        asked_again=messages.said_again(session, notice),
        overtaken=_overtaken(notice, found, hours, turn.now),
        since=_since(session, found, hours),
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


def _overtaken(notice: NoticeRecord, prompt: PromptRecord, hours: Hours, now: datetime) -> bool:
    if notice.kind is not NoticeKind.REMINDER or prompt.delivered_at is None:
        return False
    return prompt.reminders > notice.nth or overtaken(hours, prompt.delivered_at, notice.nth, DEFAULT, now)


def _since(session: Session, prompt: PromptRecord, hours: Hours) -> date:
    """The day on which this person was asked before, or of the introduction: since when "have you met" is asked."""
    before = checkins.asked_before(session, prompt)
    if before is not None:
        return local_day(hours, before)
    about = pairings.by_id(session, prompt.pairing_id)
    return local_day(hours, about.introduced_at or about.created_at)


def _kept(session: Session, view: View, prompt: PromptRecord) -> tuple[Kept, ...]:
    if prompt.update_id is None:
        return ()
    return tuple(
        Kept(about=each.about, audience=each.audience, readers=_reader_names(view, each))
        for each in entries.of_author(session, prompt.member_id, prompt.update_id)
    )


def _reader_names(view: View, entry: EntryRecord) -> tuple[str, ...]:
    return tuple(partner.name for partner in view.partners if partner.id in entry.readers)


def partner_paused_until(session: Session, view: View, now: datetime) -> date | None:
    """The last day on which some partner's pause is over, if one is paused today."""
    pauses = facts_of.pauses_of(session, [partner.id for partner in view.partners])
    until = []
    for partner in view.partners:
        mine = [pause for where, pause in pauses[partner.id] if where in (None, view.pairing)]
        day = paused_until(mine, local_day(hours_of(partner, now), now))
        until.extend([day] if day else [])
    return max(until, default=None)


def _words(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    reader = members.by_id(session, notice.hearer)
    view = seats.view(session, reader.id, notice.within)
    lines = entries.shared_with(session, reader.id, notice.id)
    checkin = CheckinId(notice.about)
    authors = dict.fromkeys(partner.name for partner in view.partners for line in lines if line.author == partner.id)
    return Words(
        notice=notice.id,
        checkin=checkin,
        author=", ".join(authors) or ", ".join(view.names),
        day=_asked_on(session, turn, reader, checkin),
        lines=tuple(Line(about=line.about, question=line.question, text=line.text) for line in lines),
    )


def _asked_on(session: Session, turn: Turn, member: MemberRecord, checkin: CheckinId) -> date:
    """The day of a check-in as this person knows it: when they were asked."""
    prompt = checkins.of_member_in(session, member.id, checkin)
    if prompt is None:
        return checkins.day_of(session, checkin)
    return local_day(hours_of(member, turn.now), prompt.delivered_at or prompt.ask_at)


def _typed(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    member = members.by_id(session, notice.hearer)
    entry = entries.one_of_author(session, member.id, EntryId(notice.subject_id)) if notice.subject_id else None
    if entry is None:
        return Typed(
            notice=notice.id,
            entry=None,
            kept=False,
            choices=(),
            partners=(),
            coordinator="",
            audience=Audience.ONLY_ME,
            readers=(),
            shown_on=None,
            prompt=None,
            outcome=None,
            released=False,
            too_long=notice.nth == TOO_LONG,
            several=notice.nth == SEVERAL,
        )
    where = entries.where_of(session, entry.id)
    if where is None:
        return _which_pairing(session, member, notice, entry)
    pairing, checkin = where
    view = seats.view(session, member.id, pairing)
    prompt = checkins.of_member_in(session, member.id, checkin)
    return Typed(
        notice=notice.id,
        entry=entry.id,
        kept=True,
        choices=(),
        partners=view.named,
        coordinator=view.coordinator,
        audience=entry.audience,
        readers=entry.readers,
        shown_on=_shown_on(turn, member, prompt),
        prompt=prompt.id if prompt else None,
        outcome=prompt.outcome if prompt else None,
        released=entry.released,
    )


def _deleted(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    entry = entries.one_of_author(session, notice.hearer, EntryId(notice.about))
    names: tuple[str, ...] = ()
    if entry is not None:
        where = entries.where_of(session, entry.id)
        names = seats.view(session, notice.hearer, where[0]).names if where else ()
    return Deleted(
        notice=notice.id,
        entry=entry.id if entry else None,
        partners=names,
        asks=entry is not None and entries.has_source(session, entry.id),
    )


def _which_pairing(session: Session, member: MemberRecord, notice: NoticeRecord, entry: EntryRecord) -> Typed:
    running = pairings.of_member(session, member.id, RUNNING)
    return Typed(
        notice=notice.id,
        entry=entry.id,
        kept=True,
        choices=tuple(
            Choice(pairing=each.pairing, partners=each.names) for each in seats.views(session, member.id, running)
        ),
        partners=(),
        coordinator="",
        audience=entry.audience,
        readers=(),
        shown_on=None,
        prompt=None,
        outcome=None,
        released=False,
    )


def _shown_on(turn: Turn, member: MemberRecord, prompt: PromptRecord | None) -> date | None:
    if prompt is None or prompt.closes_at is None or not prompt.running:
        return None
    return local_day(hours_of(member, turn.now), prompt.closes_at)


LOADERS: Final[dict[NoticeKind, Callable[[Session, Turn, NoticeRecord], Saying | Untrue]]] = {
    NoticeKind.FIRST_WORD: _first_word,
    NoticeKind.INTRODUCTION: _introduction,
    NoticeKind.FIRST_MEETING: _first_meeting,
    NoticeKind.PROMPT: _prompt,
    NoticeKind.REMINDER: _prompt,
    NoticeKind.WORDS: _words,
    NoticeKind.TYPED: _typed,
    NoticeKind.DELETED: _deleted,
    NoticeKind.LINE: told.line,
    NoticeKind.WITHDRAWN: told.withdrawn,
    NoticeKind.ENDED: told.ended,
    NoticeKind.LONG_PAUSE: told.long_pause,
    NoticeKind.CASE: told.case,
    NoticeKind.CONCERN: told.case,
    NoticeKind.CONCERN_STANDS: told.concern_stands,
    NoticeKind.CARE: told.care,
}
