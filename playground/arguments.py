"""The arguments of one Web API call, however they were sent."""

import json
from collections.abc import Mapping
from typing import Any

from playground.refusals import invalid_arguments


class Arguments:
    """Forms and query strings carry words only, JSON bodies carry values: both read the same here."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = {name: value for name, value in given.items() if value is not None}

    def missing(self, required: tuple[str, ...]) -> list[str]:
        return [name for name in required if self.given.get(name) in (None, "")]

    def has(self, name: str) -> bool:
        return name in self.given

    def text(self, name: str, default: str = "") -> str:
        return str(self.given.get(name, default))

    def flag(self, name: str) -> bool:
        return self.given.get(name) in (True, "true", "1", 1, "True")

    def number(self, name: str, default: int) -> int:
        value = self.given.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            raise invalid_arguments(f"must be an integer [json-pointer:/{name}]") from None

    def names(self, name: str) -> list[str]:
        """A list, or words separated by commas."""
        value = self.given.get(name, [])
        found = value if isinstance(value, list) else str(value).split(",")
        return [str(each).strip() for each in found if str(each).strip()]

    def json(self, name: str, otherwise: str) -> Any:
        """A structure, or JSON text of one; `otherwise` is the error for text that is not JSON."""
        value = self.given.get(name)
        if not isinstance(value, str) or not value:
            return value or None
        try:
            return json.loads(value)
        except ValueError:
            raise invalid_arguments(f"{otherwise} [json-pointer:/{name}]") from None
