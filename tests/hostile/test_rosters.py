"""Files by their bytes: every one is read or refused by name, and nothing in it pings anybody or breaks the import."""

import asyncio

from hypothesis import example, given
from hypothesis import strategies as st

from bot.app.importing import import_into
from bot.domain.roster_problems import Problem
from bot.services.importing import Imported
from bot.services.importing_words import roster_sentence
from storage.tables import Pairing
from tests.hostile.ground import Ground, ground
from tests.hostile.words import examples, words

COLUMNS = ("mentor", "mentee", "focus", "site", "rhythm", "started", "kestrel", "")
CELLS = st.one_of(
    words, st.sampled_from(["{ana}", "{dan}", "{eve}", "x" * 10_000, "=1+1", "@SUM(A1)", "\t+1", '"', "1"])
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252", "utf-7")


def test_whatever_is_in_a_file_it_is_brought_in_or_refused_with_reasons(database_url: str) -> None:
    rows = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=4)
    with ground(database_url) as here:

        @examples(60)
        @given(st.permutations(COLUMNS), rows, st.sampled_from(ENCODINGS), st.sampled_from(",;\t|"))
        @example(list(COLUMNS[:3]), [["{dan}", "{ana}", f"{n}"] for n in range(5)], "utf-8", ",")
        def brought(columns: list[str], cells: list[list[str]], encoding: str, comma: str) -> None:
            lines = [comma.join(columns), *(comma.join(row) for row in cells)]
            text = "\n".join(lines).replace("{ana}", here["Ana"].id).replace("{dan}", here["Dan"].id)
            _brings(here, text.replace("{eve}", here["Eve"].id).encode(encoding, "replace"))

        brought()
        assert len(here.rows(Pairing)) >= 3 + 5


def test_bytes_that_are_no_text_are_refused_by_name(database_url: str) -> None:
    with ground(database_url) as here:

        @examples(60)
        @given(st.binary(max_size=300))
        @example(b"\xff\xfe")
        @example(b"mentor,mentee\n\xc3\x28,\xa0")
        @example(b"PK\x03\x04" + bytes(100))
        @example(b'mentor,mentee\n"never closed,')
        def brought(raw: bytes) -> None:
            _brings(here, raw)

        brought()


def _brings(here: Ground, raw: bytes) -> None:
    before = len(here.rows(Pairing))
    done = here.run(asyncio.wait_for(_bring(here, raw), 20))
    assert len(here.rows(Pairing)) == before + done.made
    assert done.made == 0 or not done.stopped
    for problem in done.problems:
        assert _harmless(problem)
    here.run(here.answered())
    here.sound()


async def _bring(here: Ground, raw: bytes) -> Imported:
    return await import_into(
        here.there.installation,
        raw=raw,
        programme="Mentors 2026",
        coordinator=here["Maria"].id,
        backup=here["Tom"].id,
    )


def _harmless(problem: Problem) -> bool:
    """One printable line that no cell can stretch."""
    sentence = roster_sentence(problem)
    return sentence.isprintable() and len(sentence) < 500
