"""A case that was brought to Maria, whose backup is Bruno, and what they do with it."""

from typing import Final

from bot.domain.case import CaseState, Rule, Urgency
from bot.domain.case_sayings import CaseCard
from bot.domain.ids import CaseId
from bot.domain.sayings import Saying
from bot.domain.turn import Turn
from bot.services import cases, concerns
from bot.services.concerns import ConcernGiven
from storage import case as stored
from storage import pairing as pairings
from storage.case import CaseRecord
from storage.session import Session
from tests.services.running import Running, member_id

KEY: Final = "a pairing:silent_both"
WORDS: Final = "I would rather not meet again."


def bring(running: Running, key: str = KEY, *, pairing: int = 0, rule: Rule = Rule.SILENT_BOTH) -> CaseId:
    """Opens a case of the n-th pairing, as a climb would, and lets it be told."""
    about = running.pairings()[pairing]

    def opened(session: Session, turn: Turn) -> CaseId:
        pairings.lock(session, [about])
        return cases.open_case(session, turn, key=key, pairing=about, rule=rule, since=turn.now, checkins=2)

    case = running.write(opened)
    running.settle()
    return case


def ask_for_help(
    running: Running, *readers: str, urgency: Urgency = Urgency.SOON, by: str = "U0BEN", pairing: int = 0
) -> CaseId:
    """What Ben asks, by the form."""
    given = ConcernGiven(
        form=f"V{running.turn.new_id().hex}",
        pairing=running.pairings()[pairing],
        readers=tuple(member_id(running, reader) for reader in readers),
        urgency=urgency,
        text=WORDS,
    )
    running.does(by, concerns.ask_for_help, given)
    running.settle()
    with running.database.read(running.office.workspace) as session:
        return max(each.id for about in running.pairings() for each in stored.waiting_of(session, about))


def record(running: Running, case: CaseId) -> CaseRecord:
    with running.database.read(running.office.workspace) as session:
        found = stored.by_id(session, case)
    assert found is not None
    return found


def stands(running: Running, case: CaseId) -> tuple[CaseState, str]:
    """Its state and its owner."""
    found = record(running, case)
    names = {member_id(running, person): person for person in ("U0MARIA", "U0BRUNO")}
    return found.state, names[found.owner_id] if found.owner_id else ""


def cards(running: Running, person: str) -> list[CaseCard]:
    """The cases that a person was told of, as they were then."""
    said: list[Saying] = [saying for told in running.told_to(person) for saying in told.sayings]
    return [saying for saying in said if isinstance(saying, CaseCard)]
