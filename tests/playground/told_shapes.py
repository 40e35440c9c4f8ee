"""What is told to the app: which keys it has, of which types, and on which page Slack says so."""

from typing import Final

from tests.playground.shapes import MESSAGE, NOTHING, PLAIN, STATE, USER, VIEW, WORDS, Documented, Shape

AUTHORIZATION: Final[Shape] = {
    "enterprise_id": WORDS,
    "team_id": str,
    "user_id": str,
    "is_bot": bool,
    "is_enterprise_install": bool,
}
WRAPPER: Final[Shape] = {
    "token": str,
    "team_id": str,
    "context_team_id?": str,
    "context_enterprise_id?": WORDS,
    "api_app_id": str,
    "event": dict,
    "type": str,
    "event_id": str,
    "event_time": int,
    "authorizations?": [AUTHORIZATION],
    "is_ext_shared_channel?": bool,
    "event_context?": str,
}
IN_CHANNEL: Final[Shape] = {"channel": str, "channel_type": str, "event_ts": str}
REACTION: Final[Shape] = {
    "type": str,
    "user": str,
    "reaction": str,
    "item_user?": str,
    "item": {"type": str, "channel": str, "ts": str},
    "event_ts": str,
}
OF_PERSON: Final[Shape] = {"type": str, "user": USER, "cache_ts": int, "event_ts": str}
INTERACTION: Final[Shape] = {
    "type": str,
    "user": {"id": str, "username": str, "name": str, "team_id": str},
    "api_app_id": str,
    "token": str,
    "team": {"id": str, "domain": str},
    "enterprise": NOTHING,
    "is_enterprise_install": bool,
}
ACTION: Final[Shape] = {
    "type": str,
    "block_id": str,
    "action_id": str,
    "action_ts": str,
    "text?": PLAIN,
    "value?": WORDS,
    "style?": str,
    "url?": str,
    "placeholder?": PLAIN,
    "selected_option?": (dict, NOTHING),
    "selected_options?": [dict],
    "selected_user?": WORDS,
}
IN_MESSAGE: Final[Shape] = {
    "container": {
        "type": str,
        "message_ts": str,
        "channel_id": str,
        "is_ephemeral": bool,
        "thread_ts?": str,
    },
    "channel": {"id": str, "name": str},
    "message?": MESSAGE,
}
IN_VIEW: Final[Shape] = {"container": {"type": str, "view_id": str}, "view": VIEW}
CLICK: Final[Shape] = {**INTERACTION, "trigger_id": str, "actions": [ACTION]}
SUGGESTION: Final[Shape] = {**INTERACTION, "block_id": str, "action_id": str, "value": str}


def _event(page: str, shape: Shape) -> Documented:
    return Documented(page=f"https://docs.slack.dev/reference/events/{page}", shape=shape)


def _interaction(page: str, shape: Shape) -> Documented:
    return Documented(page=f"https://docs.slack.dev/reference/interaction-payloads/{page}-payload", shape=shape)


EVENTS: Final = {
    "message": _event("message.im", {**MESSAGE, **IN_CHANNEL}),
    "file_share": _event("message/file_share", {**MESSAGE, **IN_CHANNEL, "subtype": str}),
    "message_changed": _event(
        "message/message_changed",
        {
            "type": str,
            "subtype": str,
            "hidden": bool,
            "message": MESSAGE,
            "previous_message": MESSAGE,
            "ts": str,
            **IN_CHANNEL,
        },
    ),
    "message_deleted": _event(
        "message/message_deleted",
        {
            "type": str,
            "subtype": str,
            "hidden": bool,
            "deleted_ts": str,
            "previous_message": MESSAGE,
            "ts": str,
            **IN_CHANNEL,
        },
    ),
    "reaction_added": _event("reaction_added", REACTION),
    "reaction_removed": _event("reaction_removed", REACTION),
    "app_home_opened": _event(
        "app_home_opened", {"type": str, "user": str, "channel": str, "tab": str, "view?": VIEW, "event_ts": str}
    ),
    "user_change": _event("user_change", OF_PERSON),
    "team_join": _event("team_join", OF_PERSON),
    "member_joined_channel": _event(
        "member_joined_channel",
        {"type": str, "user": str, "channel": str, "channel_type": str, "team": str, "inviter?": str, "event_ts": str},
    ),
    "app_uninstalled": _event("app_uninstalled", {"type": str, "event_ts": str}),
    "tokens_revoked": _event(
        "tokens_revoked", {"type": str, "tokens": {"oauth": [str], "bot": [str]}, "event_ts": str}
    ),
}

INTERACTIONS: Final = {
    "block_actions of a message": _interaction(
        "block_actions", {**CLICK, **IN_MESSAGE, "state": STATE, "response_url": str}
    ),
    "block_actions of a modal": _interaction("block_actions", {**CLICK, **IN_VIEW}),
    "block_actions of a home": _interaction("block_actions", {**CLICK, **IN_VIEW}),
    "view_submission": _interaction(
        "view-interactions", {**INTERACTION, "trigger_id": str, "view": VIEW, "response_urls": [dict]}
    ),
    "view_closed": _interaction("view-interactions", {**INTERACTION, "view": VIEW, "is_cleared": bool}),
    "block_suggestion of a message": _interaction("block_suggestion", {**SUGGESTION, **IN_MESSAGE}),
    "block_suggestion of a modal": _interaction("block_suggestion", {**SUGGESTION, **IN_VIEW}),
}

COMMAND: Final = Documented(
    page="https://docs.slack.dev/interactivity/implementing-slash-commands",
    shape={
        "token": str,
        "team_id": str,
        "team_domain": str,
        "channel_id": str,
        "channel_name": str,
        "user_id": str,
        "user_name": str,
        "command": str,
        "text": str,
        "api_app_id": str,
        "is_enterprise_install": str,
        "response_url": str,
        "trigger_id": str,
    },
)

_SOCKETS: Final = "https://docs.slack.dev/apis/events-api/using-socket-mode"
HELLO: Final = Documented(
    page=_SOCKETS,
    shape={
        "type": str,
        "num_connections": int,
        "debug_info": {"host": str, "approximate_connection_time": int, "started?": str, "build_number?": int},
        "connection_info": {"app_id": str},
    },
)
DISCONNECT: Final = Documented(page=_SOCKETS, shape={"type": str, "reason": str, "debug_info": {"host": str}})
ENVELOPE: Final = Documented(
    page=_SOCKETS,
    shape={"envelope_id": str, "payload": dict, "type": str, "accepts_response_payload": bool},
)
EVENT_ENVELOPE: Final = Documented(page=_SOCKETS, shape={**ENVELOPE.shape, "retry_attempt": int, "retry_reason": str})
