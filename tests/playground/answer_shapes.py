"""What the methods that the bot uses answer: which keys, of which types, and on which page Slack says so."""

from typing import Final

from tests.playground.shapes import CONVERSATION, MESSAGE, USER, VIEW, Documented, Shape


def _method(name: str, shape: Shape) -> Documented:
    return Documented(page=f"https://docs.slack.dev/reference/methods/{name}", shape={"ok": bool, **shape})


_HISTORY: Final[Shape] = {
    "messages": [MESSAGE],
    "has_more": bool,
    "pin_count?": int,
    "response_metadata?": {"next_cursor": str},
}
_POSTED: Final[Shape] = {"channel": str, "ts": str, "message": MESSAGE}
ANSWERS: Final = {
    "apps.connections.open": _method("apps.connections.open", {"url": str}),
    "auth.test": _method(
        "auth.test",
        {
            "url": str,
            "team": str,
            "user": str,
            "team_id": str,
            "user_id": str,
            "bot_id": str,
            "is_enterprise_install": bool,
        },
    ),
    "chat.postMessage": _method("chat.postMessage", _POSTED),
    "chat.update": _method("chat.update", {**_POSTED, "text": str}),
    "conversations.create": _method("conversations.create", {"channel": {**CONVERSATION, "creator": str}}),
    "conversations.history": _method("conversations.history", _HISTORY),
    "conversations.info": _method("conversations.info", {"channel": CONVERSATION}),
    "conversations.invite": _method("conversations.invite", {"channel": {**CONVERSATION, "creator": str}}),
    "conversations.members": _method(
        "conversations.members", {"members": [str], "response_metadata": {"next_cursor": str}}
    ),
    "conversations.open": _method(
        "conversations.open", {"channel": ({"id": str}, CONVERSATION), "no_op?": bool, "already_open?": bool}
    ),
    "conversations.replies": _method("conversations.replies", _HISTORY),
    "users.conversations": _method(
        "users.conversations", {"channels": [CONVERSATION], "response_metadata": {"next_cursor": str}}
    ),
    "users.info": _method("users.info", {"user": USER}),
    "users.lookupByEmail": _method("users.lookupByEmail", {"user": USER}),
    "views.open": _method("views.open", {"view": VIEW}),
    "views.publish": _method("views.publish", {"view": VIEW}),
    "views.update": _method("views.update", {"view": VIEW}),
}
