"""The buttons under words that were typed: whom they are for, and whether they are an answer at all."""

from bot.domain.checkin import Audience
from bot.domain.ids import EntryId, MemberId
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import seats
from bot.services.lines import tell_coordinator
from bot.services.texts import readers_of
from storage import checkin as checkins
from storage import entry as entries
from storage import pairing as pairings
from storage import surface as surfaces
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.member import MemberRecord
from storage.session import Session


def keep(session: Session, caller: Caller, turn: Turn, entry: EntryId) -> None:
    """[Keep it], though its message is gone."""
    found = mine(session, seats.me(session, caller), entry)
    entries.leave_source(session, found.id)
    surfaces.want(session, turn, [entry])


def share(session: Session, caller: Caller, turn: Turn, entry: EntryId, reader: MemberId | None) -> None:
    """With one partner more, or with all of them. Whoever could read it still can."""
    member, found, kept = _attached(session, caller, entry)
    view = seats.view(session, member.id, found.pairing_id)
    chosen = tuple(each.id for each in view.partners) if reader is None else readers_of(view, (reader,))
    if not chosen:
        raise Refused(Refusal.NOT_YOURS)
    readers = tuple(dict.fromkeys((*kept.readers, *chosen)))
    _show_to(session, turn, entry, found, Audience.PARTNER, readers)


def take_back(session: Session, caller: Caller, turn: Turn, entry: EntryId, reader: MemberId | None) -> None:
    """From one partner, or from all; when nobody is left the words are their author's alone."""
    _, found, kept = _attached(session, caller, entry)
    if kept.audience is not Audience.PARTNER:
        return
    left = tuple(each for each in kept.readers if reader is not None and each != reader)
    _show_to(session, turn, entry, found, Audience.PARTNER if left else Audience.ONLY_ME, left)


def tell(session: Session, caller: Caller, turn: Turn, entry: EntryId) -> None:
    """For the coordinator only."""
    _, found, _ = _attached(session, caller, entry)
    _show_to(session, turn, entry, found, Audience.COORDINATOR, ())
    tell_coordinator(session, turn, found, entry)


def keep_private(session: Session, caller: Caller, turn: Turn, entry: EntryId) -> None:
    _, found, _ = _attached(session, caller, entry)
    _show_to(session, turn, entry, found, Audience.ONLY_ME, ())


def discard(session: Session, caller: Caller, turn: Turn, entry: EntryId) -> None:
    """*Not an answer*: the words are forgotten, and if they were all there was, the check-in waits again."""
    member = seats.me(session, caller)
    _, prompt = _locked(session, member, entry)
    entries.erase(session, entry)
    subjects = [entry]
    if prompt is not None and prompt.update_id is not None:
        _unanswer_if_empty(session, member, prompt)
        pairings.look_at(session, {prompt.pairing_id: turn.now})
        # Whoever was shown the words, too, sees that they are gone.
        subjects += [EntryId(prompt.id), EntryId(prompt.checkin_id)]
    surfaces.want(session, turn, subjects)


def _attached(session: Session, caller: Caller, entry: EntryId) -> tuple[MemberRecord, PromptRecord, EntryRecord]:
    """The author, the prompt that the entry answers and the entry, under the lock. Raises Refused while none does."""
    member = seats.me(session, caller)
    kept, prompt = _locked(session, member, entry)
    if prompt is None:
        raise Refused(Refusal.STALE)
    return member, prompt, kept


def _locked(session: Session, member: MemberRecord, entry: EntryId) -> tuple[EntryRecord, PromptRecord | None]:
    """The author's entry and the prompt it answers, none while that is not chosen: read again under the lock."""
    where = entries.where_of(session, entry)
    if where is not None:
        pairings.lock(session, [where[0]])
    found = mine(session, member, entry)
    if where is None or found.update_id is None:
        return found, None
    return found, checkins.of_member_in(session, member.id, where[1])


def mine(session: Session, member: MemberRecord, entry: EntryId) -> EntryRecord:
    found = entries.one_of_author(session, member.id, entry)
    if found is None:
        raise Refused(Refusal.STALE)
    return found


def _show_to(
    session: Session,
    turn: Turn,
    entry: EntryId,
    prompt: PromptRecord,
    audience: Audience,
    readers: tuple[MemberId, ...],
) -> None:
    entries.show_to(session, entry, audience, readers)
    surfaces.want(session, turn, [entry, prompt.id, prompt.checkin_id])
    pairings.look_at(session, {prompt.pairing_id: turn.now})


def _unanswer_if_empty(session: Session, member: MemberRecord, prompt: PromptRecord) -> None:
    assert prompt.update_id is not None
    said = prompt.outcome is not None or prompt.usefulness is not None or prompt.goal is not None
    if not said and not entries.of_author(session, member.id, prompt.update_id):
        checkins.unanswer(session, prompt.update_id)
