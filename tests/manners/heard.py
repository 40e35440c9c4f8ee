"""What was said to people, as it came over the wire, beside what the database says that it was."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Row, or_, select

from bot.domain.notice import NoticeKind
from bot.domain.turn import Turn
from playground import finding
from playground.web_api import Call
from storage.session import Session
from storage.tables import Member, Notice, Pause, Update, table_of
from tests.stage import Stage

MEMBER, NOTICE, PAUSE, UPDATE = table_of(Member), table_of(Notice), table_of(Pause), table_of(Update)


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that a message says.

    `answered` is as it stood when this was said; `pauses` are its hearer's;
    `urgent` is a concern whose author said *now*.
    """

    kind: NoticeKind
    key: str
    pairing: UUID | None
    subject: UUID | None
    urgent: bool
    answered: bool
    pauses: tuple[tuple[date, date], ...]


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One message on one person's screen; `offers` is what can be pressed or chosen in it."""

    at: datetime
    reader: str
    where: tuple[str, str]
    offers: tuple[str, ...]
    told: tuple[Told, ...]

    @property
    def kinds(self) -> set[NoticeKind]:
        return {each.kind for each in self.told}

    def __str__(self) -> str:
        return f"{self.at:%a %d %b %Y %H:%M:%S} UTC {self.reader}: {', '.join(sorted(self.kinds))}"


async def heard(there: Stage, calls: Sequence[Call]) -> list[Heard]:
    """Every new message among these calls, once for each person who sees it."""
    posted = {
        UUID(call.args["metadata"]["event_payload"]["message"]): call
        for call in calls
        if call.method == "chat.postMessage" and call.answer["ok"]
    }
    if not posted:
        return []
    told = await there.installation.bot.read(
        there.installation.workspace, lambda session, turn: _told(session, turn, list(posted))
    )
    return [
        Heard(
            at=call.at,
            reader=name,
            where=(call.answer["channel"], call.answer["ts"]),
            offers=tuple(finding.usable(_message(there, call))),
            told=tuple(told[message]),
        )
        for message, call in posted.items()
        for name in _readers(there, call)
    ]


def _readers(there: Stage, call: Call) -> list[str]:
    members = there.slack.workspace.conversations[call.answer["channel"]].members
    return [name for name, person in there.people.items() if person.id in members]


def _message(there: Stage, call: Call) -> finding.Surface:
    return there.slack.workspace.conversations[call.answer["channel"]].messages[call.answer["ts"]]


def _told(session: Session, turn: Turn, messages: list[UUID]) -> Mapping[UUID, list[Told]]:
    rows = session.execute(select(NOTICE).where(NOTICE.c.message_id.in_(messages))).all()
    answered = _answered(session, [row.subject_id for row in rows])
    found: dict[UUID, list[Told]] = defaultdict(list)
    for row in rows:
        found[row.message_id].append(
            Told(
                kind=row.kind,
                key=row.key,
                pairing=row.pairing_id,
                subject=row.subject_id,
                urgent=row.nth > 0,
                answered=row.subject_id in answered,
                pauses=_pauses(session, row),
            )
        )
    return found


def _answered(session: Session, prompts: list[UUID]) -> set[UUID]:
    return set(session.execute(select(UPDATE.c.prompt_id).where(UPDATE.c.prompt_id.in_(prompts))).scalars())


def _pauses(session: Session, notice: Row[*tuple[object, ...]]) -> tuple[tuple[date, date], ...]:
    rows = session.execute(
        select(PAUSE.c.from_day, PAUSE.c.until_day).where(
            PAUSE.c.member_id == notice.member_id,
            or_(PAUSE.c.pairing_id.is_(None), PAUSE.c.pairing_id == notice.pairing_id),
        )
    )
    return tuple((row.from_day, row.until_day) for row in rows)
