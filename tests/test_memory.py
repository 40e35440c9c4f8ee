"""Where the files of tests lie."""

import os
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import memory


@pytest.mark.parametrize(
    ("free", "flag", "expected"),
    [(memory.ENOUGH, 0, True), (memory.ENOUGH - 1, 0, False), (memory.ENOUGH, os.ST_NOEXEC, False)],
)
def test_memory_is_used_where_there_is_enough_and_programs_may_run_from_it(
    free: int, flag: int, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=free, f_frsize=1, f_flag=flag))

    assert memory.is_enough(tmp_path) is expected


def test_where_there_is_no_such_folder_nothing_is_used(tmp_path: Path) -> None:
    assert not memory.is_enough(tmp_path / "none")


@pytest.mark.parametrize("chosen", [None, "/somewhere"])
def test_whoever_has_chosen_a_folder_keeps_it(
    chosen: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", chosen or "")
    if chosen is None:
        monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr(tempfile, "tempdir", tempfile.tempdir)
    monkeypatch.setattr(memory, "MEMORY", tmp_path)
    monkeypatch.setattr(memory, "is_enough", lambda folder: folder == tmp_path)

    memory.keep_files_in_memory()

    assert os.environ["TMPDIR"] == (chosen or str(tmp_path))
    assert memory.short_folder() == (memory.DISK if chosen else tmp_path)
