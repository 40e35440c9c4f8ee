"""Whatever is put into a form is kept or sent back with a clear sentence, pings nobody, and nothing typed is lost."""

from collections.abc import Mapping
from datetime import date, time
from itertools import count
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case import Urgency
from bot.domain.checkin import About, Audience
from handlers.payloads import clean
from handlers.views import ids
from storage.tables import Concern, Entry, Member, Pause
from tests.hostile.ground import MISHAP, Ground, button, ground
from tests.hostile.words import examples, words

FIELDS: Final = (About.MOVED, About.NEXT, About.IN_THE_WAY, About.PRIVATE_LINE)
LONGEST_DAY: Final = date(2100, 1, 1)

texts = st.dictionaries(st.sampled_from(FIELDS), words, min_size=1)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def test_whatever_is_written_into_a_check_in_is_kept_or_sent_back(database_url: str) -> None:
    with ground(database_url) as here:
        numbers, seen = count(), set[bool]()

        @examples(25)
        @given(texts, st.sampled_from(Audience))
        def written(said: Mapping[About, str], audience: Audience) -> None:
            planted = f"kestrel{next(numbers)}owl"
            filled = {about: f"{text} {planted}" for about, text in said.items()}
            here.run(here["Ben"].runs("/rapport checkin"))
            here.run(here["Ben"].fills({ids.text_block(about): text for about, text in filled.items()}))
            chosen = [ids.audience_block(about) for about in said if about is not About.PRIVATE_LINE]
            here.run(here["Ben"].submits(dict.fromkeys(chosen, audience.value)))
            here.run(here.answered())

            if _was_sent_back(here, seen):
                assert all(typed in _typed(here) for typed in filled.values())
            else:
                kept = _kept(here)
                assert {about: kept.get(about) for about in filled} == {
                    about: clean(text).strip() for about, text in filled.items()
                }
            here.run(here["Ben"].closes_view())
            here.sound(planted)

        written()
        assert seen == {True, False}


def test_whatever_hours_are_chosen_are_kept_or_sent_back(database_url: str) -> None:
    with ground(database_url) as here:
        seen = set[bool]()
        here.show("Ben", button(ids.HOURS, "hours"))

        @examples(25)
        @given(st.sets(st.integers(0, 6)), times, times, st.integers(0, 6), times)
        def chosen(days: set[int], opens: time, closes: time, weekday: int, ask_at: time) -> None:
            before = _ben(here)
            here.run(here["Ben"].clicks(("forged", ids.HOURS)))
            here.run(
                here["Ben"].submits(
                    {
                        ids.DAYS: [str(day) for day in days],
                        ids.OPENS: opens,
                        ids.CLOSES: closes,
                        ids.ASK_WEEKDAY: str(weekday),
                        ids.ASK_AT: ask_at,
                    }
                )
            )

            after = _ben(here)
            if _was_sent_back(here, seen):
                assert after == before
            else:
                assert [after[name] for name in ("opens", "closes", "ask_weekday", "ask_at")] == [
                    opens,
                    closes,
                    weekday,
                    ask_at,
                ]
                assert opens < closes
                assert days
            here.run(here["Ben"].closes_view())
            here.sound()

        chosen()
        assert seen == {True, False}


def test_whatever_day_a_pause_shall_end_it_ends_or_is_sent_back(database_url: str) -> None:
    with ground(database_url) as here:
        seen = set[bool]()

        @examples(25)
        @given(st.one_of(st.dates(date(2026, 9, 1), date(2027, 12, 31)), st.dates(date(1, 1, 1), LONGEST_DAY)))
        def chosen(until: date) -> None:
            before = len(here.rows(Pause))
            here.run(here["Ben"].runs("/rapport pause"))
            here.run(here["Ben"].submits({ids.UNTIL: until}))

            if _was_sent_back(here, seen):
                assert len(here.rows(Pause)) == before
            else:
                assert len(here.rows(Pause)) > before
                assert until > here.there.clock.now().date()
            here.run(here["Ben"].closes_view())
            here.run(here["Ben"].runs("/rapport resume"))
            here.run(here.answered())
            here.sound()

        chosen()
        assert seen == {True, False}


def test_whatever_is_written_in_asking_for_help_reaches_a_reader_or_is_sent_back(database_url: str) -> None:
    with ground(database_url) as here:
        numbers, seen = count(), set[bool]()

        @examples(20)
        @given(
            words,
            st.sets(st.sampled_from(["Maria Santos", "Tom Okafor"])),
            st.sampled_from(Urgency),
        )
        def asked(said: str, readers: set[str], urgency: Urgency) -> None:
            planted = f"kestrel{next(numbers)}owl"
            before = len(here.rows(Concern))
            here.run(here["Ben"].runs("/rapport concern"))
            given = {ids.CONCERN: f"{said} {planted}", ids.READERS: sorted(readers), ids.URGENCY: urgency.value}
            here.run(here["Ben"].submits(given))
            here.run(here.answered())

            concerns = sorted(here.rows(Concern), key=lambda row: str(row["id"]))
            if _was_sent_back(here, seen):
                assert len(concerns) == before
                assert f"{said} {planted}" in _typed(here)
            else:
                assert len(concerns) == before + 1
                assert readers
                assert _opened(here, "concern", concerns[-1]) == clean(f"{said} {planted}").strip()
            here.run(here["Ben"].closes_view())
            here.sound(planted)

        asked()
        assert seen == {True, False}


def _was_sent_back(here: Ground, seen: set[bool]) -> bool:
    """With words of ours beside the field that is meant."""
    errors = here["Ben"].view_errors
    assert all(sentence and MISHAP not in sentence for sentence in errors.values())
    seen.add(bool(errors))
    return bool(errors)


def _typed(here: Ground) -> list[str]:
    """What still stands in the open form."""
    modal = here["Ben"].screen.modal
    assert modal is not None
    return [str(held.get("value")) for held in modal.filled.values()]


def _kept(here: Ground) -> dict[About, str]:
    return {row["about"]: _opened(here, "entry", row) for row in here.rows(Entry)}


def _opened(here: Ground, table: str, row: Mapping[str, Any]) -> str:
    with here.database.read(here.there.installation.workspace) as session:
        return session.open(row["sealed"], table=table, row=row["id"], column="sealed")


def _ben(here: Ground) -> Mapping[str, Any]:
    (ben,) = here.rows(Member, person=here["Ben"].id)
    return ben
