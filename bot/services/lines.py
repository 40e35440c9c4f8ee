"""Words for the coordinator: told of without a name, read in a modal, and on the record."""

from bot.domain.calendar import next_working_moment
from bot.domain.case_showings import CareSent
from bot.domain.ids import EntryId
from bot.domain.notice import FOR_WHOEVER_COMES, NoticeKind
from bot.domain.refusals import Refusal, Refused
from bot.domain.showings import LineForm, LineRead
from bot.domain.turn import Caller, Turn
from bot.services import seats
from bot.services.calendar import hours_of
from bot.services.care import words_of, write_to
from storage import audit, heard, reading
from storage import coordinator as coordinators
from storage import member as members
from storage import notice as notices
from storage.checkin import PromptRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.reading import CoordinatorLine
from storage.session import Session


def tell_coordinator(session: Session, turn: Turn, prompt: PromptRecord, entry: EntryId) -> None:
    """Tells the first coordinator who can be reached: their author saw that name. If none can, it waits for one."""
    readers = coordinators.of_pairings(session, [prompt.pairing_id])[prompt.pairing_id]
    if not readers:
        return
    there = [each for each in readers if each.reachable]
    reader = (there or readers)[0]
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.LINE,
                key=f"line:{entry}",
                member=reader.id,
                pairing=prompt.pairing_id,
                subject=entry,
                not_before=next_working_moment(hours_of(reader, turn.now), turn.now),
                nth=0 if there else FOR_WHOEVER_COMES,
            )
        ],
    )


def read(session: Session, caller: Caller, turn: Turn, entry: EntryId) -> LineRead:
    """The words, for a coordinator of the pairing who does not sit in it; that they were read is recorded.

    Raises Refused for anybody else, and when the author has taken the words back.
    """
    reader = seats.me(session, caller)
    found = reading.for_coordinator(session, reader.id, entry)
    if found is None:
        raise Refused(Refusal.STALE)
    audit.record(session, turn, member=reader.id, act="read", subject="entry", subject_id=entry)
    return LineRead(
        reader=reader.reader,
        entry=entry,
        author=found.author,
        about=found.about,
        question=found.question,
        text=found.text,
    )


def form(session: Session, caller: Caller, turn: Turn, entry: EntryId) -> LineForm:
    """[Message Ben], for somebody who has read what Ben wrote. Raises Refused."""
    reader, line = _read_by(session, caller, entry)
    return LineForm(reader=reader.reader, entry=entry, author=line.author)


def answer(session: Session, caller: Caller, turn: Turn, entry: EntryId, text: str, form: str) -> CareSent:
    """Words to the author alone, in their next working hour, once for each opening of the `form`. Raises Refused."""
    sender, line = _read_by(session, caller, entry)
    words = words_of(text)
    author = members.by_id(session, line.author_id)
    if heard.form_once(session, form, repr((entry, words)), turn.now):
        write_to(session, turn, sender, author, words, pairing=line.pairing_id)
        audit.record(session, turn, member=sender.id, act="write", subject="entry", subject_id=entry)
    return CareSent(reader=sender.reader, people=(author.name,))


def _read_by(session: Session, caller: Caller, entry: EntryId) -> tuple[MemberRecord, CoordinatorLine]:
    member = seats.me(session, caller)
    found = reading.for_coordinator(session, member.id, entry)
    if found is None or not audit.has(session, member.id, "read", entry):
        raise Refused(Refusal.STALE)
    return member, found
