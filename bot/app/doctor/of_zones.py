"""Time zones: are those of the members known here, and how old is what is known of them."""

import zoneinfo
from collections.abc import Collection, Sequence
from importlib import resources
from pathlib import Path
from typing import Final

from bot.app.clock import SystemClock
from bot.app.doctor.finding import Finding, fix, ok
from bot.domain.calendar import UnknownZone, zone

OLD_AFTER: Final = 2
"""Years: governments change a zone's rules several times each year (https://www.iana.org/time-zones)."""


def time_zones(members: Collection[str]) -> Finding:
    """`members` are the zones in which they live."""
    unknown = sorted(each for each in members if not _is_known(each))
    if unknown:
        return fix("time zones", f"not known here: {', '.join(unknown)}. {_UPDATE}")
    return age(data_version(), this_year=SystemClock().now().year, members=len(members))


def age(version: str | None, *, this_year: int, members: int) -> Finding:
    """`version` is IANA's: a year and a letter."""
    says = f"those of the members ({members}) are known"
    if version is None or not version[:4].isdigit():
        return ok("time zones", f"{says}; how old the data are is not written.")
    if this_year - int(version[:4]) >= OLD_AFTER:
        return fix("time zones", f"the data are of {version}. {_UPDATE}")
    return ok("time zones", f"{says}; the data are of {version}.")


def data_version(path: Sequence[str] = zoneinfo.TZPATH) -> str | None:
    """Of what zoneinfo uses: the system's data, else the package's. None where the system does not say."""
    for folder in (*map(Path, path), Path(str(resources.files("tzdata") / "zoneinfo"))):
        if (folder / "Europe" / "London").exists():
            listed = folder / "tzdata.zi"
            return listed.read_text(encoding="utf-8").partition("\n")[0].split()[-1] if listed.exists() else None
    return None


_UPDATE: Final = "Update the system's tzdata, or where it has none: pip install --upgrade tzdata"


def _is_known(name: str) -> bool:
    try:
        zone(name)
    except UnknownZone:
        return False
    return True
