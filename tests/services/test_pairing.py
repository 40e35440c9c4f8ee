"""A coordinator pairs people by hand."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.domain.ids import PairingId
from bot.domain.member import Consent
from bot.domain.pair_words import PairWords
from bot.domain.pairing import PairingState
from bot.domain.refusals import Refusal, Refused
from bot.domain.rhythm import Rhythm
from bot.domain.showings import Paired
from bot.ports import Person
from bot.services.pairing import pair, read_pair
from storage import member as members
from storage import pairing as pairings
from storage.pairing import PairingRecord
from storage.session import Database
from storage.tables import Pairing, Programme, Step, table_of
from tests.services.office import Office, person

WORDS = PairWords(mentor="U0ANA", mentees=("U0BEN", "U0CYD"), focus="talks", programme="Mentors 2026")
PAIRING, PROGRAMME, STEP = table_of(Pairing), table_of(Programme), table_of(Step)


@pytest.fixture
def office(database: Database) -> Office:
    """Maria and Bruno run Mentors 2026, in which Zoe mentors Yan."""
    office = Office(database)
    office.bring_in("mentor,mentee\nU0ZOE,U0YAN\n")
    return office


def make_pairs(
    office: Office, words: PairWords = WORDS, *, by: str = "U0MARIA", people: dict[str, Person | None] | None = None
) -> Paired:
    everybody = {each: person(each) for each in words.people} | (people or {})
    with office.database.write(office.workspace) as session:
        return pair(session, office.caller(by), office.turn, words, everybody)


def read(office: Office, text: str, by: str = "U0MARIA") -> PairWords:
    with office.database.read(office.workspace) as session:
        return read_pair(session, office.caller(by), office.turn, text)


def made(office: Office) -> list[PairingRecord]:
    with office.database.read(office.workspace) as session:
        found = session.execute(select(PAIRING.c.id).order_by(PAIRING.c.id)).scalars()
        return [pairings.by_id(session, PairingId(id)) for id in found][1:]


def set_state(office: Office, pairing: PairingId, state: PairingState) -> None:
    with office.database.write(office.workspace) as session:
        pairings.change(session, pairing, state=state)


def test_each_mentee_gets_a_pairing_with_the_mentor(office: Office) -> None:
    done = make_pairs(office)

    assert (done.programme, done.mentor, done.made, done.there_already) == ("Mentors 2026", "Ana", ("Ben", "Cyd"), ())
    expected = (PairingState.ACCEPTED, "talks", Rhythm.MONTHLY)
    assert [(each.state, each.focus, each.rule) for each in made(office)] == [expected] * 2


def test_a_new_pair_keeps_the_rhythm_of_its_programme(office: Office) -> None:
    with office.database.write(office.workspace) as session:
        session.execute(PROGRAMME.update().values(rhythm=Rhythm.WEEKLY))

    make_pairs(office)

    assert {row.rule for row in made(office)} == {Rhythm.WEEKLY}


def test_it_is_on_record_who_paired_them(office: Office) -> None:
    make_pairs(office, replace(WORDS, mentees=("U0BEN",)), by="U0BRUNO")

    with office.database.read(office.workspace) as session:
        bruno = members.find(session, "U0BRUNO")
        assert bruno is not None
        steps = session.execute(select(STEP.c.subject, STEP.c.step).where(STEP.c.by == bruno.id))
        assert sorted(map(tuple, steps)) == [("pairing", "accept"), ("participant", "place"), ("participant", "place")]


def test_who_is_paired_already_is_said(office: Office) -> None:
    make_pairs(office, replace(WORDS, mentees=("U0BEN",)))

    done = make_pairs(office, replace(WORDS, focus="Talks"))

    assert (done.made, done.there_already) == (("Cyd",), ("Ben",))
    assert len(made(office)) == 2


def test_a_pairing_that_is_over_can_begin_anew_as_often_as_it_ends(office: Office) -> None:
    words = replace(WORDS, mentees=("U0BEN",))
    for state in (PairingState.ENDED, PairingState.WITHDRAWN, PairingState.DECLINED):
        make_pairs(office, words)
        set_state(office, made(office)[-1].id, state)

    assert make_pairs(office, words).made == ("Ben",)
    assert make_pairs(office, words).there_already == ("Ben",)
    assert len(made(office)) == 4


@pytest.mark.parametrize(
    ("who", "refusal", "quoted"),
    [
        (None, Refusal.PAIR_NOT_A_PERSON, ()),
        (person("U0CYD", bot=True), Refusal.PAIR_NOT_A_PERSON, ("Cyd",)),
        (person("U0CYD", gone=True), Refusal.PAIR_GONE, ("Cyd",)),
        (person("U0CYD", outside=True), Refusal.PAIR_OUTSIDE, ("Cyd",)),
    ],
)
def test_nobody_is_paired_when_one_of_them_cannot_be(
    office: Office, who: Person | None, refusal: Refusal, quoted: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refused:
        make_pairs(office, people={"U0CYD": who})

    assert (refused.value.refusal, refused.value.words) == (refusal, quoted)
    assert made(office) == []


def test_who_said_that_it_is_not_for_them_is_left_alone(office: Office) -> None:
    make_pairs(office, replace(WORDS, mentees=("U0BEN",)))
    with office.database.write(office.workspace) as session:
        ana = members.find(session, "U0ANA")
        assert ana is not None
        members.change(session, ana.id, consent=Consent.REFUSED)

    with pytest.raises(Refused) as refused:
        make_pairs(office, replace(WORDS, mentees=("U0CYD",)))

    assert (refused.value.refusal, refused.value.words) == (Refusal.PAIR_REFUSED, ("Ana",))


def test_people_get_the_coordinators_zone_when_theirs_is_not_known(office: Office) -> None:
    make_pairs(office, people={"U0BEN": person("U0BEN", zone="Mars/Base")})

    with office.database.read(office.workspace) as session:
        ben = members.find(session, "U0BEN")
        assert ben is not None
        assert ben.zone == "Europe/Berlin"


def test_a_coordinators_words_are_read_with_their_programmes(office: Office) -> None:
    assert read(office, "<@U0ANA> <@U0BEN> and <@U0CYD> talks in mentors 2026") == WORDS


@pytest.mark.parametrize(
    ("text", "by", "refusal"),
    [
        ("<@U0ANA> <@U0BEN>", "U0ZOE", Refusal.NOT_A_COORDINATOR),
        ("", "U0ZOE", Refusal.NOT_A_COORDINATOR),
        ("<@U0ANA> <@U0BEN>", "U0NOBODY", Refusal.NOT_A_MEMBER),
        ("<@U0ANA>", "U0MARIA", Refusal.PAIR_WHOM),
        ("<@U0ANA> <@U0BEN> " + "x" * 201, "U0MARIA", Refusal.TEXT_TOO_LONG),
    ],
)
def test_words_that_cannot_be_followed_are_refused_before_anybody_is_looked_up(
    office: Office, text: str, by: str, refusal: Refusal
) -> None:
    with pytest.raises(Refused) as refused:
        read(office, text, by)

    assert refused.value.refusal is refusal


@pytest.mark.parametrize(
    ("by", "programme"), [("U0ZOE", "Mentors 2026"), ("U0MARIA", "Science")], ids=["a member", "another programme"]
)
def test_only_who_runs_a_programme_makes_pairs_in_it(office: Office, by: str, programme: str) -> None:
    office.bring_in("mentor,mentee\nU0ZOE,U0YAN\n", programme="Science", coordinator=person("U0IDA"))

    with pytest.raises(Refused) as refused:
        make_pairs(office, replace(WORDS, programme=programme), by=by)

    assert refused.value.refusal is Refusal.NOT_A_COORDINATOR
