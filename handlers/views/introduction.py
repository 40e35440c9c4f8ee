"""The introduction in the group DM, the question of the first meeting, and *Not for me*."""

from collections.abc import Iterator

from bot.domain.checkin import Meeting
from bot.domain.sayings import FirstMeeting, Introduction
from bot.domain.showings import EndedForMe, EndForm
from handlers.views import ids
from handlers.views.blocks import Block, Rendered, actions, button, context, named, section
from handlers.views.clock import own_clock
from handlers.views.concern import help_button_in
from handlers.views.modal_frame import closing, form
from handlers.views.voice import Voice

MEETINGS = {
    Meeting.MET: ids.FIRST_MET,
    Meeting.PLANNED: ids.FIRST_PLANNED,
    Meeting.NOT_YET: ids.FIRST_NOT_YET,
}


def blocks(intro: Introduction, voice: Voice) -> list[Block]:
    state = "over" if intro.over else f"planned-{len(intro.planned_by)}"
    return named(intro.notice, state, list(_blocks(intro, voice)))


def headline(intro: Introduction, voice: Voice) -> str:
    return voice.marked("introduction.over" if intro.over else "introduction.headline", programme=intro.programme)


def first_meeting_blocks(asked: FirstMeeting, voice: Voice) -> list[Block]:
    state = "over" if asked.over else str(asked.meeting or "asked")
    return named(asked.notice, state, list(_first_meeting(asked, voice)))


def first_meeting_headline(asked: FirstMeeting, voice: Voice) -> str:
    key = "first.asked" if asked.meeting is None and not asked.over else "first.headline_done"
    return voice.marked(key, partners=asked.partners)


def end_modal(ending: EndForm, voice: Voice) -> Block:
    count = len(ending.partners)
    coordinator = voice.coordinator(ending.coordinator)
    return form(
        voice,
        callback_id=ids.END_FORM,
        title="not_for_me",
        submit="end.submit",
        metadata=str(ending.pairing),
        blocks=[
            section(
                voice.marked("end.lead", partners=ending.partners),
                voice.marked_of("end.note", count, partners=ending.partners),
                voice.marked("end.coordinator", coordinator=coordinator),
            )
        ],
    )


def ended_for_me(done: EndedForMe, voice: Voice) -> Rendered:
    count = len(done.partners)
    lines = (
        voice.marked("end.done", partners=done.partners),
        voice.marked_of("end.note", count, partners=done.partners),
        voice.marked("end.coordinator", coordinator=voice.coordinator(done.coordinator)),
    )
    return Rendered(text=voice.marked("end.headline"), blocks=[section(*lines)])


def ended_modal(done: EndedForMe, voice: Voice) -> Block:
    return closing(voice, title="not_for_me", blocks=ended_for_me(done, voice).blocks)


def _blocks(intro: Introduction, voice: Voice) -> Iterator[Block]:
    if intro.over:
        yield section(voice.marked("introduction.over", programme=intro.programme))
        return
    yield section(*_who(intro, voice))
    yield section(*_next_step(intro, voice))
    yield section(*_agenda(intro, voice))
    yield section(voice.marked("introduction.rhythm", rhythm=voice.plain(f"rhythm.{intro.rhythm}")))
    if intro.planned_by:
        yield section(voice.marked_of("introduction.planned_by", len(intro.planned_by), names=intro.planned_by))
    yield actions(*_steps(intro, voice))
    yield context(voice.marked("introduction.private") + " " + voice.marked("how_to_stop"))


def _who(intro: Introduction, voice: Voice) -> Iterator[str]:
    mentors = [mentor.name for mentor in intro.mentors]
    yield voice.marked("introduction.hello", everyone=[intro.mentee.name, *mentors], programme=intro.programme)
    yield voice.marked_of("introduction.who", len(mentors), mentors=mentors, mentee=intro.mentee.name)
    if intro.focus.strip():
        yield voice.marked("introduction.focus", focus=intro.focus)
    if intro.sites.strip():
        yield voice.marked("introduction.sites", sites=intro.sites)
    why = "introduction.why_focus" if intro.focus.strip() else "introduction.why"
    yield voice.marked(why, coordinator=voice.coordinator(intro.coordinator))


def _next_step(intro: Introduction, voice: Voice) -> Iterator[str]:
    yield voice.marked("introduction.next", mentee=intro.mentee.name)
    if not intro.slots:
        yield voice.marked("introduction.no_slots")
        return
    yield voice.marked("introduction.slots")
    for slot in intro.slots:
        yield f"•  {own_clock(slot, intro.zones, voice)}"


def _agenda(intro: Introduction, voice: Voice) -> Iterator[str]:
    mentors = [mentor.name for mentor in intro.mentors]
    yield voice.marked("introduction.agenda")
    yield voice.marked("introduction.agenda_who")
    yield voice.marked("introduction.agenda_hopes", mentee=intro.mentee.name, mentors=mentors)
    yield voice.marked("introduction.agenda_how")


def _steps(intro: Introduction, voice: Voice) -> Iterator[Block]:
    if not intro.planned_by:
        yield button(ids.MEETING_PLANNED, voice.plain("introduction.planned"), intro.pairing, style="primary")
    yield button(ids.MEETING_NOT_FOR_ME, voice.plain("not_for_me"), intro.pairing)


def _first_meeting(asked: FirstMeeting, voice: Voice) -> Iterator[Block]:
    if asked.over:
        yield section(voice.marked("first.over", partners=asked.partners))
        yield actions(help_button_in(asked.pairing, voice))
        return
    yield section(voice.marked(f"first.{asked.meeting or 'asked'}", partners=asked.partners))
    others = [
        button(action_id, voice.plain(f"meeting.{meeting}"), asked.pairing)
        for meeting, action_id in MEETINGS.items()
        if meeting is not asked.meeting and asked.meeting is not Meeting.MET
    ]
    yield actions(*others, help_button_in(asked.pairing, voice))
    yield context(voice.marked_of("first.private", len(asked.partners), partners=asked.partners))
    if asked.meeting is None:
        yield context(voice.marked("first.why") + " " + voice.marked("how_to_stop"))
