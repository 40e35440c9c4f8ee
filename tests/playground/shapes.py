"""How a shape is written down and held against a value; and the shapes of what stands in many payloads.

A key that ends with ? may be missing. A type is a class, a tuple of alternatives, a list of one kind, or a shape.
`object` stands for what this table leaves to others: blocks, and what people put into them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

Type = Any
Shape = Mapping[str, Type]

NOTHING: Final = type(None)
WORDS: Final = (str, NOTHING)
PLAIN: Final[Shape] = {"type": str, "text": str, "emoji?": bool}

# What things look like wherever they stand.

BOT_PROFILE: Final[Shape] = {
    "id": str,
    "app_id": str,
    "user_id?": str,
    "name": str,
    "team_id": str,
    "deleted": bool,
    "updated?": int,
    "icons?": dict,
}
FILE: Final[Shape] = {
    "id": str,
    "name": str,
    "title": str,
    "mimetype": str,
    "filetype": str,
    "pretty_type": str,
    "size": int,
    "user": str,
    "username": str,
    "mode": str,
    "editable": bool,
    "is_external": bool,
    "external_type": str,
    "is_public": bool,
    "public_url_shared": bool,
    "display_as_bot": bool,
    "url_private": str,
    "url_private_download": str,
}
MESSAGE: Final[Shape] = {
    "type": str,
    "user": str,
    "text": str,
    "ts": str,
    "team?": str,
    "blocks?": [dict],
    "metadata?": {"event_type": str, "event_payload": dict},
    "bot_id?": str,
    "app_id?": str,
    "bot_profile?": BOT_PROFILE,
    "files?": [FILE],
    "upload?": bool,
    "thread_ts?": str,
    "parent_user_id?": str,
    "reply_count?": int,
    "reply_users?": [str],
    "reply_users_count?": int,
    "latest_reply?": str,
    "edited?": {"user": str, "ts": str},
    "reactions?": [{"name": str, "users": [str], "count": int}],
}
PROFILE: Final[Shape] = {
    "real_name": str,
    "real_name_normalized": str,
    "display_name": str,
    "display_name_normalized": str,
    "title": str,
    "team": str,
    "email?": str,
}
USER: Final[Shape] = {
    "id": str,
    "team_id": str,
    "name": str,
    "deleted": bool,
    "profile": PROFILE,
    "is_bot": bool,
    "is_app_user": bool,
    "updated": int,
    "real_name?": str,
    "tz?": str,
    "tz_label?": str,
    "tz_offset?": int,
    "is_admin?": bool,
    "is_owner?": bool,
    "is_primary_owner?": bool,
    "is_restricted?": bool,
    "is_ultra_restricted?": bool,
    "is_stranger?": bool,
    "is_email_confirmed?": bool,
    "locale?": str,
}
STATE: Final[Shape] = {"values": {"*": {"*": dict}}}
VIEW: Final[Shape] = {
    "id": str,
    "team_id": str,
    "type": str,
    "title": (PLAIN, NOTHING),
    "close": (PLAIN, NOTHING),
    "submit": (PLAIN, NOTHING),
    "blocks": [dict],
    "private_metadata": str,
    "callback_id": str,
    "external_id": str,
    "state": STATE,
    "hash": str,
    "clear_on_close": bool,
    "notify_on_close": bool,
    "root_view_id": str,
    "previous_view_id": WORDS,
    "app_id": str,
    "app_installed_team_id": str,
    "bot_id": str,
    "submit_disabled?": bool,
}
CONVERSATION: Final[Shape] = {
    "id": str,
    "created": int,
    "is_archived": bool,
    "is_im": bool,
    "is_mpim": bool,
    "is_group": bool,
    "is_channel": bool,
    "is_private": bool,
    "is_ext_shared": bool,
    "context_team_id": str,
    "user?": str,
    "is_user_deleted?": bool,
    "name?": str,
    "name_normalized?": str,
    "is_member?": bool,
    "num_members?": int,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Documented:
    """A shape, and the page that describes it."""

    page: str
    shape: Shape


def misfits(documented: Documented, value: object) -> list[str]:
    """Where a value is not as it is documented: keys that are missing or unknown, and other types."""
    return list(_misfits(value, documented.shape, ""))


def _misfits(value: object, wanted: Type, where: str) -> Iterator[str]:
    if isinstance(wanted, tuple):
        tried = [list(_misfits(value, each, where)) for each in wanted]
        yield from [] if [] in tried else min(tried, key=len)
    elif isinstance(wanted, list):
        yield from _each(value, wanted[0], where)
    elif isinstance(wanted, Mapping):
        yield from _keys(value, wanted, where)
    elif not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        yield f"{where or '/'} is {type(value).__name__}, not {wanted.__name__}"


def _each(value: object, wanted: Type, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where} is no list"
        return
    for place, each in enumerate(value):
        yield from _misfits(each, wanted, f"{where}/{place}")


def _keys(value: object, wanted: Shape, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where or '/'} is no object"
        return
    known = {key.removesuffix("?"): each for key, each in wanted.items()}
    yield from (
        f"{where}/{key} is missing" for key in wanted if not key.endswith("?") and key != "*" and key not in value
    )
    for key, each in value.items():
        if key in known or "*" in known:
            yield from _misfits(each, known.get(key, known.get("*")), f"{where}/{key}")
        else:
            yield f"{where}/{key} is not documented"
