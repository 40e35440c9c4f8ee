"""Words for the coordinator: told of without a name, read in a modal, and on the record."""

from bot.domain.calendar import next_working_moment
from bot.domain.ids import EntryId
from bot.domain.notice import NoticeKind
from bot.domain.showings import LineRead, Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import seats
from bot.services.calendar import hours_of
from storage import audit
from storage import coordinator as coordinators
from storage import entry as entries
from storage import notice as notices
from storage.checkin import PromptRecord
from storage.notice import FOR_WHOEVER_COMES, ToSay
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
    found = entries.for_coordinator(session, reader.id, entry)
    if found is None:
        raise Refused(Refusal.STALE)
    audit.record(session, turn, member=reader.id, act="read", subject="entry", subject_id=entry)
    return LineRead(
        reader=reader.reader, author=found.author, about=found.about, question=found.question, text=found.text
    )
