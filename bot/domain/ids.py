"""Numbers that name things, typed by what they name."""

from typing import NewType
from uuid import UUID

WorkspaceId = NewType("WorkspaceId", int)
MemberId = NewType("MemberId", UUID)
ProgrammeId = NewType("ProgrammeId", UUID)
PairingId = NewType("PairingId", UUID)
SeatId = NewType("SeatId", UUID)
CheckinId = NewType("CheckinId", UUID)
PromptId = NewType("PromptId", UUID)
EntryId = NewType("EntryId", UUID)
NoticeId = NewType("NoticeId", UUID)
MessageId = NewType("MessageId", UUID)
CaseId = NewType("CaseId", UUID)
ConcernId = NewType("ConcernId", UUID)
ClimbId = NewType("ClimbId", UUID)
GroupId = NewType("GroupId", UUID)
RoundId = NewType("RoundId", UUID)
EncounterId = NewType("EncounterId", UUID)
PromiseId = NewType("PromiseId", UUID)
FormationId = NewType("FormationId", UUID)
DraftId = NewType("DraftId", UUID)
ArrivalId = NewType("ArrivalId", UUID)
