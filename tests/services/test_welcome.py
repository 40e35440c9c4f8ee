"""Whoever runs a programme hears once what comes to them, in their own hours."""

from bot.domain.case_sayings import Welcome
from bot.domain.pair_words import PairWords
from bot.services.pairing import pair
from storage.session import Database
from storage.tables import Notice, table_of
from tests.services.office import person
from tests.services.running import PAIR, Running

MARIA, BRUNO = "U0MARIA", "U0BRUNO"


def welcomes(running: Running, who: str) -> list[tuple[str, bool, str]]:
    """When, whether as the first to hear, and who the other is."""
    return [
        (f"{told.at:%a %d %b %H:%M}", saying.first, saying.other)
        for told in running.told_to(who)
        for saying in told.sayings
        if isinstance(saying, Welcome)
    ]


def test_the_coordinator_and_the_backup_are_each_welcomed_once(database: Database) -> None:
    running = Running(database)
    running.office.bring_in(PAIR)
    running.until("2026-11-25 12:00")
    running.office.bring_in("mentor,mentee\nU0EVE,U0DAN\n")
    running.until("2026-11-27 12:00")

    assert welcomes(running, MARIA) == [("Mon 23 Nov 12:00", True, "Bruno")]
    assert welcomes(running, BRUNO) == [("Mon 23 Nov 12:00", False, "Maria")]


def test_outside_their_hours_the_welcome_waits(database: Database) -> None:
    running = Running(database)
    running.office.bring_in(PAIR, programme="Night owls", coordinator=person("U0YUKI", zone="Asia/Tokyo"))
    running.until("2026-11-25 12:00")

    assert welcomes(running, "U0YUKI") == [("Tue 24 Nov 00:00", True, "Bruno")]


def test_a_first_pair_by_hand_welcomes_those_who_were_not_yet(introduced: Running) -> None:
    with introduced.database.write() as session:
        notice = table_of(Notice)
        session.execute(notice.update().where(notice.c.kind == "welcome").values(key=notice.c.id))
    words = PairWords(mentor="U0EVE", mentees=("U0DAN",), focus="", programme="Mentors 2026")

    introduced.does(MARIA, pair, words, {each: person(each) for each in words.people})
    introduced.settle()

    assert len(welcomes(introduced, MARIA)) == 2
