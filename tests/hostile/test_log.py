"""The log as it is configured, at its most talkative: no words of anybody's."""

import subprocess
import sys

import pytest

SCRIPT = """
import logging, structlog
from bot.app.logs import configure

configure(level="debug", form="{form}")

def fails(words):
    raise LookupError("a thing is missing")

try:
    fails("kestrel" + "owl")
except LookupError as error:
    structlog.get_logger("handlers").error("failed", exc_info=error)
for library in ("slack_bolt.AsyncApp", "slack_sdk.web", "sqlalchemy.engine.Engine"):
    talkative = logging.getLogger(library)
    talkative.setLevel(logging.DEBUG)
    talkative.debug("kestrel" + "owl")
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_log_at_debug_shows_neither_locals_nor_what_libraries_quote(form: str) -> None:
    written = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(form=form)], capture_output=True, text=True, check=True
    ).stderr

    assert "a thing is missing" in written
    assert "kestrelowl" not in written
