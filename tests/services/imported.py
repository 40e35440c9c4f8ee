"""What a file of pairs leaves in the database."""

from typing import Any, Final

from sqlalchemy import Row, select

from storage.tables import Coordinator, Member, Pairing, Participant, Programme, Seat, Step, table_of
from tests.services.office import Office

EVERYTHING: Final = (Member, Programme, Coordinator, Participant, Pairing, Seat, Step)


def rows(office: Office, table: Any, *columns: str) -> list[Row[Any]]:
    found = table_of(table)
    with office.database.read(office.workspace) as session:
        chosen = [found.c[name] for name in columns] or list(found.c)
        return list(session.execute(select(*chosen).order_by(found.c.id)))


def everything(office: Office) -> list[list[Row[Any]]]:
    return [rows(office, table) for table in EVERYTHING]
