"""What services refuse, as a table that a test writes down."""

from collections.abc import Callable
from typing import Any

from bot.domain.refusals import Refused


def refusal(act: Callable[[], Any]) -> str:
    """The refusal's name with the field it names; '' when nothing was refused."""
    try:
        act()
    except Refused as refused:
        return f"{refused.refusal} {refused.field}".strip()
    return ""
