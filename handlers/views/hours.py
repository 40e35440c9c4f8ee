"""A person's working hours: in words, and in the form that changes them."""

from collections.abc import Iterable

from bot.domain.calendar import WEEK, Hours
from bot.domain.showings import HoursForm, HoursSaved
from handlers.views import ids
from handlers.views.blocks import (
    Block,
    Rendered,
    asking,
    button,
    checkboxes,
    context,
    option,
    section,
    select,
)
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice


def hours_lines(hours: Hours, voice: Voice) -> tuple[str, str]:
    asking_line = voice.marked("hours.asking", weekday=voice.texts.weekday(hours.ask_weekday), time=hours.ask_at)
    return working_line(hours, voice), asking_line


def own_lines(hours: Hours, voice: Voice, *, paired: bool) -> tuple[str, str]:
    """Whoever is in no pair is asked on no weekday of theirs, but before and after rounds."""
    if paired:
        return hours_lines(hours, voice)
    return working_line(hours, voice), voice.marked("hours.rounds", time=hours.ask_at)


def working_line(hours: Hours, voice: Voice) -> str:
    """For whoever is asked nothing."""
    return voice.marked(
        "hours.working",
        days=days_in_words(hours.days, voice),
        opens=hours.opens,
        closes=hours.closes,
        zone=hours.zone,
    )


def days_in_words(days: Iterable[int], voice: Voice) -> str:
    """ "Monday to Friday", or each by its name."""
    ordered = sorted(days)
    names = [voice.texts.weekday(day) for day in ordered]
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return voice.plain("hours.from_to", first=names[0], last=names[-1])
    return voice.texts.join(names) or voice.plain("hours.no_days")


def change_hours(voice: Voice) -> Block:
    return button(ids.HOURS, voice.plain("hours.change"), "hours")


def modal(asked: HoursForm, voice: Voice) -> Block:
    hours = asked.hours
    days = [option(voice.texts.weekday(day), day) for day in range(WEEK)]
    return form(
        voice,
        callback_id=ids.HOURS_FORM,
        title="hours.title",
        submit="form.save",
        metadata="",
        blocks=[
            section(voice.marked("hours.lead")),
            asking(ids.DAYS, voice.plain("hours.days"), checkboxes(ids.DAYS, days, sorted(hours.days))),
            asking(ids.OPENS, voice.plain("hours.opens"), _time_picker(ids.OPENS, hours.opens.isoformat("minutes"))),
            asking(
                ids.CLOSES, voice.plain("hours.closes"), _time_picker(ids.CLOSES, hours.closes.isoformat("minutes"))
            ),
            asking(
                ids.ASK_WEEKDAY,
                voice.plain("hours.ask_weekday"),
                select(ids.ASK_WEEKDAY, days, chosen=hours.ask_weekday),
            ),
            asking(
                ids.ASK_AT, voice.plain("hours.ask_at"), _time_picker(ids.ASK_AT, hours.ask_at.isoformat("minutes"))
            ),
            context(voice.marked("hours.zone", zone=hours.zone)),
        ],
    )


def saved(done: HoursSaved, voice: Voice) -> Rendered:
    lead = voice.marked("hours.saved")
    return Rendered(text=lead, blocks=[section(lead, *own_lines(done.hours, voice, paired=done.paired))])


def saved_modal(done: HoursSaved, voice: Voice) -> Block:
    return closing(voice, title="hours.title", blocks=saved(done, voice).blocks)


def _time_picker(action_id: str, initial: str) -> Block:
    return {"type": "timepicker", "action_id": action_id, "initial_time": initial}
