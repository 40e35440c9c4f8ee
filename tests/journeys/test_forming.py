"""Groups formed by a coordinator: proposed, reviewed, changed, made; nobody hears of it before."""

# ruff: noqa: E501 - snapshots hold each sentence whole

import asyncio
from collections.abc import Sequence

from inline_snapshot import snapshot
from sqlalchemy import select

from bot.domain.formation import FormationState
from bot.domain.ids import FormationId
from bot.domain.turn import Caller
from bot.services import formations, making
from playground.model import Kind, MemberKind
from storage import formation_places
from storage.session import Session
from storage.tables import Formation, Member, table_of
from tests.journeys.forming import PEOPLE, ZONES, approves, changes, forms, office, proposal, review, rooms, sign_up
from tests.journeys.writers import says
from tests.stage import Stage


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


async def test_people_are_moved_and_left_out_in_the_review(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)

        assert "*Writers 2*: Ana, Dan" in await changes(there, "Ana", "Writers 2")
        shown = await changes(there, "Ben", "Leave out")

        assert "Left out by you: Ben." in shown
        assert "*Writers 1*: Cleo and Eve\nFewer than three: a group needs three." in shown
        await there["Maria"].clicks("Make these groups")
        assert there["Maria"].view_plain == snapshot("""\
# Not possible
Writers 1 has fewer than three people: please move somebody in, or leave them out.
[Close]\
""")


async def test_a_group_that_is_too_small_is_not_made(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)
        await changes(there, "Ana", "Leave out")
        await changes(there, "Ben", "Leave out")

        await approves(there)

        await there.pass_by(days=3)
        assert rooms(there) == {}


async def test_an_empty_group_is_no_group(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)
        for name in ("Ana", "Ben", "Cleo", "Eve"):
            await changes(there, name, "Writers 2")

        await approves(there)
        await there.pass_by(days=3)

        assert [len(people) for people in rooms(there).values()] == [8]


async def test_groups_formed_anew_are_others_and_leave_out_whom_maria_left_out(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        first = await review(there)
        await changes(there, "Ana", "Leave out")

        await there["Maria"].clicks("Form anew")

        again = there["Maria"].view_plain
        assert again != first
        assert "Left out by you: Ana." in again
        assert "Ana," not in again


async def test_of_two_who_form_anew_at_once_both_see_the_groups_of_the_first(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        bot = there.installation.bot
        formation = await bot.read(1, lambda session, turn: _formation(session))
        maria, tom = (Caller(workspace=1, person=there[name].id) for name in ("Maria", "Tom"))
        hers, his = [await bot.ask(formations.others, who, formation) for who in (maria, tom)]

        await bot.do(formations.anew, maria, formation, hers)
        first = await bot.ask(formations.review, maria, formation)
        await bot.do(formations.anew, tom, formation, his)

        assert (await bot.ask(formations.review, tom, formation)).face == first.face


async def test_groups_that_somebody_changes_meanwhile_are_not_made_unseen(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        bot = there.installation.bot
        formation = await bot.read(1, lambda session, turn: _formation(session))
        maria, tom = (Caller(workspace=1, person=there[name].id) for name in ("Maria", "Tom"))
        seen = await bot.ask(making.ready, maria, formation)
        await there["Tom"].runs("/rapport")
        (moved, *_) = await bot.read(1, lambda session, turn: formation_places.places(session, formation))

        await bot.do(formations.move, tom, formation, moved.key, None)
        await bot.do(making.make, maria, formation, seen)

        assert (await bot.ask(formations.review, maria, formation)).face.state is FormationState.PROPOSED
        await bot.do(making.make, maria, formation, await bot.ask(making.ready, maria, formation))
        assert (await bot.ask(formations.review, maria, formation)).face.state is FormationState.MADE


async def test_each_group_gets_a_private_channel_in_an_hour_of_all_after_the_first_word(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)

        await approves(there)
        assert rooms(there) == {}
        assert proposal(there) == snapshot("""\
*Writers*: 2 groups made, 0 begun.
Each begins when all of its people have had my first word, in an hour in which they all work.
*Writers 1*: Ana, Ben, Cleo and Eve
Waits for its beginning.
*Writers 2*: Dan, Finn, Gus and Hana
Waits for its beginning.
[Look]\
""")
        await there.pass_by(days=1)

        assert rooms(there) == snapshot({"writers-1": ["Ana", "Ben", "Cleo", "Eve"]})
        assert proposal(there) == snapshot("""\
*Writers*: 2 groups made, 1 begun.
Each begins when all of its people have had my first word, in an hour in which they all work.
*Writers 1*: Ana, Ben, Cleo and Eve
Has begun.
*Writers 2*: Dan, Finn, Gus and Hana
Waits for its beginning.
[Look]\
""")
        channel = next(
            each for each in there.slack.workspace.conversations.values() if each.name.startswith("writers-1")
        )
        first, *_ = there["Ana"].messages(there["Ana"].dm)
        (card,) = there["Ana"].messages(channel.id)
        assert first.plain == snapshot("""\
Hello Ana. I am Rapport, the bot that helps people who learn from each other keep in touch. I write because you take part in *Writers*. Questions about it go to Maria (coordinator).
*What I do.* I open its rounds and bring you together, as its card says.
*What I keep.* What you say in the thread of a round or by a button, its date, and from Slack your name, time zone and language.
I keep nothing of what is said anywhere else.
*Who sees it.* Whoever can read the channel can read a round's thread. Words that you write by a button go only to those whom the form names. Numbers, and that somebody is silent for several rounds, can reach Maria (coordinator).
*Your hours.* Monday to Friday, 09:00 to 17:00 (Europe/London). Unless you write to me, I write only in these hours.
What I ask about rounds comes at about 10:00.
[Change my hours]
[OK] [Not for me]
Nothing to do now. You can pause or stop at any time: `/rapport help`.\
""")
        assert card.plain == snapshot("""\
Maria thinks that you could help each other: Ana, Ben, Cleo and Eve. Press *Join* if you would like to; *Leave* is just as fine.
*Writers 1*
Each round asks
> What moved since last time?
> What is next?
> Where could the others help?
Every two weeks on Monday at 10:00 (Europe/London).
The next round opens on Monday 14 September at 10:00.
4 people can read this channel, 0 in this group.
People join by invitation.
Each leads a round in turn.
Questions about the group: Maria (coordinator).
[Join] [Leave]
I keep what people of the group say in the thread of a round, for its digest, and nothing else of this channel.
Words typed in a Slack message can be exported by your workspace's owners.\
""")
        assert float(first.ts) < float(card.ts)


async def test_whoever_joins_is_in_the_group_and_the_others_are_asked_once_more(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        await review(there)
        await approves(there)
        await there.pass_by(days=1)
        ana, ben = there["Ana"], there["Ben"]

        await ana.clicks("Join")
        await there.pass_by(days=5)

        assert [each for each in ana.messages(ana.dm) if "would like to join" in each.plain] == []
        (asked,) = [each for each in ben.messages(ben.dm) if "would like to join" in each.plain]
        assert "1 in this group" in asked.plain
        await there.pass_by(days=5)
        assert len([each for each in ben.messages(ben.dm) if "would like to join" in each.plain]) == 1


async def test_where_the_bot_may_make_no_channels_groups_begin_in_group_dms(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        there.slack.restrict_channels()
        sign_up(there)
        await forms(there)
        await review(there)

        await approves(there)
        await there.pass_by(days=2)

        direct = [each for each in there.slack.workspace.conversations.values() if each.kind is Kind.MPIM]
        assert sorted(len(each.members) - 1 for each in direct) == [2, 4, 4]
        assert "brought" not in proposal(there)
        assert any("thinks that you could help each other" in each.plain for each in there["Ana"].messages())


async def test_without_the_optional_scopes_people_are_named_and_groups_begin_in_group_dms(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES, granted=False) as there:
        sign_up(there)
        maria = there["Maria"]
        await maria.runs("/rapport group form")
        await maria.submits({"Everybody in this channel": "sign-up", "Name of the groups": "Writers"})
        assert maria.view_errors == snapshot(
            {
                "channel": "I cannot see who is in channels like this until an administrator adds groups:history and groups:read to the app and installs it again: please name people instead."
            }
        )
        await maria.closes_all_views()

        await forms(there, **{"Everybody in this channel": None, "These people": list(PEOPLE)})
        await review(there)
        await approves(there)
        await there.pass_by(days=2)

        direct = [each for each in there.slack.workspace.conversations.values() if each.kind is Kind.MPIM]
        assert sorted(len(each.members) - 1 for each in direct) == [2, 4, 4]


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


async def test_two_clicks_at_once_make_the_groups_once(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        maria = there["Maria"]
        await review(there)

        await asyncio.gather(maria.clicks("Make these groups"), maria.clicks("Make these groups"))
        await maria.closes_all_views()
        await there.pass_by(days=3)

        assert list(rooms(there)) == ["writers-1", "writers-2"]
        assert len(there["Ana"].messages(there["Ana"].dm)) == 2


async def test_what_is_made_is_not_changed_from_an_old_review(database_url: str) -> None:
    async with office(database_url, *PEOPLE, zones=ZONES) as there:
        sign_up(there)
        await forms(there)
        maria = there["Maria"]
        await review(there)
        await maria.clicks("Change")
        tom = there["Tom"]
        bot, who = there.installation.bot, Caller(workspace=1, person=tom.id)
        shown = await bot.read(1, lambda session, turn: _formation(session))
        await bot.do(making.make, who, shown, await bot.ask(making.ready, who, shown))

        await maria.submits({"Who": "Ana", "Where to": "Writers 2"})

        assert maria.view_errors == snapshot({"who": "The groups for Writers are not under review any more."})


async def test_whoever_runs_nothing_forms_no_groups(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = sign_up(there, (*PEOPLE, "Max"))

        assert await says(there["Max"], "/rapport group form", channel) == snapshot(
            "Only a coordinator can do this, so please ask yours."
        )
        assert there["Max"].view is None
        assert "you are not in a programme here yet" in await says(there["Ana"], "/rapport group form", channel)


async def test_whoever_says_not_for_me_is_in_no_group_and_the_others_meet(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there, PEOPLE[:4])
        await forms(there)
        await review(there)
        await approves(there)
        await there.pass_by(minutes=40)

        await there["Ana"].clicks("Not for me")
        await there.pass_by(days=1)

        assert list(rooms(there).values()) == [["Ben", "Cleo", "Dan"]]
        assert "Wants nothing of me: Ana." in proposal(there)


async def test_two_who_are_left_are_no_group_and_maria_hears_of_it(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there, PEOPLE[:3])
        await forms(there)
        await review(there)
        await approves(there)
        await there.pass_by(minutes=40)

        await there["Ana"].clicks("Not for me")
        await there.pass_by(days=1)

        assert rooms(there) == {}
        assert proposal(there) == snapshot("""\
*Writers*: 1 group made, 0 begun.
*Writers*: Ben and Cleo
Too few were left of it before it began. Form groups again to place them.
*In no group*
Too few people for one more group: Ben and Cleo.
Wants nothing of me: Ana.
[Look]\
""")


async def test_the_rounds_of_a_formed_group_open(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there, PEOPLE[:4])
        await forms(there, **{"First round": "2026-09-15"})
        await review(there)
        await approves(there)
        await there.pass_by(days=1)
        for name in PEOPLE[:4]:
            await there[name].clicks("Join")

        await there.pass_by(days=8)

        channel = next(each for each in there.slack.workspace.conversations.values() if each.name.startswith("writers"))
        assert any("a new round is open" in each.plain for each in there["Ana"].messages(channel.id))


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


def _formation(session: Session) -> FormationId:
    return FormationId(session.execute(select(table_of(Formation).c.id)).scalar_one())


async def _made(there: Stage, people: Sequence[str], **changes: str) -> None:
    """Groups of these people, all of whom join."""
    sign_up(there, people)
    await forms(there, **changes)
    await review(there)
    await approves(there)
    await there.pass_by(days=2)
    for name in people:
        await there[name].clicks("Join")
    await there.now()


async def test_newcomers_come_into_groups_that_have_room_and_into_their_rooms(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await _made(there, PEOPLE[:4])
        channel = there.slack.workspace.conversations[there.slack.channel_named("sign-up")]
        there.slack.join(channel, there["Eve"])

        await forms(there, **{"For which groups": "Writers", "Name of the groups": None})

        assert await review(there) == snapshot("""\
# Form groups
My proposal for *Writers*: 1 group, from 5 people.
*Writers* takes in Eve
In it already: Ana, Ben, Cleo and Dan.
40 hours a week in common
Together before, 6 pairs: Ben – Cleo, Ben – Ana and Ben – Dan.
[Change]
*In no group*
In one of these groups already: Ana, Ben, Cleo and Dan.
[Make these groups] [Form anew] [Drop it]
Nobody has heard of this yet.
[Close]\
""")
        await approves(there)
        await there.pass_by(days=1)
        eve = there["Eve"]
        assert rooms(there) == {"writers": ["Ana", "Ben", "Cleo", "Dan"]}
        assert "would like to join the peer group *Writers*" in eve.messages(eve.dm)[-1].plain
        await eve.clicks("Join")
        await there.now()
        assert rooms(there) == {"writers": ["Ana", "Ben", "Cleo", "Dan", "Eve"]}
        assert proposal(there) == snapshot("""\
*Writers*: 1 group made, 1 begun.
*Writers* takes in Eve
They have been asked.
*In no group*
In one of these groups already: Ana, Ben, Cleo and Dan.
[Look]\
""")


async def test_a_newcomer_of_a_group_dm_brings_all_into_another(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        there.slack.restrict_channels()
        await _made(there, PEOPLE[:3])

        await forms(
            there,
            **{
                "For which groups": "Writers",
                "Name of the groups": None,
                "Everybody in this channel": None,
                "These people": ["Eve"],
            },
        )
        await review(there)
        await approves(there)
        await there.pass_by(days=2)
        await there["Eve"].clicks("Join")
        await there.now()

        direct = [each for each in there.slack.workspace.conversations.values() if each.kind is Kind.MPIM]
        assert sorted(len(each.members) - 1 for each in direct) == [2, 3, 4]
        assert "In the group: Ana, Ben, Cleo and Eve." in there["Ana"].messages(direct[-1].id)[-1].plain


async def test_who_does_not_fit_where_there_is_room_gets_a_group_of_their_own(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await _made(there, PEOPLE[:5])

        await forms(
            there,
            **{
                "For which groups": "Writers",
                "Name of the groups": None,
                "Everybody in this channel": None,
                "These people": ["Finn", "Gus", "Hana"],
            },
        )

        assert "*Writers 2*: Finn, Gus and Hana" in await review(there)


async def test_whoever_comes_into_the_channel_later_is_told_once_on_the_next_morning(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        await _made(there, PEOPLE[:4])
        channel = there.slack.workspace.conversations[there.slack.channel_named("sign-up")]
        before = len(there["Maria"].messages(there["Maria"].dm))
        for name in ("Eve", "Finn", "Tom"):
            there.slack.join(channel, there[name])
            await there.now()
        assert len(there["Maria"].messages(there["Maria"].dm)) == before

        await there.pass_by(days=1)

        assert len(there["Maria"].messages(there["Maria"].dm)) == before + 1
        assert proposal(there) == snapshot("""\
*Writers*: 1 group made, 1 begun.
*Writers*: Ana, Ben, Cleo and Dan
Has begun.
*In no group*
Came into the channel later: Eve and Finn.
`/rapport group form` finds a place for whoever came later.
[Look]\
""")
        await forms(there, **{"For which groups": "Writers", "Name of the groups": None})
        await review(there)
        await approves(there)
        await there.pass_by(days=4)
        await there["Eve"].clicks("Join")
        await there.now()
        made = [each.plain for each in there["Maria"].messages(there["Maria"].dm) if "*Writers*" in each.plain]
        assert [("Came into the channel later" in each, "Eve" in each) for each in made] == snapshot(
            [(True, False), (True, False), (False, True)]
        )


async def test_whoever_comes_while_a_proposal_is_reviewed_can_be_placed_in_it(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        channel = sign_up(there, PEOPLE[:4])
        await forms(there)
        there.slack.join(channel, there["Eve"])
        await there.now()

        assert "Came into the channel later: Eve." in proposal(there)
        await review(there)
        await there["Maria"].clicks("Place somebody")
        await there["Maria"].submits({"Who": "Eve", "Where to": "Writers"})
        await there["Maria"].clicks("Make these groups")
        await there["Maria"].closes_all_views()
        await there.pass_by(days=2)
        assert rooms(there) == {"writers": ["Ana", "Ben", "Cleo", "Dan", "Eve"]}
