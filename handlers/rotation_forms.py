"""The form of a rotation as it comes back, read once, at the door."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.domain.groups import Joining
from bot.domain.ids import GroupId, ProgrammeId
from bot.domain.rhythm import Rhythm
from bot.domain.rotation import Shape
from bot.services.rotation import RotationGiven
from handlers.fields import option_of, part_of, state_of, text_of, time_of
from handlers.payloads import Payload, Unreadable, clean, metadata
from handlers.values import day, group, pair_of, uuid
from handlers.views import ids

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, kw_only=True, slots=True)
class RotationSubmitted:
    """A new rotation in a `channel`, or, with a `group`, a change of one."""

    group: GroupId | None
    channel: str
    given: RotationGiven


def submitted(body: Payload) -> RotationSubmitted:
    where = metadata(body)
    if not where.startswith(f"{ids.START}:"):
        return RotationSubmitted(group=group(where), channel="", given=_given(body))
    _, channel = pair_of(where)
    return RotationSubmitted(group=None, channel=channel, given=_given(body))


def _given(body: Payload) -> RotationGiven:
    state = state_of(body)
    like = option_of(state, ids.LIKE, ids.LIKE)
    invited = part_of(state, ids.INVITED, ids.INVITED).get("selected_users") or ()
    return RotationGiven(
        name=clean(text_of(state, ids.GROUP_NAME, ids.TEXT)),
        shape=_choice(Shape, state, ids.SHAPE),
        rhythm=_choice(Rhythm, state, ids.RHYTHM),
        next_on=day(_day(state, ids.NEXT_ON)),
        opens_at=time_of(state, ids.OPENS_AT),
        zone=clean(text_of(state, ids.ZONE, ids.TEXT)).strip(),
        joining=_choice(Joining, state, ids.JOINING),
        invited=tuple(str(each) for each in invited),
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
