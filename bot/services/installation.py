"""The installation of the app in a workspace: registered at start, stopped when Slack says that it is over."""

from bot.domain.turn import Caller, Turn
from storage import workspace as workspaces
from storage.session import Session


def register(session: Session, turn: Turn, *, enterprise: str, team: str, name: str, bot_person: str) -> int:
    """Our number for a workspace; one that had stopped is served again."""
    return workspaces.register(session, enterprise=enterprise, team=team, name=name, bot_person=bot_person)


def stop(session: Session, caller: Caller, turn: Turn, why: str) -> None:
    """Nothing more is said there; nothing is lost if the app is installed again."""
    workspaces.stop(session, why)
