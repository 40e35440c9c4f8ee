"""Forming groups gives nobody away: not to whoever runs nothing, not in the database, not in the log."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.domain.forming import Proposal
from bot.domain.ids import DraftId, FormationId, MemberId
from bot.domain.refusals import Refusal, Refused
from bot.domain.turn import Caller
from bot.services import formations, making
from bot.services.gathering import WorkedOut
from storage.session import Session
from storage.tables import DraftGroup, Formation, FormationPlace, table_of
from tests.hostile.test_rotations import everything
from tests.journeys.forming import PEOPLE, approves, forms, office, review, sign_up
from tests.stage import Stage

PLANTED = "kestrelformation"
NOTHING = WorkedOut(joining={}, proposal=Proposal(groups=(), unplaced={}), there=frozenset(), nth=1)
ASKED = "What would the kestrelquestion do?"


async def test_words_in_the_channel_and_in_the_rooms_are_kept_nowhere(
    database_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with capture_logs() as logged:
        async with office(database_url, *PEOPLE) as there:
            channel = sign_up(there, PEOPLE[:4])
            await there["Ana"].posts(f"{PLANTED} before", channel=channel.id)
            await forms(there, **{"Questions of a round, one a line": ASKED})
            await there["Ben"].posts(f"{PLANTED} meanwhile", channel=channel.id)
            await review(there)
            await approves(there)
            await there.pass_by(days=2)
            room = there.slack.workspace.conversations
            own = next(each for each in room.values() if each.name.startswith("writers"))
            card = there["Ana"].messages(own.id)[0]
            await there["Ana"].posts(f"{PLANTED} in its room", channel=own.id)
            await there["Ben"].posts(f"{PLANTED} under the card", channel=own.id, thread=(card.channel, card.ts))
            await there.pass_by(days=9)

            written = everything(database_url)

    assert "Writers" in written
    assert PLANTED not in written
    assert "kestrelquestion" not in written
    assert PLANTED not in str(logged)
    assert PLANTED not in "".join(capfd.readouterr())


async def test_a_proposal_is_nobodys_but_its_coordinators(database_url: str) -> None:
    """Neither people of the list, nor members, nor who runs another programme."""
    async with office(database_url, *PEOPLE, "Olga", "Otto", "Una", "Uwe") as there:
        rows = f"mentor,mentee,rhythm\n{there['Una'].id},{there['Uwe'].id},half-yearly\n"
        await there.bring(rows, coordinator="Olga", backup="Otto", programme="Others")
        sign_up(there)
        await forms(there)
        before = everything(database_url)
        acts = await there.installation.bot.read(1, lambda session, turn: _acts(session))

        for name in ("Ana", "Max", "Olga"):
            for act in acts:
                assert await _refused(there, name, act) in (Refusal.NOT_A_COORDINATOR, Refusal.NOT_A_MEMBER)

        assert everything(database_url) == before


async def test_ids_of_nothing_are_kindly_refused(database_url: str) -> None:
    async with office(database_url, *PEOPLE) as there:
        sign_up(there)
        await forms(there)
        formation, draft, who = await there.installation.bot.read(1, lambda session, turn: _ids(session))
        before = everything(database_url)

        for act in (
            partial(formations.review, id=FormationId(who)),
            partial(formations.moving, id=formation, draft=DraftId(who), page=0),
            partial(formations.move, id=formation, who=MemberId(formation), to=draft),
            partial(formations.move, id=formation, who=who, to=DraftId(formation)),
            partial(making.try_again, id=DraftId(who)),
        ):
            assert await _refused(there, "Maria", act) in (Refusal.NOT_A_COORDINATOR, Refusal.STALE)

        assert everything(database_url) == before


async def _refused(there: Stage, name: str, act: Callable[..., Any]) -> Refusal:
    with pytest.raises(Refused) as refused:
        await there.installation.bot.do(act, Caller(workspace=1, person=there[name].id))
    return refused.value.refusal


def _acts(session: Session) -> list[Callable[..., Any]]:
    formation, draft, who = _ids(session)
    return [
        partial(formations.review, id=formation),
        partial(formations.moving, id=formation, draft=draft, page=0),
        partial(formations.move, id=formation, who=who, to=None),
        partial(formations.others, id=formation),
        partial(formations.anew, id=formation, worked=NOTHING),
        partial(formations.drop, id=formation),
        partial(making.ready, id=formation),
        partial(making.make, id=formation, nth=1),
        partial(making.try_again, id=draft),
    ]


def _ids(session: Session) -> tuple[FormationId, DraftId, MemberId]:
    place = table_of(FormationPlace)
    return (
        FormationId(session.execute(select(table_of(Formation).c.id)).scalar_one()),
        DraftId(session.execute(select(table_of(DraftGroup).c.id).limit(1)).scalar_one()),
        MemberId(session.execute(select(place.c.id).order_by(place.c.id).limit(1)).scalar_one()),
    )
