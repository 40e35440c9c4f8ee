"""Check-ins, prompts and answers: what is written when one opens, is answered, closes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from bot.domain.changes import Schedule
from bot.domain.checkin import Answered, CheckinState, Goal, Outcome
from bot.domain.ids import CheckinId, MemberId, PairingId, PromptId, SeatId
from bot.domain.pairing import PairingState
from bot.domain.turn import Turn
from storage.member import MEMBER
from storage.pairing import PAIRING
from storage.session import Row, Session
from storage.tables import Checkin, Prompt, Update, table_of

CHECKIN, PROMPT, UPDATE = table_of(Checkin), table_of(Prompt), table_of(Update)
RUNNING = (CheckinState.SCHEDULED, CheckinState.OPEN)


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptRecord:
    """A prompt with the check-in it asks about and the answer it has, if any."""

    id: PromptId
    checkin_id: CheckinId
    pairing_id: PairingId
    seat_id: SeatId
    member_id: MemberId
    person: str
    ask_at: datetime
    delivered_at: datetime | None
    reminders: int
    snoozed_until: datetime | None
    skipped_at: datetime | None
    period: int
    day: date
    state: CheckinState
    closes_at: datetime | None
    closed_at: datetime | None
    update_id: UUID | None
    outcome: Outcome | None
    usefulness: int | None
    goal: Goal | None
    pairing_state: PairingState
    reachable: bool

    @property
    def running(self) -> bool:
        return self.state in RUNNING


PROMPTS = (
    select(
        *(PROMPT.c[name] for name in ("id", "checkin_id", "pairing_id", "seat_id", "member_id", "ask_at")),
        *(PROMPT.c[name] for name in ("delivered_at", "reminders", "snoozed_until", "skipped_at")),
        *(CHECKIN.c[name] for name in ("period", "day", "state", "closes_at", "closed_at")),
        UPDATE.c.id.label("update_id"),
        *(UPDATE.c[name] for name in ("outcome", "usefulness", "goal")),
        PAIRING.c.state.label("pairing_state"),
        MEMBER.c.person,
        MEMBER.c.reachable,
    )
    .join(MEMBER, (MEMBER.c.workspace_id == PROMPT.c.workspace_id) & (MEMBER.c.id == PROMPT.c.member_id))
    .join(PAIRING, (PAIRING.c.workspace_id == PROMPT.c.workspace_id) & (PAIRING.c.id == PROMPT.c.pairing_id))
    .join(CHECKIN, (CHECKIN.c.workspace_id == PROMPT.c.workspace_id) & (CHECKIN.c.id == PROMPT.c.checkin_id))
    .outerjoin(UPDATE, (UPDATE.c.workspace_id == PROMPT.c.workspace_id) & (UPDATE.c.prompt_id == PROMPT.c.id))
    .where(PROMPT.c.workspace_id == bindparam("workspace"))
)
"""Of all check-ins of a workspace."""

_BY_ID = PROMPTS.where(PROMPT.c.id.in_(bindparam("prompts", expanding=True)))
_ONE = PROMPTS.where(PROMPT.c.id == bindparam("prompt"))


def one(session: Session, prompt: PromptId) -> PromptRecord | None:
    row = session.execute(_ONE, {"workspace": session.workspace, "prompt": prompt}).first()
    return None if row is None else PromptRecord(**row._mapping)


def prompts(session: Session, ids: Collection[UUID]) -> dict[PromptId, PromptRecord]:
    rows = session.execute(_BY_ID, {"workspace": session.workspace, "prompts": list(ids)})
    return {PromptId(row.id): PromptRecord(**row._mapping) for row in rows}


_CLAIM = (
    update(PAIRING)
    .where(
        PAIRING.c.workspace_id == bindparam("workspace"),
        PAIRING.c.id
        == select(PROMPT.c.pairing_id)
        .where(PROMPT.c.workspace_id == bindparam("workspace"), PROMPT.c.id == bindparam("prompt"))
        .scalar_subquery(),
    )
    .values(next_look_at=bindparam("now"))
)


def claimed(session: Session, turn: Turn, prompt: PromptId) -> PromptRecord | None:
    """A prompt whose facts are about to change, read under its pairing's lock: the rules look at it afterwards.

    That they look is written first, since writing it is what takes the lock.
    """
    session.execute(_CLAIM, {"workspace": session.workspace, "prompt": prompt, "now": turn.now})
    return one(session, prompt)


_IN_CHECKIN = PROMPTS.where(PROMPT.c.member_id == bindparam("member"), PROMPT.c.checkin_id == bindparam("checkin"))


def of_member_in(session: Session, member: MemberId, checkin: CheckinId) -> PromptRecord | None:
    """A member's prompt of one check-in."""
    here = {"workspace": session.workspace, "member": member, "checkin": checkin}
    row = session.execute(_IN_CHECKIN, here).first()
    return None if row is None else PromptRecord(**row._mapping)


def schedule(session: Session, turn: Turn, pairing: PairingId, new: Schedule) -> CheckinId | None:
    """None when the period has a check-in already: somebody was quicker."""
    checkin = CheckinId(turn.new_id())
    made = session.insert_once(
        Checkin,
        {
            "workspace_id": session.workspace,
            "id": checkin,
            "pairing_id": pairing,
            "period": new.period,
            "day": new.day,
            "state": CheckinState.SCHEDULED,
        },
    )
    if not made:
        return None
    rows = [
        {
            "workspace_id": session.workspace,
            "id": turn.new_id(),
            "checkin_id": checkin,
            "pairing_id": pairing,
            "seat_id": seat,
            "member_id": member,
            "ask_at": at,
            "asked": 0,
            "reminders": 0,
        }
        for seat, member, at in new.asks
    ]
    session.insert(PROMPT, rows)
    return checkin


def change_prompt(session: Session, prompt: PromptId, **values: Any) -> None:
    """Sets columns of one prompt: asked, delivered_at, reminders, snoozed_until, skipped_at."""
    session.change(PROMPT, prompt, values)


def change_prompts(session: Session, prompts: Mapping[PromptId, Row]) -> None:
    """As `change_prompt`, of several."""
    session.change_each(PROMPT, prompts)


_OPEN = (
    update(CHECKIN)
    .where(
        CHECKIN.c.workspace_id == bindparam("workspace"),
        CHECKIN.c.id == bindparam("checkin"),
        CHECKIN.c.state == CheckinState.SCHEDULED,
    )
    .values(state=CheckinState.OPEN, opened_at=bindparam("now"))
)


def open(session: Session, checkin: CheckinId, now: datetime) -> bool:
    """Whether this opened it: the first prompt delivered or the first early answer does."""
    here = {"workspace": session.workspace, "checkin": checkin, "now": now}
    return session.execute(_OPEN, here).rowcount == 1


_CLOSE = update(CHECKIN).where(
    CHECKIN.c.workspace_id == bindparam("workspace"),
    CHECKIN.c.id == bindparam("checkin"),
    CHECKIN.c.state.in_(RUNNING),
)


def close(session: Session, checkin: CheckinId, state: CheckinState, answered: Answered, now: datetime) -> None:
    """`state` is CLOSED, or SKIPPED for one that asked nobody."""
    here = {"workspace": session.workspace, "checkin": checkin}
    session.execute(_CLOSE, {**here, "state": state, "closed_at": now, "answered": answered})


def set_close(session: Session, checkin: CheckinId, at: datetime) -> None:
    session.change(CHECKIN, checkin, {"closes_at": at})


_CHANGE_ANSWER = (
    update(UPDATE)
    .where(UPDATE.c.workspace_id == bindparam("workspace"), UPDATE.c.id == bindparam("answer"))
    .values(changed_at=bindparam("now"))
)


def answer(session: Session, turn: Turn, prompt: PromptRecord, **values: Any) -> UUID:
    """The update's id. Makes the answer, or changes what is named of the one that is there."""
    if prompt.update_id is not None:
        here = {"workspace": session.workspace, "answer": prompt.update_id, "now": turn.now}
        session.execute(_CHANGE_ANSWER.values(**values), here)
        return prompt.update_id
    id = turn.new_id()
    row = {
        "workspace_id": session.workspace,
        "id": id,
        "prompt_id": prompt.id,
        "pairing_id": prompt.pairing_id,
        "outcome": None,
        "usefulness": None,
        "goal": None,
        "answered_at": turn.now,
        "changed_at": turn.now,
    }
    session.insert(UPDATE, {**row, **values})
    return id


def unanswer(session: Session, update_id: UUID) -> None:
    """Takes back an answer that turned out to be none."""
    session.execute(delete(UPDATE).where(UPDATE.c.workspace_id == session.workspace, UPDATE.c.id == update_id))


_PROMPTS_OF = select(PROMPT.c.id).where(
    PROMPT.c.workspace_id == bindparam("workspace"), PROMPT.c.checkin_id == bindparam("checkin")
)


def prompts_of_checkin(session: Session, checkin: CheckinId) -> Sequence[PromptId]:
    rows = session.execute(_PROMPTS_OF, {"workspace": session.workspace, "checkin": checkin})
    return [PromptId(row.id) for row in rows]


def day_of(session: Session, checkin: CheckinId) -> date:
    """The nominal day of a check-in."""
    statement = select(CHECKIN.c.day).where(CHECKIN.c.workspace_id == session.workspace, CHECKIN.c.id == checkin)
    return cast(date, session.execute(statement).scalar_one())
