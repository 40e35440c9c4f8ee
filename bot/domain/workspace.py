"""A workspace the bot serves."""

from enum import StrEnum


class WorkspaceState(StrEnum):
    ACTIVE = "active"
    STOPPED = "stopped"
