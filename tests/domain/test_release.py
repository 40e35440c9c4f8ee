"""When words for the partner are shown."""

from uuid import UUID

import pytest

from bot.domain.changes import Release
from bot.domain.facts import HeldWords
from bot.domain.ids import CheckinId, EntryId, MemberId
from bot.domain.pairing import Role
from bot.domain.release import may_read, releasing
from tests.builders import ANA, BEN, CARLA, CHECKIN, held, hours, pairing, seat, utc

CLOSED = "2026-10-22 10:00"


def test_at_the_close_words_come_in_the_readers_working_time() -> None:
    facts = pairing(
        seat(ANA, hours=hours("Asia/Tokyo")),
        seat(BEN),
        held=(held(ANA, BEN, "2026-10-13 10:00", closed_at=CLOSED), held(BEN, ANA, CLOSED, closed_at=CLOSED, n=61)),
    )

    assert list(releasing(facts, utc(CLOSED))) == [
        _release(BEN, "2026-10-22 10:00", 60),
        _release(ANA, "2026-10-23 00:00", 61),
    ]


def test_while_it_is_open_one_sides_words_wait() -> None:
    facts = pairing(held=(held(ANA, BEN, "2026-10-13 10:00"),))

    assert list(releasing(facts, utc("2026-10-20 10:00"))) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-10-13 10:00", "2026-10-14 09:00"),
        ("2026-10-16 10:00", "2026-10-19 09:00"),  # a Friday
        ("2028-02-28 10:00", "2028-02-29 09:00"),
        ("2026-12-31 16:00", "2027-01-01 09:00"),
    ],
)
def test_what_both_marked_for_each_other_comes_the_next_working_morning(now: str, expected: str) -> None:
    facts = pairing(held=(held(ANA, BEN, "2026-10-13 10:00"), held(BEN, ANA, now, n=61)))

    assert list(releasing(facts, utc(now))) == [_release(BEN, expected, 60), _release(ANA, expected, 61)]


def test_words_written_after_the_close_come_the_next_working_morning() -> None:
    facts = pairing(held=(held(ANA, BEN, "2026-10-22 10:01", closed_at=CLOSED),))

    assert list(releasing(facts, utc("2026-10-22 10:01"))) == [_release(BEN, "2026-10-23 09:00", 60)]


def test_all_that_a_reader_may_hear_of_one_check_in_is_one_notice() -> None:
    facts = pairing(
        held=(
            held(ANA, BEN, "2026-10-13 10:00", closed_at=CLOSED),
            held(ANA, BEN, "2026-10-14 10:00", closed_at=CLOSED, n=61),
        )
    )

    assert list(releasing(facts, utc(CLOSED))) == [_release(BEN, CLOSED, 60, 61)]


@pytest.mark.parametrize(
    ("marked", "released"),
    [
        # Each mentor of a team exchanges with the mentee by themselves.
        ([(ANA, BEN), (BEN, CARLA)], set()),
        ([(ANA, BEN), (CARLA, BEN), (BEN, CARLA)], {(CARLA, BEN), (BEN, CARLA)}),
        ([(ANA, BEN), (BEN, ANA), (BEN, CARLA)], {(ANA, BEN), (BEN, ANA)}),
    ],
)
def test_in_a_team_only_those_who_exchanged_hear_early(
    marked: list[tuple[MemberId, MemberId]], released: set[tuple[MemberId, MemberId]]
) -> None:
    words = tuple(held(author, reader, "2026-10-13 10:00", n=60 + n) for n, (author, reader) in enumerate(marked))
    facts = pairing(seat(ANA), seat(BEN), seat(CARLA), held=words)

    told = {entry for change in releasing(facts, utc("2026-10-13 11:00")) for entry in _entries(change)}

    assert {(each.author, each.reader) for each in words if each.entry in told} == released


def test_words_about_another_check_in_are_no_exchange() -> None:
    other = HeldWords(
        entry=EntryId(UUID(int=61)),
        checkin=CheckinId(UUID(int=51)),
        author=BEN,
        reader=ANA,
        written_at=utc("2026-10-13 10:00"),
        closed_at=None,
    )

    assert list(releasing(pairing(held=(held(ANA, BEN, "2026-10-13 10:00"), other)), utc("2026-10-14 10:00"))) == []


def test_mentors_of_a_team_are_not_each_others_partners() -> None:
    assert {(one, other) for one in Role for other in Role if may_read(one, other)} == {
        (Role.MENTOR, Role.MENTEE),
        (Role.MENTEE, Role.MENTOR),
    }


def _release(reader: MemberId, not_before: str, *entries: int) -> Release:
    words = tuple(held(ANA, BEN, CLOSED, n=n).entry for n in entries)
    return Release(checkin=CHECKIN, reader=reader, entries=words, not_before=utc(not_before))


def _entries(change: object) -> tuple[EntryId, ...]:
    assert isinstance(change, Release)
    return change.entries
