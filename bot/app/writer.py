"""What writing to the database is, and reading: a work in a transaction, and whoever does it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from storage.session import Session

Result = TypeVar("Result")
Work = Callable[[Session], Result]


class Writer(Protocol):
    async def write(self, workspace: int | None, work: Work[Result], *, short: bool = False) -> Result:
        """Returns when it is committed; whatever is raised inside leaves nothing behind.

        A `short` work takes some milliseconds at most, as whatever one person does: it may be done on the loop.
        """

    def close(self) -> None:
        """Returns when all that was asked for is done. Nothing may be asked for afterwards."""


class Reader(Protocol):
    async def read(self, workspace: int | None, work: Work[Result]) -> Result:
        """The work sees one moment of the database, and cannot write."""

    def close(self) -> None:
        """As a Writer's."""
