"""One of each answer and form of cases and concerns, to be varied by a test with `replace`."""

from dataclasses import replace
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
from bot.domain.sayings import Reader
from handlers.views import Form, Showing
from tests.handlers.views.cases_said import CARDS, CASE
from tests.handlers.views.said import ANA, BEN, CHOICES, DAY, ENGLISH, PAIRING

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


def case_lists(reader: Reader = ENGLISH) -> tuple[Showing, ...]:
    return (
        CaseList(reader=reader, cases=ROWS),
        CaseList(reader=reader, cases=ROWS * 30),
        CaseList(reader=reader, cases=()),
    )


def case_forms(reader: Reader = ENGLISH) -> tuple[Form, ...]:
    """Every modal of a case, and of a concern."""
    return (
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
