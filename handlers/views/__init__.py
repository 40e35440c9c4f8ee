"""Everything a person reads: pure functions from values to Block Kit.

`refusal` and `mishap` give plain text; `said` and `said_in_modal` put such a sentence safely into a message or a modal.
"""

from bot.domain.refusals import Refused
from bot.domain.sayings import Reader
from bot.domain.showings import Home
from handlers.views import gatherings, refusals
from handlers.views import home as homes
from handlers.views.answers import Showing, answer
from handlers.views.blocks import Block, Rendered
from handlers.views.messages import fitting, hidden, message
from handlers.views.modals import Form, modal
from handlers.views.voice import voice_for

__all__ = [
    "Block",
    "Form",
    "Rendered",
    "Showing",
    "answer",
    "fitting",
    "hidden",
    "home",
    "message",
    "mishap",
    "modal",
    "refusal",
    "said",
    "said_in_modal",
    "told",
]

said = refusals.as_message


def home(shown: Home) -> Block:
    return homes.home(shown, voice_for(shown.overview.reader))


def told(showing: Showing) -> Block:
    """An answer, where there is no place for one but a modal."""
    return gatherings.told(answer(showing), voice_for(showing.reader))


def refusal(refused: Refused, language: str, reference: str = "") -> str:
    return refusals.sentence(refused, voice_for(_anywhere(language)), reference)


def mishap(language: str, reference: str) -> str:
    return refusals.mishap(voice_for(_anywhere(language)), reference)


def said_in_modal(sentence: str, language: str) -> Block:
    return refusals.as_modal(sentence, voice_for(_anywhere(language)))


def _anywhere(language: str) -> Reader:
    """These sentences hold no time of day."""
    return Reader(language=language, zone="UTC")
