"""What happened in pairings, written straight into the tables: for whatever counts or shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select

from bot.domain.checkin import CheckinState, Outcome
from bot.domain.ids import MemberId, PairingId
from bot.domain.notice import NoticeKind, NoticeState, Urgency
from storage import pairing as pairings
from storage.session import Session
from storage.tables import Checkin, Message, Notice, Pairing, Prompt, Seat, Update, table_of
from tests.services.office import Office


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """One person's part in a check-in: when the prompt reached them, when they answered and what."""

    delivered: datetime | None = None
    answered: datetime | None = None
    outcome: Outcome | None = None


def pairings_of(session: Session) -> list[PairingId]:
    """In the order in which they were made."""
    pairing = table_of(Pairing)
    found = session.execute(select(pairing.c.id).where(pairing.c.workspace_id == session.workspace))
    return [PairingId(id) for id in sorted(row.id for row in found)]


def add_checkins(
    session: Session, office: Office, asked: Sequence[tuple[PairingId, int, datetime | None, Sequence[Heard]]]
) -> list[UUID]:
    """Check-ins by pairing, period and opening, with a part for each of the first seats; the prompts made."""
    checkins: list[dict[str, Any]] = []
    prompts: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    seated = pairings.sittings(session, {pairing for pairing, *_ in asked})
    for pairing, period, opened, parts in asked:
        checkin = {**_new(session, office), "pairing_id": pairing}
        opening = {"period": period, "day": office.turn.now.date(), "opened_at": opened}
        checkins.append({**checkin, **opening, "state": CheckinState.OPEN if opened else CheckinState.SCHEDULED})
        for seat, part in zip(seated[pairing], parts, strict=False):
            prompt = {**_new(session, office), "pairing_id": pairing}
            prompts.append(
                {
                    **prompt,
                    "checkin_id": checkin["id"],
                    "seat_id": seat.seat,
                    "member_id": seat.member.id,
                    "ask_at": opened or office.turn.now,
                    "asked": 1,
                    "delivered_at": part.delivered,
                    "reminders": 0,
                }
            )
            if part.answered is not None:
                answer = {"prompt_id": prompt["id"], "pairing_id": pairing, "outcome": part.outcome}
                at = {"answered_at": part.answered, "changed_at": part.answered}
                updates.append({**_new(session, office), **answer, **at})
    for table, rows in ((Checkin, checkins), (Prompt, prompts), (Update, updates)):
        if rows:
            session.execute(insert(table_of(table)), rows)
    return [prompt["id"] for prompt in prompts]


def add_notice(
    session: Session,
    office: Office,
    kind: NoticeKind,
    state: NoticeState,
    at: datetime,
    *,
    pairing: PairingId | None = None,
    member: MemberId | None = None,
    subject: UUID | None = None,
) -> None:
    """A notice that was due at that moment. A message goes out an hour later unless nothing could be delivered."""
    message: UUID | None = None
    if state is not NoticeState.UNDELIVERABLE:
        row = {
            **_new(session, office),
            "state": NoticeState.SENT,
            "unasked": True,
            "conversation": "",
            "stamp": "",
            "thread": "",
        }
        sent = {"claimed_at": at, "sent_at": at + timedelta(hours=1), "repeats": 0}
        session.execute(insert(table_of(Message)), {**row, **sent})
        message = row["id"]
    notice = {**_new(session, office), "kind": kind, "state": state, "urgency": Urgency.REST, "message_id": message}
    about = {"key": str(office.turn.new_id()), "pairing_id": pairing, "member_id": member, "nth": 0, "attempts": 1}
    when = {"not_before": at, "queued_at": at, "why": "", "cause": "test", "thread": "", "subject_id": subject}
    session.execute(insert(table_of(Notice)), {**notice, **about, **when})


def seats_of(session: Session, pairing: PairingId) -> list[MemberId]:
    seat = table_of(Seat)
    rows = session.execute(select(seat.c.member_id).where(seat.c.pairing_id == pairing).order_by(seat.c.id))
    return [MemberId(row.member_id) for row in rows]


def _new(session: Session, office: Office) -> dict[str, Any]:
    return {"workspace_id": session.workspace, "id": office.turn.new_id()}
