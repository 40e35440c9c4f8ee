"""Why the bot said what it said: for the playground's timeline, in plain words."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from bot.app.bot import RunningBot
from bot.domain.ids import MessageId
from bot.domain.notice import NoticeKind
from storage import message as messages
from storage.message import NoticeRecord

WHY: Final[dict[NoticeKind, str]] = {
    NoticeKind.FIRST_WORD: "before anything else, everybody is told why the bot writes",
    NoticeKind.INTRODUCTION: "all have had the first word, and this hour is working time for each of them",
    NoticeKind.FIRST_MEETING: "a week after the introduction nobody has said that a time is found",
    NoticeKind.PROMPT: "a check-in is due at the pair's rhythm, at this person's own hour",
    NoticeKind.REMINDER: "no answer yet",
    NoticeKind.WORDS: "their partner shared words, and they may be shown now",
    NoticeKind.TYPED: "it answers what they typed",
    NoticeKind.DELETED: "they deleted a message whose words are kept",
    NoticeKind.WELCOME: "they run a programme now, and are told what comes to them",
    NoticeKind.LINE: "a member wrote a line for their coordinator only",
    NoticeKind.WITHDRAWN: "somebody does not want the pairing",
    NoticeKind.ENDED: "a pairing has ended",
    NoticeKind.LONG_PAUSE: "somebody's pauses come to more than eight weeks in a year",
    NoticeKind.CASE: "a pair never met, a pair or a group is silent, or somebody is gone",
    NoticeKind.CONCERN: "somebody asked for help and chose this reader",
    NoticeKind.CONCERN_STANDS: "they asked for help, and this is where it stands",
    NoticeKind.CARE: "their coordinator wrote to them",
    NoticeKind.GROUP_CARD: "somebody started a peer group here",
    NoticeKind.GROUP_INVITED: "somebody asks them into a peer group",
    NoticeKind.GROUP_ADRIFT: "the channel of a peer group or a rotation cannot be written to",
    NoticeKind.GROUP_OVER: "somebody ended the peer group",
    NoticeKind.ROUND: "a round is due at the group's rhythm, at its own hour",
    NoticeKind.ROUND_DIGEST: "the round has closed",
    NoticeKind.ROUND_GUIDE: "they lead the round of the next working day",
    NoticeKind.ROUND_NUDGE: "the round closes on the next working day, and nothing was heard from them",
    NoticeKind.GROUP_FORMED: "a coordinator brought them together",
    NoticeKind.GROUP_MERGED: "their group has become small",
    NoticeKind.GROUP_GROWS: "people of a group that has become small may come",
    NoticeKind.FORMATION: "they asked for groups to be formed",
    NoticeKind.GROUP_WORD: "nothing was heard from them in three rounds",
    NoticeKind.ROUND_PRIVATE: "somebody wrote to whoever leads the round",
    NoticeKind.ROTATION_CARD: "somebody started a rotation here",
    NoticeKind.ROTATION_INVITED: "somebody asks them into a rotation",
    NoticeKind.ROTATION_WARNING: "a round of their rotation begins on the next working day",
    NoticeKind.ROTATION_MEETING: "a round of a rotation has begun, and these people are to meet",
    NoticeKind.ROTATION_LEFT_OUT: "they meet nobody in this round of their rotation",
    NoticeKind.ROTATION_NUDGE: "they were introduced some days ago, and nobody said that they have a time",
    NoticeKind.ROTATION_ASK: "the round of their rotation ends soon",
    NoticeKind.ROTATION_STAY: "three rounds of their rotation went by without a word of them",
    NoticeKind.ROTATION_ASIDE: "they did not say that they want to stay in their rotation",
}
REMINDED: Final = ("", "one working day without an answer", "three working days without an answer, so this is the last")


class Diary:
    """Reads the metadata that the bot puts on its messages: nothing but the id of a message of ours."""

    def __init__(self, bot: RunningBot, workspace: int) -> None:
        self._bot = bot
        self._workspace = workspace

    async def whys(self, metadata: Sequence[dict[str, Any]], /) -> list[str]:
        ids = [_message(each) for each in metadata]
        carried = await self._bot.read(
            self._workspace, lambda session, turn: messages.carried(session, [each for each in ids if each])
        )
        return [_sentence(carried.get(each, [])) if each else "" for each in ids]


def _message(metadata: dict[str, Any]) -> MessageId | None:
    found = (metadata.get("event_payload") or {}).get("message")
    return MessageId(UUID(found)) if found else None


def _sentence(carried: Sequence[NoticeRecord]) -> str:
    return "; ".join(dict.fromkeys(_why(each) for each in carried))


def _why(notice: NoticeRecord) -> str:
    if notice.kind is NoticeKind.REMINDER and notice.nth < len(REMINDED):
        return REMINDED[notice.nth] or WHY[notice.kind]
    return WHY[notice.kind]
