"""A rotation in numbers, for whoever runs it: never a row for a person."""

from datetime import UTC, datetime

from bot.domain.ids import GroupId
from bot.domain.rotation_showings import RotationNumbers
from storage import rotation_report
from storage.session import Session

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(9999, 1, 1, tzinfo=UTC)


def numbers(session: Session, group: GroupId) -> RotationNumbers:
    """Of all its rounds."""
    return rotation_report.numbers(session, [group], start=EARLIEST, end=LATEST)
