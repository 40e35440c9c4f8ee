"""The private room of a programme's coordinators: whose cards may stand in it, and who may be there to read them."""

from collections.abc import Collection
from typing import Final

from bot.services import hearers
from storage import coordinator as coordinators
from storage import groups
from storage import pairing as pairings
from storage import programme as programmes
from storage.message import NoticeRecord
from storage.session import Session

NOWHERE: Final = ("", frozenset[str]())


def for_cases_of(session: Session, notices: Collection[NoticeRecord]) -> tuple[str, frozenset[str]]:
    """The room in which cases of all these may be told, and who may be in it; '' when there is none.

    It is the room of each of their programmes, and every coordinator of each hears of the pairing or group: whoever is
    in one, or runs only another programme, would read there what is not for them.
    """
    pairs = {each.pairing_id for each in notices if each.pairing_id is not None}
    heard_by = coordinators.of_pairings(session, pairs)
    heard = [(pairings.programme_of(session, pairing), heard_by[pairing]) for pairing in pairs]
    for group in {each.group_id for each in notices if each.group_id is not None}:
        programme = groups.by_id(session, group).programme_id
        heard.append((programme, hearers.of_group(session, programme, group)))
    rooms, theirs = set[str](), list[frozenset[str]]()
    for programme, hearing in heard:
        everybody = coordinators.of_programme(session, programme)
        if {each.id for each in everybody} != {each.id for each in hearing}:
            return NOWHERE
        rooms.add(programmes.room(session, programme))
        theirs.append(frozenset(each.person for each in everybody))
    return (rooms.pop(), frozenset.intersection(*theirs)) if len(rooms) == 1 else NOWHERE
