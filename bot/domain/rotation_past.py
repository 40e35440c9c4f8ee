"""What the rounds before tell: who met whom, who was left out, who has been silent."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.domain.checkin import Meeting
from bot.domain.ids import EncounterId, MemberId
from bot.domain.rotation import LeftOut, Met, Past


@dataclass(frozen=True, kw_only=True, slots=True)
class PastPart:
    """Somebody's part in a round that was opened. `asked`: whether they met; `stay_asked`: whether to stay."""

    period: int
    member: MemberId
    encounter: EncounterId | None = None
    left_out: LeftOut | None = None
    asked: bool = False
    stay_asked: bool = False
    answer: Meeting | None = None


def past_of(
    parts: Sequence[PastPart], *, number: int, chairs: int, apart: frozenset[frozenset[MemberId]] = frozenset()
) -> Past:
    """`parts` of the earliest round come first. Whoever was brought together counts as having met, whatever they say:
    to be introduced to each other again is what nobody wants.
    """
    met: dict[frozenset[MemberId], Met] = {}
    for encounter in _together(parts).values():
        for one, other in combinations(encounter, 2):
            pair = frozenset((one.member, other.member))
            times = met[pair].times + 1 if pair in met else 1
            met[pair] = Met(times=times, last=one.period)
    took_part = [part for part in parts if part.encounter is not None or part.left_out is not None]
    last = {part.member: part for part in took_part}
    return Past(
        number=number,
        chairs=chairs,
        met=met,
        left_out=Counter(part.member for part in took_part if part.left_out is not None),
        out_last=frozenset(part.member for part in last.values() if part.left_out is not None),
        apart=apart,
    )


def silent(parts: Sequence[PastPart]) -> dict[MemberId, int]:
    """For each the rounds in a row, up to the last, in which they were asked whether they met and it stayed silent.

    A round in which anybody of an encounter says that they met is no silence. Whoever was asked whether to stay begins
    anew: they stayed, or were set aside and came back.
    """
    met = {id for id, people in _together(parts).items() if any(each.answer is Meeting.MET for each in people)}
    counted: Counter[MemberId] = Counter()
    settled: set[MemberId] = set()
    for part in reversed(parts):
        if part.member in settled:
            continue
        if part.asked and part.left_out is None:
            if part.answer is None and part.encounter not in met:
                counted[part.member] += 1
            else:
                settled.add(part.member)
        if part.stay_asked:
            settled.add(part.member)
    return dict(counted)


def _together(parts: Iterable[PastPart]) -> dict[EncounterId, list[PastPart]]:
    found: dict[EncounterId, list[PastPart]] = defaultdict(list)
    for part in parts:
        if part.encounter is not None and part.left_out is None:
            found[part.encounter].append(part)
    return found
