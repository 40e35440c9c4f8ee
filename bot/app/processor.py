"""Which processor the process runs on.

Python lets one thread run at a time. Spread over two processors, threads that mostly wait for a database wake each
other across them at every statement: a check-in's form on PostgreSQL took 3.5 to 3.8 ms of processor time instead of
2.4 to 2.8, on SQLite 1.9 to 2.2 instead of 1.6 to 2.1. The system may still move everything else away from here.
"""

import os
import sys
from pathlib import Path
from typing import Final

_STAT: Final = Path("/proc/self/stat")
_PROCESSOR: Final = 36
"""Its place behind the name, which may hold blanks (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html)."""


def stay_on_one() -> None:
    """This thread and those that it starts, on the processor where the system has put it. Does nothing but on Linux."""
    if sys.platform == "linux":
        here = int(_STAT.read_text(encoding="utf-8").rpartition(")")[2].split()[_PROCESSOR])
        os.sched_setaffinity(0, {here})


def run_anywhere() -> None:
    """For a child that is to run beside the process that started it."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, range(os.cpu_count() or 1))
