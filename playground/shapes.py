"""The shape of what travels: Slack speaks JSON, and the stand-in hands it on as it is."""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""One JSON object of Slack's."""

Blocks: TypeAlias = list[Json]
"""The blocks of one message or view."""
