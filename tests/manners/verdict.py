"""Every promise that a story is held to, by its name; and what it was held on."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from tests.manners import forgotten, owed
from tests.manners.life import Life
from tests.manners.town import Character

HEARD_THE_FIRST_WORD: Final = timedelta(days=7)


async def verdict(life: Life) -> Mapping[str, list[str]]:
    """What broke each promise."""
    there = await forgotten.remains(life)
    refusers = [name for name, each in life.citizens.items() if each.character is Character.REFUSER]
    return {
        "nothing comes at a bad time": owed.at_a_bad_time(life),
        "one unasked message a day": owed.second_on_a_day(life),
        "what is a coordinator's comes to nobody else": owed.told_outside_office(life),
        "two reminders at most": owed.too_many_reminders(life),
        "no question after an answer": owed.asked_after_an_answer(life),
        "nothing in a pause": owed.said_in_a_pause(life),
        "nothing for who refused": owed.said_to_whoever_refused(life, refusers, HEARD_THE_FIRST_WORD),
        "nothing is said twice": owed.said_twice(life),
        "every pairing begins": forgotten.never_begun(there),
        "every pairing has a check-in": forgotten.without_a_first_checkin(there),
        "everybody is asked in every period": forgotten.never_asked(there),
        "every check-in is closed": forgotten.left_open(there),
        "no notice waits for ever": forgotten.left_waiting(there),
        "no look fails": [*forgotten.in_trouble(there), *_errors(life)],
    }


async def counted(life: Life) -> Mapping[str, int]:
    """On how much the promises were held."""
    there = await forgotten.remains(life)
    checkins = [each for theirs in there.checkins.values() for each in theirs]
    return {
        **owed.counts(life),
        "unasked messages": len(owed.unasked(life)),
        "pairings": len(there.pairings),
        "pairings over": sum(each["ended_at"] is not None for each in there.pairings),
        "periods owed": len(forgotten.periods_owed(there)),
        "check-ins": len(checkins),
        "check-ins closed": sum(each["closed_at"] is not None for each in checkins),
        "answers": len(there.answered),
        "pauses": sum(map(len, there.pauses.values())),
    }


def _errors(life: Life) -> list[str]:
    return [str(entry) for entry in life.log if entry["log_level"] in ("error", "critical")]
