"""The first word answered, on both engines."""

from dataclasses import replace
from datetime import time
from functools import partial

import pytest

from bot.domain.member import Consent
from bot.domain.notice import NoticeKind
from bot.domain.pairing import EndReason
from bot.domain.refusals import Refused
from bot.domain.sayings import FirstWord, Prompt
from bot.services import greeting, repainting
from bot.services.greeting import HoursGiven
from storage import pairing as pairings
from storage.moments import next_of
from storage.session import Database
from tests.services.refusals import refusal
from tests.services.running import Running

GIVEN = HoursGiven(days=frozenset(range(4)), opens=time(8), closes=time(16), ask_weekday=3, ask_at=time(9))


def test_strangers_have_no_first_word_to_answer(introduced: Running) -> None:
    acts = (greeting.agree, greeting.refuse, greeting.hours_form, partial(greeting.save_hours, given=GIVEN))

    assert [refusal(partial(introduced.does, "U0ZOE", act)) for act in acts] == ["not_a_member"] * 4


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"days": frozenset()}, "days"),
        ({"days": frozenset({7})}, "days"),
        ({"closes": time(8)}, "closes"),
        ({"opens": time(17)}, "closes"),
        ({"ask_weekday": 4}, "ask_weekday"),
        ({"ask_at": time(7, 59)}, "ask_at"),
        ({"ask_at": time(16)}, "ask_at"),
    ],
)
def test_hours_in_which_nobody_could_be_asked_are_refused_beside_their_field(
    introduced: Running, wrong: dict[str, object], field: str
) -> None:
    before = introduced.member("U0ANA")
    given = replace(GIVEN, **wrong)  # type: ignore[arg-type]  # fields of the form

    assert refusal(partial(introduced.does, "U0ANA", greeting.save_hours, given)) == f"hours_impossible {field}"
    assert introduced.member("U0ANA") == before


def test_new_hours_move_what_is_to_come(introduced: Running) -> None:
    introduced.does("U0ANA", greeting.save_hours, GIVEN)
    introduced.until("2027-01-02 00:00")

    assert f"{introduced.told_to('U0ANA')[2].at:%a %d %b %H:%M}" == "Thu 24 Dec 08:00"
    assert f"{introduced.told_to('U0BEN')[2].at:%a %d %b %H:%M}" == "Tue 29 Dec 09:00"


def test_not_for_me_withdraws_quietly_and_tells_the_coordinator(database: Database) -> None:
    running = Running(database)
    running.settle()

    running.does("U0BEN", greeting.refuse)
    running.does("U0BEN", greeting.refuse)
    running.until("2026-12-31 00:00")

    assert running.member("U0BEN").consent is Consent.REFUSED
    assert [row.key for row in running.notices(NoticeKind.WITHDRAWN)] == [f"withdrawn:{running.pairings()[0]}"]
    assert [type(each.sayings[0]).__name__ for each in running.told_to("U0ANA")] == ["FirstWord"]
    assert [type(each.sayings[0]).__name__ for each in running.told_to("U0MARIA")] == ["Welcome", "Withdrawn"]


def test_agreeing_is_kept(introduced: Running) -> None:
    introduced.does("U0ANA", greeting.agree)

    assert introduced.member("U0ANA").consent is Consent.GIVEN


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "Europe"])
def test_a_zone_that_nobody_knows_changes_no_hours(introduced: Running, zone: str) -> None:
    introduced.does("U0ANA", greeting.know, name="Anna", zone=zone, language="fr", gone=False)
    introduced.until("2026-12-29 12:00")

    ana = introduced.member("U0ANA")
    assert (ana.name, ana.zone, ana.language) == ("Anna", "Europe/Berlin", "fr")
    assert len(introduced.told_to("U0ANA")) == 3


def test_what_slack_says_of_a_person_is_kept_and_looked_at(introduced: Running) -> None:
    introduced.does("U0ANA", greeting.know, name="Ana", zone="Asia/Tokyo", language="en", gone=False)
    introduced.until("2026-12-29 12:00")
    assert f"{introduced.told_to('U0ANA')[2].at:%a %d %b %H:%M}" == "Tue 29 Dec 01:00"

    introduced.does("U0ANA", greeting.know, name="Ana", zone="Asia/Tokyo", language="en", gone=True)
    introduced.until("2027-03-31 12:00")
    assert len(introduced.told_to("U0ANA")) == 3


def test_slack_may_speak_of_people_whom_the_bot_does_not_know(introduced: Running) -> None:
    introduced.does("U0ZOE", greeting.know, name="Zoe", zone="UTC", language="en", gone=False)

    with pytest.raises(Refused):
        introduced.does("U0ZOE", greeting.agree)


def test_a_withdrawn_pairing_is_never_looked_at_again(introduced: Running) -> None:
    introduced.does("U0BEN", greeting.refuse)

    with introduced.database.read() as session:
        assert next_of(session, {"look": pairings.NEXT_LOOK})["look"] is None


def test_the_first_word_names_who_sees_clicks_as_every_receipt_does(asked: Running) -> None:
    first = asked.told_to("U0BEN")[0].sayings[0]
    prompt = asked.told_to("U0BEN")[-1].sayings[0]

    assert isinstance(first, FirstWord)
    assert isinstance(prompt, Prompt)
    assert first.coordinators == ("Maria",)
    assert first.coordinators == (prompt.coordinator,)


def test_of_several_pairings_each_has_its_coordinator_in_the_first_word(database: Database) -> None:
    """Maria sits in one of Ben's pairings, so that her backup sees what he clicks there."""
    running = Running(database, "mentor,mentee\nU0ANA,U0BEN\nU0MARIA,U0BEN\n").until("2026-11-24 08:30")

    first = running.told_to("U0BEN")[0].sayings[0]

    assert isinstance(first, FirstWord)
    assert sorted(first.coordinators) == ["Bruno", "Maria"]


def test_messages_of_its_last_check_ins_say_that_a_pairing_is_over(
    asked: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(greeting, "SHOWN_AS_OVER", 2)
    asked.until("2027-03-02 12:00")
    prompts = [each.subject_id for each in asked.notices(NoticeKind.PROMPT)]

    asked.write(greeting.part, asked.pairings()[0], asked.member("U0BEN").id, EndReason.NOT_A_FIT)

    lagging = [saying for each in asked.write(repainting.repaints, 50) for saying in each.outgoing.sayings]
    assert len(prompts) == 3 * 2
    assert {each.prompt for each in lagging if isinstance(each, Prompt)} == set(prompts[2:])
    assert all(each.over for each in lagging if isinstance(each, Prompt))
