"""A workspace as it begins, and a programme at two moments of its life, for tests of the services."""

import pytest

from storage.session import Database
from tests.services.office import Office
from tests.services.running import Running

FIRST_CHECKIN = "2026-12-29 11:00"
"""Ana and Ben were introduced on Tuesday 24 November and asked on Tuesday 29 December at nine UTC, ten in Berlin."""


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


@pytest.fixture
def introduced(database: Database) -> Running:
    return Running(database).until("2026-11-24 12:00")


@pytest.fixture
def asked(introduced: Running) -> Running:
    return introduced.until(FIRST_CHECKIN)
