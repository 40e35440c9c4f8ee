"""The short form of a check-in: what it asks, with what was written before, and how it is kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.ids import EntryId, MemberId, PairingId, PromptId
from bot.domain.pairing import RUNNING
from bot.domain.sayings import Choice
from bot.domain.showings import FormField, PickCheckin, Refusal, Refused, Saved, UpdateForm
from bot.domain.turn import Caller, Turn
from bot.services import seats
from bot.services.checkin import LONGEST, answered_by, changed, current, mine, readers_of, shown, written
from bot.services.lines import tell_coordinator
from bot.services.seats import View
from storage import entry as entries
from storage import pairing as pairings
from storage.checkin import PromptRecord
from storage.entry import EntryRecord
from storage.member import MemberRecord
from storage.session import Session

FORM: Final = (About.MOVED, About.NEXT, About.IN_THE_WAY, About.PRIVATE_LINE)
QUESTIONS: Final = ("achievement", "technique", "support", "wellbeing")


@dataclass(frozen=True, kw_only=True, slots=True)
class Submitted:
    """The form as it came: for each text the words and the audience its author chose."""

    prompt: PromptId
    texts: Mapping[About, tuple[str, Audience]]
    goal: Goal | None
    readers: tuple[MemberId, ...]
    outcome: Outcome | None = None


def form(session: Session, caller: Caller, turn: Turn, prompt: PromptId) -> UpdateForm:
    """The short form, with what the person wrote in it before."""
    return form_of(session, turn, seats.me(session, caller), shown(session, caller, prompt))


def checkin_now(
    session: Session, caller: Caller, turn: Turn, pairing: PairingId | None = None
) -> UpdateForm | PickCheckin:
    """`/rapport checkin`: the form of what is open, of the last that closed unanswered, or early of the next.

    Raises Refused when there is no pairing to answer for.
    """
    member = seats.me(session, caller)
    running = pairings.of_member(session, member.id, RUNNING)
    if not running:
        raise Refused(Refusal.NO_PAIRING)
    if pairing is None and len(running) > 1:
        shown = seats.views(session, member.id, running)
        return PickCheckin(
            reader=member.reader,
            pairings=tuple(Choice(pairing=each.pairing, partners=each.names) for each in shown),
        )
    chosen = pairing or running[0]
    if chosen not in running:
        raise Refused(Refusal.NOT_YOURS)
    pairings.lock(session, [chosen])
    return form_of(session, turn, member, current(session, turn, member, chosen))


def record_update(session: Session, caller: Caller, turn: Turn, submitted: Submitted) -> Saved:
    """Keeps the form. Raises Refused, naming the field, for a text that is too long."""
    for about, (text, _) in submitted.texts.items():
        if len(text) > LONGEST:
            raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST), field=about)
    found = mine(session, caller, submitted.prompt)
    view = seats.view(session, found.member_id, found.pairing_id)
    _check_readers(view, submitted)
    values: dict[str, object] = {}
    if submitted.goal is not None or found.goal is not None:
        values["goal"] = submitted.goal
    if submitted.outcome is not None:
        values["outcome"] = submitted.outcome
    answered = answered_by(session, turn, found, **values)
    before = written(session, found)
    kept = _keep_texts(session, turn, view, answered, before, submitted)
    changed(session, turn, found, also={found.checkin_id, *(each.id for each in (*before, *kept))})
    return _saved(view, answered, kept, late=not found.running)


def _check_readers(view: View, submitted: Submitted) -> None:
    """Words shared with a team's mentors need a mentor; the bot never guesses which."""
    shares = any(text.strip() and audience is Audience.PARTNER for text, audience in submitted.texts.values())
    if shares and not readers_of(view, submitted.readers):
        raise Refused(Refusal.WHICH_MENTORS, field="readers")


def _keep_texts(
    session: Session,
    turn: Turn,
    view: View,
    answered: PromptRecord,
    before: Collection[EntryRecord],
    submitted: Submitted,
) -> list[EntryRecord]:
    """All texts of the answer, as they are now."""
    there = {each.about: each for each in before}
    kept = [each for each in before if each.about not in submitted.texts]
    for about, (text, audience) in submitted.texts.items():
        chosen = Audience.COORDINATOR if about is About.PRIVATE_LINE else audience
        readers = readers_of(view, submitted.readers) if chosen is Audience.PARTNER else ()
        entry = _keep(session, turn, view, answered, there.get(about), about, text.strip(), chosen, readers)
        if entry is not None:
            kept.append(entry)
            if chosen is Audience.COORDINATOR:
                tell_coordinator(session, turn, answered, entry.id)
    return kept


def _keep(
    session: Session,
    turn: Turn,
    view: View,
    answered: PromptRecord,
    before: EntryRecord | None,
    about: About,
    text: str,
    audience: Audience,
    readers: tuple[MemberId, ...],
) -> EntryRecord | None:
    if before is not None and not text:
        entries.erase(session, before.id)
        return None
    if before is not None:
        entries.rewrite(session, before.id, text)
        entries.show_to(session, before.id, audience, readers)
        return replace(before, audience=audience, readers=readers)
    if not text:
        return None
    member = view.mine.member.id
    question = question_of(answered) if about is About.QUESTION else ""
    entry = entries.write(
        session,
        turn,
        author=member,
        update_id=answered.update_id,
        about=about,
        text=text,
        audience=audience,
        readers=readers,
        question=question,
    )
    assert entry is not None  # only what comes from a message can have come before
    return EntryRecord(
        id=entry,
        update_id=answered.update_id,
        member_id=member,
        about=about,
        question=question,
        audience=audience,
        at=turn.now,
        readers=readers,
        released=False,
    )


def form_of(session: Session, turn: Turn, member: MemberRecord, prompt: PromptRecord) -> UpdateForm:
    view = seats.view(session, member.id, prompt.pairing_id)
    kept: dict[About, EntryRecord] = {}
    texts: dict[EntryId, str] = {}
    if prompt.update_id is not None:
        kept = {each.about: each for each in entries.of_author(session, member.id, prompt.update_id)}
        texts = entries.own_texts(session, member.id, prompt.update_id)
    fields = []
    for about in (*FORM, About.QUESTION):
        entry = kept.get(about)
        fields.append(
            FormField(
                about=about,
                text=texts[entry.id] if entry else "",
                audience=entry.audience if entry else _default(about),
            )
        )
    ticked = {reader for entry in kept.values() for reader in entry.readers}
    return UpdateForm(
        reader=member.reader,
        prompt=prompt.id,
        partners=view.named,
        coordinator=view.coordinator,
        outcome=prompt.outcome,
        goal=prompt.goal,
        question=question_of(prompt),
        fields=tuple(fields),
        readers=tuple(partner.id for partner in view.partners if partner.id in ticked or not ticked),
        closed=not prompt.running,
    )


def question_of(prompt: PromptRecord) -> str:
    """The programme's question of this period, in rotation."""
    return QUESTIONS[(prompt.period - 1) % len(QUESTIONS)]


def _default(about: About) -> Audience:
    return Audience.COORDINATOR if about is About.PRIVATE_LINE else Audience.ONLY_ME


def _saved(view: View, answered: PromptRecord, kept: Collection[EntryRecord], *, late: bool) -> Saved:
    audiences = [each.audience for each in kept]
    readers = {reader for each in kept for reader in each.readers}
    return Saved(
        reader=view.mine.member.reader,
        partners=view.names,
        readers=tuple(partner.name for partner in view.partners if partner.id in readers),
        coordinator=view.coordinator,
        outcome=answered.outcome,
        shared=audiences.count(Audience.PARTNER),
        to_coordinator=audiences.count(Audience.COORDINATOR),
        private=audiences.count(Audience.ONLY_ME),
        late=late,
    )
