"""A group in words: the card, the answers to its buttons, the form."""

# ruff: noqa: E501 - snapshots hold each sentence whole

from dataclasses import replace

from inline_snapshot import snapshot

from bot.domain.groups import Facilitation, GroupState, Joining, Room, Whereabouts
from handlers import views
from tests.handlers.views.groups_said import ADRIFT, CARD, FACE, INVITED, OVER, form, group_showings
from tests.handlers.views.reading import read, read_modal
from tests.handlers.views.said import ENGLISH, FRENCH


def test_the_card_says_who_can_read_it_and_who_is_in_the_group() -> None:
    assert read(views.message([CARD], ENGLISH)) == snapshot(
        [
            "(( The group Writers ))",
            "*Writers*",
            "Finish the thesis together",
            "> Each round asks",
            """\
> What moved since last time?
What is next?\
""",
            "Every two weeks on Tuesday at 10:00 (Europe/London).",
            "The next round opens on Tuesday 17 November at 10:00.",
            "212 people can read this channel, 3 in this group.",
            "In the group: Ana, Ben and Cleo.",
            "Ana leads the next round; then it is somebody else's turn.",
            "Questions about the group: Maria (coordinator).",
            "[Join] [Leave]",
            "~ I keep what people of the group say in the thread of a round, for its digest, and nothing else of this channel.",
            "~ Words typed in a Slack message can be exported by your workspace's owners.",
        ]
    )


def test_the_card_in_french() -> None:
    assert read(views.message([CARD], FRENCH)) == snapshot(
        [
            "(( Le groupe Writers ))",
            "*Writers*",
            "Finish the thesis together",
            "> À chaque tour",
            """\
> What moved since last time?
What is next?\
""",
            "Toutes les deux semaines, le mardi à 10:00 (Europe/London).",
            "Le prochain tour commence le mardi 17 novembre à 10:00.",
            "212 personnes peuvent lire ce canal, 3 dans ce groupe.",
            "Dans le groupe\xa0: Ana, Ben et Cleo.",
            "Ana anime le prochain tour\xa0; ensuite, à quelqu’un d’autre.",
            "Questions sur le groupe\xa0: Maria (coordination).",
            "[Participer] [Quitter]",
            "~ Je garde ce que les membres du groupe disent dans le fil d’un tour, pour son bilan, et rien d’autre de ce canal.",
            "~ Les mots écrits dans un message Slack peuvent être exportés par les propriétaires de votre espace de travail.",
        ]
    )


def test_a_public_channel_is_called_one() -> None:
    public = replace(CARD, face=replace(FACE, room=Room.PUBLIC, joined=(), joining=Joining.ADDED))

    assert read(views.message([public], ENGLISH))[5:8] == snapshot(
        [
            "Every two weeks on Tuesday at 10:00 (Europe/London).",
            "The next round opens on Tuesday 17 November at 10:00.",
            "Everybody in this workspace can read this channel: 212 people are in it, 0 in this group.",
        ]
    )


def test_a_group_that_ended_offers_nothing() -> None:
    ended = replace(CARD, face=replace(FACE, state=GroupState.ENDED, next_at=None))

    assert read(views.message([ended], ENGLISH)) == snapshot(
        ["(( The group Writers ))", "*Writers*", "Finish the thesis together", "This group has ended."]
    )


def test_a_channel_that_was_lost_is_told_with_what_mends_it() -> None:
    assert read(views.message([ADRIFT], ENGLISH)) == snapshot(
        [
            "(( The group Writers stands still ))",
            "The group *Writers* stands still: I cannot write in its channel #writers.",
            "The channel is archived. Once somebody unarchives it, the group goes on.",
            "Nothing is lost meanwhile: who is in the group, its rounds and what was said stay as they are.",
            "[Look again]",
        ]
    )
    assert read(views.message([replace(ADRIFT, whereabouts=Whereabouts.REMOVED)], ENGLISH))[2] == snapshot(
        "I am not in the channel any more. Once somebody types `/invite @Rapport` there, the group goes on."
    )
    assert read(views.message([replace(ADRIFT, back=True)], ENGLISH)) == snapshot(
        ["(( The group Writers stands still ))", "The group *Writers* goes on: I can write in its channel again."]
    )


def test_an_invitation_names_who_asks_and_takes_a_no() -> None:
    assert read(views.message([INVITED], ENGLISH)) == snapshot(
        [
            "(( Maria asks whether you would like to join a peer group ))",
            "Maria asks whether you would like to join the peer group *Writers*.",
            "Finish the thesis together",
            "> Each round asks",
            """\
> What moved since last time?
What is next?\
""",
            "Every two weeks on Tuesday at 10:00 (Europe/London).",
            "The next round opens on Tuesday 17 November at 10:00.",
            "212 people can read this channel, 3 in this group.",
            "[Join] [No, thanks]",
            "~ Maria named you. Either answer is fine.",
        ]
    )
    assert read(views.message([replace(INVITED, settled=True)], ENGLISH)) == snapshot(
        [
            "(( Maria asks whether you would like to join a peer group ))",
            "Maria asks whether you would like to join the peer group *Writers*.",
            "Finish the thesis together",
            "This is settled.",
        ]
    )


def test_the_last_word_counts_the_rounds() -> None:
    assert read(views.message([OVER], ENGLISH)) == snapshot(
        [
            "(( The group Writers has ended ))",
            "The group *Writers* has ended. Thank you for being there.",
            "You had 8 rounds together.",
        ]
    )


def test_answers_to_the_buttons() -> None:
    assert [read(views.answer(each)) for each in group_showings(ENGLISH)[7:]] == snapshot(
        [
            [
                "(( You are in *Writers* already. ))",
                "You are in *Writers* already.",
                "Every two weeks on Tuesday at 10:00 (Europe/London).",
                "The next round opens on Tuesday 17 November at 10:00.",
                "Digests may name and quote you.",
                "[Do not quote me]",
            ],
            [
                "(( You have left *Writers*. I ask you nothing more there; its card lets you come back. ))",
                "You have left *Writers*. I ask you nothing more there; its card lets you come back.",
            ],
            [
                "(( Your peer groups ))",
                "Your peer groups",
                "You are in:",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 0 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 0 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 0 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "*Writers*: has ended",
                "*Writers*: stands still, since I cannot write in its channel",
                "*Writers*: stands still, since I cannot write in its channel",
                "*Writers*: stands still, since I cannot write in its channel",
                "*Writers*: stands still, since I cannot write in its channel",
                "You run:",
                "*Writers*: 3 people, next round on Tuesday 17 November at 10:00",
                "~ Type `/rapport group` in a group's channel to see its card.",
            ],
            [
                "(( Shall the group *Writers* end? ))",
                "Shall the group *Writers* end?",
                "No further round opens, and I say so in the channel. What people said stays with them.",
                "[End the group]",
            ],
            ["(( The group *Writers* has ended. ))", "The group *Writers* has ended."],
        ]
    )


def test_the_form() -> None:
    assert read_modal(views.modal(form())) == snapshot(
        [
            "== New peer group ==",
            "212 people can read this channel.",
            "Name: ||",
            "What it is for: ||",
            """\
Questions of a round, one a line: |What moved since last time?
What is next?
Where could the others help?|\
""",
            "~ Each round asks all of them.",
            "What the questions are about: <✓ Work, study, projects / Well-being too>",
            "~ Well-being is asked about in private channels and group messages only.",
            "How often: <Every week / ✓ Every two weeks / Every month / Every three months>",
            "First round: 2026-11-17",
            "~ All later rounds are counted from this day.",
            "At: 10:00",
            "Time zone of the group: |Europe/London|",
            "~ Written as Europe/Lisbon. Its public holidays are kept.",
            "Who leads a round: <✓ Each in turn / Whoever would like to / Always the same person>",
            "If always the same person: who: <people>",
            "Who may join: <✓ Anybody who can read the channel / Only people whom I ask>",
            "Ask these people: <people>",
            "~ Each is asked privately, and joins by a click.",
            "At most how many people: <2 / 3 / 4 / 5 / 6 / 7 / ✓ 8 / 9 / 10 / 11 / 12 / 13 / 14 / 15>",
            "~ The name, purpose and questions stand in a Slack message, which your workspace's owners can export.",
            "[Start] [Cancel]",
        ]
    )


def test_the_form_of_a_group_dm_asks_nobody_in_and_has_no_more_seats_than_people() -> None:
    asked = replace(form(), room=Room.DIRECT, place="U0ANA,U0BEN,U0CLEO", readers=3, facilitation=Facilitation.FIXED)

    assert read_modal(views.modal(asked))[-8:] == snapshot(
        [
            "At: 10:00",
            "Time zone of the group: |Europe/London|",
            "~ Written as Europe/Lisbon. Its public holidays are kept.",
            "Who leads a round: <Each in turn / Whoever would like to / ✓ Always the same person>",
            "If always the same person: who: <people>",
            "At most how many people: <2 / 3>",
            "~ The name, purpose and questions stand in a Slack message, which your workspace's owners can export.",
            "[Start] [Cancel]",
        ]
    )
