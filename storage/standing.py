"""Where a pairing stands, without the words about it, which are sealed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.domain.ids import PairingId
from bot.domain.pairing import PairingState
from storage.pairing import PAIRING, PROGRAMME
from storage.session import Session


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where a pairing stands; `programme` is the name of its own."""

    state: PairingState
    met_at: datetime | None
    programme: str


_STANDING = (
    select(PAIRING.c.state, PAIRING.c.met_at, PROGRAMME.c.name.label("programme"))
    .join(PROGRAMME, (PROGRAMME.c.workspace_id == PAIRING.c.workspace_id) & (PROGRAMME.c.id == PAIRING.c.programme_id))
    .where(PAIRING.c.workspace_id == bindparam("workspace"), PAIRING.c.id == bindparam("pairing"))
)


def standing(session: Session, pairing: PairingId) -> Standing:
    row = session.execute(_STANDING, {"workspace": session.workspace, "pairing": pairing}).one()
    return Standing(**row._mapping)
