"""Anything typed in the DM is kept for its author, answered by a clear sentence, and pings nobody."""

import asyncio
from collections.abc import Coroutine
from itertools import count
from typing import Any

from hypothesis import given

from handlers.payloads import clean
from handlers.views import ids
from storage.tables import Entry
from tests.hostile.ground import Ground, button, ground
from tests.hostile.words import examples, words

LONGEST = 12_000


def test_whatever_is_typed_is_kept_answered_and_nowhere_logged(database_url: str) -> None:
    with ground(database_url) as here:
        numbers = count()

        @examples(25)
        @given(words)
        def typed(said: str) -> None:
            planted = f"kestrel{next(numbers)}owl"
            for name, expected in (("Ben", "kept"), ("Ana", "which"), ("Zoe", "stranger")):
                stamp = here.run(_posts(here, name, f"{said} {planted}"))

                answers = [seen for seen in here[name].messages() if seen.author == here.there.slack.bot_user_id]
                assert float(answers[-1].ts) > float(stamp), expected
                assert planted not in "".join(seen.plain for seen in answers)
                kept = here.words_of(stamp)
                if len(said) + len(planted) + 1 > LONGEST or name == "Zoe":
                    assert kept == []
                else:
                    assert kept == [clean(f"{said} {planted}")]
            here.sound(planted)

        typed()


def test_what_cannot_be_kept_says_so(database_url: str) -> None:
    with ground(database_url) as here:
        for said, answer in (
            (" \n\t ", "I have not kept this as an answer"),
            ("\x00", "I have not kept this as an answer"),
            ("long " * 2_500, "12,000 characters"),
            ("é" * 12_001, "12,000 characters"),
        ):
            here.run(_posts(here, "Ben", said))

            assert answer in here["Ben"].messages()[-1].plain
            assert here.rows(Entry) == []
            here.sound()


def test_somebody_who_cannot_be_asked_yet_is_answered_all_the_same(database_url: str) -> None:
    """Fay's pairing runs already, and she has not heard the first word: it is night where she is."""
    with ground(database_url) as here:
        fay, gus = here.there.add("Fay Night", "Asia/Tokyo"), here.there.add("Gus Night", "Asia/Tokyo")
        here.run(_start(here, f"mentor,mentee,started\n{fay.id},{gus.id},2026-09-01\n"))

        stamp = here.run(_posts(here, "Fay", "Good evening, we met."))

        assert here["Fay"].messages()[-1].author == here.there.slack.bot_user_id
        assert here.words_of(stamp) in ([], ["Good evening, we met."])
        here.sound("Good evening")


def test_somebody_on_a_long_pause_is_answered_all_the_same(database_url: str) -> None:
    """Nobody asks Ben before next year, so there is no check-in that his words could belong to."""
    with ground(database_url) as here:
        here.run(here["Ben"].runs("/rapport pause 40 weeks"))
        here.run(here.there.pass_by(weeks=12))
        before = len(here["Ben"].messages())

        here.run(_posts(here, "Ben", "Back sooner than I thought."))

        said = here["Ben"].messages()[before:]
        assert [seen.author == here.there.slack.bot_user_id for seen in said] == [False, True]
        assert said[-1].plain
        here.sound("sooner than")


def test_what_is_typed_while_the_pairing_ends_is_answered(database_url: str) -> None:
    with ground(database_url) as here:
        here.show("Ana", button(ids.CONSENT_NOT_FOR_ME, "no"))

        here.run(_at_once(here["Ana"].clicks(("forged", ids.CONSENT_NOT_FOR_ME)), here["Ben"].posts("One more thing.")))
        here.run(here.answered())

        assert here["Ben"].messages()[-1].author == here.there.slack.bot_user_id
        here.sound("One more thing")


async def _at_once(*acts: Coroutine[Any, Any, Any]) -> None:
    await asyncio.gather(*acts)


async def _start(here: Ground, csv: str) -> None:
    done = await here.there.bring(csv, coordinator="Maria", backup="Tom")
    assert done.made == 1
    await here.there.now()


async def _posts(here: Ground, name: str, said: str) -> str:
    stamp = await here[name].posts(said)
    await here.answered()
    return stamp
