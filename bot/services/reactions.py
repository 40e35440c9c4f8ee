"""A reaction to a check-in's message is an answer, where it is clear which pairing it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.checkin import Outcome
from bot.domain.ids import PromptId
from bot.domain.notice import NoticeKind
from bot.domain.pairing import OVER
from bot.domain.turn import Caller, Turn
from bot.services import seats
from bot.services.checkin import heard
from bot.services.written import SEVERAL
from storage import checkin as checkins
from storage import heard as events
from storage import notice as notices
from storage.checkin import PromptRecord
from storage.member import MemberRecord
from storage.notice import ToSay
from storage.said import prompts_in
from storage.session import Session

OUTCOMES: Final[Mapping[str, Outcome]] = {
    "white_check_mark": Outcome.MET,
    "heavy_check_mark": Outcome.MET,
    "ballot_box_with_check": Outcome.MET,
    "date": Outcome.BOOKED,
    "calendar": Outcome.BOOKED,
    "spiral_calendar_pad": Outcome.BOOKED,
    "hourglass_flowing_sand": Outcome.NOT_YET,
    "hourglass": Outcome.NOT_YET,
}
"""Slack's names of the reactions that answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reacted:
    """A reaction to a message of the bot's; skin tones do not matter."""

    event: str
    name: str
    conversation: str
    stamp: str


def react(session: Session, caller: Caller, turn: Turn, reacted: Reacted) -> None:
    """Any other reaction, and one to anything but a check-in, says nothing to the bot."""
    outcome = OUTCOMES.get(reacted.name.split("::")[0])
    if outcome is None or not events.once(session, reacted.event, turn.now):
        return
    member = seats.me(session, caller)
    asked = prompts_in(session, reacted.conversation, reacted.stamp)
    found = checkins.prompts(session, asked)
    mine = [found[each] for each in dict.fromkeys(asked) if each in found and _is_answerable(member, found[each])]
    meant = _meant(mine)
    if meant is not None:
        _answer(session, turn, member, meant.id, outcome)
    elif mine:
        _ask_which(session, turn, member, reacted)


def _meant(mine: Sequence[PromptRecord]) -> PromptRecord | None:
    """The one prompt that a message asks about, or the only one of several that still waits for an answer."""
    waiting = [prompt for prompt in mine if prompt.outcome is None and prompt.skipped_at is None]
    meant = mine if len(mine) == 1 else waiting
    return meant[0] if len(meant) == 1 else None


def _answer(session: Session, turn: Turn, member: MemberRecord, prompt: PromptId, outcome: Outcome) -> None:
    found = checkins.claimed(session, turn, prompt)
    if found is not None and _is_answerable(member, found) and found.outcome is not outcome:
        heard(session, turn, found, outcome=outcome)


def _is_answerable(member: MemberRecord, prompt: PromptRecord) -> bool:
    return prompt.member_id == member.id and prompt.pairing_state not in OVER


def _ask_which(session: Session, turn: Turn, member: MemberRecord, reacted: Reacted) -> None:
    notices.queue(
        session,
        turn,
        [
            ToSay(
                kind=NoticeKind.TYPED,
                key=f"reaction:{reacted.event}",
                member=member.id,
                pairing=None,
                subject=None,
                not_before=turn.now,
                nth=SEVERAL,
                thread=reacted.stamp,
            )
        ],
    )
