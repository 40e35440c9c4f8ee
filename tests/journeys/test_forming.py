"""Groups that a coordinator asks for: the form, the proposal, who is in it; nobody hears of it before they are made."""

from inline_snapshot import snapshot
from sqlalchemy import select

from playground.model import MemberKind
from storage.session import Session
from storage.tables import Member, table_of
from tests.journeys.forming import PEOPLE, ZONES, approves, forms, office, proposal, review, rooms, sign_up
from tests.journeys.writers import says


async def test_the_form_asks_little(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        maria = there["Maria"]

        await maria.runs("/rapport group form")

        assert maria.view_plain == snapshot("""\
# Form groups
I propose groups of people whose working hours meet, sites mixed. Nobody hears of it before you have looked.
These people (optional): [▾ ]
Everybody in this channel (optional): [▾ ]
I must be in it. You may name people, a channel, or both.
Name of the groups: ____
They are numbered: Writers 1, Writers 2…
How many in a group: [▾ About 4: About 3 | About 4 | About 5 | About 6 | About 7]
How often: [▾ Every two weeks: Every week | Every two weeks | Every month | Every three months]
First round: 2026-09-14
At: 10:00
On the clock of most people in each group.
Questions of a round, one a line: What moved since last time?
What is next?
Where could the others help?
Each round asks all of them.
You review what I propose, and can move people, before anything is sent.
The name, purpose and questions stand in a Slack message, which your workspace's owners can export.
[Cancel] [Propose groups]\
""")


async def test_the_form_is_found_in_french_and_by_a_word_that_is_nearly_it(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        maria = there["Maria"]

        await maria.runs("/rapport groupe former")
        assert "# Form groups" in maria.view_plain
        await maria.closes_all_views()

        assert "`/rapport group form`" in (await maria.runs("/rapport group fomr")).plain


async def test_groups_are_proposed_to_whoever_asked_and_nobody_else_hears_of_it(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await there.pass_by(days=1)
        before = {name: len(there[name].messages()) for name in (*PEOPLE, "Tom")}

        await forms(there)

        assert proposal(there) == snapshot("""\
My proposal for *Writers*: 2 groups, from 8 people.
*Writers 1*: Ana, Ben, Cleo and Eve
*Writers 2*: Dan, Finn, Gus and Hana
[Review] [Drop it]
Nobody has heard of this yet.\
""")
        assert await review(there) == snapshot("""\
# Form groups
My proposal for *Writers*: 2 groups, from 8 people.
*Writers 1*: Ana, Ben, Cleo and Eve
40 hours a week in common · new to each other
[Change]
*Writers 2*: Dan, Finn, Gus and Hana
40 hours a week in common · new to each other
[Change]
[Make these groups] [Form anew] [Drop it]
Nobody has heard of this yet.
[Close]\
""")
        await there.pass_by(days=3)
        assert {name: len(there[name].messages()) for name in (*PEOPLE, "Tom")} == before
        assert rooms(there) == {}


async def test_bots_guests_strangers_and_the_deactivated(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        slack = there.slack
        bot = slack.add_person("Another bot", kind=MemberKind.BOT)
        stranger = slack.add_person("Zoe Stranger", kind=MemberKind.STRANGER)
        gone = slack.add_person("Yann Gone")
        slack.deactivate(gone)
        guest = slack.add_person("Gert Guest", kind=MemberKind.SINGLE_CHANNEL_GUEST)
        there.people["Gert Guest"] = guest
        channel = sign_up(there, PEOPLE[:4])
        for each in (bot, stranger, gone, guest):
            slack.workspace.join(channel, each.id)

        await forms(there)
        shown = await review(there)
        await approves(there)
        await there.pass_by(days=2)

        assert shown == snapshot("""\
# Form groups
My proposal for *Writers*: 1 group, from 7 people.
*Writers*: Ana, Ben, Cleo, Dan and Gert Guest
40 hours a week in common · new to each other
[Change]
*In no group*
Cannot be reached: Yann Gone.
Of another organisation: Zoe Stranger.
[Make these groups] [Form anew] [Drop it]
Nobody has heard of this yet.
[Close]\
""")
        assert rooms(there) == snapshot(
            {"mpdm-ana--ben--cleo--dan--gert.guest--rapport": ["Ana", "Ben", "Cleo", "Dan", "Gert"]}
        )
        assert proposal(there) == snapshot("""\
*Writers*: 1 group made, 1 begun.
*Writers*: Ana, Ben, Cleo, Dan and Gert Guest
Has begun.
*In no group*
Cannot be reached: Yann Gone.
Of another organisation: Zoe Stranger.
[Look]\
""")


async def test_a_proposal_that_is_dropped_leaves_nobody_behind(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)

        await there["Maria"].clicks("Drop it")
        await there.now()

        assert proposal(there) == snapshot(
            "The proposal for *Writers* is dropped. Nobody heard of it, and the list is forgotten."
        )
        kept = await there.installation.bot.read(1, lambda session, turn: _known(session))
        assert kept == {"Maria", "Tom", "Max", "Mia"}


async def test_whoever_runs_nothing_forms_no_groups(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = sign_up(there, (*PEOPLE, "Max"))

        assert await says(there["Max"], "/rapport group form", channel) == snapshot(
            "Only a coordinator can do this, so please ask yours."
        )
        assert there["Max"].view is None
        assert "you are not in a programme here yet" in await says(there["Ana"], "/rapport group form", channel)


async def test_a_list_goes_on_being_read_after_a_restart(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        there.slack.faults.add("500", "conversations.members")
        maria = there["Maria"]
        await maria.runs("/rapport group form")
        await maria.submits({"Everybody in this channel": "sign-up", "Name of the groups": "Writers"})
        await there.restart()

        await there.pass_by(minutes=10)

        assert "My proposal for *Writers*" in proposal(there)


def _known(session: Session) -> set[str]:
    return {row.name for row in session.execute(select(table_of(Member).c.name))}
