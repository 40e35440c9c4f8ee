"""What is said of words that people wrote: a partner's words to read, and receipts of one's own."""

from datetime import date
from typing import Final

from bot.domain.calendar import local_day
from bot.domain.checkin import Audience
from bot.domain.ids import CheckinId, EntryId
from bot.domain.pairing import RUNNING
from bot.domain.sayings import Line, Saying, Untrue, Words
from bot.domain.turn import Turn
from bot.domain.typed_sayings import Choice, Deleted, Typed, Unkept
from bot.services import astray, seats
from bot.services.calendar import hours_of
from storage import checkin as checkins
from storage import entry as entries
from storage import member as members
from storage import pairing as pairings
from storage import reading
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.member import MemberRecord
from storage.message import NoticeRecord
from storage.session import Session

TOO_LONG: Final = 1
SEVERAL: Final = 2
EDIT_TOO_LONG: Final = 4
UNKEPT: Final = {TOO_LONG: Unkept.TOO_LONG, SEVERAL: Unkept.SEVERAL, EDIT_TOO_LONG: Unkept.EDIT_TOO_LONG}
"""What the number of a notice says that answers words of which nothing is kept; astray.ASTRAY is another."""


def words(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    reader = members.by_id(session, notice.hearer)
    view = seats.view(session, reader.id, notice.within)
    lines = reading.shared_with(session, reader.id, notice.id)
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


def typed(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
    if notice.nth == astray.ASTRAY:
        return astray.load(session, turn, notice)
    member = members.by_id(session, notice.hearer)
    entry = entries.one_of_author(session, member.id, EntryId(notice.subject_id)) if notice.subject_id else None
    if entry is None:
        return Typed(
            notice=notice.id,
            entry=None,
            unkept=UNKEPT.get(notice.nth, Unkept.NOT_KEPT),
            choices=(),
            partners=(),
            coordinator="",
            audience=Audience.ONLY_ME,
            readers=(),
            shown_on=None,
            prompt=None,
            outcome=None,
            shown=(),
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
        unkept=None,
        choices=(),
        partners=view.named,
        coordinator=view.coordinator,
        audience=entry.audience,
        readers=entry.readers,
        shown_on=_shown_on(turn, member, prompt),
        prompt=prompt.id if prompt else None,
        outcome=prompt.outcome if prompt else None,
        shown=entry.shown,
    )


def deleted(session: Session, turn: Turn, notice: NoticeRecord) -> Saying | Untrue:
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
        unkept=None,
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
        shown=(),
    )


def _shown_on(turn: Turn, member: MemberRecord, prompt: PromptRecord | None) -> date | None:
    if prompt is None or prompt.closes_at is None or not prompt.running:
        return None
    return local_day(hours_of(member, turn.now), prompt.closes_at)
