"""What earlier rounds tell of who met whom, who was left out, and who is silent."""

from uuid import UUID

import pytest

from bot.domain.checkin import Meeting
from bot.domain.ids import EncounterId
from bot.domain.rotation import LeftOut, Met, Past
from bot.domain.rotation_past import PastPart, past_of, silent
from tests.builders import ANA, BEN, CARLA


def together(period: int, *members: object, **more: object) -> list[PastPart]:
    encounter = EncounterId(UUID(int=1000 * period + min(each.int for each in members)))  # type: ignore[attr-defined]
    return [PastPart(period=period, member=each, encounter=encounter, **more) for each in members]  # type: ignore[arg-type]


def out(period: int, member: object) -> PastPart:
    return PastPart(period=period, member=member, left_out=LeftOut.ODD)  # type: ignore[arg-type]


def test_who_met_whom_how_often_and_when_last_is_counted_in_trios_too() -> None:
    parts = [*together(1, ANA, BEN, CARLA), *together(4, ANA, BEN), out(4, CARLA)]

    assert past_of(parts, number=5, chairs=3) == Past(
        number=5,
        chairs=3,
        met={
            frozenset({ANA, BEN}): Met(times=2, last=4),
            frozenset({ANA, CARLA}): Met(times=1, last=1),
            frozenset({BEN, CARLA}): Met(times=1, last=1),
        },
        left_out={CARLA: 1},
        out_last=frozenset({CARLA}),
    )


def test_left_out_last_is_who_was_so_the_last_time_that_they_took_part() -> None:
    """Carla skipped the round after it, and Ben has met somebody since."""
    parts = [
        out(1, BEN),
        *together(2, ANA, BEN),
        out(2, CARLA),
        PastPart(period=3, member=CARLA),
        *together(3, ANA, BEN),
    ]

    assert past_of(parts, number=4, chairs=3).out_last == {CARLA}
    assert past_of(parts, number=4, chairs=3).left_out == {BEN: 1, CARLA: 1}


def asked(period: int, answer: Meeting | None = None, partner: Meeting | None = None, **more: object) -> list[PastPart]:
    mine, theirs = together(period, ANA, BEN, asked=True)
    return [
        PastPart(period=period, member=ANA, encounter=mine.encounter, asked=True, answer=answer, **more),  # type: ignore[arg-type]
        PastPart(period=period, member=BEN, encounter=theirs.encounter, answer=partner),
    ]


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ([], None),
        ([asked(1), asked(2), asked(3)], 3),
        ([asked(1), asked(2, Meeting.NOT_YET), asked(3)], 1),
        ([asked(1), asked(2), asked(3, Meeting.NOT_YET)], None),
        ([asked(1), asked(2), asked(3, None, Meeting.MET)], None),  # they did meet
        ([asked(1), asked(2, None, Meeting.NOT_YET), asked(3)], 3),
        ([asked(1), [out(2, ANA)], asked(3)], 2),  # it counts neither way
        ([asked(1), [PastPart(period=2, member=ANA)], asked(3)], 2),
        ([asked(1), together(2, ANA, BEN), asked(3)], 2),  # introduced too late to be asked
        ([asked(1), asked(2), asked(3), asked(4, stay_asked=True)], 1),
        ([asked(1), asked(2), asked(3), [PastPart(period=4, member=ANA, stay_asked=True)]], None),
    ],
)
def test_silence_is_counted_in_rounds_in_which_they_were_asked(
    rounds: list[list[PastPart]], expected: int | None
) -> None:
    assert silent([part for each in rounds for part in each]).get(ANA) == expected
