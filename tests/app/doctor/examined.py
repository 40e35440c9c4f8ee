"""What the doctor finds, and how tests read it."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from rich.console import Console

from bot.app.clock import MovableClock
from bot.app.doctor.examination import examine
from bot.app.doctor.finding import Finding, Verdict, show
from playground.server import StandIn
from storage.sealing import Seal
from storage.session import Database
from tests.stage import settings_for


async def examined(
    slack: StandIn, url: str, *, http: bool = False, ahead: float = 0, settings: Mapping[str, str] | None = None
) -> list[Finding]:
    """What is found with these settings, by a clock that goes wrong by so many seconds."""
    clock = MovableClock(datetime.now(UTC) + timedelta(seconds=ahead))
    wanted = settings_for(slack, url).model_copy(update=settings)
    return await examine(http=http, read=lambda: wanted, clock=clock)


def about(findings: list[Finding], name: str) -> Finding:
    (found,) = [each for each in findings if each.about == name]
    return found


def wrong(findings: list[Finding]) -> list[str]:
    return [each.about for each in findings if each.verdict is Verdict.FIX]


def printed(findings: list[Finding], *, terminal: bool) -> str:
    paper = io.StringIO()
    show(findings, Console(file=paper, force_terminal=terminal, width=100, highlight=False))
    return paper.getvalue()


def as_sealed_by(url: str, key: str) -> None:
    database = Database.open(url, Seal([key]))
    database.check_key()
    database.close()
