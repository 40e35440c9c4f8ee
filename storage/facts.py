"""The facts of pairings that the rules look at, read in one query a table."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, ScalarSelect, bindparam, func, select

from bot.domain.calendar import Hours
from bot.domain.checkin import Audience
from bot.domain.facts import CheckinFacts, HeldWords, PairingFacts, PastCheckin, PauseFacts, PromptFacts, SeatFacts
from bot.domain.ids import CheckinId, EntryId, MemberId, PairingId, PromptId, SeatId
from bot.domain.notice import NoticeKind, NoticeState
from bot.domain.policy import read
from bot.domain.rhythm import RhythmRow
from storage import case as cases
from storage import uptime
from storage.member import MemberRecord
from storage.pairing import PAIRING, PROGRAMME, sittings
from storage.session import Session
from storage.tables import Checkin, Entry, EntryReader, Notice, Pause, Prompt, Rhythm, Update, table_of
from storage.tables.checkins import HELD

REMEMBERED = 3
"""Check-ins that the rules look back on: the running one and the two before it."""

Paused = tuple[UUID | None, PauseFacts]
"""A pause with the pairing it holds for (none: all of them)."""

HoursOf = Callable[[MemberRecord], Hours]
ON_ITS_WAY = (NoticeState.QUEUED, NoticeState.FAILED, NoticeState.SENDING, NoticeState.UNKNOWN)
RHYTHM, CHECKIN, PROMPT, UPDATE = table_of(Rhythm), table_of(Checkin), table_of(Prompt), table_of(Update)
PAUSE, ENTRY, READER, NOTICE = table_of(Pause), table_of(Entry), table_of(EntryReader), table_of(Notice)

_PAIRINGS = (
    select(
        *(PAIRING.c[name] for name in ("id", "state", "rule", "introduce_on", "introducing_at", "introduced_at")),
        *(PAIRING.c[name] for name in ("met_at", "created_at", "started_on")),
        PROGRAMME.c.anchor,
        PROGRAMME.c.policy,
    )
    .join(
        PROGRAMME,
        (PROGRAMME.c.workspace_id == PAIRING.c.workspace_id) & (PROGRAMME.c.id == PAIRING.c.programme_id),
    )
    .where(PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.id.in_(bindparam("pairings", expanding=True)))
    .order_by(PAIRING.c.id)
)
_RHYTHMS = (
    select(RHYTHM.c.pairing_id, RHYTHM.c.from_period, RHYTHM.c.rule, RHYTHM.c.anchor)
    .where(
        RHYTHM.c.workspace_id == bindparam("workspace"),
        RHYTHM.c.pairing_id.in_(bindparam("pairings", expanding=True)),
    )
    .order_by(RHYTHM.c.from_period)
)
_NEWEST_FIRST = CHECKIN.alias()


def _period_of(nth: int) -> ScalarSelect[int]:
    """Of the nth newest check-in of a pairing, by their index, however many years there are."""
    return (
        select(_NEWEST_FIRST.c.period)
        .where(_NEWEST_FIRST.c.workspace_id == PAIRING.c.workspace_id, _NEWEST_FIRST.c.pairing_id == PAIRING.c.id)
        .order_by(_NEWEST_FIRST.c.period.desc())
        .limit(1)
        .offset(nth)
        .correlate(PAIRING)
        .scalar_subquery()
    )


_REMEMBERED = (
    select(
        PAIRING.c.id.label("pairing_id"),
        func.coalesce(_period_of(REMEMBERED - 1), 0).label("oldest"),
        _period_of(0).label("newest"),
    )
    .where(PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.id.in_(bindparam("pairings", expanding=True)))
    .cte()
    .prefix_with("MATERIALIZED", dialect="postgresql")
)
_CHECKINS = (
    select(
        *(CHECKIN.c[name] for name in ("id", "pairing_id", "period", "day", "state", "closes_at", "closed_at")),
        CHECKIN.c.opened_at,
    )
    .join(
        _REMEMBERED,
        (CHECKIN.c.pairing_id == _REMEMBERED.c.pairing_id)
        # PostgreSQL takes what lies between two bounds for few rows, and what has one only for a third of all.
        & CHECKIN.c.period.between(_REMEMBERED.c.oldest, _REMEMBERED.c.newest),
    )
    .where(CHECKIN.c.workspace_id == bindparam("workspace"))
    .order_by(CHECKIN.c.pairing_id, CHECKIN.c.period.desc())
)
_PROMPTS = (
    select(
        *(PROMPT.c[name] for name in ("id", "checkin_id", "seat_id", "ask_at", "asked", "delivered_at", "reminders")),
        PROMPT.c.snoozed_until,
        PROMPT.c.skipped_at,
        UPDATE.c.id.label("answer"),
        NOTICE.c.id.label("waiting"),
    )
    .outerjoin(UPDATE, (UPDATE.c.workspace_id == PROMPT.c.workspace_id) & (UPDATE.c.prompt_id == PROMPT.c.id))
    .outerjoin(
        NOTICE,
        (NOTICE.c.workspace_id == PROMPT.c.workspace_id)
        & (NOTICE.c.subject_id == PROMPT.c.id)
        & (NOTICE.c.kind == NoticeKind.PROMPT)
        & NOTICE.c.state.in_(ON_ITS_WAY),
    )
    .where(
        PROMPT.c.workspace_id == bindparam("workspace"),
        PROMPT.c.checkin_id.in_(bindparam("checkins", expanding=True)),
    )
    .order_by(PROMPT.c.checkin_id, PROMPT.c.id)
)
_PAUSES = (
    select(PAUSE.c.member_id, PAUSE.c.pairing_id, PAUSE.c.from_day, PAUSE.c.until_day)
    .where(PAUSE.c.workspace_id == bindparam("workspace"), PAUSE.c.member_id.in_(bindparam("members", expanding=True)))
    .order_by(PAUSE.c.from_day)
)
_HELD = (
    select(
        ENTRY.c.id,
        PROMPT.c.pairing_id,
        PROMPT.c.checkin_id,
        ENTRY.c.member_id.label("author"),
        READER.c.member_id.label("reader"),
        ENTRY.c.at,
        CHECKIN.c.closed_at,
    )
    .select_from(READER)
    .join(ENTRY, (ENTRY.c.workspace_id == READER.c.workspace_id) & (ENTRY.c.id == READER.c.id))
    .join(UPDATE, (UPDATE.c.workspace_id == ENTRY.c.workspace_id) & (UPDATE.c.id == ENTRY.c.update_id))
    .join(PROMPT, (PROMPT.c.workspace_id == UPDATE.c.workspace_id) & (PROMPT.c.id == UPDATE.c.prompt_id))
    .join(CHECKIN, (CHECKIN.c.workspace_id == UPDATE.c.workspace_id) & (CHECKIN.c.id == PROMPT.c.checkin_id))
    .where(
        READER.c.workspace_id == bindparam("workspace"),
        READER.c.member_id.in_(bindparam("members", expanding=True)),
        HELD,
        ENTRY.c.audience == Audience.PARTNER,
        UPDATE.c.pairing_id.in_(bindparam("pairings", expanding=True)),
    )
    .order_by(ENTRY.c.id)
)


def facts(session: Session, pairings: Collection[PairingId], hours_of: HoursOf) -> dict[PairingId, PairingFacts]:
    """What the rules need to know of these pairings, in one query a table. Lock them first."""
    here = {"workspace": session.workspace, "pairings": list(pairings)}
    rhythms: dict[UUID, list[RhythmRow]] = defaultdict(list)
    for row in session.execute(_RHYTHMS, here):
        rhythms[row.pairing_id].append(RhythmRow(from_period=row.from_period, rhythm=row.rule, anchor=row.anchor))
    seats = _seats(session, here, hours_of)
    checkins = _checkins(session, here)
    held = _held(session, {**here, "members": list({seat.member for row in seats.values() for seat in row})})
    climbs = cases.climbs(session, list(pairings))
    resolved = cases.resolved(session, list(pairings))
    outages = uptime.outages(session)
    return {
        PairingId(row.id): PairingFacts(
            id=row.id,
            state=row.state,
            rhythm=row.rule,
            grid=row.anchor,
            introduce_on=row.introduce_on,
            introducing_at=row.introducing_at,
            introduced_at=row.introduced_at,
            met_at=row.met_at,
            rhythms=tuple(rhythms[row.id]),
            seats=tuple(seats[row.id]),
            checkin=checkins[row.id][0][0] if checkins[row.id] else None,
            held=tuple(held[row.id]),
            began_at=row.created_at if row.started_on is not None else None,
            past=tuple(past for _, past in checkins[row.id] if past is not None),
            outages=outages,
            climbs=tuple(climbs[row.id]),
            resolved=tuple(resolved[row.id]),
            policy=read(row.policy),
        )
        for row in session.execute(_PAIRINGS, here)
    }


def _seats(session: Session, here: Mapping[str, Any], hours_of: HoursOf) -> dict[UUID, list[SeatFacts]]:
    seated = sittings(session, here["pairings"])
    pauses = pauses_of(session, {each.member.id for row in seated.values() for each in row})
    return {
        pairing: [
            SeatFacts(
                id=each.seat,
                member=each.member.id,
                role=each.role,
                hours=hours_of(each.member),
                consent=each.member.consent,
                greeted_at=each.member.greeted_at,
                reachable=each.member.reachable,
                meeting=each.meeting,
                meeting_asked_at=each.meeting_asked_at,
                pauses=tuple(pause for where, pause in pauses[each.member.id] if where in (None, pairing)),
            )
            for each in row
        ]
        for pairing, row in seated.items()
    }


def pauses_of(session: Session, members: Collection[UUID]) -> dict[UUID, list[Paused]]:
    """Each member's pauses."""
    found: dict[UUID, list[Paused]] = defaultdict(list)
    for row in session.execute(_PAUSES, {"workspace": session.workspace, "members": list(members)}):
        found[row.member_id].append((row.pairing_id, PauseFacts(from_day=row.from_day, until_day=row.until_day)))
    return found


def _checkins(session: Session, here: Mapping[str, Any]) -> dict[UUID, list[tuple[CheckinFacts, PastCheckin | None]]]:
    """The last check-ins of each pairing, newest first; those that asked somebody and closed are also past ones."""
    rows = session.execute(_CHECKINS, here).all()
    prompts = _prompts(session, here["workspace"], [row.id for row in rows]) if rows else {}
    found: dict[UUID, list[tuple[CheckinFacts, PastCheckin | None]]] = defaultdict(list)
    for row in rows:
        asked = tuple(prompts.get(row.id, ()))
        checkin = CheckinFacts(
            id=CheckinId(row.id),
            period=row.period,
            day=row.day,
            state=row.state,
            closes_at=row.closes_at,
            prompts=asked,
        )
        found[row.pairing_id].append((checkin, _past(row, asked)))
    return found


def _past(row: Row[*tuple[Any, ...]], asked: Sequence[PromptFacts]) -> PastCheckin | None:
    if row.closed_at is None or row.opened_at is None or not any(prompt.delivered_at for prompt in asked):
        return None
    return PastCheckin(
        period=row.period,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        answered=any(prompt.answered for prompt in asked),
    )


def _prompts(session: Session, workspace: int, checkins: Sequence[UUID]) -> dict[UUID, list[PromptFacts]]:
    prompts: dict[UUID, list[PromptFacts]] = defaultdict(list)
    for row in session.execute(_PROMPTS, {"workspace": workspace, "checkins": checkins}):
        prompts[row.checkin_id].append(
            PromptFacts(
                id=PromptId(row.id),
                seat=SeatId(row.seat_id),
                ask_at=row.ask_at,
                asked=row.asked,
                waiting=row.waiting is not None,
                delivered_at=row.delivered_at,
                reminders=row.reminders,
                snoozed_until=row.snoozed_until,
                skipped=row.skipped_at is not None,
                answered=row.answer is not None,
            )
        )
    return prompts


def _held(session: Session, here: Mapping[str, Any]) -> dict[UUID, list[HeldWords]]:
    held: dict[UUID, list[HeldWords]] = defaultdict(list)
    for row in session.execute(_HELD, here):
        held[row.pairing_id].append(
            HeldWords(
                entry=EntryId(row.id),
                checkin=CheckinId(row.checkin_id),
                author=MemberId(row.author),
                reader=MemberId(row.reader),
                written_at=row.at,
                closed_at=row.closed_at,
            )
        )
    return held
