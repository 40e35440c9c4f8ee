"""The texts of an answer: kept, rewritten, taken back, shown to those whom their author chose."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.checkin import About, Audience, readers_after
from bot.domain.ids import MemberId
from bot.domain.refusals import Refusal, Refused
from bot.domain.showings import Saved
from bot.domain.turn import Turn
from bot.services.lines import tell_coordinator
from bot.services.seats import View
from storage import entry as entries
from storage.checkin import PromptRecord
from storage.entry import EntryRecord, Text
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """One text as its author wants it. `before` is what is there of it; no words (None) leave those that are there."""

    about: About
    before: EntryRecord | None
    text: str | None
    audience: Audience
    question: str = ""

    @property
    def is_there(self) -> bool:
        return bool(self.text) or (self.text is None and self.before is not None)


def numbered(kept: Iterable[EntryRecord]) -> Iterator[tuple[EntryRecord, int]]:
    """Each with its number among those that were typed in Slack, 0 where a number tells nothing apart."""
    there = list(kept)
    typed = [each.id for each in there if each.about is About.TYPED]
    for each in there:
        yield each, typed.index(each.id) + 1 if each.about is About.TYPED and len(typed) > 1 else 0


def check_readers(view: View, wanted: Iterable[Wanted], ticked: tuple[MemberId, ...]) -> None:
    """Words shared with a team's mentors need a mentor; the bot never guesses which. Raises Refused."""
    shares = any(each.is_there and each.audience is Audience.PARTNER for each in wanted)
    if shares and not readers_of(view, ticked):
        raise Refused(Refusal.WHICH_MENTORS, field="readers")


def keep(
    session: Session,
    turn: Turn,
    view: View,
    answered: PromptRecord,
    wanted: Sequence[Wanted],
    ticked: tuple[MemberId, ...],
) -> list[EntryRecord]:
    """What is left of these texts. Whoever reads for the coordinator is told of words that are for them."""
    offered = {reader for each in wanted if each.before is not None for reader in each.before.readers}
    readable = [(each, _readers(view, each, ticked, offered)) for each in wanted]
    new = [_text(each, readers) for each, readers in readable if each.before is None and each.text]
    member = view.mine.member.id
    written = iter(entries.write_all(session, turn, author=member, update_id=answered.update_id, texts=new))
    kept: list[EntryRecord] = []
    for each, readers in readable:
        if each.before is not None:
            kept.extend(_changed(session, each, each.before, readers))
        elif each.text:
            kept.append(next(written))
    for entry in kept:
        if entry.audience is Audience.COORDINATOR:
            tell_coordinator(session, turn, answered, entry.id)
    return kept


def readers_of(view: View, ticked: tuple[MemberId, ...]) -> tuple[MemberId, ...]:
    """The partners who may read: whom a team's mentee ticked, or the one partner there is."""
    partners = tuple(partner.id for partner in view.partners)
    return partners if len(partners) == 1 else tuple(member for member in partners if member in ticked)


def saved(view: View, answered: PromptRecord, *, before: Iterable[EntryRecord], after: Sequence[EntryRecord]) -> Saved:
    """What is kept now, and who may have read before what was taken from them."""
    audiences = [each.audience for each in after]
    readers = {reader for each in after for reader in each.readers}
    still = {each.id: set(each.readers) for each in after}
    lost = {reader for each in before for reader in {*each.shown} & {*each.readers} - still.get(each.id, set())}
    return Saved(
        reader=view.mine.member.reader,
        partners=view.names,
        readers=tuple(partner.name for partner in view.partners if partner.id in readers),
        coordinator=view.coordinator,
        outcome=answered.outcome,
        shared=audiences.count(Audience.PARTNER),
        to_coordinator=audiences.count(Audience.COORDINATOR),
        private=audiences.count(Audience.ONLY_ME),
        late=not answered.running,
        may_have_read=tuple(partner.name for partner in view.partners if partner.id in lost),
    )


def _readers(
    view: View, wanted: Wanted, ticked: tuple[MemberId, ...], offered: Collection[MemberId]
) -> tuple[MemberId, ...]:
    if wanted.audience is not Audience.PARTNER:
        return ()
    before = wanted.before.readers if wanted.before is not None else ()
    return readers_after(before, ticked=readers_of(view, ticked), offered=offered)


def _text(wanted: Wanted, readers: tuple[MemberId, ...]) -> Text:
    return Text(
        about=wanted.about,
        words=wanted.text or "",
        audience=wanted.audience,
        readers=readers,
        question=wanted.question,
    )


def _changed(
    session: Session, wanted: Wanted, before: EntryRecord, readers: tuple[MemberId, ...]
) -> Iterator[EntryRecord]:
    """What is left of one that was there, if anything is."""
    if wanted.text == "":
        entries.erase(session, before.id)
        return
    if wanted.text is not None:
        entries.rewrite(session, before.id, wanted.text)
    entries.show_to(session, before.id, wanted.audience, readers)
    yield replace(before, audience=wanted.audience, readers=readers)
