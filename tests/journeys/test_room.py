"""The coordinators' private room: nobody reads there what is not for them."""

from datetime import timedelta

from tests.journeys.mentors import LONDON, MONDAY, QUIET, cards, mentors
from tests.stage import Stage, stage

A_MINUTE = timedelta(minutes=1)
PEOPLE = ("Maria", "Tom", "Rui", "Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus")


async def test_a_list_with_a_case_of_another_programme_stays_out_of_the_room(database_url: str) -> None:
    async with stage(database_url, start=MONDAY, people=dict.fromkeys(PEOPLE, LONDON), grant_optional=True) as there:
        room = there.slack.add_channel("mentoring", [there["Maria"], there["Tom"]], private=True).id
        pairs = (("Ana", "Ben"), ("Cleo", "Dan"), ("Eva", "Finn"))
        await there.bring(_roster(there, *pairs), coordinator="Maria", backup="Tom", room=room)
        await there.bring(_roster(there, ("Gus", "Ana")), coordinator="Maria", backup="Rui", programme="Other")

        await there.until(QUIET + A_MINUTE)

        assert [seen.text for seen in cards(there["Maria"], channel=there["Maria"].dm)] == [
            "4 cases need a look from you."
        ]
        assert there["Tom"].messages(room) == []


async def test_a_list_with_a_case_of_a_coordinators_own_pairing_stays_out_of_the_room(database_url: str) -> None:
    async with stage(database_url, start=MONDAY, people=dict.fromkeys(PEOPLE, LONDON), grant_optional=True) as there:
        room = there.slack.add_channel("mentoring", [there["Maria"], there["Tom"]], private=True).id
        pairs = (("Ana", "Ben"), ("Cleo", "Dan"), ("Eva", "Finn"), ("Tom", "Gus"))
        await there.bring(_roster(there, *pairs), coordinator="Maria", backup="Tom", room=room)

        await there.until(QUIET + A_MINUTE)

        assert len(cards(there["Maria"], channel=there["Maria"].dm)) == 1
        assert there["Tom"].messages(room) == []


async def test_a_list_of_one_rooms_cases_stands_in_it(database_url: str) -> None:
    async with stage(database_url, start=MONDAY, people=dict.fromkeys(PEOPLE, LONDON), grant_optional=True) as there:
        room = there.slack.add_channel("mentoring", [there["Maria"], there["Tom"]], private=True).id
        pairs = (("Ana", "Ben"), ("Cleo", "Dan"), ("Eva", "Finn"))
        for programme, some in (("Mentors 2026", pairs), ("Other", (("Gus", "Ana"),))):
            await there.bring(_roster(there, *some), coordinator="Maria", backup="Tom", room=room, programme=programme)

        await there.until(QUIET + A_MINUTE)

        assert [seen.text for seen in there["Tom"].messages(room)] == ["4 cases need a look from you."]


def _roster(there: Stage, *pairs: tuple[str, str]) -> str:
    rows = "".join(f"{there[mentor].id},{there[mentee].id},weekly\n" for mentor, mentee in pairs)
    return f"mentor,mentee,rhythm\n{rows}"


async def test_a_card_says_nothing_any_more_where_others_have_come_to_read(database_url: str) -> None:
    async with mentors(database_url, room=("Maria", "Tom"), grant_optional=True) as there:
        await there.until(QUIET + A_MINUTE)
        room = cards(there["Maria"])[0].channel
        there.slack.join(there.slack.workspace.conversations[room], there["Ana"])

        await there["Ben"].clicks("Not yet")
        await there.now()

        assert [seen.plain for seen in there["Ana"].messages(room)] == [
            "I no longer show this here, because somebody else is in this channel. For coordinators: `/rapport cases`."
        ]
