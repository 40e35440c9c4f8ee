"""A playground's file: the pretend workspace, the bot's database and its key, so that both go on together."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.settings import SettingWrong
from playground import keeping
from playground.keeping import Kept
from playground.server import StandIn

WORKSPACE: Final = "workspace.json"
OURS: Final = ("rapport.db", "rapport.key")


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptFile:
    path: Path

    def open_into(self, folder: Path) -> Kept | None:
        """Puts the database and its key into the folder. None where nothing was kept yet. Raises SettingWrong."""
        if not self.path.exists():
            return None
        try:
            with zipfile.ZipFile(self.path) as kept:
                for name in OURS:
                    (folder / name).write_bytes(kept.read(name))
                return keeping.read(kept.read(WORKSPACE))
        except (zipfile.BadZipFile, KeyError, OSError, keeping.CannotResume):
            raise SettingWrong(
                f"{self.path} is not what a playground of this version kept. Give another name, or delete it."
            ) from None

    def write_from(self, folder: Path, slack: StandIn, *, seed: int) -> None:
        """Whole or not at all: what was kept before stays until the new file stands beside it."""
        beside = self.path.with_name(f"{self.path.name}.new")
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as kept:
            kept.writestr(WORKSPACE, keeping.keep(slack, seed=seed))
            for name in OURS:
                kept.write(folder / name, name)
        beside.replace(self.path)
