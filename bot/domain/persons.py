"""People as messages speak of them: who reads, who is named, who can be written to."""

from dataclasses import dataclass

from bot.domain.ids import MemberId


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """In whose language and zone the words are put."""

    language: str
    zone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A person as others see them. The name is what they typed, so views escape it."""

    id: MemberId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """Somebody to write to: `person` is their id in Slack, by which a message makes their name a link to them."""

    person: str
    name: str
