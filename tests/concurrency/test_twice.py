"""The same thing twice at once: clicks, events, files, deliveries. It counts once."""

import asyncio
import sys
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot.domain.checkin import Outcome
from bot.domain.notice import NoticeState
from bot.services import checkin, delivery, typed
from bot.services.importing import Import, Imported, import_pairs
from storage.tables import Entry, Member, Notice, Pairing, Participant, Programme, Update
from tests.concurrency.acts import open_pairs
from tests.concurrency.replicas import MONDAY, Replica, Replicas, csv_of, replicas

RUN_BY = 2
"""The coordinator and the backup, each of whom is welcomed."""

ROUNDS = 12


async def test_an_event_delivered_twice_at_once_is_one_entry_and_one_receipt(database_url: str) -> None:
    with replicas(database_url) as there:
        for pair in await open_pairs(there, ROUNDS):
            said = pair.said("9.0")

            done = await there.at_the_lock(
                [pair.pairing],
                *(partial(by.bot.do, typed.hear, pair.mentee, said) for by in (there.one, there.two, there.one)),
            )

            assert done == [None, None, None]
            assert len(there.rows(Entry, stamp=said.stamp)) == 1
            assert len(there.rows(Notice, key=f"typed:D0:{said.stamp}")) == 1


async def test_two_clicks_of_everybody_at_once_are_one_answer_each(database_url: str) -> None:
    with replicas(database_url) as there:
        pairs = await open_pairs(there, ROUNDS)

        await asyncio.gather(
            *(
                by.bot.do(checkin.answer, who, prompt, outcome)
                for pair in pairs
                for by in (there.one, there.two)
                for outcome in (Outcome.MET, Outcome.NOT_YET)
                for who, prompt in ((pair.mentee, pair.prompt), (pair.mentor, pair.mentors_prompt))
            )
        )

        assert len(there.rows(Update)) == 2 * len(pairs)
        assert all(row["met_at"] is not None for row in there.rows(Pairing))


async def test_one_file_brought_in_twice_at_once_makes_its_pairs_once(database_url: str) -> None:
    pairs = [(f"U0M{n % 7}", f"U0E{n}") for n in range(40)]
    with replicas(database_url) as there:
        plan = there.plan(csv_of(pairs))

        done = await there.at_the_lock([], *(partial(_brings, there, by, plan) for by in (there.one, there.two)))

        assert sorted((each.made, each.there_already) for each in done) == [(0, 40), (40, 0)]
        assert len(there.rows(Pairing)) == 40
        assert len(there.rows(Programme)) == 1
        assert len(there.rows(Participant)) == 47
        assert len(there.rows(Member)) == 49


async def test_two_programmes_run_by_each_others_people_are_brought_in_at_once(database_url: str) -> None:
    people = [f"U0P{n:02}" for n in range(30)]
    pairs = list(zip(people[::2], people[1::2], strict=True))
    with replicas(database_url) as there:
        spring = there.plan(csv_of(pairs), programme="Spring", run_by=(people[-1], people[-2]))
        autumn = there.plan(csv_of(pairs[::-1]), programme="Autumn", run_by=(people[0], people[1]))

        done = await there.at_the_lock(
            [], partial(_brings, there, there.one, spring), partial(_brings, there, there.two, autumn)
        )

        assert [each.made for each in done] == [15, 15]
        assert len(there.rows(Member)) == len(people)


async def test_two_couriers_with_everything_due_claim_each_notice_once(database_url: str) -> None:
    """Also when the lease of one has ended while it was still at work."""
    with replicas(database_url) as there:
        there.bring(csv_of([(f"U0M{n % 5}", f"U0E{n}") for n in range(25)]))
        await there.one.looks_at([row["id"] for row in there.rows(Pairing)])
        there.clock.move_to(MONDAY + timedelta(hours=5))

        planned = [
            plan
            for _ in range(ROUNDS)
            for plan in await asyncio.gather(
                *(by.bot.write(there.workspace, partial(delivery.plan, limit=3)) for by in (there.one, there.two))
            )
        ]

        said = [saying.notice for plan in planned for each in plan.messages for saying in each.sayings]
        assert len(said) == len(set(said)) == 30 + RUN_BY
        assert {row["state"] for row in there.rows(Notice)} == {NoticeState.SENDING}


async def test_two_processes_do_what_is_due_at_the_same_moments(database_url: str, tmp_path: Path) -> None:
    pairs = [(f"U0M{n % 5}", f"U0E{n}") for n in range(20)]
    with replicas(database_url) as there:
        there.bring(csv_of(pairs))

        codes = []
        for day in range(2):
            moment = MONDAY + timedelta(days=day, hours=2, minutes=57)
            lives = [await _process(database_url, moment, tmp_path / f"{name}{day}") for name in ("one", "other")]
            codes += [await each.wait() for each in lives]

        said = [line for day in range(2) for name in ("one", "other") for line in _lines(tmp_path / f"{name}{day}")]
        assert codes == [0] * 4
        expected = 25 + len(pairs) + RUN_BY
        assert len(said) == len(set(said)) == len(there.rows(Notice, state=NoticeState.SENT)) == expected
        assert {row["trouble"] for row in there.rows(Pairing)} == {""}


async def _process(url: str, moment: datetime, said: Path) -> asyncio.subprocess.Process:
    program = ("-m", "tests.concurrency.one_life", url, moment.isoformat(), str(said))
    return await asyncio.create_subprocess_exec(sys.executable, *program)


def _lines(file: Path) -> list[str]:
    return file.read_text().splitlines()


async def _brings(there: Replicas, by: Replica, plan: Import) -> Imported:
    return await by.bot.write(there.workspace, lambda session, turn: import_pairs(session, turn, plan))
