"""Every step of a check-in's life is written down."""

from sqlalchemy import select

from bot.domain.checkin import Outcome
from bot.domain.showings import UpdateForm
from bot.services import checkin, checkin_form
from storage.tables import Checkin, Step, table_of
from tests.services.running import Running

STEP, CHECKIN = table_of(Step), table_of(Checkin)


def steps(running: Running) -> list[tuple[str, str, str, bool]]:
    """From where, by which step, to where, and whether a person did it; in order."""
    with running.database.read(running.office.workspace) as session:
        rows = session.execute(select(STEP).where(STEP.c.subject == "checkin").order_by(STEP.c.id))
        return [(row.from_state, row.step, row.to_state, row.by is not None) for row in rows]


def test_a_check_in_is_opened_by_its_prompt_and_closed_by_the_clock(asked: Running) -> None:
    opened = steps(asked)

    asked.until("2027-01-12 12:00")

    assert opened == [("scheduled", "open", "open", False)]
    assert steps(asked)[:2] == [*opened, ("open", "close", "closed", False)]


def test_an_early_answer_opens_it_by_a_person(introduced: Running) -> None:
    form = introduced.does("U0ANA", checkin_form.checkin_now)
    assert isinstance(form, UpdateForm)
    introduced.does("U0ANA", checkin.answer, form.prompt, Outcome.MET)

    assert steps(introduced) == [("scheduled", "open", "open", True)]
