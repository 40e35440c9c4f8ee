"""Forms as they come back, read once, at the door: what comes out is frozen and checked."""

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.case import Urgency
from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.ids import CaseId, EntryId, MemberId
from bot.services.audiences import AudiencesGiven
from bot.services.checkin_form import Submitted
from bot.services.concerns import ConcernGiven
from bot.services.greeting import HoursGiven
from handlers.fields import option_of, options_of, part_of, state_of, text_of, time_of
from handlers.payloads import Payload, Unreadable, clean, form, metadata
from handlers.values import PauseGiven, case, day, entry, pairing, prompt, uuid
from handlers.views import ids

ABOUT_IN_FORM: Final = (*(about for about in About if about not in (About.TYPED, About.CARE)),)


ENTRY: Final = re.compile(rf"(?:{ids.TEXT}|{ids.AUDIENCE})\.([0-9a-f]{{32}})")


@dataclass(frozen=True, kw_only=True, slots=True)
class CareGiven:
    case: CaseId
    people: tuple[MemberId, ...]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerGiven:
    """To somebody who wrote words for the coordinator alone."""

    entry: EntryId
    text: str


def update(body: Payload) -> Submitted:
    state = state_of(body)
    texts: dict[About, tuple[str, Audience]] = {}
    for about in ABOUT_IN_FORM:
        if ids.text_block(about) in state:
            words = text_of(state, ids.text_block(about), ids.TEXT)
            texts[about] = (clean(words), _audience(state, ids.audience_block(about)))
    return Submitted(
        prompt=prompt(metadata(body)),
        texts=texts,
        goal=_goal(state),
        outcome=_outcome(state),
        readers=_readers(state),
        typed={entry: (_typed(state, entry), _audience(state, ids.audience_of(entry))) for entry in _entries(state)},
    )


def audiences(body: Payload) -> AudiencesGiven:
    state = state_of(body)
    return AudiencesGiven(
        prompt=prompt(metadata(body)),
        chosen={entry: _audience(state, ids.audience_of(entry)) for entry in _entries(state)},
        readers=_readers(state),
    )


def pause(body: Payload) -> PauseGiven:
    state = state_of(body)
    until = part_of(state, ids.UNTIL, ids.UNTIL).get("selected_date") or ""
    which = option_of(state, ids.WHICH, ids.WHICH) or metadata(body) or ids.ALL
    return PauseGiven(pairing=None if which == ids.ALL else pairing(which), until=day(str(until)))


def hours(body: Payload) -> HoursGiven:
    state = state_of(body)
    return HoursGiven(
        days=frozenset(_weekday(day) for day in options_of(state, ids.DAYS, ids.DAYS)),
        opens=time_of(state, ids.OPENS),
        closes=time_of(state, ids.CLOSES),
        ask_weekday=_weekday(option_of(state, ids.ASK_WEEKDAY, ids.ASK_WEEKDAY)),
        ask_at=time_of(state, ids.ASK_AT),
    )


def care(body: Payload) -> CareGiven:
    state = state_of(body)
    return CareGiven(
        case=case(metadata(body)),
        people=tuple(MemberId(uuid(each)) for each in options_of(state, ids.PEOPLE, ids.PEOPLE)),
        text=clean(text_of(state, ids.CARE_TEXT, ids.TEXT)),
    )


def answer(body: Payload) -> AnswerGiven:
    return AnswerGiven(entry=entry(metadata(body)), text=clean(text_of(state_of(body), ids.CARE_TEXT, ids.TEXT)))


def concern(body: Payload) -> ConcernGiven:
    state = state_of(body)
    return ConcernGiven(
        form=form(body),
        pairing=pairing(option_of(state, ids.WHICH, ids.WHICH)),
        readers=tuple(MemberId(uuid(each)) for each in options_of(state, ids.READERS, ids.READERS)),
        urgency=_urgency(option_of(state, ids.URGENCY, ids.URGENCY)),
        text=clean(text_of(state, ids.CONCERN, ids.TEXT)),
    )


def _urgency(text: str) -> Urgency:
    try:
        return Urgency(text)
    except ValueError:
        raise Unreadable("urgency") from None


def _outcome(state: Payload) -> Outcome | None:
    chosen = option_of(state, ids.OUTCOME, ids.OUTCOME)
    try:
        return Outcome(chosen) if chosen else None
    except ValueError:
        raise Unreadable(ids.OUTCOME) from None


def _readers(state: Payload) -> tuple[MemberId, ...]:
    return tuple(MemberId(uuid(reader)) for reader in options_of(state, ids.READERS, ids.READERS))


def _entries(state: Payload) -> list[EntryId]:
    """The texts that stand in a form under their own ids."""
    found = (ENTRY.fullmatch(block) for block in state)
    return [EntryId(uuid(each)) for each in dict.fromkeys(match[1] for match in found if match)]


def _typed(state: Payload, entry: EntryId) -> str | None:
    """None for one whose words the form did not hold."""
    return clean(text_of(state, ids.text_of(entry), ids.TEXT)) if ids.text_of(entry) in state else None


def _audience(state: Payload, block: str) -> Audience:
    chosen = option_of(state, block, ids.AUDIENCE)
    try:
        return Audience(chosen) if chosen else Audience.ONLY_ME
    except ValueError:
        raise Unreadable("audience") from None


def _weekday(text: str) -> int:
    if text not in tuple("0123456"):
        raise Unreadable("weekday")
    return int(text)


def _goal(state: Payload) -> Goal | None:
    chosen = option_of(state, ids.GOAL, ids.GOAL)
    try:
        return Goal(chosen) if chosen else None
    except ValueError:
        raise Unreadable(ids.GOAL) from None
