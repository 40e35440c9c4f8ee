"""SQLModel tables. No behaviour: values are checked where they come in and by domain constructors."""

from sqlalchemy import Uuid
from sqlmodel import SQLModel

from storage.tables.cases import Case, Concern, ConcernAbout, ConcernReader
from storage.tables.checkins import Checkin, Entry, EntryReader, Pause, Prompt, Update
from storage.tables.columns import table_of
from storage.tables.formations import Arrival, DraftGroup, Formation, FormationPlace, Merger
from storage.tables.groups import (
    Group,
    GroupPause,
    GroupRhythm,
    HandOver,
    Membership,
    Promise,
    Round,
    RoundEntry,
    RoundSeat,
)
from storage.tables.housekeeping import Audit, Climb, Heard, KeyCheck, Step, Uptime
from storage.tables.pairings import Pairing, Rhythm, Seat
from storage.tables.people import Coordinator, Member, Participant, Programme, Workspace
from storage.tables.rotations import Apart, Chair, Encounter, Rotation, RotationSeat
from storage.tables.saying import Message, Notice, Surface
from storage.types import Id

for _table in SQLModel.metadata.tables.values():
    for _column in _table.columns:
        if isinstance(_column.type, Uuid):
            _column.type = Id()

__all__ = [
    "Apart",
    "Arrival",
    "Audit",
    "Case",
    "Chair",
    "Checkin",
    "Climb",
    "Concern",
    "ConcernAbout",
    "ConcernReader",
    "Coordinator",
    "DraftGroup",
    "Encounter",
    "Entry",
    "EntryReader",
    "Formation",
    "FormationPlace",
    "Group",
    "GroupPause",
    "GroupRhythm",
    "HandOver",
    "Heard",
    "KeyCheck",
    "Member",
    "Membership",
    "Merger",
    "Message",
    "Notice",
    "Pairing",
    "Participant",
    "Pause",
    "Programme",
    "Promise",
    "Prompt",
    "Rhythm",
    "Rotation",
    "RotationSeat",
    "Round",
    "RoundEntry",
    "RoundSeat",
    "Seat",
    "Step",
    "Surface",
    "Update",
    "Uptime",
    "Workspace",
    "table_of",
]
