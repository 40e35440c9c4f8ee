"""One sentence for each thing that cannot be done, which says what to do instead."""

from datetime import date
from typing import assert_never

from bot.domain.refusals import Refusal, Refused
from handlers.views.blocks import Block, Rendered, section
from handlers.views.escape import escape
from handlers.views.modal_frame import closing
from handlers.views.voice import Voice


def sentence(refused: Refused, voice: Voice, reference: str) -> str:
    """As plain text. Where a coordinator must help, the reference lets them find what happened."""
    match refused.refusal:
        case (
            Refusal.SPAN_UNCLEAR
            | Refusal.SPAN_PAST
            | Refusal.SPAN_TOO_LONG
            | Refusal.PERIOD_UNCLEAR
            | Refusal.PERIOD_BACKWARDS
            | Refusal.PAIR_NOT_A_PERSON
            | Refusal.PAIR_GONE
            | Refusal.PAIR_OUTSIDE
            | Refusal.PAIR_REFUSED
            | Refusal.WHICH_PROGRAMME
            | Refusal.PAIRING_OVER
            | Refusal.TEXT_TOO_LONG
            | Refusal.CASE_UNKNOWN
            | Refusal.CASE_TAKEN
            | Refusal.CASE_OVER
            | Refusal.WHICH_GROUP
            | Refusal.NOTHING_TO_SKIP
            | Refusal.ROUND_LED
            | Refusal.NO_ROUNDS_YET
            | Refusal.GROUP_IN_CHANNEL
            | Refusal.GROUP_OF_WHOM
            | Refusal.GROUP_OVER
            | Refusal.GROUP_THERE
            | Refusal.GROUP_FULL
            | Refusal.GROUP_BY_INVITATION
            | Refusal.NOT_IN_GROUP
            | Refusal.SCOPES_MISSING
            | Refusal.NAME_TAKEN
            | Refusal.GROUP_NAME
            | Refusal.GROUP_QUESTIONS
            | Refusal.GROUP_SIZE
            | Refusal.ZONE_UNKNOWN
            | Refusal.WHICH_ROTATION
            | Refusal.ROTATION_OVER
            | Refusal.NOT_IN_ROTATION
            | Refusal.ROUND_BEGUN
            | Refusal.NO_ROUND_TO_SKIP
            | Refusal.FORMATION_OF_FEW
            | Refusal.FORMATION_OF_MANY
            | Refusal.FORMATION_OVER
            | Refusal.FORMATION_FULL
            | Refusal.FORMATION_APART
            | Refusal.FORMATION_TOO_FEW
            | Refusal.FORMATION_SCOPES
        ):
            return _quoting(refused, voice)
        case Refusal.NOT_A_MEMBER | Refusal.NOT_YOURS | Refusal.EXTERNAL:
            said = voice.plain(f"refusal.{refused.refusal}")
            return f"{said} {voice.plain('reference', reference=reference)}" if reference else said
        case (
            Refusal.NOT_A_COORDINATOR
            | Refusal.NO_PAIRING
            | Refusal.NO_PAIRING_OF_OWN
            | Refusal.NOTHING_TO_ANSWER
            | Refusal.PAIR_WHOM
            | Refusal.PAIR_SELF
            | Refusal.HOURS_IMPOSSIBLE
            | Refusal.ALREADY_SHOWN
            | Refusal.STALE
            | Refusal.WHICH_MENTORS
            | Refusal.NOBODY_TO_WRITE_TO
            | Refusal.NOBODY_CAN_READ
            | Refusal.NOTHING_WRITTEN
            | Refusal.NO_GROUP_HERE
            | Refusal.NOT_IN_CHANNEL
            | Refusal.CHANNEL_ARCHIVED
            | Refusal.CHANNEL_SHARED
            | Refusal.GROUP_LED_BY_WHOM
            | Refusal.WELL_BEING_IN_PUBLIC
            | Refusal.ROUND_TOO_SOON
            | Refusal.ROUND_CLOSED
            | Refusal.NOBODY_ELSE_LEADS
            | Refusal.NO_ROTATION_HERE
            | Refusal.ROTATION_IN_CHANNEL
            | Refusal.MEETING_OVER
            | Refusal.FORMATION_OF_WHOM
            | Refusal.FORMATION_EMPTY
            | Refusal.FORMATION_UNSEEN
        ):
            return voice.plain(f"refusal.{refused.refusal}")
        case never:
            assert_never(never)


def mishap(voice: Voice, reference: str) -> str:
    return voice.plain("mishap", reference=reference)


def as_message(said: str) -> Rendered:
    safe = escape(said)
    return Rendered(text=safe, blocks=[section(safe)])


def as_modal(said: str, voice: Voice) -> Block:
    return closing(voice, title="refusal.title", blocks=[section(escape(said))])


def _quoting(refused: Refused, voice: Voice) -> str:
    """With what was typed, or the names it is about, where we have them."""
    if not refused.words:
        return voice.plain(f"refusal.{refused.refusal}")
    return voice.plain(f"refusal.{refused.refusal}.of", words=_words(refused, voice))


def _words(refused: Refused, voice: Voice) -> list[str]:
    """What is quoted; a number and a day that was understood are put as people write them."""
    match refused.refusal:
        case Refusal.TEXT_TOO_LONG:
            return [voice.texts.number(int(word)) if word.isdecimal() else word for word in refused.words]
        case Refusal.SPAN_PAST:
            return [_day(word, voice) for word in refused.words]
        case _:
            return list(refused.words)


def _day(word: str, voice: Voice) -> str:
    try:
        return voice.texts.full_day(date.fromisoformat(word))
    except ValueError:
        return word
