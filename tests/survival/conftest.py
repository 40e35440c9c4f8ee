"""The story as it goes when nothing happens to the bot: told once by each worker."""

import asyncio

import pytest

from tests.survival.telling import Told, told


@pytest.fixture(scope="session")
def undisturbed() -> Told:
    return asyncio.run(told())
