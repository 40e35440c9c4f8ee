"""The state of a programme in numbers, each with its denominator."""

from collections.abc import Iterator
from typing import Final

from bot.domain.report_showings import Report, WhichReport
from bot.domain.rotation_showings import RotationNumbers
from handlers.views import ids
from handlers.views.blocks import Block, Rendered, buttons, context, rows_of, section
from handlers.views.voice import Voice

LESS_THAN_AN_HOUR: Final = 59.5 / 60
IN_DAYS: Final = 71.5


def answer(report: Report, voice: Voice) -> Rendered:
    days = {"first": voice.texts.full_day(report.first), "last": voice.texts.full_day(report.last)}
    blocks = [section(voice.marked("report.lead", programme=report.programme, **days)), *_numbers(report, voice)]
    if report.undeliverable:
        blocks.append(section(voice.marked_of("report.undeliverable", report.undeliverable)))
    blocks.append(context(voice.marked("report.seen")))
    return Rendered(text=voice.marked("report.headline", programme=report.programme), blocks=blocks)


def which(asked: WhichReport, voice: Voice) -> Rendered:
    """A button a programme; the days that were asked for go with each."""
    lead = voice.marked("report.which")
    named = [
        (voice.plain("names", names=(voice.programme(name),)), f"{programme}:{asked.first}:{asked.last}")
        for programme, name in asked.programmes
    ]
    return Rendered(text=lead, blocks=[section(lead), *rows_of(buttons(ids.REPORT_OF, named))])


def _numbers(report: Report, voice: Voice) -> Iterator[Block]:
    if report.rotations is not None:
        yield section(voice.marked("rotation.numbers.in_days"), *of_rotations(report.rotations, voice))
        return
    if not _of_groups_only(report):
        yield section(voice.marked("report.pairings"), *_pairings(report, voice))
        yield section(voice.marked("report.checkins"), *_checkins(report, voice))
    if _has_groups(report):
        yield section(voice.marked("report.groups"), *_groups(report, voice))


def of_rotations(counted: RotationNumbers, voice: Voice) -> Iterator[str]:
    """Every line, whatever the numbers."""
    yield voice.marked("rotation.numbers.rounds", n=counted.rounds)
    yield voice.marked("rotation.numbers.met", **_share(counted.met, counted.meetings))
    yield voice.marked("rotation.numbers.answered", **_share(counted.answered, counted.asked))
    yield voice.marked("rotation.numbers.skipped", n=counted.skipped)
    yield voice.marked("rotation.numbers.left_out", n=counted.left_out)
    yield voice.marked("rotation.numbers.aside", n=counted.set_aside)


def summary(report: Report, voice: Voice) -> Block:
    """A programme's numbers in one block."""
    days = {"first": voice.texts.full_day(report.first), "last": voice.texts.full_day(report.last)}
    lines = _groups if _of_groups_only(report) else _checkins
    rotations = report.rotations
    shown = lines(report, voice) if rotations is None else of_rotations(rotations, voice)
    return section(voice.marked("report.lead", programme=report.programme, **days), *shown)


def pairings(report: Report, voice: Voice) -> Block:
    """How many pairings of a programme are in which state; a rotation's rounds; how many groups it has."""
    if report.rotations is not None:
        counted = of_rotations(report.rotations, voice)
        return section(voice.marked("rotation.numbers.of", programme=report.programme), *counted)
    if _of_groups_only(report):
        return section(voice.marked("report.groups_of", programme=report.programme), *_living(report, voice))
    return section(voice.marked("report.pairings_of", programme=report.programme), *_pairings(report, voice))


def _pairings(report: Report, voice: Voice) -> Iterator[str]:
    counted = [(state, n) for state, n in report.pairings if n]
    for state, n in counted:
        yield voice.marked("report.state", state=voice.plain(f"state.{state}"), n=n)
    if not counted:
        yield voice.marked("report.no_pairings")


def _checkins(report: Report, voice: Voice) -> Iterator[str]:
    """Every line, whatever the numbers: one that is missing would read as forgotten."""
    yield voice.marked("report.opened", n=report.checkins)
    if report.prompts:
        yield voice.marked("report.answered", **_share(report.answered, report.prompts))
    else:
        yield voice.marked("report.nobody_asked")
    if report.checkins:
        yield voice.marked("report.met", **_share(report.met, report.checkins))
    else:
        yield voice.marked("report.met_in_none")
    yield voice.marked("report.median", time=_span(report.median_hours, voice))
    yield voice.marked("report.reminders", n=report.reminders, part=report.reminded, whole=report.prompts)


def _has_groups(report: Report) -> bool:
    return report.groups > 0 or report.rounds > 0


def _of_groups_only(report: Report) -> bool:
    return _has_groups(report) and not report.pairings


def _living(report: Report, voice: Voice) -> Iterator[str]:
    yield voice.marked("report.groups_now", n=report.groups)


def _groups(report: Report, voice: Voice) -> Iterator[str]:
    yield from _living(report, voice)
    yield voice.marked("report.rounds", n=report.rounds)
    if report.asked:
        yield voice.marked("report.heard", **_share(report.heard, report.asked))
    if report.promised:
        yield voice.marked("report.kept", **_share(report.kept, report.promised))


def _share(part: int, whole: int) -> dict[str, int]:
    """Rounded to the nearest whole number, halves up; of nothing it is nothing."""
    return {"part": part, "whole": whole, "rate": (200 * part + whole) // (2 * whole) if whole else 0}


def _span(hours: float | None, voice: Voice) -> str:
    """In the unit in which it is a number of one or two digits."""
    if hours is None:
        return voice.plain("report.no_answer")
    if hours < LESS_THAN_AN_HOUR:
        return voice.plain_of("report.minutes", round(hours * 60))
    if hours < IN_DAYS:
        return voice.plain_of("report.hours", round(hours))
    return voice.plain_of("report.days", round(hours / 24))
