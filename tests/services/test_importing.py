"""A file of pairs becomes pairings: all of them or none, and once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Row, func, select

from bot.domain.member import Consent
from bot.domain.notice import NoticeKind
from bot.domain.pairing import PairingState, Role
from bot.domain.participant import ParticipantState
from bot.domain.rhythm import Rhythm
from bot.domain.roster import read
from bot.domain.roster_problems import Problem, RowFault
from bot.ports import Person
from bot.services.importing import BadRows, Imported, ImportFault, ImportRefused, one
from bot.services.importing_words import refused_sentence
from bot.services.look import look
from storage import coordinator as coordinators
from storage import member as members
from storage import pairing as pairings
from storage.session import Database
from storage.tables import (
    Coordinator,
    Member,
    Notice,
    Pairing,
    Participant,
    Programme,
    Seat,
    Step,
    table_of,
)
from tests.services.office import BRUNO, MARIA, NOW, Office, person, turn_at

EVERYTHING = (Member, Programme, Coordinator, Participant, Pairing, Seat, Step)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def rows(office: Office, table: Any, *columns: str) -> list[Row[Any]]:
    found = table_of(table)
    with office.database.read(office.workspace) as session:
        chosen = [found.c[name] for name in columns] or list(found.c)
        return list(session.execute(select(*chosen).order_by(found.c.id)))


def everything(office: Office) -> list[list[Row[Any]]]:
    return [rows(office, table) for table in EVERYTHING]


def test_a_row_becomes_a_pairing_that_the_rules_look_at_at_once(office: Office) -> None:
    done = office.bring_in(
        "mentor,mentee,focus,rhythm,site\nU0ANA;U0BEN,U0CYD,Career,weekly,Lyon\n", introduce_on=date(2026, 12, 1)
    )

    assert done == Imported(programme="Mentors 2026", made=1, there_already=0, problems=(), stopped=False)
    (pairing,) = rows(office, Pairing)
    assert (pairing.state, pairing.rule) == (PairingState.ACCEPTED, Rhythm.WEEKLY)
    assert (pairing.introduce_on, pairing.started_on, pairing.next_look_at) == (date(2026, 12, 1), None, NOW)
    with office.database.read(office.workspace) as session:
        (seated,) = pairings.sittings(session, [pairing.id]).values()
        runs = coordinators.of_programme(session, pairing.programme_id)
        words = pairings.by_id(session, pairing.id)
    assert (words.focus, words.site) == ("Career", "Lyon")
    assert {(each.member.name, each.role) for each in seated} == {
        ("Ana", Role.MENTOR),
        ("Ben", Role.MENTOR),
        ("Cyd", Role.MENTEE),
    }
    assert [each.name for each in runs] == ["Maria", "Bruno"]
    assert {each.state for each in rows(office, Participant, "state")} == {ParticipantState.PLACED}


def test_a_pair_that_runs_already_is_not_introduced(office: Office) -> None:
    office.bring_in("mentor,mentee,started\nU0ANA,U0CYD,2026-01-31\n", introduce_on=date(2026, 12, 1))

    (pairing,) = rows(office, Pairing)
    assert (pairing.state, pairing.started_on, pairing.introduce_on) == (
        PairingState.ACTIVE,
        date(2026, 1, 31),
        None,
    )


def test_every_step_is_on_record(office: Office) -> None:
    office.bring_in("mentor,mentee,started\nU0ANA,U0CYD,2026-01-31\nU0ANA,U0DEE,\n")

    steps = [tuple(row) for row in rows(office, Step, "subject", "from_state", "step", "to_state", "by", "cause")]
    placed = ("participant", "invited", "place", "placed", None, "test")
    assert steps == [
        ("pairing", "draft", "accept", "accepted", None, "test"),
        ("pairing", "accepted", "begin", "active", None, "test"),
        ("pairing", "draft", "accept", "accepted", None, "test"),
        placed,
        placed,
        placed,
    ]


def test_what_was_typed_lies_nowhere_in_the_clear(office: Office) -> None:
    office.bring_in("mentor,mentee,focus,site\nU0ANA,U0CYD,Divorce,Lyon\n", outside_contact="Ines in room 3")

    kept = repr(everything(office)).lower()

    assert "u0cyd" in kept
    assert not {word for word in ("divorce", "lyon", "ines") if word in kept}


@pytest.mark.parametrize(
    ("room", "refused"), [("#mentors", True), ("c012", True), ("C012AB3CD", False), ("G9X", False)]
)
def test_a_channel_is_named_by_its_id(office: Office, room: str, refused: bool) -> None:
    if not refused:
        assert office.bring_in("mentor,mentee\nU0ANA,U0CYD\n", room=room).made == 1
        return
    with pytest.raises(ImportRefused) as wrong:
        office.bring_in("mentor,mentee\nU0ANA,U0CYD\n", room=room)

    assert refused_sentence(wrong.value).startswith(f"“{room}” is no channel's id,")
    assert rows(office, Programme) == []


@pytest.mark.parametrize(
    ("zone", "now", "there"),
    [
        ("Pacific/Auckland", datetime(2026, 11, 23, 12, tzinfo=UTC), 1),  # the 24th already
        ("Europe/Berlin", datetime(2026, 11, 23, 12, tzinfo=UTC), 0),
        ("America/Los_Angeles", datetime(2026, 11, 24, 3, tzinfo=UTC), 0),  # the 23rd still
        ("America/Los_Angeles", datetime(2026, 11, 24, 9, tzinfo=UTC), 1),
    ],
)
def test_a_pair_begins_by_the_mentees_own_calendar(office: Office, zone: str, now: datetime, there: int) -> None:
    roster = read(b"mentor,mentee,started\nU0ANA,U0CYD,2026-11-24\n", date(2026, 11, 25))

    done = office.bring_in(
        "mentor,mentee\n",
        people={"U0CYD": person("U0CYD", zone=zone), "U0ANA": person("U0ANA")},
        turn=turn_at(now),
        roster=roster,
    )

    assert done.made == there
    assert [each.fault for each in done.problems] == [RowFault.FUTURE] * (1 - there)


WRONG_PEOPLE: list[tuple[RowFault, Person | None]] = [
    (RowFault.NOBODY, None),
    (RowFault.BOT, person("U0DEE", bot=True)),
    (RowFault.GONE, person("U0DEE", gone=True)),
    (RowFault.OUTSIDE, person("U0DEE", outside=True)),
    (RowFault.SAME_PERSON, person("U0CYD")),
]


@pytest.mark.parametrize(("fault", "who"), WRONG_PEOPLE)
def test_a_row_about_somebody_who_cannot_take_part_keeps_the_file_out(
    office: Office, fault: RowFault, who: Person | None
) -> None:
    done = office.bring_in("mentor,mentee\nU0ANA,U0CYD\nU0DEE,U0CYD\n", people={"U0DEE": who})

    problem = Problem(line=3, fault=fault, word="U0DEE")
    assert done == Imported(programme="Mentors 2026", made=0, there_already=0, problems=(problem,), stopped=True)
    assert everything(office) == [[] for _ in EVERYTHING]


def test_who_has_refused_is_not_brought_back(office: Office) -> None:
    office.bring_in("mentor,mentee\nU0ANA,U0CYD\n")
    with office.database.write(office.workspace) as session:
        ana = members.find(session, "U0ANA")
        assert ana is not None
        members.change(session, ana.id, consent=Consent.REFUSED)

    done = office.bring_in("mentor,mentee\nU0ANA,U0DEE\n")

    assert done.stopped
    assert done.problems == (Problem(line=2, fault=RowFault.REFUSED, word="U0ANA"),)


def test_bad_rows_can_be_skipped(office: Office) -> None:
    done = office.bring_in(
        "mentor,mentee\nU0ANA,U0CYD\nU0DEE,U0CYD\n,U0CYD\n", people={"U0DEE": None}, bad_rows=BadRows.SKIP
    )

    assert (done.made, done.stopped) == (1, False)
    assert [(problem.line, problem.fault) for problem in done.problems] == [
        (3, RowFault.NOBODY),
        (4, RowFault.NO_MENTOR),
    ]
    assert {row.person for row in rows(office, Member, "person")} == {"U0ANA", "U0CYD", "U0MARIA", "U0BRUNO"}


def test_a_file_that_breaks_off_is_not_brought_in_even_when_bad_rows_are_skipped(office: Office) -> None:
    done = office.bring_in('mentor,mentee\nU0ANA,U0CYD\nU0ANA,"U0DEE\nU0ANA,U0EVE\n', bad_rows=BadRows.SKIP)

    assert done.stopped
    assert everything(office) == [[] for _ in EVERYTHING]


def test_people_without_a_known_zone_get_the_coordinators(office: Office) -> None:
    done = office.bring_in(
        "mentor,mentee\nU0ANA,U0CYD\nU0ANA,U0DEE\n", people={"U0ANA": person("U0ANA", zone="Mars/Base")}
    )

    assert done.problems == (Problem(line=2, fault=RowFault.ZONE_UNKNOWN, word="Ana"),)
    assert {row.zone for row in rows(office, Member, "zone")} == {"Europe/Berlin"}


def test_a_zone_is_guessed_once(office: Office) -> None:
    unknown = {"U0ANA": person("U0ANA", zone="Mars/Base")}
    office.bring_in("mentor,mentee\nU0ANA,U0CYD\n", people=unknown)

    assert office.bring_in("mentor,mentee\nU0ANA,U0DEE\n", people=unknown).problems == ()


def test_a_coordinator_without_a_known_zone_counts_in_utc(office: Office) -> None:
    office.bring_in("mentor,mentee\nU0ANA,U0CYD\n", coordinator=person("U0MARIA", zone=""))

    assert {(row.name, row.zone) for row in rows(office, Member, "name", "zone")} == {
        ("Ana", "Europe/Berlin"),
        ("Cyd", "Europe/Berlin"),
        ("Bruno", "Europe/Berlin"),
        ("Maria", "UTC"),
    }


@pytest.mark.parametrize("pair", ["U0MARIA,U0BRUNO", "U0BRUNO;U0MARIA,U0CYD"])
def test_a_pairing_with_both_coordinators_is_made_and_said(office: Office, pair: str) -> None:
    done = office.bring_in(f"mentor,mentee\n{pair}\nU0MARIA,U0CYD\n")

    assert done.made == 2
    assert done.problems == (Problem(line=2, fault=RowFault.ONLY_COORDINATORS),)


@pytest.mark.parametrize(
    ("changes", "fault", "why"),
    [
        ({"programme": " \0 "}, ImportFault.NO_NAME, None),
        ({"programme": "x" * 81}, ImportFault.LONG_NAME, None),
        ({"backup": MARIA}, ImportFault.SAME_COORDINATOR, None),
        ({"coordinator": replace(MARIA, bot=True)}, ImportFault.UNREAL_COORDINATOR, RowFault.BOT),
        ({"backup": replace(BRUNO, gone=True)}, ImportFault.UNREAL_COORDINATOR, RowFault.GONE),
        ({"backup": replace(BRUNO, outside=True)}, ImportFault.UNREAL_COORDINATOR, RowFault.OUTSIDE),
    ],
)
def test_a_programme_needs_a_name_and_two_real_coordinators(
    office: Office, changes: dict[str, Any], fault: ImportFault, why: RowFault | None
) -> None:
    with pytest.raises(ImportRefused) as refused:
        office.bring_in("mentor,mentee\nU0ANA,U0CYD\n", **changes)

    assert (refused.value.fault, refused.value.why) == (fault, why)
    assert refused_sentence(refused.value).strip()
    assert everything(office) == [[] for _ in EVERYTHING]


def test_a_coordinator_whom_nobody_knows_is_refused_by_the_address_that_was_given() -> None:
    with pytest.raises(ImportRefused) as refused:
        one({"maria@x.org": None}, "maria@x.org")

    assert "maria@x.org" in refused_sentence(refused.value)


def test_whoever_had_left_is_placed_again_and_whoever_paused_stays_paused(office: Office) -> None:
    office.bring_in("mentor,mentee\nU0ANA,U0CYD\n")
    participant = table_of(Participant)
    with office.database.write(office.workspace) as session:
        for id, state in (("U0ANA", ParticipantState.LEFT), ("U0CYD", ParticipantState.PAUSED)):
            member = members.find(session, id)
            assert member is not None
            session.execute(participant.update().where(participant.c.member_id == member.id).values(state=state))

    office.bring_in("mentor,mentee\nU0ANA,U0CYD\nU0ANA,U0DEE\nU0CYD,U0DEE\n")

    assert [row.state for row in rows(office, Participant, "state")].count(ParticipantState.PLACED) == 2
    assert {(row.from_state, row.step) for row in rows(office, Step) if row.subject == "participant"} == {
        ("invited", "place"),
        ("left", "enrol"),
        ("enrolled", "place"),
    }


def test_two_imports_at_one_moment_make_each_pairing_once(office: Office) -> None:
    csv = "mentor,mentee\n" + "".join(f"U0M{n:02},U0E{n:02}\n" for n in range(20))
    together = Barrier(2)

    def bring_in(seed: int) -> Imported:
        together.wait()
        return office.bring_in(csv, turn=turn_at(NOW, seed))

    with ThreadPoolExecutor(2) as threads:
        done = list(threads.map(bring_in, (2, 3)))

    assert sorted(each.made for each in done) == [0, 20]
    assert len(rows(office, Pairing)) == 20
    assert len(rows(office, Participant)) == 40


def test_a_large_programme_is_brought_in_at_once(office: Office) -> None:
    csv = "mentor,mentee\n" + "".join(f"U0M{n},U0E{n}\n" for n in range(1100))

    assert office.bring_in(csv).made == 1100
    assert office.bring_in(csv).there_already == 1100


def test_the_rules_greet_everybody_who_was_brought_in(office: Office) -> None:
    office.bring_in("mentor,mentee,started\nU0ANA,U0CYD,2026-01-31\nU0ANA,U0DEE,\n")

    with office.database.write(office.workspace) as session:
        look(session, office.turn, [row.id for row in rows(office, Pairing, "id")])

    with office.database.read(office.workspace) as session:
        first_words = table_of(Notice).c.kind == NoticeKind.FIRST_WORD
        assert session.execute(select(func.count()).where(first_words)).scalar() == 3
