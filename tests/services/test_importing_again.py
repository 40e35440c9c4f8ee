"""A file that is brought in again, or into a programme that is there already."""

from contextlib import closing
from datetime import date

from bot.domain.pairing import OVER, PairingState
from bot.domain.rhythm import Rhythm
from bot.domain.roster_problems import Problem, RowFault
from bot.services.importing_words import roster_sentence
from storage import pairing as pairings
from storage.sealing import Seal, new_key
from storage.session import Database
from storage.tables import Member, Pairing, Programme
from tests.services.imported import everything, rows
from tests.services.office import BRUNO, MARIA, Office, person


def test_the_same_file_twice_changes_nothing(office: Office) -> None:
    csv = "mentor,mentee,focus,started\nU0ANA;U0BEN,U0CYD,Career,2026-01-31\nU0ANA,U0DEE,,\n"
    office.bring_in(csv)
    before = everything(office)

    done = office.bring_in(csv)

    assert (done.made, done.there_already, done.problems) == (0, 2, ())
    assert everything(office) == before


def test_the_same_file_changes_nothing_under_a_newer_key_either(database_url: str) -> None:
    csv, key = "mentor,mentee,focus\nU0ANA,U0CYD,Career\nU0ANA,U0DEE,\n", new_key()
    with closing(Database.open(database_url, Seal([key]))) as database:
        office = Office(database)
        office.bring_in(csv, outside_contact="Ines")
        before = everything(office)
    with closing(Database.open(database_url, Seal([new_key(), key]))) as rotated:
        office.database = rotated

        done = office.bring_in(csv, outside_contact="Ines")

        assert (done.made, done.there_already) == (0, 2)
        assert everything(office) == before


def test_a_pair_is_the_same_whatever_the_order_case_and_address(office: Office) -> None:
    office.bring_in("mentor,mentee,focus\nU0ANA;U0BEN,U0CYD,Career\n")

    done = office.bring_in(
        "mentor,mentee,focus\nben@x.org;U0ANA,U0CYD,career\nU0BEN;U0ANA,U0CYD,CAREER\nU0ANA;U0BEN,U0CYD,talks\n",
        people={"ben@x.org": person("U0BEN")},
        programme="  Mentors  2026 ",
    )

    assert (done.made, done.there_already) == (1, 1)
    assert done.problems == (Problem(line=3, fault=RowFault.DUPLICATE, word="2"),)


def test_an_ended_pairing_is_not_begun_again_by_its_old_file(office: Office) -> None:
    office.bring_in("mentor,mentee\nU0ANA,U0CYD\n")
    (pairing,) = rows(office, Pairing, "id")
    with office.database.write(office.workspace) as session:
        pairings.change(session, pairing.id, state=PairingState.ENDED)

    done = office.bring_in("mentor,mentee\nU0ANA,U0CYD\n")

    assert (done.made, done.there_already) == (0, 1)
    assert {row.state for row in rows(office, Pairing, "state")} <= OVER


def test_what_is_not_changed_of_a_programme_that_is_there_is_said(office: Office) -> None:
    csv, day = "mentor,mentee\nU0ANA,U0CYD\n", date(2026, 12, 1)
    office.bring_in(csv, room="C012AB3CD")
    before = everything(office)

    same = office.bring_in(csv, room="C012AB3CD")
    other = office.bring_in(csv, room="C0THER", introduce_on=day)

    assert same.problems == ()
    assert [roster_sentence(each) for each in other.problems] == [
        "The programme was there already, and its channel was not changed.",
        "Pairs that were there already (1) keep the day of their introduction.",
    ]
    assert everything(office) == before


def test_another_programme_has_its_own_pairings(office: Office) -> None:
    office.bring_in("mentor,mentee\nU0ANA,U0CYD\n")

    done = office.bring_in("mentor,mentee\nU0ANA,U0CYD\n", programme="Science")

    assert (done.made, done.there_already) == (1, 0)
    assert len(rows(office, Member)) == 4


def test_a_programme_keeps_its_coordinators(office: Office) -> None:
    office.bring_in("mentor,mentee\nU0ANA,U0CYD\n", room="C0ROOM")

    done = office.bring_in("mentor,mentee\nU0ANA,U0DEE\n", coordinator=BRUNO, backup=MARIA, room="C0OTHER")

    assert done.problems == (
        Problem(line=0, fault=RowFault.OTHER_COORDINATORS, word="Maria, Bruno"),
        Problem(line=0, fault=RowFault.OTHER_ROOM),
    )
    assert [tuple(row) for row in rows(office, Programme, "name", "room", "rhythm")] == [
        ("Mentors 2026", "C0ROOM", Rhythm.MONTHLY)
    ]
