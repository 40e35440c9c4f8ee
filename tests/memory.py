"""Where the files of tests lie: in the machine's memory, if it has enough. Nothing in a test survives a power cut, and
a disk makes whoever commits wait for it.
"""

import os
import tempfile
from pathlib import Path
from typing import Final

MEMORY: Final = Path("/dev/shm")
DISK: Final = Path("/tmp")
ENOUGH: Final = 1024**3
"""Bytes, several times what a run of all tests holds at once."""


def keep_files_in_memory() -> None:
    """From now on, here and in every process that is started from here; but where TMPDIR says otherwise."""
    if "TMPDIR" not in os.environ and is_enough(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it may have been asked for before


def short_folder() -> Path:
    """For sockets, whose paths may not be long."""
    return MEMORY if os.environ.get("TMPDIR") == str(MEMORY) else DISK


def is_enough(folder: Path) -> bool:
    """Containers often have less of it, or let no program run from there."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    told = os.statvfs(folder)
    return not told.f_flag & os.ST_NOEXEC and told.f_bavail * told.f_frsize >= ENOUGH
