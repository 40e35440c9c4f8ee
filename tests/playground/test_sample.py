"""The sample people, and people of one's own from a file."""

import pytest

from playground.sample import PEOPLE, PeopleWrong, Role, pairs_of, read_people

OWN = """name,zone,role,language,mentors,team,rhythm
Maria,Europe/Lisbon,coordinator
Tom,Europe/London,backup
Ana Pereira,Europe/Lisbon,mentor
Zoë O'Hara,Asia/Tokyo,mentor
Ben,America/Edmonton,,fr-FR,Ana Pereira; Zoë O'Hara,yes,weekly
Cleo,UTC,,,Ana Pereira;Zoë O'Hara
Dan,UTC
"""


def test_the_sample_is_a_dozen_people_in_four_zones() -> None:
    assert len(PEOPLE) == 12
    assert {each.zone for each in PEOPLE} == {"Europe/Lisbon", "Europe/Paris", "America/Edmonton", "Asia/Kolkata"}
    assert {each.role for each in PEOPLE} == set(Role)


def test_people_of_ones_own_become_pairs_and_teams() -> None:
    people = read_people(OWN.encode())

    assert [(each.name, each.role) for each in people[4:]] == [("Ben", "mentee"), ("Cleo", "mentee"), ("Dan", "peer")]
    assert pairs_of(people).decode().splitlines() == [
        "mentor,mentee,focus,rhythm",
        "ana.pereira@example.org;zoe.o.hara@example.org,ben@example.org,,weekly",
        "ana.pereira@example.org,cleo@example.org,,monthly",
        "zoe.o.hara@example.org,cleo@example.org,,monthly",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"\xff\xfe", "is not UTF-8"),
        (b"", "needs the column name and zone"),
        (b"name\nAna\n", "needs the column zone"),
        (b"name,zone\nAna,Europe\n", "Line 2: Europe is no time zone"),
        (b"name,zone\nAna,\n", "Line 2: nothing is no time zone"),
        (b"name,zone,role\nAna,UTC,queen\n", "Line 2: queen is no role; there are coordinator, backup"),
        (b"name,zone\n,UTC\n", "Line 2: somebody has no name"),
        (b"name,zone\nAna,UTC\n", "One person needs the role coordinator"),
        (b"name,zone,role\nAna,UTC,coordinator\nAna,UTC,backup\n", "Ana stands there twice"),
        (b"name,zone,role,mentors\nA,UTC,coordinator,\nB,UTC,backup,\nC,UTC,,Zed\n", "C's mentor Zed is not in"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(text: bytes, expected: str) -> None:
    with pytest.raises(PeopleWrong, match=expected):
        read_people(text)
