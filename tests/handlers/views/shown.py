"""One of each answer and form, to be varied by a test with `replace`."""

from dataclasses import replace
from datetime import date

from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.ids import EntryId, ProgrammeId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState
from bot.domain.report_showings import WhichReport
from bot.domain.sayings import Reader
from bot.domain.showings import (
    AudienceForm,
    Duties,
    EndedForMe,
    EndForm,
    FormField,
    Help,
    HoursForm,
    HoursSaved,
    LineForm,
    LineRead,
    Paired,
    PauseAsks,
    Paused,
    PauseForm,
    PickCheckin,
    Resumed,
    Saved,
    UnknownCommand,
    UpdateForm,
)
from handlers.views import Form, Showing
from tests.handlers.views.cases_shown import ROWS, case_forms, case_lists
from tests.handlers.views.gatherings_shown import MANY, RUN_MANY
from tests.handlers.views.gatherings_shown import MINE as MINE_GATHERINGS
from tests.handlers.views.homes_shown import MINES, in_gatherings, overview, report
from tests.handlers.views.said import ANA, BEN, CHOICES, DAY, ENGLISH, ENTRY, HOURS, MORNING, PAIRING, PROMPT, number


def update_form(reader: Reader = ENGLISH) -> UpdateForm:
    return UpdateForm(
        reader=reader,
        prompt=PROMPT,
        partners=(ANA,),
        coordinator="Maria",
        outcome=Outcome.MET,
        goal=Goal.MOVED,
        question="wellbeing",
        fields=(FormField(about=About.MOVED, text="The draft is out.", audience=Audience.PARTNER),),
        readers=(),
        closed=False,
    )


def pause_form(reader: Reader = ENGLISH) -> PauseForm:
    return PauseForm(
        reader=reader,
        pairings=CHOICES,
        chosen=PAIRING,
        until=DAY,
        earliest=date(2026, 10, 21),
        latest=date(2027, 10, 20),
    )


def saved(reader: Reader = ENGLISH) -> Saved:
    return Saved(
        reader=reader,
        partners=("Ana",),
        readers=("Ana",),
        coordinator="Maria",
        outcome=Outcome.MET,
        shared=2,
        to_coordinator=1,
        private=1,
        late=False,
    )


def showings(reader: Reader = ENGLISH) -> tuple[Showing, ...]:
    """Every answer, in every state that looks different."""
    return (
        overview(reader),
        replace(overview(reader), pairings=MINES),
        Duties(
            reader=reader,
            cases=ROWS,
            reports=(report(reader), replace(report(reader), pairings=(), groups=1)),
            hours=HOURS,
        ),
        Duties(reader=reader, cases=(), reports=(report(reader),) * 20, hours=HOURS),
        Duties(
            reader=reader, cases=ROWS, reports=(report(reader),), hours=HOURS, run=RUN_MANY, more=9, gatherings=MANY
        ),
        replace(in_gatherings(reader, MINE_GATHERINGS), coordinates=()),
        replace(in_gatherings(reader, MANY), pairings=MINES * 20),
        *(replace(overview(reader), consent=consent, pairings=(), hours=None) for consent in Consent),
        Help(reader=reader, coordinator=True),
        Help(reader=reader, coordinator=False),
        UnknownCommand(reader=reader, word="pasue", nearest="pause"),
        Paused(reader=reader, partners=("Ana",), until=DAY),
        Paused(reader=reader, partners=(), until=DAY),
        Paused(reader=reader, partners=(), until=DAY, away=True, covers=("Tom", "Rui")),
        Paused(reader=reader, partners=(), until=DAY, paired=False, away=True, covers=("Tom",)),
        Paused(reader=reader, partners=(), until=DAY, paired=False, away=True),
        PauseAsks(reader=reader, until=DAY, pairings=CHOICES),
        Resumed(reader=reader, was_paused=True, next_on=MORNING),
        Resumed(reader=reader, was_paused=False, next_on=None),
        UnknownCommand(reader=reader, word="xyzzy", nearest=None),
        Paired(reader=reader, programme="Mentors 2026", mentor="Ana", made=("Dan", "Eve"), there_already=("Fay",)),
        report(reader),
        replace(report(reader), groups=2, rounds=5, asked=31, heard=24, promised=9, kept=4),
        replace(report(reader), pairings=tuple((state, 1) for state in PairingState)),
        replace(
            report(reader),
            pairings=(),
            checkins=0,
            prompts=0,
            median_hours=None,
            reminders=0,
            reminded=0,
            undeliverable=0,
        ),
        WhichReport(
            reader=reader,
            programmes=((ProgrammeId(number(80)), "Mentors 2026"), (ProgrammeId(number(81)), "W" * 100)),
            first=date(2026, 11, 1),
            last=date(2026, 11, 30),
        ),
        WhichReport(
            reader=reader,
            programmes=tuple((ProgrammeId(number(n)), f"Programme {n}") for n in range(60)),
            first=date(2026, 11, 1),
            last=date(2026, 11, 30),
        ),
        PickCheckin(reader=reader, pairings=CHOICES),
        EndedForMe(reader=reader, partners=("Ana",), coordinator="Maria"),
        HoursSaved(reader=reader, hours=HOURS),
        HoursSaved(reader=reader, hours=HOURS, paired=False),
        saved(reader),
        replace(saved(reader), late=True, outcome=None),
        replace(saved(reader), shared=0, to_coordinator=0, private=0),
        *case_lists(reader),
    )


def forms(reader: Reader = ENGLISH) -> tuple[Form, ...]:
    """Every modal."""
    fields = tuple(
        FormField(about=about, text=about, audience=Audience.ONLY_ME, entry=EntryId(number(60 + n)))
        for n, about in enumerate(About)
    )
    typed = FormField(about=About.TYPED, text="x" * 3001, audience=Audience.PARTNER, entry=ENTRY, nth=1)
    many = tuple(replace(typed, text="Done", entry=EntryId(number(80 + n)), nth=n) for n in range(1, 31))
    team = replace(update_form(reader), partners=(ANA, BEN), readers=(BEN.id,), outcome=None, question="")
    return (
        update_form(reader),
        replace(update_form(reader), fields=fields, question="technique", closed=True),
        team,
        replace(update_form(reader), fields=(*fields, typed)),
        replace(update_form(reader), fields=(*fields[:5], *many), question="wellbeing"),
        AudienceForm(reader=reader, answer=update_form(reader)),
        AudienceForm(reader=reader, answer=replace(update_form(reader), fields=fields)),
        AudienceForm(reader=reader, answer=replace(team, fields=(*fields[:5], *many))),
        pause_form(reader),
        replace(pause_form(reader), pairings=(), chosen=None),
        replace(pause_form(reader), pairings=(), coordinates=True),
        replace(pause_form(reader), chosen=None),
        HoursForm(reader=reader, hours=HOURS),
        EndForm(reader=reader, pairing=PAIRING, partners=("Ana",), coordinator="Maria"),
        saved(reader),
        replace(saved(reader), shared=0, may_have_read=("Ana",)),
        HoursSaved(reader=reader, hours=HOURS),
        Paused(reader=reader, partners=(), until=DAY),
        EndedForMe(reader=reader, partners=("Ana",), coordinator="Maria"),
        LineForm(reader=reader, entry=ENTRY, author="Dan"),
        LineRead(
            reader=reader, entry=ENTRY, author="Dan", about=About.PRIVATE_LINE, question="", text="I would like a word."
        ),
        Resumed(reader=reader, was_paused=True, next_on=MORNING),
        *case_forms(reader),
    )
