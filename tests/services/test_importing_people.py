"""Who can be brought in by a file, who cannot, and whose clock they are given."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.member import Consent
from bot.domain.participant import ParticipantState
from bot.domain.roster_problems import Problem, RowFault
from bot.ports import Person
from bot.services.importing import Imported, ImportFault, ImportRefused, one
from bot.services.importing_words import refused_sentence
from storage import member as members
from storage.tables import Member, Participant, Step, table_of
from tests.services.imported import EVERYTHING, everything, rows
from tests.services.office import BRUNO, MARIA, Office, person

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
