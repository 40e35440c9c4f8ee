"""A pair goes quiet, and the one who can help hears of it while it can still be helped."""

import asyncio
from datetime import timedelta

from tests.journeys.mentors import NEVER_MET, QUIET, cards, mentors, told
from tests.stage import Stage

A_MOMENT = timedelta(seconds=1)
DAY = timedelta(days=1)

SILENT = """\
*Ana and Ben* in Mentors 2026 (case {code})
Nobody has answered the last 2 check-ins, the first of them on 15 September.
*The last check-ins*
15 September: 0 of 2 answered
22 September: 0 of 2 answered
Open since 1 October. Nobody has taken it yet.
*What could help.* A short, kind word to each of them: is it only a busy time, would a pause help, or a new partner?
[I'm on it] [Message them] [Snooze 3 days] [Resolve]
You get this as a coordinator. Only coordinators of Mentors 2026 see it."""


async def test_a_silent_pair_reaches_the_coordinator_three_working_days_after_its_check_in_closed(
    database_url: str,
) -> None:
    async with mentors(database_url) as there:
        await there.until(QUIET - A_MOMENT)
        assert cards(there["Maria"]) == []

        await there.until(QUIET + A_MOMENT)

        card = cards(there["Maria"])[-1]
        assert card.plain == SILENT.format(code=_code(card.plain))
        assert card.text == "A pairing in Mentors 2026 needs a look from you."
        assert cards(there["Tom"]) == []
        assert [seen.plain for seen in there["Ana"].messages() if "Maria" in seen.plain and "case" in seen.plain] == []


async def test_a_card_grows_with_the_silence(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.until(QUIET + 4 * DAY + timedelta(hours=8))  # the check-in of the 29th has closed

        plain = cards(there["Maria"])[0].plain

        assert "Nobody has answered the last 3 check-ins, the first of them on 15 September." in plain
        assert "29 September: 0 of 2 answered" in plain


async def test_a_pair_that_never_met_is_told_of_with_its_numbers(database_url: str) -> None:
    async with mentors(database_url, zones={"Maria": "America/New_York"}) as there:
        for _ in range(3):
            await there.pass_by(weeks=1, days=1, hours=6)
            await there["Ana"].clicks("Not yet")
            await there.pass_by(days=-1)
        await there.until(NEVER_MET + timedelta(hours=3))
        assert cards(there["Maria"]) == []

        await there.until(NEVER_MET + timedelta(hours=4, minutes=1))  # nine in New York

        assert cards(there["Maria"])[-1].plain.split("\n")[1:6] == [
            "No meeting has been reported since the pairing began on 8 September.",
            "*The last check-ins*",
            "15 September: 1 of 2 answered",
            "22 September: 1 of 2 answered",
            "29 September: 1 of 2 answered",
        ]


async def test_the_backup_hears_what_was_not_taken_and_of_two_at_once_one_has_it(database_url: str) -> None:
    async with mentors(database_url) as there:
        maria, tom = there["Maria"], there["Tom"]
        await there.until(QUIET + 5 * DAY - A_MOMENT)  # Thursday and three working days
        assert cards(tom) == []
        await there.until(QUIET + 5 * DAY + A_MOMENT)
        assert "Maria heard of it first and has not taken it." in cards(tom)[-1].plain

        await asyncio.gather(maria.clicks("I'm on it", cards(maria)[0]), tom.clicks("I'm on it", cards(tom)[0]))
        await there.now()

        owner, other = (maria, tom) if "Maria is on it" in cards(tom)[0].plain else (tom, maria)
        assert told(other) == f"{owner.name} has taken this case, so please speak with them first."
        for person in (maria, tom):
            assert f"{owner.name} is on it. Open since 1 October." in cards(person)[0].plain
            assert cards(person)[0].buttons == ["Message them", "Snooze 3 days", "Resolve"]
        await there.pass_by(days=3)
        assert len(cards(maria)) + len(cards(tom)) == 2  # that they have not met either is on the same card
        assert "No meeting has been reported since" in cards(owner)[0].plain


async def test_a_snoozed_case_wakes_and_a_taken_one_that_nobody_touches_is_open_again(database_url: str) -> None:
    async with mentors(database_url, ("Ana", "Ben")) as there:
        maria = there["Maria"]
        await there.until(QUIET + A_MOMENT)
        await maria.clicks("Snooze 3 days")
        await there.now()
        assert "Maria wants to see it again on 6 October." in cards(maria)[0].plain
        code = _code(cards(maria)[0].plain)

        await there.until(QUIET + 5 * DAY - A_MOMENT)
        assert _about(there, code) == 1
        await there.until(QUIET + 5 * DAY + timedelta(minutes=1))
        assert _about(there, code) == 2
        await maria.clicks("I'm on it", cards(maria)[-1])
        await there.until(QUIET + 12 * DAY - A_MOMENT)
        assert "Maria is on it." in cards(maria)[0].plain
        await there.until(QUIET + 12 * DAY + timedelta(minutes=1))

        assert _about(there, code) == 3
        assert "Nobody has taken it yet." in cards(maria)[-1].plain


async def test_an_answer_ends_the_climb_and_the_card_says_so(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.until(QUIET + A_MOMENT)

        await there["Ben"].clicks("We met")
        await there.now()

        plain = cards(there["Maria"])[0].plain
        assert "They have met or answered since, so I tell nobody further." in plain
        assert "Nobody has answered the last 2 check-ins" in plain
        await there.pass_by(weeks=1)
        assert cards(there["Tom"]) == []
        assert len(cards(there["Maria"])) == 1


async def test_a_climb_that_an_answer_ends_in_time_never_becomes_a_case(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.until(QUIET - DAY)
        await there["Ben"].clicks("We met")

        await there.until(QUIET + 2 * DAY)

        assert cards(there["Maria"]) == []


async def test_a_resolved_case_is_one_line_and_comes_back_with_a_new_silence(database_url: str) -> None:
    async with mentors(database_url) as there:
        maria = there["Maria"]
        await there.until(QUIET + A_MOMENT)
        code = _code(cards(maria)[0].plain)

        await maria.clicks("Resolve")
        await there.now()

        assert cards(maria)[0].plain == f"Case {code} (Ana and Ben) is resolved, by Maria."
        assert cards(maria)[0].buttons == []
        await there.pass_by(hours=20)
        assert _about(there, code) == 1
        await there.pass_by(weeks=3)
        last = cards(maria)[-1].plain
        assert "Nobody has answered the last" in last
        assert "Nobody has taken it yet." in last


async def test_more_than_three_new_cases_in_a_day_come_as_one_list(database_url: str) -> None:
    pairs = [(f"Mentor{n}", f"Mentee{n}") for n in "abcd"]
    async with mentors(database_url, *pairs) as there:
        maria = there["Maria"]
        await there.until(QUIET + timedelta(minutes=1))

        listed = cards(maria)
        assert len(listed) == 1
        assert listed[0].text == "4 cases need a look from you."
        assert listed[0].buttons == ["Open"] * 4
        await maria.clicks("Open", listed[0], nth=1)
        assert maria.view_plain.startswith("# Case\n*Mentor")
        await maria.clicks("I'm on it")
        await there.now()
        assert "Maria is on it. Open since 1 October." in maria.view_plain
        assert cards(maria)[0].plain.count("Maria is on it.") == 1


async def test_a_private_room_is_used_while_only_coordinators_are_in_it(database_url: str) -> None:
    async with mentors(database_url, ("Ana", "Ben"), room=("Maria", "Tom"), grant_optional=True) as there:
        maria, tom = there["Maria"], there["Tom"]
        await there.until(QUIET + A_MOMENT)

        assert _about_in_dm(there, "Maria") == []
        assert [seen.plain for seen in cards(tom)] == [seen.plain for seen in cards(maria)]
        await tom.clicks("I'm on it")
        await there.now()
        assert "Tom is on it." in cards(maria)[0].plain

        there.slack.join(there.slack.workspace.conversations[cards(maria)[0].channel], there["Ana"])
        there.slack.deactivate(there["Ben"])
        await there.now()

        assert len(_about_in_dm(there, "Maria")) == 1


async def test_without_leave_to_see_who_is_in_the_room_cases_come_in_a_dm(database_url: str) -> None:
    async with mentors(database_url, room=("Maria", "Tom")) as there:
        await there.until(QUIET + A_MOMENT)

        assert len(_about_in_dm(there, "Maria")) == 1


async def test_a_coordinator_who_sits_in_the_pairing_never_hears_of_it(database_url: str) -> None:
    async with mentors(database_url, ("Maria", "Ben")) as there:
        maria, tom = there["Maria"], there["Tom"]
        await there.until(QUIET + A_MOMENT)

        code = _code(cards(tom)[0].plain)
        await maria.opens_home()
        assert cards(maria) == []
        assert (await maria.runs("/rapport cases")).plain == "*Nothing waits for you.*"
        refusal = f"I know of no case “{code}” among yours: type /rapport cases to see those that wait."
        assert (await maria.runs(f"/rapport case {code}")).plain == refusal
        assert (await maria.runs("/rapport case QQQQQ")).plain == refusal.replace(code, "QQQQQ")
        assert code not in maria.home_plain
        assert "Nothing waits for you." in maria.home_plain


async def test_somebody_who_is_gone_is_told_of_in_the_next_working_hour(database_url: str) -> None:
    async with mentors(database_url) as there:
        await there.pass_by(days=4, hours=15)  # Friday, 21:00 UTC

        there.slack.deactivate(there["Ben"])
        await there.now()
        await there.pass_by(days=2, hours=10)
        assert cards(there["Maria"]) == []
        await there.pass_by(hours=2)

        plain = cards(there["Maria"])[0].plain
        assert "Ben cannot be reached: the account is gone, or takes no messages from me." in plain
        await there["Maria"].clicks("Message them")
        assert "To whom?: [x] Ana\n" in there["Maria"].view_plain


async def test_a_coordinator_writes_to_both_in_their_own_hours(database_url: str) -> None:
    async with mentors(database_url, zones={"Ana": "America/New_York"}) as there:
        maria = there["Maria"]
        await there.until(QUIET + A_MOMENT)

        await maria.clicks("Message them")
        await maria.submits({"Your words": "  "})
        assert maria.view_errors == {"care": "There are no words yet: please write a few."}
        await maria.submits({"Your words": "How are you, <!channel>?"})

        assert "Your words are on their way to Ben and Ana." in maria.view_plain
        await there.now()
        written = "Maria (coordinator) writes to you, as part of Mentors 2026:\nMessage\n> How are you, <!channel>?"
        assert told(there["Ben"]).startswith(written)
        assert "writes to you" not in told(there["Ana"])
        await there.pass_by(hours=5)
        assert told(there["Ana"]).startswith(written)
        assert there["Ana"].messages()[-1].notifies == {maria.id}  # whom she can write to; not the whole channel


def _code(plain: str) -> str:
    return plain.partition("(case ")[2].partition(")")[0]


def _about(there: Stage, code: str) -> int:
    """How many messages of this case Maria has."""
    return sum(code in seen.plain for seen in cards(there["Maria"]))


def _about_in_dm(there: Stage, name: str) -> list[str]:
    return [seen.plain for seen in cards(there[name], channel=there[name].dm)]
