"""Messages that stand in Slack follow what they show, for as long as it can change; on both engines."""

from dataclasses import dataclass

import pytest

from bot.domain.checkin import Outcome
from bot.domain.ids import MessageId
from bot.domain.notice import NoticeKind
from bot.domain.sayings import AskedAgain, Prompt
from bot.services import checkin, repainting
from bot.services.repainting import Drawn, Repaint
from tests.services.running import Running

MANY = 50


@dataclass(frozen=True)
class Sketch:
    shows: str


@pytest.fixture
def reminded(asked: Running) -> Running:
    """Ana and Ben have had a reminder, and nothing is painted since."""
    asked.until("2026-12-30 08:59")
    asked.now = asked.now.replace(hour=9, minute=0)
    while asked.looks() or asked.delivers():
        continue
    return asked


def drawn(repaints: list[Repaint]) -> list[Drawn]:
    return [Drawn(repaint=each, drawing=Sketch(repr(each.outgoing.sayings))) for each in repaints]


def shown(repaints: list[Repaint]) -> dict[MessageId, type]:
    return {each.surface.message: type(each.outgoing.sayings[0]) for each in repaints}


def paint(running: Running) -> dict[MessageId, type]:
    """What was painted, with what stands there first."""
    begun = running.write(repainting.begin, drawn(running.write(repainting.repaints, MANY)))
    running.write(repainting.painted, begun)
    return shown([each.repaint for each in begun])


def messages(running: Running, kind: NoticeKind) -> set[MessageId]:
    return {MessageId(row.message_id) for row in running.notices(kind)}


def test_what_was_asked_again_says_so_and_is_then_left_as_it_is(reminded: Running) -> None:
    assert paint(reminded) == dict.fromkeys(messages(reminded, NoticeKind.PROMPT), AskedAgain)

    reminded.does("U0ANA", checkin.answer, reminded.prompt_id("U0ANA"), Outcome.MET)
    reminded.does("U0BEN", checkin.answer, reminded.prompt_id("U0BEN"), Outcome.MET)

    lagging = shown(reminded.write(repainting.repaints, MANY))
    assert lagging == dict.fromkeys(messages(reminded, NoticeKind.REMINDER), Prompt)


def test_what_changed_and_changed_back_is_not_painted(asked: Running) -> None:
    prompt = asked.prompt_id("U0ANA")
    asked.does("U0ANA", checkin.skip, prompt)
    skipped = paint(asked)
    asked.does("U0ANA", checkin.unskip, prompt)
    asked.does("U0ANA", checkin.skip, prompt)

    assert (len(skipped), paint(asked)) == (1, {})
    assert asked.write(repainting.repaints, MANY) == []


def test_only_so_many_are_read_as_there_is_room_for(reminded: Running) -> None:
    assert len(reminded.write(repainting.repaints, 1)) == 1
    assert len(reminded.write(repainting.repaints, MANY)) == 2
