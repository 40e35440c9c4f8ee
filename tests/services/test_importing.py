"""A file of pairs becomes pairings: all of them or none, and once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from sqlalchemy import func, select

from bot.domain.notice import NoticeKind
from bot.domain.pairing import PairingState, Role
from bot.domain.participant import ParticipantState
from bot.domain.rhythm import Rhythm
from bot.domain.roster import read
from bot.domain.roster_problems import RowFault
from bot.services.importing import BadRows, Imported, ImportRefused
from bot.services.importing_words import refused_sentence
from bot.services.look import look
from storage import coordinator as coordinators
from storage import pairing as pairings
from storage.tables import Member, Notice, Pairing, Participant, Programme, Step, table_of
from tests.services.imported import EVERYTHING, everything, rows
from tests.services.office import NOW, Office, person, turn_at


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
