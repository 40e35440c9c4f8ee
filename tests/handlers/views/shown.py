"""One of each answer and form, to be varied by a test with `replace`."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.case import CaseState, Rule, Urgency
from bot.domain.case_showings import (
    CareForm,
    CareSent,
    CaseList,
    CaseRow,
    CaseShown,
    ConcernForm,
    ConcernRead,
    ConcernSent,
)
from bot.domain.checkin import About, Audience, Goal, Outcome
from bot.domain.gatherings import MyGathering
from bot.domain.ids import EntryId, ProgrammeId
from bot.domain.member import Consent
from bot.domain.pairing import PairingState, Role
from bot.domain.report_showings import Report, WhichReport
from bot.domain.rhythm import Rhythm
from bot.domain.sayings import Reader
from bot.domain.showings import (
    AudienceForm,
    Duties,
    EndedForMe,
    EndForm,
    FormField,
    Help,
    Home,
    HoursForm,
    HoursSaved,
    LineForm,
    LineRead,
    MyPairing,
    Overview,
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
from tests.handlers.views.gatherings_shown import MANY, RUN, RUN_MANY
from tests.handlers.views.gatherings_shown import MINE as MINE_GATHERINGS
from tests.handlers.views.said import (
    ANA,
    BEN,
    CARDS,
    CASE,
    CHOICES,
    CLOSE,
    DAY,
    ENGLISH,
    ENTRY,
    HOURS,
    MORNING,
    PAIRING,
    PROMPT,
    STANDS,
    number,
)

MINE: Final = MyPairing(
    pairing=PAIRING,
    partners=("Ana",),
    role=Role.MENTEE,
    focus="career",
    state=PairingState.ACTIVE,
    rhythm=Rhythm.MONTHLY,
    next_on=MORNING,
    open_prompt=None,
    closes_on=None,
    paused_until=None,
    partner_paused_until=None,
)


MINES: Final = (
    MINE,
    replace(MINE, role=Role.MENTOR, focus="", partner_paused_until=date(2026, 12, 3)),
    replace(MINE, open_prompt=PROMPT, closes_on=CLOSE),
    replace(MINE, open_prompt=PROMPT),
    replace(MINE, state=PairingState.PAUSED, paused_until=date(2026, 12, 3)),
    *(replace(MINE, state=state, rhythm=None, next_on=None) for state in PairingState),
)


def overview(reader: Reader = ENGLISH) -> Overview:
    return Overview(reader=reader, consent=Consent.GIVEN, pairings=(MINE,), coordinates=("Mentors 2026",), hours=HOURS)


def report(reader: Reader = ENGLISH) -> Report:
    return Report(
        reader=reader,
        programme="Mentors 2026",
        first=date(2026, 10, 1),
        last=date(2026, 12, 31),
        pairings=((PairingState.ACTIVE, 41), (PairingState.PAUSED, 2), (PairingState.ENDED, 0)),
        checkins=56,
        prompts=112,
        answered=84,
        met=40,
        median_hours=3.46,
        reminders=30,
        reminded=21,
        undeliverable=1,
    )


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


ROW: Final = CaseRow(
    case=CASE,
    code="7K2QF",
    programme="Mentors 2026",
    group=None,
    rule=Rule.NEVER_MET,
    people=("Ana", "Dan"),
    state=CaseState.OPEN,
    owner="",
    opened_on=DAY,
    private=False,
)
ROWS: Final = (
    ROW,
    replace(ROW, rule=Rule.SILENT_BOTH, state=CaseState.TAKEN, owner="Maria"),
    replace(ROW, rule=Rule.GONE, state=CaseState.SNOOZED, owner="Tom"),
    replace(ROW, rule=Rule.CONCERN, people=(), private=True),
)


def concern_form(reader: Reader = ENGLISH) -> ConcernForm:
    return ConcernForm(
        reader=reader,
        pairings=CHOICES,
        chosen=PAIRING,
        readers=(ANA, BEN),
        outside_contact="the ombuds office",
    )


def concern_sent(reader: Reader = ENGLISH) -> ConcernSent:
    return ConcernSent(
        reader=reader, readers=("Maria", "Tom"), first="Maria", at_once=False, outside_contact="the ombuds office"
    )


def concern_read(reader: Reader = ENGLISH) -> ConcernRead:
    return ConcernRead(
        reader=reader,
        case=CASE,
        code="7K2QF",
        author="Dan",
        about=("Ana",),
        programme="Mentors 2026",
        urgency=Urgency.SOON,
        on=DAY,
        text="<!here> I would rather\nnot meet again.",
    )


def care_form(reader: Reader = ENGLISH) -> CareForm:
    return CareForm(reader=reader, case=CASE, code="7K2QF", rule=Rule.NEVER_MET, people=(ANA, BEN), private=False)


def home(reader: Reader = ENGLISH) -> Home:
    """A coordinator who has a pairing of their own and has asked for help in it."""
    return Home(
        overview=replace(overview(reader), pairings=MINES),
        stands=(replace(STANDS, notice=None),),
        cases=ROWS,
        reports=(report(reader),),
        can_ask=True,
        outside_contact="the ombuds office",
    )


def homes(reader: Reader = ENGLISH) -> tuple[Home, ...]:
    """Every Home that looks different."""
    member = replace(
        home(reader), overview=overview(reader), cases=(), reports=(), stands=(), can_ask=False, outside_contact=""
    )
    return (
        home(reader),
        replace(home(reader), cases=ROWS * 30),
        replace(home(reader), overview=replace(overview(reader), pairings=MINES * 20)),
        replace(member, overview=replace(member.overview, coordinates=())),
        replace(member, can_ask=True, overview=replace(member.overview, pairings=(), coordinates=())),
        *(
            replace(member, overview=replace(member.overview, consent=consent, pairings=(), coordinates=()))
            for consent in Consent
        ),
        *(replace(home(reader), overview=in_gatherings(reader, each), run=RUN) for each in (MINE_GATHERINGS, MANY)),
        replace(
            home(reader), run=RUN_MANY, more=480, overview=replace(in_gatherings(reader, MANY), pairings=MINES * 20)
        ),
        replace(member, overview=replace(in_gatherings(reader, MANY), coordinates=(), away_until=DAY)),
        replace(member, overview=replace(member.overview, pairings=(), coordinates=(), hours=None)),
    )


def in_gatherings(reader: Reader, gatherings: tuple[MyGathering, ...]) -> Overview:
    """Of somebody who is in no pair."""
    return replace(overview(reader), pairings=(), gatherings=gatherings)


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
        CaseList(reader=reader, cases=ROWS),
        CaseList(reader=reader, cases=ROWS * 30),
        CaseList(reader=reader, cases=()),
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
        *(CaseShown(reader=reader, card=replace(card, notice=None)) for card in CARDS if not card.folded),
        *(replace(care_form(reader), rule=rule, private=rule is Rule.CONCERN) for rule in Rule),
        replace(care_form(reader), people=(ANA,) * 12),
        CareSent(reader=reader, people=("Ana", "Dan")),
        concern_form(reader),
        replace(concern_form(reader), chosen=None, readers=(ANA,), outside_contact="", pairings=CHOICES * 8),
        replace(concern_form(reader), readers=()),
        replace(concern_form(reader), readers=(), outside_contact=""),
        concern_sent(reader),
        replace(concern_sent(reader), at_once=True, outside_contact=""),
        replace(concern_sent(reader), first=""),
        *(replace(concern_read(reader), urgency=urgency) for urgency in Urgency),
    )
