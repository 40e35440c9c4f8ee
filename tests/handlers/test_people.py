"""Who works here, as Slack tells it."""

from typing import Any

import pytest

from bot.ports import Person
from handlers.people import person_of

ANA: dict[str, Any] = {
    "id": "U0ANA",
    "team_id": "T0",
    "name": "ana",
    "real_name": "Ana Pereira",
    "tz": "Europe/Lisbon",
    "locale": "pt-PT",
    "profile": {"display_name": "Ana", "real_name": "Ana Pereira"},
}
KNOWN = Person(id="U0ANA", name="Ana", zone="Europe/Lisbon", language="pt")


def test_a_person_is_known_by_what_they_call_themselves() -> None:
    assert person_of(ANA, team="T0") == KNOWN


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"profile": {"display_name": "", "real_name": "Ana P"}}, {"name": "Ana P"}),
        ({"profile": {}}, {"name": "Ana Pereira"}),
        ({"profile": None, "real_name": None}, {"name": "ana"}),
        ({"profile": {"display_name": "A" * 500}}, {"name": "A" * 200}),
        ({"tz": None}, {"zone": ""}),
        ({"locale": None}, {"language": ""}),
        ({"locale": "FR"}, {"language": "fr"}),
        ({"is_bot": True}, {"bot": True}),
        ({"id": "USLACKBOT"}, {"id": "USLACKBOT", "bot": True}),
        ({"deleted": True}, {"gone": True}),
        ({"is_stranger": True}, {"outside": True}),
        ({"team_id": "T9"}, {"outside": True}),
        ({"team_id": "T9", "enterprise_user": {"id": "W1"}}, {}),  # another workspace of the same organisation
        ({"team_id": None}, {}),
        ({"is_restricted": True}, {}),  # a guest is one of ours
        ({"is_ultra_restricted": True}, {"confined": True}),
    ],
)
def test_what_slack_says_of_a_person_is_read_once(changes: dict[str, Any], expected: dict[str, Any]) -> None:
    known = {name: getattr(KNOWN, name) for name in ("id", "name", "zone", "language", "bot", "gone", "outside")}

    assert person_of({**ANA, **changes}, team="T0") == Person(**{**known, **expected})
