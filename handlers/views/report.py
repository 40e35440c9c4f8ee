"""The state of a programme in numbers, each with its denominator."""

from collections.abc import Iterator

from bot.domain.showings import Report
from handlers.views.blocks import Block, Rendered, context, section
from handlers.views.voice import Voice


def answer(report: Report, voice: Voice) -> Rendered:
    days = {"first": voice.texts.full_day(report.first), "last": voice.texts.full_day(report.last)}
    blocks = [
        section(voice.marked("report.lead", programme=report.programme, **days)),
        section(voice.marked("report.pairings"), *_pairings(report, voice)),
        section(voice.marked("report.checkins"), *_checkins(report, voice)),
    ]
    if report.undeliverable:
        blocks.append(section(voice.marked_of("report.undeliverable", report.undeliverable)))
    blocks.append(context(voice.marked("report.seen")))
    return Rendered(text=voice.marked("report.headline", programme=report.programme), blocks=blocks)


def summary(report: Report, voice: Voice) -> Block:
    """A programme's numbers in one block."""
    days = {"first": voice.texts.full_day(report.first), "last": voice.texts.full_day(report.last)}
    return section(voice.marked("report.lead", programme=report.programme, **days), *_checkins(report, voice))


def _pairings(report: Report, voice: Voice) -> Iterator[str]:
    counted = [(state, n) for state, n in report.pairings if n]
    for state, n in counted:
        yield voice.marked("report.state", state=voice.plain(f"state.{state}"), n=n)
    if not counted:
        yield voice.marked("report.no_pairings")


def _checkins(report: Report, voice: Voice) -> Iterator[str]:
    if report.prompts:
        yield voice.marked("report.answered", share=_share(report.answered, report.prompts, voice))
    if report.checkins:
        yield voice.marked("report.met", share=_share(report.met, report.checkins, voice))
    if not report.prompts and not report.checkins:
        yield voice.marked("report.no_checkins")
    if report.median_hours is not None:
        yield voice.marked("report.median", hours=round(report.median_hours, 1))
    if report.reminders:
        yield voice.marked_of("report.reminders", report.reminders)


def _share(part: int, whole: int, voice: Voice) -> str:
    """Rounded to the nearest whole number, halves up."""
    return voice.plain("report.share", part=part, whole=whole, rate=(200 * part + whole) // (2 * whole))
