"""A message: what one or more notices say to one reader."""

from collections.abc import Sequence
from typing import assert_never

from bot.domain.case_sayings import Care, CaseCard, ConcernStands, LongPause, PrivateLine, Welcome, Withdrawn
from bot.domain.group_sayings import GroupSaying, RoundSaying
from bot.domain.rotation_sayings import RotationSaying
from bot.domain.sayings import AskedAgain, Ended, FirstMeeting, FirstWord, Introduction, Prompt, Reader, Saying, Words
from bot.domain.typed_sayings import Astray, Deleted, Typed
from handlers.views import astray, checkin, deleted, greeting, group, introduction, rotation, round, told, typed, words
from handlers.views.blocks import Block, Rendered, context, section
from handlers.views.room import fitted
from handlers.views.voice import Voice, voice_for

AmongSeveral = GroupSaying | RoundSaying | RotationSaying


def message(sayings: Sequence[Saying], reader: Reader) -> Rendered:
    """Of what is nobody's to read any more, it says so and no more."""
    voice = voice_for(reader)
    if not sayings:
        gone = voice.marked("message.gone")
        return Rendered(text=gone, blocks=[section(gone)])
    groups, footer = _groups(sayings, voice)
    shown, left = fitted(groups, beside=footer)
    more = [context(voice.marked_of("message.more", left))] if left else []
    return Rendered(text=_headline(sayings, voice), blocks=[*shown, *more, *footer])


def hidden(reader: Reader) -> Rendered:
    """In the place of a case, where somebody else can read by now."""
    said = voice_for(reader).marked("case.hidden")
    return Rendered(text=said, blocks=[section(said)])


def fitting(sayings: Sequence[Saying], reader: Reader) -> int:
    """How many of these, from the first on, one message can hold."""
    groups, footer = _groups(sayings, voice_for(reader))
    return len(sayings) - fitted(groups, beside=footer)[1]


def _groups(sayings: Sequence[Saying], voice: Voice) -> tuple[list[list[Block]], list[Block]]:
    """The blocks of each, the first new question under a greeting, and the line that says why questions came."""
    groups = [_blocks(saying, voice) for saying in sayings]
    asking = [each for each in sayings if isinstance(each, Prompt) and checkin.still_asks(each)]
    new = next((n for n, each in enumerate(sayings) if isinstance(each, Prompt) and checkin.is_new(each)), None)
    if new is not None:
        groups[new].insert(0, checkin.greeting(voice))
    return groups, [checkin.footer(asking, voice)] if asking else []


def _blocks(saying: Saying, voice: Voice) -> list[Block]:
    if isinstance(saying, AmongSeveral):
        return _blocks_among_several(saying, voice)
    match saying:
        case FirstWord():
            return greeting.blocks(saying, voice)
        case Introduction():
            return introduction.blocks(saying, voice)
        case FirstMeeting():
            return introduction.first_meeting_blocks(saying, voice)
        case Prompt():
            return checkin.blocks(saying, voice)
        case AskedAgain():
            return checkin.asked_again_blocks(saying, voice)
        case Words():
            return words.blocks(saying, voice)
        case Typed():
            return typed.blocks(saying, voice)
        case Astray():
            return astray.blocks(saying, voice)
        case Deleted():
            return deleted.blocks(saying, voice)
        case PrivateLine() | Withdrawn() | Ended() | LongPause() | CaseCard() | ConcernStands() | Care() | Welcome():
            return told.blocks(saying, voice)
        case never:
            assert_never(never)


def _blocks_among_several(saying: AmongSeveral, voice: Voice) -> list[Block]:
    """Of peer groups, their rounds, and rotations."""
    if isinstance(saying, RotationSaying):
        return rotation.blocks(saying, voice)
    return round.blocks(saying, voice) if isinstance(saying, RoundSaying) else group.blocks(saying, voice)


def _headline(sayings: Sequence[Saying], voice: Voice) -> str:
    """What a notification shows: the first thing said, since it is the most pressing."""
    if isinstance(sayings[0], AmongSeveral):
        return _headline_among_several(sayings[0], voice)
    match sayings[0]:
        case FirstWord() as first:
            return greeting.headline(first, voice)
        case Introduction() as intro:
            return introduction.headline(intro, voice)
        case FirstMeeting() as asked:
            return introduction.first_meeting_headline(asked, voice)
        case Prompt() | AskedAgain():
            return checkin.headline([each for each in sayings if isinstance(each, Prompt | AskedAgain)], voice)
        case Words() as shared:
            return words.headline(shared, voice)
        case Typed() as kept:
            return typed.headline(kept, voice)
        case Astray() as lost:
            return astray.headline(lost, voice)
        case Deleted() as gone:
            return deleted.headline(gone, voice)
        case (
            PrivateLine()
            | Withdrawn()
            | Ended()
            | LongPause()
            | CaseCard()
            | ConcernStands()
            | Care()
            | Welcome() as first_told
        ):
            return told.headline(first_told, voice, sayings)
        case never:
            assert_never(never)


def _headline_among_several(saying: AmongSeveral, voice: Voice) -> str:
    if isinstance(saying, RotationSaying):
        return rotation.headline(saying, voice)
    return round.headline(saying, voice) if isinstance(saying, RoundSaying) else group.headline(saying, voice)
