"""What the bot owes to people, judged from what reached them: when, how often, and to whom not at all."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.notice import NoticeKind
from tests.manners.heard import Heard, Told
from tests.manners.life import Life
from tests.manners.town import COORDINATORS

ANSWERS: Final = frozenset({NoticeKind.TYPED, NoticeKind.DELETED, NoticeKind.CONCERN_STANDS})
APART: Final = ANSWERS | {
    NoticeKind.INTRODUCTION,
    NoticeKind.FIRST_WORD,  # an introduction of the bot, without which there is none of a pair
    NoticeKind.CONCERN,
    NoticeKind.CASE,
    NoticeKind.CARE,  # a step of a case
}
"""Introductions, answers, concerns and cases, which the promise of one message a day sets apart."""

OFFICE: Final = frozenset(
    {NoticeKind.LINE, NoticeKind.WITHDRAWN, NoticeKind.LONG_PAUSE, NoticeKind.WELCOME, NoticeKind.GROUP_ADRIFT}
)
"""What coordinators hear of as such, and nobody else may: of work like a case, that waits for no other day."""

UNASKED: Final = frozenset(NoticeKind) - APART - OFFICE
"""All the rest, whatever comes to be said: of it a person hears at most one message a working day."""

AT_ONCE: Final = timedelta(seconds=10)
LOOKED_AT: Final = timedelta(days=5)
HALF_AN_HOUR: Final = timedelta(minutes=30)
REMINDERS: Final = 2


def at_a_bad_time(life: Life) -> list[str]:
    """Outside the reader's hours, unless it answers what they just did, or is urgent, or no hour suits everybody."""
    return [str(each) for each in life.heard if not _works(life, each) and not _may_break_hours(life, each)]


def second_on_a_day(life: Life) -> list[str]:
    seen: set[tuple[str, object]] = set()
    second = []
    for each in unasked(life):
        day = each.reader, life.citizens[each.reader].today(each.at)
        second.extend([str(each)] if day in seen else [])
        seen.add(day)
    return second


def told_outside_office(life: Life) -> list[str]:
    return [str(each) for each in life.heard if each.kinds & OFFICE and each.reader not in COORDINATORS]


def too_many_reminders(life: Life) -> list[str]:
    times = Counter(told.subject for _, told in _said(life.heard, NoticeKind.REMINDER))
    return [f"{subject}: {count}" for subject, count in times.items() if count > REMINDERS]


def asked_after_an_answer(life: Life) -> list[str]:
    asked = [*_said(life.heard, NoticeKind.PROMPT), *_said(life.heard, NoticeKind.REMINDER)]
    return [str(each) for each, told in asked if told.answered]


def said_in_a_pause(life: Life) -> list[str]:
    found = []
    for each in unasked(life):
        today = life.citizens[each.reader].today(each.at)
        pauses = [pause for told in each.told for pause in told.pauses]
        found.extend([str(each)] if any(start <= today < end for start, end in pauses) else [])
    return found


def said_to_whoever_refused(life: Life, refusers: Sequence[str], since: timedelta) -> list[str]:
    return [str(each) for each in life.heard if each.reader in refusers and each.at > life.began + since]


def said_twice(life: Life) -> list[str]:
    """A notice that came in two messages, or a message's notice that one reader saw twice."""
    times = Counter((each.reader, told.key) for each in life.heard for told in each.told)
    return [f"{reader}: {key}" for (reader, key), count in times.items() if count > 1]


def unasked(life: Life) -> list[Heard]:
    return [each for each in life.heard if each.kinds & UNASKED]


def _said(heard: Sequence[Heard], kind: NoticeKind) -> Iterator[tuple[Heard, Told]]:
    return ((each, told) for each in heard for told in each.told if told.kind is kind)


def _works(life: Life, heard: Heard) -> bool:
    return life.citizens[heard.reader].works_at(heard.at)


def _may_break_hours(life: Life, heard: Heard) -> bool:
    if heard.kinds <= ANSWERS:
        return any(deed <= heard.at <= deed + AT_ONCE for deed in life.deeds[heard.reader])
    if heard.kinds == {NoticeKind.INTRODUCTION}:
        return _in_the_mentees_morning(life, heard)
    return heard.kinds == {NoticeKind.CONCERN} and all(told.urgent for told in heard.told)


def _in_the_mentees_morning(life: Life, heard: Heard) -> bool:
    """Where no hour of five days suits everybody, the mentee's is taken."""
    together = [life.citizens[each.reader] for each in life.heard if each.where == heard.where]
    mentee = next(each for each in together if each.name.startswith("Ben"))
    moments = _half_hours(heard.at - LOOKED_AT, heard.at)
    return mentee.works_at(heard.at) and not any(all(each.works_at(at) for each in together) for at in moments)


def _half_hours(start: datetime, end: datetime) -> Iterator[datetime]:
    while start < end:
        yield start
        start += HALF_AN_HOUR


def counts(life: Life) -> dict[str, int]:
    """Of what the judgement was made."""
    of_kinds = Counter(told.kind.value for each in life.heard for told in each.told)
    most: dict[str, int] = defaultdict(int, of_kinds)
    return {
        "messages": len({each.where for each in life.heard}),
        "people reached": len({each.reader for each in life.heard}),
        "deeds": sum(map(len, life.deeds.values())),
        "calls refused by the limits": sum(n for (_, said), n in life.calls.items() if said == "ratelimited"),
        "calls": life.calls.total(),
        "office messages": sum(bool(each.kinds & OFFICE) for each in life.heard),
        **dict(sorted(most.items())),
    }
