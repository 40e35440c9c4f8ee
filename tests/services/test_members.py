"""People of the directory become members with hours that suit where they live."""

from datetime import time

import pytest

from bot.domain.member import Consent
from bot.services.members import newcomer_of, welcome
from storage import member as members
from storage.session import Database
from tests.services.office import NOW, Office, person, turn_at


@pytest.mark.parametrize(
    ("zone", "country", "days"),
    [
        ("Europe/Berlin", "DE", "01234"),
        ("Asia/Riyadh", "SA", "01236"),
        ("Asia/Calcutta", "IN", "01234"),
        ("Mars/Base", "FR", "01234"),  # the zone that is given instead
        ("UTC", "", "01234"),
    ],
)
def test_working_days_follow_the_country(zone: str, country: str, days: str) -> None:
    ana = newcomer_of(person("U0ANA", zone=zone), turn_at(NOW), zone="Europe/Paris")

    assert (ana.country, ana.days, ana.opens, ana.closes) == (country, days, time(9), time(17))
    assert (ana.ask_weekday, ana.ask_at) == (1, time(10))
    assert (ana.consent, ana.reachable, ana.greeted_at) == (Consent.UNASKED, True, None)


def test_somebody_without_a_name_is_called_by_their_id() -> None:
    assert newcomer_of(person("U0ANA", name=""), turn_at(NOW), zone="UTC").name == "U0ANA"


def test_whoever_is_a_member_stays_as_they_are(database: Database) -> None:
    office = Office(database)
    with database.write(office.workspace) as session:
        first = welcome(session, office.turn, [person("U0ANA"), person("U0BEN")], zone="UTC")
        members.change(session, first["U0ANA"].id, opens=time(7), consent=Consent.GIVEN)

        again = welcome(session, office.turn, [person("U0ANA", zone="Asia/Tokyo"), person("U0CYD")], zone="UTC")

        assert again.keys() == {"U0ANA", "U0CYD"}
        assert again["U0ANA"] == members.find(session, "U0ANA")
        assert (again["U0ANA"].id, again["U0ANA"].zone) == (first["U0ANA"].id, "Europe/Berlin")
        assert (again["U0ANA"].opens, again["U0ANA"].consent) == (time(7), Consent.GIVEN)
        assert again["U0CYD"] == members.find(session, "U0CYD")
