"""One process that does all that is due at a moment: `python -m tests.concurrency.one_life URL MOMENT FILE`.

Writes the id of every notice that it said into the file; ends with 1 if it had anything to complain of.
"""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from tests.concurrency.replicas import replicas


def live(url: str, moment: datetime, said: Path) -> None:
    with replicas(url, start=moment, name=said.name) as there:
        asyncio.run(there.one.settle())
        said.write_text("".join(f"{notice}\n" for notice in there.hall.notices()))


if __name__ == "__main__":
    live(sys.argv[1], datetime.fromisoformat(sys.argv[2]), Path(sys.argv[3]))
