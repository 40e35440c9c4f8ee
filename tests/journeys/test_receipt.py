"""Every receipt can be edited, and who sees it changed, in what people see."""

from datetime import UTC, datetime

from bot.domain.checkin import About
from handlers.views import ids
from tests.journeys.mentors import mentors

ASKED = datetime(2026, 9, 15, 9, 5, tzinfo=UTC)
CLOSED = datetime(2026, 9, 28, 12, tzinfo=UTC)


async def test_an_answer_is_changed_behind_edit_and_no_button_reads_as_the_next_question(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(ASKED)
        await ben.clicks("We met")
        await there.now()
        receipt = ben.messages()[-1]
        assert receipt.buttons[:3] == ["Add a line", "Edit", "Change who sees this"]
        assert not {"We met", "It's booked", "Not yet"} & set(receipt.buttons)

        await ben.clicks("Edit")
        await ben.submits({ids.OUTCOME: "Not yet"})
        await ben.closes_view()
        await there.now()

        assert ben.messages()[-1].plain.startswith("With Ana: *not yet*. Saved.")


async def test_typed_words_are_edited_and_their_readers_changed_from_their_receipt(database_url: str) -> None:
    async with mentors(database_url) as there:
        ana, ben = there["Ana"], there["Ben"]
        await there.until(ASKED)
        await ben.posts("We talked abuot the draft")
        await there.now()
        assert {"Edit", "Change who sees this"} <= set(ben.messages()[-1].buttons)

        await ben.clicks("Edit")
        assert ben.view is not None
        typed = next(block["block_id"] for block in ben.view["blocks"] if "What you typed" in str(block.get("label")))
        await ben.submits({typed: "We talked about the draft"})
        await ben.closes_view()
        await ben.clicks("Change who sees this")
        await ben.submits({typed.replace(ids.TEXT, ids.AUDIENCE): "Ana and me"})
        assert "1 text is shared with Ana." in ben.view_plain
        await ben.closes_view()
        await there.now()

        assert ben.messages()[-1].plain.startswith("Saved, and shared with Ana.")
        await there.until(CLOSED)
        assert "> We talked about the draft" in "\n".join(seen.plain for seen in ana.messages())


async def test_narrowing_by_the_form_is_not_silent(database_url: str) -> None:
    async with mentors(database_url) as there:
        ana, ben = there["Ana"], there["Ben"]
        await there.until(ASKED)
        await ben.clicks("We met")
        await there.now()
        await ben.clicks("Add a line")
        await ben.submits({ids.text_block(About.MOVED): "Draft done", ids.audience_block(About.MOVED): "Ana and me"})
        await ben.closes_view()
        await there.now()
        await there.until(CLOSED)
        assert any("Draft done" in seen.plain for seen in ana.messages())
        receipt = next(seen for seen in ben.messages() if "What moved: shared with Ana." in seen.plain)

        await ben.clicks("Edit", (receipt.channel, receipt.ts))
        await ben.submits({ids.audience_block(About.MOVED): "Only me"})
        said = ben.view_plain
        await there.now()

        assert "What you took back is gone from my messages, but Ana may have read it before." in said
        now = next(seen for seen in ben.messages() if seen.ts == receipt.ts)
        gone = "What moved: only you can read it. It is gone from my messages, but Ana may have read it before."
        assert gone in now.plain.splitlines()


async def test_without_words_the_readers_are_said_and_nothing_is_asked(database_url: str) -> None:
    async with mentors(database_url) as there:
        ben = there["Ben"]
        await there.until(ASKED)
        await ben.clicks("We met")
        await there.now()

        await ben.clicks("Change who sees this")

        assert ben.view_plain.splitlines() == [
            "# Who sees this",
            "Ana never sees this answer; Maria (coordinator) can.",
            "You have written no words, so there is nothing else to choose.",
            "[Close]",
        ]
