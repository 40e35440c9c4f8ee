"""The short form through the wire: an early answer, and words for a team's mentors."""

from datetime import UTC, datetime

from tests.stage import stage

PEOPLE = {"Maria Santos": "Europe/Lisbon", "Tom Okafor": "Europe/London", "Ana Pereira": "Europe/Lisbon"}
MONDAY = datetime(2026, 9, 7, 6, tzinfo=UTC)


async def test_an_early_answer_says_whether_they_met_and_nothing_asks_again(database_url: str) -> None:
    async with stage(database_url, start=MONDAY, people=PEOPLE) as there:
        ana, ben = there["Ana"], there.add("Ben Clarke", "Europe/London")
        rows = f"mentor,mentee,rhythm\n{ana.id},{ben.id},fortnightly\n"
        await there.bring(rows, coordinator="Maria", backup="Tom")
        await there.until(datetime(2026, 9, 16, 12, tzinfo=UTC))

        await ana.runs("/rapport checkin")
        await ana.submits({"outcome": "We met", "text.moved": "The outline"})
        await there.until(datetime(2026, 9, 23, 12, tzinfo=UTC))

        assert not any("and Ben Clarke met since" in seen.plain for seen in ana.messages())
        assert any("and Ana Pereira met since" in seen.plain for seen in ben.messages())
        report = await there["Maria"].runs("/rapport report last 30 days")
        assert "1 of 1" in report.plain


async def test_a_team_s_mentee_is_asked_which_mentors_may_read(database_url: str) -> None:
    async with stage(database_url, start=MONDAY, people=PEOPLE) as there:
        ana, ben, cleo = (
            there["Ana"],
            there.add("Ben Clarke", "Europe/London"),
            there.add("Cleo Martin", "Europe/Paris"),
        )
        rows = f"mentor,mentee,rhythm\n{ana.id};{cleo.id},{ben.id},fortnightly\n"
        await there.bring(rows, coordinator="Maria", backup="Tom")
        await there.until(datetime(2026, 9, 22, 12, tzinfo=UTC))

        await ben.runs("/rapport checkin")
        await ben.fills({"readers": []})
        await ben.submits({"text.moved": "For one of you", "audience.moved": "Me and the mentors I tick below"})
        assert ben.view is not None
        assert list(ben.view_errors) == ["readers"]
        assert "For one of you" in ben.view_plain

        await ben.submits({"readers": ["Cleo Martin"]})
        await there.until(datetime(2026, 10, 5, 12, tzinfo=UTC))
        assert any("For one of you" in seen.plain for seen in cleo.messages())
        assert not any("For one of you" in seen.plain for seen in ana.messages())
