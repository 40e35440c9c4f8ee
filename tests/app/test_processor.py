"""The bot stays on one processor, and what it starts beside itself may run on all; each in a process of its own."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process choose")


def processors(after: str) -> set[int]:
    """On which processors a thread may run that was begun after this."""
    told = (
        "import os, threading\nfrom bot.app.processor import run_anywhere, stay_on_one\n"
        f"{after}\n"
        "threading.Thread(target=lambda: print(*os.sched_getaffinity(0))).start()"
    )
    said = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True).stdout
    return {int(each) for each in said.split()}


def test_every_thread_stays_on_the_processor_on_which_the_process_was() -> None:
    assert len(processors("stay_on_one()")) == 1


def test_a_child_that_runs_anywhere_may_use_every_processor() -> None:
    assert processors("stay_on_one(); run_anywhere()") >= os.sched_getaffinity(0)
