"""What is said of words that were typed in Slack, and of a person's own messages that are gone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.checkin import Audience, Outcome
from bot.domain.ids import EntryId, MemberId, NoticeId, PairingId, PromptId
from bot.domain.persons import Mention, Named


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One pairing that typed words may be about."""

    pairing: PairingId
    partners: tuple[str, ...]


class Unkept(StrEnum):
    """Why words, or a reaction, were not kept. SEVERAL: a message that asks about more than one pairing."""

    NOT_KEPT = "not_kept"
    TOO_LONG = "too_long"
    EDIT_TOO_LONG = "edit_too_long"
    SEVERAL = "several"


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """The answer to words typed in Slack. While `partners` is empty the bot asks which of `choices` is meant.

    `readers` are the ids of partners who may read it, `shown` of those who were shown it, then or now. `shown_on` is
    the day on which readers can be expected to.
    `unkept` says that nothing is kept, after *Not an answer* or because nothing could be.
    """

    notice: NoticeId
    entry: EntryId | None
    unkept: Unkept | None
    choices: tuple[Choice, ...]
    partners: tuple[Named, ...]
    coordinator: str
    audience: Audience
    readers: tuple[MemberId, ...]
    shown_on: date | None
    prompt: PromptId | None
    outcome: Outcome | None
    shown: tuple[MemberId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Astray:
    """The answer to words meant for somebody to whom the bot passes none: a coordinator who wrote, or who has a case.

    `reader` is whom they did not reach, none where nobody is meant. `entry` is none once the words are forgotten.
    """

    notice: NoticeId
    entry: EntryId | None
    reader: Mention | None
    outside_contact: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Deleted:
    """A person deleted a message whose words were kept: forget them too? `entry` is none once they are forgotten.

    `asks` is false once the person said to keep them.
    """

    notice: NoticeId
    entry: EntryId | None
    partners: tuple[str, ...]
    asks: bool
