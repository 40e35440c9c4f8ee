"""The sample programme: six people whom anyone can be."""

from typing import Final

from playground.server import StandIn

PROGRAMME: Final = "Mentors 2026"

PEOPLE: Final = (
    ("Maria Santos", "maria@example.org", "Europe/Lisbon", "en-GB"),
    ("Tom Okafor", "tom@example.org", "Europe/London", "en-GB"),
    ("Ana Pereira", "ana@example.org", "Europe/Lisbon", "en-GB"),
    ("Ben Clarke", "ben@example.org", "America/Edmonton", "en-CA"),
    ("Chiara Rossi", "chiara@example.org", "Europe/Rome", "en-GB"),
    ("Hélène Dubois", "helene@example.org", "Europe/Paris", "fr-FR"),
)
"""Name, e-mail, zone and language: a coordinator, a backup, two mentors and two mentees."""

PAIRS: Final = b"""mentor,mentee,focus,rhythm,site
ana@example.org,ben@example.org,career,fortnightly,
ana@example.org,helene@example.org,research,monthly,Paris
chiara@example.org,helene@example.org,writing,monthly,
"""


def add_people(slack: StandIn) -> tuple[str, str]:
    """Puts the sample people into the workspace. Gives the ids of the coordinator and the backup."""
    ids = {email: slack.add_person(name, email=email, tz=tz, locale=locale).id for name, email, tz, locale in PEOPLE}
    return ids["maria@example.org"], ids["tom@example.org"]
