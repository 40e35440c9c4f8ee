"""A mentoring effort: its kind and who answers for it."""

from enum import StrEnum


class ProgrammeKind(StrEnum):
    MENTORING = "mentoring"
    PEER_GROUP = "peer_group"
    ROTATION = "rotation"


class CoordinatorRole(StrEnum):
    COORDINATOR = "coordinator"
    BACKUP = "backup"
