"""Looks at pairings over rows: what only asks leaves known facts, and is followed by no second look."""

from collections.abc import Collection, Mapping
from datetime import datetime

import pytest

from bot.domain.changes import Ask, Remind, SetClose
from bot.domain.checkin import Outcome
from bot.domain.facts import PairingFacts
from bot.domain.ids import PairingId
from bot.domain.look import Next
from bot.services import checkin, look
from storage import pairing as pairings
from storage.session import Session
from tests.services.running import Running

Decided = dict[PairingId, tuple[PairingFacts, Next]]


def test_after_a_look_that_only_asks_a_second_one_would_say_the_same(
    introduced: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at, decide = pairings.look_at, look.decide
    at_rest: set[type] = set()
    differ: list[tuple[datetime, object]] = []

    def decided(session: Session, ids: Collection[PairingId], now: datetime) -> Decided:
        found = decide(session, ids, now)
        at_rest.update(
            type(change) for _, each in found.values() if each.next_look_at != now for change in each.changes
        )
        return found

    def looked(session: Session, moments: Mapping[PairingId, datetime | None]) -> None:
        look_at(session, moments)
        for pairing, at in moments.items():
            if at != introduced.now:
                _, again = decide(session, [pairing], introduced.now)[pairing]
                differ.extend([(introduced.now, again)] if again != Next(changes=(), next_look_at=at) else [])

    monkeypatch.setattr(look, "decide", decided)
    monkeypatch.setattr(pairings, "look_at", looked)
    introduced.until("2027-02-03 12:00").does("U0BEN", checkin.answer, introduced.prompt_id("U0BEN"), Outcome.MET)
    introduced.until("2027-05-01 12:00")

    assert differ == []
    assert at_rest == {Ask, Remind, SetClose}
