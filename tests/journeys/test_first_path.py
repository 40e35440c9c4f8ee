"""One introduction, one check-in, one answer: the thinnest whole story."""

from datetime import UTC, datetime

from tests.stage import stage


async def test_a_pair_is_introduced_asked_and_answers_by_one_click(database_url: str) -> None:
    monday = datetime(2026, 9, 7, 6, tzinfo=UTC)
    people = {"Maria Santos": "Europe/Lisbon", "Tom Okafor": "Europe/London"}
    async with stage(database_url, start=monday, people=people) as there:
        ana, ben = there.add("Ana Pereira", "Europe/Lisbon"), there.add("Ben Clarke", "Europe/London")
        await there.bring(f"mentor,mentee\n{ana.id},{ben.id}\n", coordinator="Maria", backup="Tom")

        await there.pass_by(weeks=6)
        await ana.clicks("We met")
        await there.now()

        assert "With Ben Clarke: *we met*. Saved." in ana.messages()[-1].plain
        assert any("welcome to" in seen.plain for seen in ana.messages())
