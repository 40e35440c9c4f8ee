"""The log: events with ids and references, never a person's words."""

import logging
import sys
from typing import Final

import structlog

QUIET: Final = {
    "aiohttp": logging.WARNING,
    "alembic": logging.WARNING,
    "apscheduler": logging.WARNING,
    "slack_bolt": logging.INFO,
    "slack_sdk": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "uvicorn": logging.WARNING,
}
"""How far each library may speak, whatever the level: at info of every job, request and socket; at debug Bolt and
Slack's client quote all that people write, and SQLAlchemy every row."""

NOT_SO: Final = "As you gave `client` as well, `token` will be unused."
"""Bolt takes the token of the environment for one that it was given."""

TRACEBACKS: Final = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
"""Without local variables, which hold what people write."""


def configure(*, level: str, form: str) -> None:
    """`form` is text or json; both go to standard error, one line an event. Libraries' records join in."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    end: list[structlog.types.Processor] = (
        [TRACEBACKS, structlog.processors.JSONRenderer()]
        if form == "json"
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=_plain)]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *end]
        )
    )
    handler.addFilter(may_be_said)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name, quiet in QUIET.items():
        logging.getLogger(name).setLevel(max(quiet, root.level))


def may_be_said(record: logging.LogRecord) -> bool:
    """Asked of every record: Bolt gives its loggers levels of their own, which one above them does not bound."""
    library = record.name.partition(".")[0]
    return record.levelno >= QUIET.get(library, logging.NOTSET) and record.getMessage() != NOT_SO


_plain = structlog.dev.plain_traceback
