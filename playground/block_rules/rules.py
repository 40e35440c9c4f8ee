"""The words the tables are written in: small rules that look at one value and say what Slack would refuse in it.

The sentences follow those of Slack's `response_metadata.messages` as people have published them, for example at
https://github.com/slackapi/java-slack-sdk/issues/684; where none was found, they are ours in the same manner.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol


def said(words: str, at: str) -> str:
    """A refusal as Slack writes it: what is wrong, and a JSON pointer to where."""
    return f"{words} [json-pointer:{at}]"


class Rule(Protocol):
    def refusals(self, value: object, at: str) -> Iterator[str]: ...


@dataclass(frozen=True, kw_only=True)
class Words:
    """A string, in characters."""

    most: int | None = None
    least: int = 1
    pattern: str | None = None

    def refusals(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield said("must provide a string", at)
            return
        if self.most is not None and len(value) > self.most:
            yield said(f"must be less than {self.most + 1} characters", at)
        if len(value) < self.least:
            yield said(f"must be more than {self.least - 1} characters", at)
        elif self.pattern is not None and not re.fullmatch(self.pattern, value):
            yield said("must match the expected format", at)


@dataclass(frozen=True, kw_only=True)
class Number:
    least: float | None = None
    most: float | None = None
    above: float | None = None

    def refusals(self, value: object, at: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield said("must provide a number", at)
            return
        if self.least is not None and value < self.least:
            yield said(f"must be at least {self.least:g}", at)
        if self.above is not None and value <= self.above:
            yield said(f"must be greater than {self.above:g}", at)
        if self.most is not None and value > self.most:
            yield said(f"must be at most {self.most:g}", at)


@dataclass(frozen=True)
class Flag:
    def refusals(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, bool):
            yield said("must provide a boolean", at)


@dataclass(frozen=True)
class Choice:
    allowed: tuple[str, ...]

    def refusals(self, value: object, at: str) -> Iterator[str]:
        if value not in self.allowed:
            yield said(f"must be one of: {', '.join(self.allowed)}", at)


@dataclass(frozen=True)
class OrNull:
    rule: Rule

    def refusals(self, value: object, at: str) -> Iterator[str]:
        if value is not None:
            yield from self.rule.refusals(value, at)


@dataclass(frozen=True, kw_only=True)
class Items:
    of: Rule
    most: int | None = None
    least: int = 1

    def refusals(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield said("must provide an array", at)
            return
        if self.most is not None and len(value) > self.most:
            yield said(f"no more than {self.most} items allowed", at)
        if len(value) < self.least:
            yield said(f"no fewer than {self.least} items allowed", at)
        for place, item in enumerate(value):
            yield from self.of.refusals(item, f"{at}/{place}")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """An object with known fields. Slack refuses a field that it does not know."""

    required: Mapping[str, Rule] = field(default_factory=dict)
    optional: Mapping[str, Rule] = field(default_factory=dict)
    some_of: tuple[str, ...] = ()
    just_one_of: tuple[str, ...] = ()

    def refusals(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield said("must provide an object", at)
            return
        known = self._known
        yield from (said(f"missing required field: {name}", at) for name in self.required if name not in value)
        yield from (said(f"invalid additional property: {name}", at) for name in value if name not in known)
        yield from self._counted(value, at)
        for name, rule in known.items():
            if name in value:
                yield from rule.refusals(value[name], f"{at}/{name}")

    @cached_property
    def _known(self) -> Mapping[str, Rule]:
        return {**self.required, **self.optional}

    def _counted(self, value: Mapping[str, object], at: str) -> Iterator[str]:
        names = self.some_of or self.just_one_of
        present = sum(name in value for name in names)
        if names and not present:
            yield said(f"must define either {_either(names)}", at)
        if self.just_one_of and present > 1:
            yield said(f"must define only one of {_either(names)}", at)


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names)


@dataclass(frozen=True)
class Kinds:
    """An object whose `type` says which rule it follows."""

    table: Mapping[str, Rule]

    def refusals(self, value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield said("must provide an object", at)
            return
        kind = value.get("type")
        if kind is None:
            yield said("missing required field: type", at)
        elif not isinstance(kind, str) or kind not in self.table:
            yield said(f"unsupported type: {kind}", f"{at}/type")
        else:
            rest = {name: part for name, part in value.items() if name != "type"}
            yield from self.table[kind].refusals(rest, at)
