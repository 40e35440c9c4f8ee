"""`python -m tests.e2e.patient playground …`: the same, where a busy machine may take longer than Slack would wait."""

from functools import partial

from bot.app import play
from bot.cli import main
from playground.server import StandIn

ACK_SECONDS = 60.0

if __name__ == "__main__":
    setattr(play, "StandIn", partial(StandIn, ack_seconds=ACK_SECONDS))  # noqa: B010  # mypy: the class has one name
    main()
