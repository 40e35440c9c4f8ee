"""What a life is slow to load or to put into words, done once in the process that all lives are forked from, by
importing this module: a short life without a death.
"""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import alembic.command  # noqa: F401  # loaded by the first migration otherwise
import holidays

from tests import engines, logs, statements
from tests.stage import stage
from tests.survival import story

for country, part in (("PT", None), ("CA", "AB")):
    holidays.country_holidays(country, subdiv=part, years=(2025, 2026, 2027))


async def live() -> None:
    with TemporaryDirectory(prefix="rapport-warm-") as folder, engines.migrated_database("sqlite", Path(folder)) as url:
        async with stage(url, start=story.START, people=story.PEOPLE) as there:
            ana, ben = there["Ana"], there["Ben"]
            await there.bring(f"mentor,mentee,rhythm\n{ana.id},{ben.id},weekly\n", coordinator="Maria", backup="Tom")
            await there.pass_by(hours=12)
            for each in (ana, there["Maria"]):
                await each.opens_home()
            await there.pass_by(weeks=2)
            await ana.clicks("We met")
            await there.pass_by(weeks=1)


logs.print_plainly()
statements.keep_words()
asyncio.run(live())
