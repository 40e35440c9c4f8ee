"""`/rapport report` of somebody who runs several programmes: of the place it is typed in, or by a click."""

from inline_snapshot import snapshot

from tests.journeys.coffees import starts_coffees
from tests.journeys.writers import channel_of, office, says, starts


async def test_in_the_channel_of_a_group_the_report_is_the_groups(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben") as there:
        maria, channel = there["Maria"], channel_of(there, ("Ana", "Ben"))
        await starts(there, channel)

        assert (await says(maria, "/rapport report", channel)).startswith("*Writers*, ")
        assert (await says(maria, "/rapport report last 7 days", channel)).startswith("*Writers*, 1 September")
        assert (await says(maria, "/rapport report Mentors 2026", channel)).startswith("*Mentors 2026*, ")


async def test_elsewhere_a_coordinator_of_several_programmes_chooses_one_by_a_click(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben") as there:
        maria = there["Maria"]
        await starts(there, channel_of(there, ("Ana", "Ben")))
        await starts_coffees(there, channel_of(there, ("Ana", "Ben"), name="coffees"))

        asked = await maria.runs("/rapport report 2026-09-01..2026-09-30")
        assert asked.plain == snapshot("""\
Of which programme would you like the report?
[Coffees] [Mentors 2026] [Writers]\
""")
        for name in ("Coffees", "Writers"):
            await maria.clicks(name)
            assert maria.messages(maria.dm)[-1].plain.startswith(f"*{name}*, 1 September 2026 to 30 September 2026")


async def test_of_a_group_and_a_rotation_in_one_channel_those_two_are_offered(database_url: str) -> None:
    async with office(database_url, "Ana", "Ben") as there:
        channel = channel_of(there, ("Ana", "Ben"))
        await starts(there, channel)
        await starts_coffees(there, channel)

        assert await says(there["Maria"], "/rapport report", channel) == snapshot("""\
Of which programme would you like the report?
[Coffees] [Writers]\
""")
