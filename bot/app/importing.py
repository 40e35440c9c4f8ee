"""`rapport import`: a roster's people looked up in Slack, its pairs made, and each bad row named."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from bot.app.installation import Installation
from bot.domain import roster
from bot.ports import WorkspaceStopped
from bot.services.importing import BadRows, Import, Imported, ImportRefused, import_pairs, one, people_of
from bot.services.importing_words import gave_up_sentence, refused_sentence, roster_sentence
from bot.services.looking_up import LookUpGaveUp, look_up
from bot.settings import Settings, SettingWrong

FARTHEST_EAST: Final = timedelta(hours=14)
"""Where it is latest (https://www.iana.org/time-zones, Pacific/Kiritimati): a pair that began today may live there."""


async def bring_in(
    settings: Settings,
    echo: Callable[[str], None],
    *,
    raw: bytes,
    programme: str,
    coordinator: str,
    backup: str,
    room: str,
    outside_contact: str,
    introduce_on: date | None,
    skip_bad: bool,
) -> None:
    """Raises SettingWrong with one sentence when nothing could be imported."""
    installation = await Installation.open(settings)
    try:
        done = await import_into(
            installation,
            raw=raw,
            programme=programme,
            coordinator=coordinator,
            backup=backup,
            room=room,
            outside_contact=outside_contact,
            introduce_on=introduce_on,
            bad_rows=BadRows.SKIP if skip_bad else BadRows.STOP,
        )
    except ImportRefused as refused:
        raise SettingWrong(refused_sentence(refused)) from None
    except LookUpGaveUp as gave_up:
        raise SettingWrong(gave_up_sentence(gave_up)) from None
    except WorkspaceStopped as stopped:
        raise SettingWrong(
            f"Slack refuses to look people up ({stopped.why}). Check the app's token and scopes."
        ) from None
    finally:
        await installation.close()
    for problem in done.problems:
        echo(roster_sentence(problem))
    if done.stopped:
        raise SettingWrong("Nothing was imported. Mend these rows, or leave them out with --skip-bad.")
    echo(f"{done.programme}: {done.made} new, {done.there_already} there already.")


async def import_into(
    installation: Installation,
    *,
    raw: bytes,
    programme: str,
    coordinator: str,
    backup: str,
    room: str = "",
    outside_contact: str = "",
    introduce_on: date | None = None,
    bad_rows: BadRows = BadRows.STOP,
) -> Imported:
    """Raises ImportRefused, LookUpGaveUp, WorkspaceStopped."""
    bot = installation.bot
    rows = roster.read(raw, (bot.now() + FARTHEST_EAST).date())
    people = await look_up(bot.directory, bot.clock, {*people_of(rows), coordinator, backup})
    wanted = Import(
        roster=rows,
        people=people,
        programme=programme,
        coordinator=one(people, coordinator),
        backup=one(people, backup),
        room=room,
        outside_contact=outside_contact,
        introduce_on=introduce_on,
        bad_rows=bad_rows,
    )
    return await bot.write(installation.workspace, lambda session, turn: import_pairs(session, turn, wanted))
