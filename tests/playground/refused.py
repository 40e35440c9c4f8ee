"""What Slack said no with."""

from collections.abc import Awaitable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError


async def refusal(call: Awaitable[Any]) -> dict[str, Any]:
    """The whole answer of a call that must be refused."""
    with pytest.raises(SlackApiError) as caught:
        await call
    answer: dict[str, Any] = caught.value.response.data
    return answer


async def error(call: Awaitable[Any]) -> str:
    return str((await refusal(call))["error"])
