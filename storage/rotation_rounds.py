"""The opening of a rotation's round as far as it has come, and what was said of it."""

from collections.abc import Collection

from sqlalchemy import bindparam, delete, select, union_all, update

from bot.domain.ids import EncounterId, MemberId, RoundId
from bot.domain.notice import NoticeKind
from bot.domain.turn import Turn
from storage.session import Session
from storage.surface import wanting
from storage.tables import Encounter, Notice, RotationSeat, table_of

ENCOUNTER, SEAT, NOTICE = table_of(Encounter), table_of(RotationSeat), table_of(Notice)

_ANNOUNCED = (
    select(ENCOUNTER.c.id)
    .where(
        ENCOUNTER.c.workspace_id == bindparam("workspace"),
        ENCOUNTER.c.round_id == bindparam("round"),
        select(NOTICE.c.id)
        .where(
            NOTICE.c.workspace_id == ENCOUNTER.c.workspace_id,
            NOTICE.c.subject_id == ENCOUNTER.c.id,
            NOTICE.c.kind == NoticeKind.ROTATION_MEETING,
        )
        .exists(),
    )
    .order_by(ENCOUNTER.c.id)
)
_TOLD = select(SEAT.c.member_id).where(
    SEAT.c.workspace_id == bindparam("workspace"),
    SEAT.c.round_id == bindparam("round"),
    SEAT.c.left_out.is_not(None),
    select(NOTICE.c.id)
    .where(
        NOTICE.c.workspace_id == SEAT.c.workspace_id,
        NOTICE.c.subject_id == SEAT.c.id,
        NOTICE.c.kind == NoticeKind.ROTATION_LEFT_OUT,
    )
    .exists(),
)

_WANT = wanting(
    union_all(
        select(SEAT.c.id).where(SEAT.c.workspace_id == bindparam("workspace"), SEAT.c.round_id == bindparam("round")),
        select(ENCOUNTER.c.id).where(
            ENCOUNTER.c.workspace_id == bindparam("workspace"), ENCOUNTER.c.round_id == bindparam("round")
        ),
    )
)


def announced(session: Session, round: RoundId) -> set[EncounterId]:
    """The encounters of a round whose introduction was queued, whatever has become of it."""
    rows = session.execute(_ANNOUNCED, {"workspace": session.workspace, "round": round})
    return {EncounterId(row.id) for row in rows}


def told(session: Session, round: RoundId) -> set[MemberId]:
    """Whom it was said, or is to be, that they meet nobody in this round."""
    rows = session.execute(_TOLD, {"workspace": session.workspace, "round": round})
    return {MemberId(row.member_id) for row in rows}


def undo(session: Session, round: RoundId, encounters: Collection[EncounterId]) -> None:
    """Of a draw whose round never opened: these encounters were none, and nobody was left over."""
    mine = (SEAT.c.workspace_id == session.workspace, SEAT.c.round_id == round)
    session.execute(update(SEAT).where(*mine, SEAT.c.encounter_id.in_(list(encounters))).values(encounter_id=None))
    session.execute(update(SEAT).where(*mine, SEAT.c.left_out.is_not(None)).values(left_out=None))
    session.execute(
        delete(ENCOUNTER).where(
            ENCOUNTER.c.workspace_id == session.workspace,
            ENCOUNTER.c.round_id == round,
            ENCOUNTER.c.id.in_(list(encounters)),
        )
    )


def want(session: Session, turn: Turn, round: RoundId) -> None:
    """All messages about a round, whoever they were said to, show what is no longer so."""
    session.execute(_WANT, {"workspace": session.workspace, "round": round, "now": turn.now})
