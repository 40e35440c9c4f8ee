"""Two databases of a kind share what SQL was put into words for, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import literal, select
from sqlalchemy.sql.compiler import SQLCompiler

from storage.sealing import Seal
from storage.session import Database
from tests import engines


@pytest.fixture(params=["sqlite", "postgresql"])
def two(request: pytest.FixtureRequest, tmp_path: Path, seal: Seal) -> Iterator[tuple[Database, Database]]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    with (
        engines.empty_database(request.param, tmp_path / "one") as one,
        engines.empty_database(request.param, tmp_path / "other") as other,
    ):
        opened = Database.open(one, seal), Database.open(other, seal)
        yield opened
        for database in opened:
            database.close()


def test_a_statement_is_put_into_words_once(two: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    plain: Any = SQLCompiler.visit_select

    def visit_select(self: SQLCompiler, *given: object, **more: object) -> Any:
        told.append(self)
        return plain(self, *given, **more)

    monkeypatch.setattr(SQLCompiler, "visit_select", visit_select)

    found = []
    for n, database in enumerate((*two, *two)):
        with database.read() as session:
            found.append(session.execute(select(literal(n).label("said once in all tests"))).scalar_one())
        with database.write() as session:
            found.append(session.execute(select(literal(-n).label("said once in all tests"))).scalar_one())

    assert found == [0, 0, 1, -1, 2, -2, 3, -3]
    assert len(told) == 1
