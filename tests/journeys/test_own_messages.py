"""People answer with a reaction, mend what they typed, and take it back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from playground.people import Person
from playground.seen import Seen
from tests.stage import Stage, stage

ASKED = datetime(2026, 9, 22, 12, tzinfo=UTC)
CLOSED = datetime(2026, 10, 5, 12, tzinfo=UTC)


@pytest.fixture
async def there(database_url: str) -> AsyncIterator[Stage]:
    people = {"Maria Santos": "Europe/Lisbon", "Tom Okafor": "Europe/London", "Ana Pereira": "Europe/Lisbon"}
    monday = datetime(2026, 9, 7, 6, tzinfo=UTC)
    async with stage(database_url, start=monday, people=people) as made:
        made.add("Ben Clarke", "Europe/London")
        made.add("Cleo Martin", "Europe/Paris")
        yield made


async def one_pair(there: Stage) -> tuple[Person, Person]:
    ana, ben = there["Ana"], there["Ben"]
    await there.bring(f"mentor,mentee,rhythm\n{ana.id},{ben.id},fortnightly\n", coordinator="Maria", backup="Tom")
    await there.until(ASKED)
    return ana, ben


@pytest.mark.parametrize(
    ("name", "receipt"),
    [
        ("white_check_mark", "With Ben Clarke: *we met*. Saved."),
        ("date", "With Ben Clarke: *it's booked*. Saved. Enjoy the meeting!"),
        (
            "hourglass_flowing_sand",
            "With Ben Clarke: *not yet*. Saved. It happens; I will ask again at the next check-in.",
        ),
    ],
)
async def test_a_reaction_is_an_answer(there: Stage, name: str, receipt: str) -> None:
    ana, _ = await one_pair(there)

    await ana.reacts(ana.messages()[-1], name)
    await there.now()

    assert ana.messages()[-1].plain.splitlines()[0] == receipt


async def test_any_other_reaction_says_nothing(there: Stage) -> None:
    ana, _ = await one_pair(there)
    before = [seen.plain for seen in ana.messages()]

    await ana.reacts(ana.messages()[-1], "tada")
    await there.now()

    assert [seen.plain for seen in ana.messages()] == before


async def test_a_reaction_to_two_questions_asks_for_a_button(there: Stage) -> None:
    ana, question = await two_pairs(there)

    await ana.reacts(question, "white_check_mark")
    await there.now()

    assert "asks about more than one pairing" in ana.messages()[-1].plain
    assert "We met" in ana.messages(question.channel)[-2].plain


async def test_a_reaction_to_two_questions_is_answered_each_time(there: Stage) -> None:
    ana, question = await two_pairs(there)

    for name in ("white_check_mark", "date"):
        await ana.reacts(question, name)
        await there.now()

    assert sum("asks about more than one pairing" in seen.plain for seen in ana.messages()) == 2


async def test_a_reaction_means_the_one_question_that_is_left(there: Stage) -> None:
    ana, question = await two_pairs(there)
    await ana.clicks("We met", (question.channel, question.ts))
    await there.now()

    await ana.reacts(question, "hourglass_flowing_sand")
    await there.now()

    rows = [line.partition(": ")[2] for line in ana.messages()[-1].plain.splitlines() if line.startswith("With ")]
    assert sorted(rows) == [
        "*not yet*. Saved. It happens; I will ask again at the next check-in.",
        "*we met*. Saved.",
    ]


async def two_pairs(there: Stage) -> tuple[Person, Seen]:
    """Ana is asked about Ben and Cleo in one message."""
    ana, ben, cleo = there["Ana"], there["Ben"], there["Cleo"]
    rows = f"mentor,mentee,rhythm\n{ana.id},{ben.id},fortnightly\n{ana.id},{cleo.id},fortnightly\n"
    await there.bring(rows, coordinator="Maria", backup="Tom")
    await there.until(ASKED)
    return ana, ana.messages()[-1]


async def test_a_question_says_that_a_reaction_answers(there: Stage) -> None:
    ana, _ = await one_pair(there)

    assert "A reaction answers too: ✅ we met, 📅 it's booked, ⏳ not yet." in ana.messages()[-1].plain.splitlines()


async def test_sharing_with_a_second_mentor_takes_nothing_from_the_first(there: Stage) -> None:
    ana, ben, cleo = there["Ana"], there["Ben"], there["Cleo"]
    await there.bring(
        f"mentor,mentee,rhythm\n{ben.id};{cleo.id},{ana.id},fortnightly\n", coordinator="Maria", backup="Tom"
    )
    await there.until(ASKED)
    await ana.posts("For both of you")
    await there.now()

    await ana.clicks("Share with Ben Clarke")
    await there.now()
    assert "Take back from Ben Clarke" in ana.messages()[-1].buttons
    await ana.clicks("Share with Cleo Martin")
    await there.now()
    assert ana.messages()[-1].plain.startswith("Saved, and shared with Ben Clarke and Cleo Martin.")
    await ana.clicks("Take back from Ben Clarke")
    await there.now()
    assert ana.messages()[-1].plain.startswith("Saved, and shared with Cleo Martin.")

    await there.until(CLOSED)
    assert not any("For both of you" in seen.plain for seen in ben.messages())
    assert any("For both of you" in seen.plain for seen in cleo.messages())
    await ana.clicks("Take back from Cleo Martin")
    await there.now()
    assert not any("For both of you" in seen.plain for seen in cleo.messages())
    own = next(seen for seen in ana.messages() if "Saved for your check-in" in seen.plain)
    assert "It is gone from my messages, but Cleo Martin may have read it before." in own.plain.splitlines()


async def test_an_edit_changes_what_the_partner_is_shown(there: Stage) -> None:
    ana, ben = await one_pair(there)
    stamp = await ana.posts("The draft is dnoe")
    await there.now()
    await ana.clicks("Share with Ben Clarke")
    await there.now()
    await ana.edits(stamp, "The draft is done")
    await there.now()

    await there.until(CLOSED)
    assert "> The draft is done" in ben.messages()[-1].plain.splitlines()

    await ana.edits(stamp, "The draft is sent")
    await there.now()
    assert "> The draft is sent" in ben.messages()[-1].plain.splitlines()


async def test_deleting_asks_and_forgets_everywhere(there: Stage) -> None:
    ana, ben = await one_pair(there)
    stamp = await ana.posts("Words for a while")
    await there.now()
    await ana.clicks("Share with Ben Clarke")
    await there.now()
    await there.until(CLOSED)
    assert any("Words for a while" in seen.plain for seen in ben.messages())

    await ana.deletes(stamp)
    await there.now()
    await ana.clicks("Forget it too")
    await there.now()

    assert ana.messages()[-1].plain == "Forgotten: I no longer keep what you deleted."
    assert not any("Words for a while" in seen.plain for seen in ben.messages())
    assert ben.messages()[-1].plain == "Ana Pereira took back what stood here. You may have read it before."


async def test_deleting_may_keep_what_was_kept(there: Stage) -> None:
    ana, ben = await one_pair(there)
    stamp = await ana.posts("Words to stay")
    await there.now()
    await ana.clicks("Share with Ben Clarke")
    await there.now()

    await ana.deletes(stamp)
    await there.now()
    await ana.clicks("Keep it")
    await there.now()
    await there.until(CLOSED)

    assert "I still keep it" in "\n".join(seen.plain for seen in ana.messages())
    assert "> Words to stay" in ben.messages()[-1].plain.splitlines()


async def test_an_edit_that_is_too_long_is_said_and_what_stood_there_stays(there: Stage) -> None:
    ana, ben = await one_pair(there)
    stamp = await ana.posts("The first draft")
    await there.now()
    await ana.clicks("Share with Ben Clarke")
    await there.now()

    for length in (12_001, 12_002):
        await ana.edits(stamp, "x" * length)
        await there.now()
    assert [seen.plain for seen in ana.messages()[-2:]] == [
        "Your edit is longer than 12,000 characters, so I still keep what stood there before."
    ] * 2

    await there.until(CLOSED)
    assert "> The first draft" in ben.messages()[-1].plain.splitlines()


async def test_words_that_were_too_long_are_kept_once_they_are_shortened(there: Stage) -> None:
    ana, ben = await one_pair(there)
    stamp = await ana.posts("x" * 12_001)
    await there.now()
    await ana.edits(stamp, "x" * 12_002)
    await there.now()
    too_long = (
        "That is more than 12,000 characters, so I have not kept it. Please shorten it there, or send it in pieces."
    )
    assert [seen.plain for seen in ana.messages()[-2:]] == [too_long] * 2

    await ana.edits(stamp, "The shorter draft")
    await there.now()
    await ana.clicks("Share with Ben Clarke")
    await there.until(CLOSED)
    assert "> The shorter draft" in ben.messages()[-1].plain.splitlines()
