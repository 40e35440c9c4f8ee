"""Processes that are measured: each is started as an operator would, and waited for until it says that it is ready."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.slack_stub import SIGNING_SECRET

START_WITHIN: Final = 60.0
STOP_WITHIN: Final = 20.0
ROOT: Final = Path(__file__).parents[1]


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """`started_in` are the seconds from its start to its first "ready"."""

    pid: int
    port: int
    started_in: float

    def resident_megabytes(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


@contextmanager
def rapport(database_url: str, key: str, slack: Server) -> Iterator[Server]:
    """`rapport run --http`, with every tick running."""
    port = _free_port()
    settings = {
        "SLACK_BOT_TOKEN": "xoxb-benchmark",
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": f"http://127.0.0.1:{slack.port}/api/",
        "DATABASE_URL": database_url,
        "RAPPORT_SECRET_KEYS": key,
        "RAPPORT_HTTP_PORT": str(port),
        "RAPPORT_LOG_LEVEL": "error",
        # As often as it can be set in practice, so that ticks run while it is measured.
        "RAPPORT_TICK_SECONDS": "1",
    }
    with _running([sys.executable, "-m", "bot", "run", "--http"], port, settings) as server:
        yield server


@contextmanager
def slack_stub() -> Iterator[Server]:
    port = _free_port()
    with _running([sys.executable, "-m", "benchmarks.slack_stub", str(port)], port, {}) as server:
        yield server


@contextmanager
def bare_listener() -> Iterator[Server]:
    port = _free_port()
    with _running([sys.executable, "-m", "benchmarks.bare", str(port)], port, {}) as server:
        yield server


@contextmanager
def _running(command: list[str], port: int, settings: Mapping[str, str]) -> Iterator[Server]:
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings})
    try:
        _wait_until_ready(process, port)
        yield Server(pid=process.pid, port=port, started_in=time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(STOP_WITHIN)


def _wait_until_ready(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.perf_counter() + START_WITHIN
    while process.poll() is None and time.perf_counter() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
                answer.read()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.01)
    raise RuntimeError(f"{process.args!r} does not become ready")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
