"""What people say to one another around a rotation is nowhere with the bot: not in the database, not in the log."""

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, inspect, text
from structlog.testing import capture_logs

from tests.journeys.coffees import FIRST, coffees, meeting

PLANTED = "kestrelrotation"


async def test_words_in_the_channel_and_in_the_group_messages_are_kept_nowhere(
    database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with capture_logs() as logged:
        async with coffees(database_url, "Ana", "Ben", "Cleo") as (there, channel):
            card = there["Ana"].messages(channel.id)[0]
            await there["Ana"].posts(f"{PLANTED} in the channel", channel=channel.id)
            await there["Ben"].posts(f"{PLANTED} under the card", channel=channel.id, thread=(card.channel, card.ts))
            await there.until(FIRST + timedelta(hours=1))
            met = meeting(there, "Ana")
            assert met is not None
            await there["Ana"].posts(f"{PLANTED} among us", channel=met.channel)
            await there["Cleo"].posts(f"{PLANTED} in its thread", channel=met.channel, thread=(met.channel, met.ts))
            await there.until(FIRST + timedelta(days=30))

            written = everything(database_url)

    assert "Coffees" in written
    assert PLANTED not in written
    assert PLANTED not in str(logged)
    assert PLANTED not in "".join(capfd.readouterr())


def everything(url: str) -> str:
    """Every value of every row of every table, as it is stored."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        tables = inspect(engine).get_table_names()
        rows = [str(connection.execute(text(f'SELECT * FROM "{table}"')).all()) for table in tables]
    engine.dispose()
    return "\n".join(rows)
