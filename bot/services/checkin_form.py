"""The short form of a check-in: what it asks, with what was written before, and how it is kept."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.ids import EntryId, MemberId, PairingId, PromptId
from bot.domain.pairing import RUNNING
from bot.domain.refusals import Refusal, Refused
from bot.domain.showings import FormField, PickCheckin, Saved, UpdateForm
from bot.domain.turn import Caller, Turn
from bot.domain.typed_sayings import Choice
from bot.services import seats, texts
from bot.services.checkin import LONGEST, answered_by, current, mine, paint_again, shown, written
from bot.services.texts import Wanted
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
    """The form as it came: for each text the words and the audience its author chose.

    `typed` are texts that were typed in Slack; one too long for a form comes without words, and keeps those it has.
    """

    prompt: PromptId
    texts: Mapping[About, tuple[str, Audience]]
    goal: Goal | None
    readers: tuple[MemberId, ...]
    outcome: Outcome | None = None
    typed: Mapping[EntryId, tuple[str | None, Audience]] = field(default_factory=dict)


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
        raise seats.no_pairing(session, member.id)
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
    _check_lengths(submitted)
    found = mine(session, caller, turn, submitted.prompt)
    view = seats.view(session, found.member_id, found.pairing_id)
    before = written(session, found)
    wanted = list(_wanted(submitted, found, before))
    texts.check_readers(view, wanted, submitted.readers)
    values: dict[str, object] = {}
    if submitted.goal is not None or found.goal is not None:
        values["goal"] = submitted.goal
    if submitted.outcome is not None:
        values["outcome"] = submitted.outcome
    answered = answered_by(session, turn, found, **values)
    untouched = [each for each in before if each.id not in {one.before.id for one in wanted if one.before}]
    kept = [*untouched, *texts.keep(session, turn, view, answered, wanted, submitted.readers)]
    paint_again(session, turn, found, also={found.checkin_id, *(each.id for each in (*before, *kept))})
    return texts.saved(view, answered, before=before, after=kept)


def form_of(session: Session, turn: Turn, member: MemberRecord, prompt: PromptRecord) -> UpdateForm:
    view = seats.view(session, member.id, prompt.pairing_id)
    kept = written(session, prompt)
    ticked = {reader for entry in kept for reader in entry.readers}
    return UpdateForm(
        reader=member.reader,
        prompt=prompt.id,
        partners=view.named,
        coordinator=view.coordinator,
        outcome=prompt.outcome,
        goal=prompt.goal,
        question=_question_of(prompt),
        fields=tuple(_fields(session, prompt, kept)),
        readers=tuple(partner.id for partner in view.partners if partner.id in ticked or not ticked),
        closed=not prompt.running,
    )


def _check_lengths(submitted: Submitted) -> None:
    for about, (text, _) in submitted.texts.items():
        if len(text) > LONGEST:
            raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST), field=about)
    for entry, (words, _) in submitted.typed.items():
        if words is not None and len(words) > LONGEST:
            raise Refused(Refusal.TEXT_TOO_LONG, str(LONGEST), field=entry.hex)


def _wanted(submitted: Submitted, prompt: PromptRecord, before: Collection[EntryRecord]) -> Iterator[Wanted]:
    """Every text of the form. A private line is the coordinator's, whatever the form says."""
    there: dict[About, EntryRecord] = {each.about: each for each in before if each.about is not About.TYPED}
    for about, (text, chosen) in submitted.texts.items():
        yield Wanted(
            about=about,
            before=there.get(about),
            text=text.strip(),
            audience=Audience.COORDINATOR if about is About.PRIVATE_LINE else chosen,
            question=_question_of(prompt) if about is About.QUESTION else "",
        )
    for each in before:
        if each.about is About.TYPED and each.id in submitted.typed:
            words, audience = submitted.typed[each.id]
            text_now = None if words is None else words.strip()
            yield Wanted(about=About.TYPED, before=each, text=text_now, audience=audience)


def _fields(session: Session, prompt: PromptRecord, kept: Collection[EntryRecord]) -> Iterator[FormField]:
    """Every text that the form offers, empty where nothing was written, and every one that was typed in Slack."""
    there: dict[About, EntryRecord] = {each.about: each for each in kept if each.about is not About.TYPED}
    words = {}
    if prompt.update_id is not None:
        words = entries.own_texts(session, prompt.member_id, prompt.update_id)
    for about in (*FORM, About.QUESTION):
        entry = there.get(about)
        yield FormField(
            about=about,
            text=words[entry.id] if entry else "",
            audience=entry.audience if entry else _default(about),
            entry=entry.id if entry else None,
        )
    for entry, nth in texts.numbered(kept):
        if entry.about is About.TYPED:
            yield FormField(about=About.TYPED, text=words[entry.id], audience=entry.audience, entry=entry.id, nth=nth)


def _question_of(prompt: PromptRecord) -> str:
    """The programme's question of this period, in rotation."""
    return QUESTIONS[(prompt.period - 1) % len(QUESTIONS)]


def _default(about: About) -> Audience:
    return Audience.COORDINATOR if about is About.PRIVATE_LINE else Audience.ONLY_ME
