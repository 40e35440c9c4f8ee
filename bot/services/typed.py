"""Words typed in Slack: kept at once for their author alone, who then says whom they are for."""

from dataclasses import dataclass
from typing import Final

from bot.domain.checkin import About, Audience
from bot.domain.ids import EntryId, PairingId
from bot.domain.notice import NoticeKind
from bot.domain.pairing import OVER, RUNNING
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller, Turn
from bot.services import astray, seats
from bot.services.checkin import current, heard
from bot.services.typed_audience import mine
from bot.services.written import EDIT_TOO_LONG, TOO_LONG
from storage import checkin as checkins
from storage import conversation
from storage import entry as entries
from storage import heard as events
from storage import notice as notices
from storage import pairing as pairings
from storage import surface as surfaces
from storage.asked import running_of
from storage.checkin import PromptRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.said import prompts_in
from storage.session import Session

LONGEST: Final = 12_000
"""Characters kept of one message. What is longer stays in Slack, where its author can split it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A message in the bot's DM with a person, or its edit: raw words, and where they stand."""

    event: str
    text: str
    conversation: str
    stamp: str
    thread: str = ""
    edited: bool = False


def hear(session: Session, caller: Caller, turn: Turn, said: Said) -> None:
    """An answer to what is open; when that could be several things the bot asks which. Raises Refused for strangers."""
    _hear(session, seats.me(session, caller), turn, said)


def _hear(session: Session, member: MemberRecord, turn: Turn, said: Said) -> None:
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
    """The person edited their own message: what was kept of it follows; an edit that cannot be kept is said to them.

    One that was too long to be kept is heard as if it were new. Raises Refused for strangers.
    """
    member = seats.me(session, caller)
    entry = entries.of_source(session, member.id, said.conversation, said.stamp)
    if entry is None:
        if _was_too_long(session, said):
            _hear(session, member, turn, said)
        return
    if not events.once(session, said.event, turn.now):
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


def pick(session: Session, caller: Caller, turn: Turn, entry: EntryId, pairing: PairingId) -> None:
    """Which pairing the words are about."""
    member = seats.me(session, caller)
    if pairing not in pairings.of_member(session, member.id, RUNNING):
        raise Refused(Refusal.PAIRING_OVER)
    pairings.lock(session, [pairing])
    found = mine(session, member, entry)
    if found.update_id is None:
        _attach(session, turn, entry, current(session, turn, member, pairing))
        surfaces.want(session, turn, [entry])


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
        for prompt in running_of(session, member.id)
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


def _was_too_long(session: Session, said: Said) -> bool:
    answered = conversation.answer_to(session, astray.answer_key(said.conversation, said.stamp))
    return answered is not None and answered.nth in (TOO_LONG, astray.ASTRAY) and answered.subject_id is None


def _reply(
    session: Session, turn: Turn, member: MemberRecord, said: Said, *, subject: EntryId | None, nth: int = 0
) -> None:
    """Once for each message, and once for each of its edits that is answered."""
    answer = astray.answer_key(said.conversation, said.stamp)
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.TYPED,
                key=f"{answer}:{said.event}" if said.edited else answer,
                member=member.id,
                pairing=None,
                subject=subject,
                not_before=turn.now,
                nth=nth,
                thread=said.thread,
            )
        ],
    )
