"""The fields of a form: what Slack says is in each of them.

https://docs.slack.dev/reference/views/modal-views#view_state
"""

from datetime import time

from handlers.payloads import Payload, Unreadable


def state_of(body: Payload) -> Payload:
    values: Payload = body["view"]["state"]["values"]
    return values


def part_of(state: Payload, block: str, action: str) -> Payload:
    part: Payload = (state.get(block) or {}).get(action) or {}
    return part


def text_of(state: Payload, block: str, action: str) -> str:
    return str(part_of(state, block, action).get("value") or "")


def option_of(state: Payload, block: str, action: str) -> str:
    chosen = part_of(state, block, action).get("selected_option") or {}
    return str(chosen.get("value") or "")


def options_of(state: Payload, block: str, action: str) -> list[str]:
    return [str(each["value"]) for each in part_of(state, block, action).get("selected_options") or ()]


def time_of(state: Payload, block: str) -> time:
    text = str(part_of(state, block, block).get("selected_time") or "")
    try:
        at = time.fromisoformat(text)
    except ValueError:
        raise Unreadable(block) from None
    if at.tzinfo is not None:
        raise Unreadable(block)
    return at
