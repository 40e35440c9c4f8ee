"""Members: who the bot knows, when they work, whether they want to be written to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, select, update

from bot.domain.ids import MemberId
from bot.domain.member import Consent
from bot.domain.sayings import Mention, Named, Reader
from storage.session import Session
from storage.tables import Member, table_of


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberRecord:
    """A member as stored. `days` are the working days, '01234' being Monday to Friday; `country` is ISO 3166."""

    id: MemberId
    person: str
    name: str
    language: str
    zone: str
    country: str
    days: str
    opens: time
    closes: time
    ask_weekday: int
    ask_at: time
    consent: Consent
    reachable: bool
    greeted_at: datetime | None
    dm: str

    @property
    def reader(self) -> Reader:
        return Reader(language=self.language, zone=self.zone)

    @property
    def named(self) -> Named:
        return Named(id=self.id, name=self.name)

    @property
    def mention(self) -> Mention:
        return Mention(person=self.person, name=self.name)


MEMBER = table_of(Member)
COLUMNS = tuple(MEMBER.c[name] for name in MemberRecord.__dataclass_fields__)
_HERE = MEMBER.c.workspace_id == bindparam("workspace")
_OF_PERSON = select(*COLUMNS).where(_HERE, MEMBER.c.person == bindparam("person"))
_BY_ID = select(*COLUMNS).where(_HERE, MEMBER.c.id == bindparam("member"))
_BY_IDS = select(*COLUMNS).where(_HERE, MEMBER.c.id.in_(bindparam("members", expanding=True)))


def find(session: Session, person: str) -> MemberRecord | None:
    row = session.execute(_OF_PERSON, {"workspace": session.workspace, "person": person}).first()
    return None if row is None else record(row)


def by_id(session: Session, member: MemberId) -> MemberRecord:
    return record(session.execute(_BY_ID, {"workspace": session.workspace, "member": member}).one())


def by_ids(session: Session, members: Collection[UUID]) -> dict[MemberId, MemberRecord]:
    rows = session.execute(_BY_IDS, {"workspace": session.workspace, "members": list(members)})
    return {MemberId(row.id): record(row) for row in rows}


def zones(session: Session) -> set[str]:
    """The time zones of all members of all workspaces."""
    return {row.zone for row in session.execute(select(MEMBER.c.zone).distinct())}


def add(session: Session, member: MemberRecord) -> bool:
    """False when the person is known already."""
    values = {name: getattr(member, name) for name in MemberRecord.__dataclass_fields__}
    return session.insert_once(Member, {"workspace_id": session.workspace, **values})


def change(session: Session, member: MemberId, **values: Any) -> None:
    """Sets columns of one member: name, zone, hours, consent, reachable, greeted_at, dm."""
    session.change(MEMBER, member, values)


_REACHED_IN = (
    update(MEMBER)
    .where(
        MEMBER.c.workspace_id == bindparam("workspace"),
        MEMBER.c.id == bindparam("member"),
        MEMBER.c.dm != bindparam("now_in"),
    )
    .values(dm=bindparam("now_in"))
)


def reached_in(session: Session, dms: Mapping[MemberId, str]) -> None:
    """In which DM each was written to; nearly always it is known already."""
    if dms:
        here = {"workspace": session.workspace}
        session.execute(_REACHED_IN, [{**here, "member": who, "now_in": dm} for who, dm in sorted(dms.items())])


def ask(session: Session, member: MemberId) -> bool:
    """Whether this was the one to ask for their consent: of two at once only one is."""
    asked = session.execute(
        update(MEMBER)
        .where(MEMBER.c.workspace_id == session.workspace, MEMBER.c.id == member, MEMBER.c.consent == Consent.UNASKED)
        .values(consent=Consent.ASKED)
    )
    return asked.rowcount == 1


_NAMES: Final = tuple(MemberRecord.__dataclass_fields__)
_ALL_OF: Final = attrgetter(*_NAMES)


def record(row: Row[Any]) -> MemberRecord:
    """Of a row that may have other columns as well."""
    return MemberRecord(**dict(zip(_NAMES, _ALL_OF(row), strict=True)))
