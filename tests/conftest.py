"""Fixtures that every test may ask for."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from bot.app.garbage import keep_what_stays
from storage.sealing import Seal, new_key
from storage.session import Database
from tests import engines, logs, statements
from tests.sharing import ByWhatTheyShare


def pytest_configure(config: pytest.Config) -> None:
    # A busy machine is no defect: nothing in the tests is held to a time.
    settings.register_profile("rapport", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("rapport")
    statements.keep_words()
    logs.print_plainly()
    if not hasattr(config, "workerinput"):
        around = ExitStack()
        around.enter_context(engines.run_of_tests())
        config.add_cleanup(around.close)


def pytest_collection_finish() -> None:
    """As a bot does that stays: what was imported and collected is not looked through again for garbage."""
    keep_what_stays()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByWhatTheyShare:
    return ByWhatTheyShare(config, log)


@pytest.fixture(scope="session")
def seal() -> Seal:
    return Seal([new_key()])


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database of each engine."""
    with engines.migrated_database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def database(database_url: str, seal: Seal) -> Iterator[Database]:
    opened = Database.open(database_url, seal)
    yield opened
    opened.close()
