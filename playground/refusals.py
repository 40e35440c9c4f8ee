"""How the stand-in says no: to the app, and to a person."""

from playground.shapes import Json


class Refused(Exception):
    """A Web API call that Slack answers with `ok: false`; `more` travels beside the error."""

    def __init__(self, error: str, more: Json | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.more = more or {}


def invalid_arguments(*reasons: str) -> Refused:
    """Slack's answer to arguments that it cannot use, with the reasons as it words them."""
    return Refused("invalid_arguments", messages(reasons))


def messages(reasons: tuple[str, ...] | list[str]) -> Json:
    """The part of an answer in which Slack explains itself."""
    return {"response_metadata": {"messages": [f"[ERROR] {reason}" for reason in reasons]}}


class TooFast(Exception):
    """A limit was reached; the app may come back after so many seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class Trouble(Exception):
    """What a person sees when the app did not answer as Slack expects."""


class OperationTimeout(Trouble):
    """The app did not acknowledge an interaction or a command in time."""


class NotThere(LookupError):
    """A person tried to use what is not on their screen; the message lists what is."""
