"""`rapport`: parse, call a service, print. Nothing heavy is imported before it is needed."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from datetime import date, datetime
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from bot.settings import Settings, SettingWrong

P = ParamSpec("P")
Result = TypeVar("Result")


class Day(click.ParamType[date]):
    """A day as 2026-12-01."""

    name = "DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is not a day; write it as 2026-12-01.", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rapport")
def cli() -> None:
    """Rapport keeps mentoring relationships alive. Settings come from the environment or .env (see .env.example)."""


@cli.command()
@click.option("--http", is_flag=True, help="Hear Slack over signed HTTP instead of Socket Mode.")
def run(http: bool) -> None:
    """Run the bot until it is stopped."""
    settings = _settings()
    _log_as_set(settings)
    from bot.app.serve import serve

    _in_loop(serve, settings, http=http)


@cli.command()
def migrate() -> None:
    """Bring the database up to date. SQLite is copied first."""
    settings = _settings()
    _log_as_set(settings)
    from sqlalchemy.exc import DatabaseError

    from storage.migrations import SchemaUnknown
    from storage.migrations import migrate as bring_up_to_date
    from storage.urls import BadUrl

    try:
        applied = bring_up_to_date(settings.database_url)
    except (BadUrl, SchemaUnknown) as wrong:
        raise SettingWrong(str(wrong)) from None
    except DatabaseError as refused:
        reason = str(refused.orig).strip().splitlines()[0]
        raise SettingWrong(f"The database of DATABASE_URL cannot be opened: {reason}") from None
    click.echo(f"Applied {', '.join(applied)}." if applied else "The database is up to date.")


@cli.command()
@click.option("--http", is_flag=True, help="Look at what run --http needs.")
def doctor(http: bool) -> None:
    """Look at everything the bot needs, and say what to mend. Changes nothing; exit status 1 if anything is wrong."""
    from rich.console import Console

    from bot.app.doctor.examination import examine
    from bot.app.doctor.finding import show, to_mend

    findings = _in_loop(examine, http=http)
    show(findings, Console(highlight=False))
    sys.exit(1 if to_mend(findings) else 0)


@cli.command("new-key")
def new_key() -> None:
    """Make a key for RAPPORT_SECRET_KEYS and print it."""
    from storage import sealing

    click.echo(sealing.new_key())


@cli.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--programme", required=True, help="The programme's name; made if it is new.")
@click.option("--coordinator", required=True, metavar="U…", help="Slack id or e-mail of who runs it.")
@click.option("--backup", required=True, metavar="U…", help="Who hears what the coordinator did not answer.")
@click.option("--channel", default="", metavar="C…", help="A private channel for cases, with coordinators only.")
@click.option("--outside", default="", metavar="TEXT", help="Whom people can turn to outside the programme.")
@click.option("--on", "introduce_on", type=Day(), help="Introduce the pairs from this day on.")
@click.option("--skip-bad", is_flag=True, help="Import the good rows although others are bad.")
def import_(
    file: Path,
    programme: str,
    coordinator: str,
    backup: str,
    channel: str,
    outside: str,
    introduce_on: date | None,
    skip_bad: bool,
) -> None:
    """Bring in pairs from a CSV file with the columns mentor, mentee and optionally focus, rhythm, started, site.

    People are Slack ids or e-mails; several mentors of one mentee are separated by ";". Nothing is imported unless
    every row is good, or --skip-bad is given. The same file twice changes nothing. The bot may be running or not.
    """
    settings = _settings()
    _log_as_set(settings)
    from bot.app.importing import bring_in

    _in_loop(
        bring_in,
        settings,
        click.echo,
        raw=file.read_bytes(),
        programme=programme,
        coordinator=coordinator,
        backup=backup,
        room=channel,
        outside_contact=outside,
        introduce_on=introduce_on,
        skip_bad=skip_bad,
    )


@cli.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option("--start", type=click.DateTime(["%Y-%m-%dT%H:%M"]), help="The moment at which its clock starts, UTC.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same ids.")
@click.option(
    "--people",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.csv",
    help="People of your own: name, zone, and if you like role, language, mentors, focus, rhythm.",
)
@click.option(
    "--keep",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Go on with what is in this file, and keep everything there at the end.",
)
@click.option("--no-open", is_flag=True, help="Do not open the page in the browser.")
def playground(
    port: int, start: datetime | None, seed: int, people: Path | None, keep: Path | None, no_open: bool
) -> None:
    """Try Rapport in a pretend Slack in your browser. For this machine only: do not expose it.

    Nothing is kept unless you say where."""
    from bot.app.logs import configure
    from bot.app.play import play

    configure(level="warning", form="text")
    own = people.read_bytes() if people else None
    _in_loop(play, click.echo, port=port, start=start, seed=seed, people=own, opens=not no_open, keep=keep)


def main() -> None:
    """A wrong setting is one sentence and exit status 2."""
    try:
        cli(standalone_mode=True)
    except SettingWrong as wrong:
        click.echo(f"rapport: {wrong}", err=True)
        sys.exit(2)


def _settings() -> Settings:
    return Settings.read()


def _log_as_set(settings: Settings) -> None:
    from bot.app.logs import configure

    configure(level=settings.rapport_log_level, form=settings.rapport_log_format)


def _in_loop(work: Callable[P, Coroutine[Any, Any, Result]], *args: P.args, **kwargs: P.kwargs) -> Result:
    """uvloop where there is one."""
    try:
        import uvloop

        factory = uvloop.new_event_loop
    except ImportError:
        factory = None
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(work(*args, **kwargs))
