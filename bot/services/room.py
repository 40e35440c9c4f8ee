"""The private room of a programme's coordinators: whose cards may stand in it, and who may be there to read them."""

from collections.abc import Collection
from typing import Final

from bot.domain.ids import PairingId
from storage import coordinator as coordinators
from storage import pairing as pairings
from storage import programme as programmes
from storage.session import Session

NOWHERE: Final = ("", frozenset[str]())


def for_cases_of(session: Session, ids: Collection[PairingId]) -> tuple[str, frozenset[str]]:
    """The room in which cases of all these pairings may be told, and who may be in it; '' when there is none.

    It is the room of each of their programmes, and every coordinator of each hears of the pairing: whoever sits in
    one, or runs only another programme, would read there what is not for them.
    """
    heard_by = coordinators.of_pairings(session, ids)
    rooms, theirs = set[str](), list[frozenset[str]]()
    for pairing in ids:
        programme = pairings.programme_of(session, pairing)
        everybody = coordinators.of_programme(session, programme)
        if {each.id for each in everybody} != {each.id for each in heard_by[pairing]}:
            return NOWHERE
        rooms.add(programmes.room(session, programme))
        theirs.append(frozenset(each.person for each in everybody))
    return (rooms.pop(), frozenset.intersection(*theirs)) if len(rooms) == 1 else NOWHERE
