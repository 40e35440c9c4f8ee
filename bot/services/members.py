"""Welcoming people of the directory as members, with working defaults until they say otherwise."""

from collections.abc import Iterable
from datetime import time
from typing import Final

from bot.domain.calendar import UnknownZone
from bot.domain.calendar import zone as zone_named
from bot.domain.ids import MemberId
from bot.domain.member import Consent
from bot.domain.turn import Turn
from bot.ports import Person
from bot.services.calendar import country_of, working_days
from storage import member as members
from storage.importing import known
from storage.member import MemberRecord
from storage.session import Session

OPENS: Final = time(9)
CLOSES: Final = time(17)
ASK_AT: Final = time(10)
TUESDAY: Final = 1


def welcome(session: Session, turn: Turn, people: Iterable[Person], *, zone: str) -> dict[str, MemberRecord]:
    """Members by their Slack ids; whoever is one already stays as they are. `zone` is for those without a known one."""
    wanted = {person.id: person for person in people}
    found = known(session, wanted)
    for id in sorted(wanted.keys() - found.keys()):
        newcomer = newcomer_of(wanted[id], turn, zone=zone)
        members.add(session, newcomer)
        found[id] = members.find(session, id) or newcomer
    return found


def newcomer_of(person: Person, turn: Turn, *, zone: str) -> MemberRecord:
    """Working days follow the weekend of their country; Tuesday at ten is a good moment to ask."""
    theirs = person.zone if has_zone(person) else zone
    country = country_of(theirs)
    days = working_days(country, turn.now.date())
    return MemberRecord(
        id=MemberId(turn.new_id()),
        person=person.id,
        name=person.name or person.id,
        language=person.language or "en",
        zone=theirs,
        country=country,
        days=days,
        opens=OPENS,
        closes=CLOSES,
        ask_weekday=TUESDAY if str(TUESDAY) in days else int(days[0]),
        ask_at=ASK_AT,
        consent=Consent.UNASKED,
        reachable=True,
        greeted_at=None,
        dm="",
    )


def has_zone(person: Person) -> bool:
    try:
        zone_named(person.zone)
    except UnknownZone:
        return False
    return True
