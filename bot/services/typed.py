"""Words typed in Slack: kept at once for their author alone, who then says whom they are for."""

from dataclasses import dataclass
from typing import Final

from bot.domain.checkin import About, Audience
from bot.domain.ids import EntryId, MemberId, PairingId
from bot.domain.notice import NoticeKind
from bot.domain.pairing import OVER, RUNNING
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import astray, seats
from bot.services.checkin import current, heard
from bot.services.lines import tell_coordinator
from bot.services.texts import readers_of
from bot.services.written import EDIT_TOO_LONG, TOO_LONG
from storage import checkin as checkins
from storage import entry as entries
from storage import heard as events
from storage import notice as notices
from storage import pairing as pairings
from storage import surface as surfaces
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.said import prompts_in
from storage.session import Session

LONGEST: Final = 12_000
"""Characters kept of one message. What is longer stays in Slack, where its author can split it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A message in the bot's DM with a person: raw words, and where they stand."""

    event: str
    text: str
    conversation: str
    stamp: str
    thread: str = ""


def hear(session: Session, caller: Caller, turn: Turn, said: Said) -> None:
    """An answer to what is open; when that could be several things the bot asks which. Raises Refused for strangers."""
    member = seats.me(session, caller)
    if not events.once(session, said.event, turn.now):
        return
    keepable = bool(said.text.strip()) and len(said.text) <= LONGEST
    if astray.is_astray(session, member, where=said.conversation, stamp=said.stamp, thread=said.thread):
        entry = _keep(session, turn, member, said) if keepable else None
        _reply(session, turn, member, said, subject=entry, nth=astray.ASTRAY)
        return
    candidates = _candidates(session, member, pairings.locked_of(session, member.id, RUNNING), said)
    prompt = _open_to(session, turn, member, candidates[0]) if keepable and len(candidates) == 1 else None
    if not keepable or (prompt is None and len(candidates) < 2):
        _reply(session, turn, member, said, subject=None, nth=_too_long(said))
        return
    entry = _keep(session, turn, member, said)
    if entry is None:
        return
    if prompt is not None:
        _attach(session, turn, entry, prompt)
    _reply(session, turn, member, said, subject=entry)


def edit(session: Session, caller: Caller, turn: Turn, said: Said) -> None:
    """The person edited their own message: what was kept of it follows; an edit that cannot be kept is said to them."""
    member = seats.me(session, caller)
    entry = entries.of_source(session, member.id, said.conversation, said.stamp)
    if entry is None or not events.once(session, said.event, turn.now):
        return
    if not said.text.strip():
        _ask_to_forget(session, turn, member, entry)
        return
    if len(said.text) > LONGEST:
        _reply(session, turn, member, said, subject=None, nth=EDIT_TOO_LONG)
        return
    where = entries.where_of(session, entry)
    if where is not None:
        pairings.lock(session, [where[0]])
        surfaces.want(session, turn, [where[1]])
    entries.rewrite(session, entry, said.text)


def deleted(session: Session, caller: Caller, turn: Turn, said: Said) -> None:
    """The person deleted their own message: they are asked whether to forget what was kept of it."""
    member = seats.me(session, caller)
    entry = entries.of_source(session, member.id, said.conversation, said.stamp)
    if entry is None or not events.once(session, said.event, turn.now):
        return
    _ask_to_forget(session, turn, member, entry)


def keep(session: Session, caller: Caller, turn: Turn, entry: EntryId) -> None:
    """[Keep it], though its message is gone."""
    found = _mine(session, seats.me(session, caller), entry)
    entries.leave_source(session, found.id)
    surfaces.want(session, turn, [entry])


def pick(session: Session, caller: Caller, turn: Turn, entry: EntryId, pairing: PairingId) -> None:
    """Which pairing the words are about."""
    member = seats.me(session, caller)
    if pairing not in pairings.of_member(session, member.id, RUNNING):
        raise Refused(Refusal.PAIRING_OVER)
    pairings.lock(session, [pairing])
    found = _mine(session, member, entry)
    if found.update_id is None:
        _attach(session, turn, entry, current(session, turn, member, pairing))
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


def _ask_to_forget(session: Session, turn: Turn, member: MemberRecord, entry: EntryId) -> None:
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.DELETED,
                key=f"deleted:{entry}",
                member=member.id,
                pairing=None,
                subject=entry,
                not_before=turn.now,
            )
        ],
    )


def _candidates(session: Session, member: MemberRecord, running: list[PairingId], said: Said) -> list[PairingId]:
    """The pairings that the words may be about: those asked about in this thread, else those open, else all."""
    if said.thread:
        asked = prompts_in(session, said.conversation, said.thread)
        named = [prompt.pairing_id for prompt in checkins.prompts(session, asked).values()]
        mine = [pairing for pairing in dict.fromkeys(named) if pairing in running]
        if mine:
            return mine
    opened = [
        prompt.pairing_id
        for prompt in checkins.running_of(session, member.id)
        if prompt.pairing_state not in OVER and (prompt.delivered_at or prompt.update_id)
    ]
    return opened or running


def _open_to(session: Session, turn: Turn, member: MemberRecord, pairing: PairingId) -> PromptRecord | None:
    """What words about a pairing answer, if anything can be answered now. An event has nobody to refuse."""
    try:
        return current(session, turn, member, pairing)
    except Refused:
        return None


def _attach(session: Session, turn: Turn, entry: EntryId, prompt: PromptRecord) -> None:
    answered = heard(session, turn, prompt)
    pairings.look_at(session, {prompt.pairing_id: turn.now})
    entries.belong_to(session, entry, answered.update_id)


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
    found = _mine(session, member, entry)
    if where is None or found.update_id is None:
        return found, None
    return found, checkins.of_member_in(session, member.id, where[1])


def _mine(session: Session, member: MemberRecord, entry: EntryId) -> EntryRecord:
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


def _keep(session: Session, turn: Turn, member: MemberRecord, said: Said) -> EntryId | None:
    """Nothing when these words were kept before."""
    return entries.write(
        session,
        turn,
        author=member.id,
        update_id=None,
        about=About.TYPED,
        text=said.text,
        audience=Audience.ONLY_ME,
        readers=(),
        source=(said.conversation, said.stamp),
    )


def _too_long(said: Said) -> int:
    return TOO_LONG if len(said.text) > LONGEST else 0


def _reply(
    session: Session, turn: Turn, member: MemberRecord, said: Said, *, subject: EntryId | None, nth: int = 0
) -> None:
    """Once for each message, and once for each of its edits that is not kept."""
    answer = astray.answer_key(said.conversation, said.stamp)
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.TYPED,
                key=f"{answer}:{said.event}" if nth == EDIT_TOO_LONG else answer,
                member=member.id,
                pairing=None,
                subject=subject,
                not_before=turn.now,
                nth=nth,
                thread=said.thread,
            )
        ],
    )
