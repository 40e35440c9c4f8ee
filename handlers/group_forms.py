"""The form of a group as it comes back, read once, at the door."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.domain.groups import Facilitation, Joining, Topic
from bot.domain.ids import GroupId, ProgrammeId, PromiseId, RoundId
from bot.domain.rhythm import Rhythm
from bot.domain.rounds import Heard, PromiseState
from bot.services.group_settings import GroupGiven
from bot.services.round_words import RoundGiven
from handlers.fields import option_of, part_of, state_of, text_of, time_of
from handlers.payloads import Payload, Unreadable, clean, form, metadata
from handlers.values import day, group, pair_of, round, uuid
from handlers.views import ids

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupSubmitted:
    """A new group in a `channel` or in a group DM of `people`, or, with a `group`, a change of one."""

    group: GroupId | None
    channel: str
    people: tuple[str, ...]
    given: GroupGiven


def submitted(body: Payload) -> GroupSubmitted:
    where = metadata(body)
    if not where.startswith(f"{ids.START}:"):
        return GroupSubmitted(group=group(where), channel="", people=(), given=_given(body, ()))
    _, place = pair_of(where)
    people = tuple(place.split(",")) if "," in place else ()
    return GroupSubmitted(group=None, channel="" if people else place, people=people, given=_given(body, people))


def answer(body: Payload) -> tuple[RoundId, RoundGiven]:
    """What somebody says in a round, and to whom."""
    state = state_of(body)
    heard = option_of(state, ids.HEARD, ids.HEARD)
    return round(metadata(body)), RoundGiven(
        form=form(body),
        words=clean(text_of(state, ids.ROUND_WORDS, ids.TEXT)),
        heard=_choice(Heard, state, ids.HEARD) if heard else Heard.GROUP,
        promise=clean(text_of(state, ids.PROMISE, ids.TEXT)),
        settled=tuple(_settled(state)),
    )


def _settled(state: Payload) -> Iterator[tuple[PromiseId, PromiseState]]:
    for block in state:
        prefix, dot, promise = block.partition(".")
        chosen = option_of(state, block, ids.SETTLED)
        if prefix == ids.SETTLED and dot and chosen:
            try:
                yield PromiseId(uuid(promise)), PromiseState(chosen)
            except ValueError:
                raise Unreadable(ids.SETTLED) from None


def _given(body: Payload, people: tuple[str, ...]) -> GroupGiven:
    """People of a group DM are all invited."""
    state = state_of(body)
    like = option_of(state, ids.LIKE, ids.LIKE)
    invited = tuple(str(each) for each in part_of(state, ids.INVITED, ids.INVITED).get("selected_users") or ())
    return GroupGiven(
        name=clean(text_of(state, ids.GROUP_NAME, ids.TEXT)),
        purpose=clean(text_of(state, ids.PURPOSE, ids.TEXT)),
        questions=clean(text_of(state, ids.QUESTIONS, ids.TEXT)),
        topic=_choice(Topic, state, ids.TOPIC),
        rhythm=_choice(Rhythm, state, ids.RHYTHM),
        next_on=day(_day(state, ids.NEXT_ON)),
        opens_at=time_of(state, ids.OPENS_AT),
        zone=clean(text_of(state, ids.ZONE, ids.TEXT)).strip(),
        facilitation=_choice(Facilitation, state, ids.FACILITATION),
        facilitator=str(part_of(state, ids.FACILITATOR, ids.FACILITATOR).get("selected_user") or ""),
        joining=Joining.ADDED if people else _choice(Joining, state, ids.JOINING),
        invited=people or invited,
        size=_size(option_of(state, ids.SIZE, ids.SIZE)),
        like=ProgrammeId(uuid(like)) if like else None,
        paused_until=_maybe_day(state, ids.PAUSED_UNTIL),
    )


def _choice(kind: type[Choice], state: Payload, block: str) -> Choice:
    try:
        return kind(option_of(state, block, block))
    except ValueError:
        raise Unreadable(block) from None


def _day(state: Payload, block: str) -> str:
    return str(part_of(state, block, block).get("selected_date") or "")


def _maybe_day(state: Payload, block: str) -> date | None:
    chosen = _day(state, block)
    return day(chosen) if chosen else None


def _size(text: str) -> int:
    if not text.isdecimal():
        raise Unreadable(ids.SIZE)
    return int(text)
