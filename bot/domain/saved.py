"""What the facts of a pairing become once changes are saved that make nothing new: known without reading them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from bot.domain.changes import Ask, Change, Remind, SetClose
from bot.domain.facts import CheckinFacts, PairingFacts, PromptFacts

Plain = Ask | Remind | SetClose


def saved_all(facts: PairingFacts, changes: Sequence[Change]) -> PairingFacts | None:
    """None when one of the changes makes something new, whose facts must be read."""
    plain = [change for change in changes if isinstance(change, Plain)]
    return saved(facts, *plain) if len(plain) == len(changes) else None


def saved(facts: PairingFacts, *changes: Plain) -> PairingFacts:
    """Of the check-in that runs, which is the one that changes are about."""
    assert facts.checkin is not None
    return replace(facts, checkin=reduce(_checkin, changes, facts.checkin))


def _checkin(checkin: CheckinFacts, change: Plain) -> CheckinFacts:
    if isinstance(change, SetClose):
        return replace(checkin, closes_at=change.closes_at)
    prompts = tuple(_prompt(each, change) if each.id == change.prompt else each for each in checkin.prompts)
    return replace(checkin, prompts=prompts)


def _prompt(prompt: PromptFacts, change: Ask | Remind) -> PromptFacts:
    if isinstance(change, Ask):
        return replace(prompt, asked=change.nth, waiting=True)
    return replace(prompt, reminders=change.nth)
