"""What our own buttons and forms carry: ids and choices, written by handlers.views.ids and read here."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.ids import (
    CaseId,
    DraftId,
    EncounterId,
    EntryId,
    FormationId,
    GroupId,
    MemberId,
    PairingId,
    ProgrammeId,
    PromptId,
    RoundId,
)
from handlers.payloads import Payload, Unreadable, value
from handlers.views import ids


@dataclass(frozen=True, kw_only=True, slots=True)
class PauseGiven:
    pairing: PairingId | None
    until: date


def pair_of(text: str) -> tuple[str, str]:
    """Both halves of a value `a:b`. Raises Unreadable."""
    first, colon, second = text.partition(":")
    if not colon:
        raise Unreadable("value")
    return first, second


def uuid(text: str) -> UUID:
    """Raises Unreadable."""
    try:
        return UUID(text)
    except ValueError:
        raise Unreadable("id") from None


def prompt(text: str) -> PromptId:
    return PromptId(uuid(text))


def pairing(text: str) -> PairingId:
    return PairingId(uuid(text))


def case(text: str) -> CaseId:
    return CaseId(uuid(text))


def case_of(text: str) -> tuple[CaseId, MemberId | None]:
    """A case, and who had it when its card said so to whoever pressed."""
    of, _, owner = text.partition(":")
    return case(of), MemberId(uuid(owner)) if owner else None


def round(text: str) -> RoundId:
    return RoundId(uuid(text))


def group(text: str) -> GroupId:
    return GroupId(uuid(text))


def encounter(text: str) -> EncounterId:
    return EncounterId(uuid(text))


def draft(text: str) -> DraftId:
    return DraftId(uuid(text))


def page_of(text: str) -> tuple[FormationId, int]:
    """A formation, and the page of it that is shown."""
    formation, page = pair_of(text)
    if not page.isdecimal():
        raise Unreadable("page")
    return FormationId(uuid(formation)), int(page)


def draft_of(text: str) -> tuple[FormationId, DraftId | None, int]:
    """A formation, one of its groups or none, and the page that was shown."""
    formation, rest = pair_of(text)
    chosen, page = pair_of(rest)
    if not page.isdecimal():
        raise Unreadable("page")
    return FormationId(uuid(formation)), None if chosen == ids.NOBODYS else draft(chosen), int(page)


def report_of(text: str) -> tuple[ProgrammeId, date, date]:
    """A programme, and the first and the last day of a report about it."""
    programme, days = pair_of(text)
    first, last = pair_of(days)
    return ProgrammeId(uuid(programme)), day(first), day(last)


def entry(text: str) -> EntryId:
    return EntryId(uuid(text))


def usefulness(action: Payload) -> tuple[int, PromptId]:
    stars, of = pair_of(value(action))
    if stars not in ("1", "2", "3", "4", "5"):
        raise Unreadable("usefulness")
    return int(stars), prompt(of)


def share(action: Payload) -> tuple[EntryId, MemberId | None]:
    """The entry and the one partner who may read it; none means all of them."""
    of, reader = pair_of(value(action))
    return entry(of), None if reader == ids.ALL else MemberId(uuid(reader))


def pick(action: Payload) -> tuple[EntryId, PairingId]:
    of, about = pair_of(value(action))
    return entry(of), pairing(about)


def pause_pick(action: Payload) -> PauseGiven:
    until, about = pair_of(value(action))
    return PauseGiven(pairing=None if about == ids.ALL else pairing(about), until=day(until))


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unreadable("date") from None
