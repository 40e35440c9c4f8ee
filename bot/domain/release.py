"""When words for the partner are shown: at the close, or earlier once each has marked something for the other."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from bot.domain.calendar import next_working_moment, next_working_morning
from bot.domain.changes import Change, Release
from bot.domain.facts import HeldWords, PairingFacts
from bot.domain.ids import CheckinId, EntryId, MemberId
from bot.domain.pairing import Role


def releasing(facts: PairingFacts, now: datetime) -> Iterator[Change]:
    ready: dict[tuple[CheckinId, MemberId], list[EntryId]] = defaultdict(list)
    moments: dict[tuple[CheckinId, MemberId], datetime] = {}
    for words in facts.held:
        at = release_moment(facts, words, now)
        if at is not None:
            ready[words.checkin, words.reader].append(words.entry)
            moments[words.checkin, words.reader] = at
    for (checkin, reader), entries in ready.items():
        yield Release(checkin=checkin, reader=reader, entries=tuple(entries), not_before=moments[checkin, reader])


def release_moment(facts: PairingFacts, words: HeldWords, now: datetime) -> datetime | None:
    """When the reader may hear: none while the check-in is open and the reader has marked nothing for the author.

    At the close in the reader's working time; late words, and words both sides exchanged, the next working morning.
    """
    hours = facts.seat_of(words.reader).hours
    if words.closed_at is not None and words.written_at <= words.closed_at:
        return next_working_moment(hours, now)
    if words.closed_at is not None or _exchanged(facts, words):
        return next_working_morning(hours, now)
    return None


def _exchanged(facts: PairingFacts, words: HeldWords) -> bool:
    return any(
        other.checkin == words.checkin and other.author == words.reader and other.reader == words.author
        for other in facts.held
    )


def may_read(author: Role, reader: Role) -> bool:
    """Mentors of a team are not each other's partners."""
    return author is not reader
