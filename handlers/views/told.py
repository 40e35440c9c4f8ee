"""What coordinators are told, what comes from them, and what comes back to whoever asked for help."""

from collections.abc import Sequence
from typing import assert_never

from bot.domain.case_sayings import Care, CaseCard, ConcernStands, LongPause, PrivateLine, Welcome, Withdrawn
from bot.domain.sayings import Ended, Saying
from handlers.views import care, case, concern, coordinator, line
from handlers.views.blocks import Block
from handlers.views.voice import Voice

Told = PrivateLine | Withdrawn | Ended | LongPause | CaseCard | ConcernStands | Care | Welcome


def blocks(told: Told, voice: Voice) -> list[Block]:
    match told:
        case PrivateLine():
            return line.blocks(told, voice)
        case Withdrawn():
            return coordinator.withdrawn(told, voice)
        case Ended():
            return coordinator.ended(told, voice)
        case LongPause():
            return coordinator.long_pause(told, voice)
        case CaseCard():
            return case.blocks(told, voice)
        case ConcernStands():
            return concern.blocks(told, voice)
        case Care():
            return care.blocks(told, voice)
        case Welcome():
            return coordinator.welcome(told, voice)
        case never:
            assert_never(never)


def headline(told: Told, voice: Voice, everything: Sequence[Saying]) -> str:
    """Of several cases it gives the number."""
    match told:
        case PrivateLine():
            return line.headline(told, voice)
        case Withdrawn() | LongPause():
            return coordinator.headline(told, voice)
        case Ended():
            return coordinator.ended_headline(voice)
        case CaseCard():
            return case.headline([each for each in everything if isinstance(each, CaseCard)], voice)
        case ConcernStands():
            return concern.headline(voice)
        case Care():
            return care.headline(told, voice)
        case Welcome():
            return coordinator.welcome_headline(told, voice)
        case never:
            assert_never(never)
