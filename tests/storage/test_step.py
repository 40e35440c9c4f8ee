"""Every move of every life is kept with its moment, its cause and whoever made it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.ids import MemberId
from bot.domain.pairing import PairingState, PairingStep
from bot.domain.turn import Turn
from storage import step as steps
from storage import workspace
from storage.session import Database
from storage.step import Move
from storage.tables import Step, table_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STEP = table_of(Step)


@pytest.mark.parametrize("moves", [0, 1, 3])
def test_moves_are_kept_word_for_word(database: Database, moves: int) -> None:
    ids = iter(range(100, 200))
    turn = Turn(now=NOW, new_id=lambda: UUID(int=next(ids)), cause="K7QX")
    asked = [
        Move(
            subject="pairing",
            subject_id=UUID(int=number),
            from_state=PairingState.ACTIVE,
            step=PairingStep.PAUSE,
            to_state=PairingState.PAUSED,
            by=MemberId(UUID(int=7)) if number else None,
        )
        for number in range(moves)
    ]
    with database.write() as session:
        here = workspace.register(session, enterprise="", team="T0", name="", bot_person="")

    with database.write(here) as session:
        steps.record_all(session, turn, asked)

    with database.read(here) as session:
        kept = [tuple(row) for row in session.execute(select(STEP).order_by(STEP.c.id))]
    assert kept == [
        (
            here,
            UUID(int=100 + number),
            "pairing",
            UUID(int=number),
            "active",
            "pause",
            "paused",
            NOW,
            UUID(int=7) if number else None,
            "K7QX",
        )
        for number in range(moves)
    ]
