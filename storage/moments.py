"""When there is next something to do: one question to several tables."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from sqlalchemy import Select, select

from storage.session import Session

Moment = Select[tuple[datetime | None]]
"""Asks for one moment; none: nothing by itself."""


def next_of(session: Session, questions: Mapping[str, Moment]) -> Mapping[str, datetime | None]:
    """The answer to each, by its name."""
    return dict(zip(questions, session.execute(_together(tuple(questions.items()))).one(), strict=True))


@cache
def _together(questions: tuple[tuple[str, Moment], ...]) -> Select[*tuple[datetime | None, ...]]:
    return select(*(question.scalar_subquery().label(name) for name, question in questions))
