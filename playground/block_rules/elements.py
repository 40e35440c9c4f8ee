"""Every element that may sit in a block, with its fields and their limits.

Source of a row: https://docs.slack.dev/reference/block-kit/block-elements/<its name>-element, where all selects share
the pages select-menu-element and multi-select-menu-element.
"""

from collections.abc import Mapping
from typing import Final

from playground.block_rules.parts import (
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH,
    ID,
    LINK_OPTION,
    OPTION,
    OPTION_GROUP,
    SLACK_FILE,
    TICK_OPTION,
    URL,
    plain,
)
from playground.block_rules.rich_text import RICH_TEXT
from playground.block_rules.rules import Choice, Flag, Items, Kinds, Number, Rule, Thing, Words

_ACTING: Final[Mapping[str, Rule]] = {"action_id": ID, "confirm": CONFIRM}
_FOCUSED: Final[Mapping[str, Rule]] = {**_ACTING, "focus_on_load": Flag()}
_CHOOSING: Final[Mapping[str, Rule]] = {**_FOCUSED, "placeholder": plain(150)}
_TYPING: Final[Mapping[str, Rule]] = {
    "action_id": ID,
    "focus_on_load": Flag(),
    "placeholder": plain(150),
    "dispatch_action_config": DISPATCH,
}
_TYPED: Final[Mapping[str, Rule]] = {**_TYPING, "initial_value": Words(least=0)}
_MENU: Final[Mapping[str, Rule]] = {
    **_CHOOSING,
    "options": Items(of=OPTION, most=100),
    "option_groups": Items(of=OPTION_GROUP, most=100),
}
_MANY: Final[Mapping[str, Rule]] = {"max_selected_items": Number(least=1)}
_IDS: Final = Items(of=Words(), least=0)
_CONVERSATIONS: Final[Mapping[str, Rule]] = {
    **_CHOOSING,
    "default_to_current_conversation": Flag(),
    "filter": CONVERSATION_FILTER,
}
_DATE: Final = Words(pattern=r"\d{4}-\d{2}-\d{2}")
_TIME: Final = Words(pattern=r"([01]\d|2[0-3]):[0-5]\d")
_TEN_DIGITS: Final = Number(least=1_000_000_000, most=9_999_999_999)

IMAGE: Final = Thing(
    required={"alt_text": Words(most=2000)},
    optional={"image_url": URL, "slack_file": SLACK_FILE},
    just_one_of=("image_url", "slack_file"),
)

_BUTTONS: Final[Mapping[str, Rule]] = {
    "button": Thing(
        required={"text": plain(75)},
        optional={
            **_ACTING,
            "value": Words(most=2000),
            "url": URL,
            "style": Choice(("primary", "danger")),
            "accessibility_label": Words(most=75),
        },
    ),
    # "an array of up to five": overflow-menu-element. Older pages asked for two at least.
    "overflow": Thing(required={"options": Items(of=LINK_OPTION, most=5)}, optional=_ACTING),
}

_SELECTS: Final[Mapping[str, Rule]] = {
    "static_select": Thing(optional={**_MENU, "initial_option": OPTION}, just_one_of=("options", "option_groups")),
    "multi_static_select": Thing(
        optional={**_MENU, **_MANY, "initial_options": Items(of=OPTION)},
        just_one_of=("options", "option_groups"),
    ),
    "external_select": Thing(
        optional={**_CHOOSING, "initial_option": OPTION, "min_query_length": Number(least=0)},
    ),
    "multi_external_select": Thing(
        optional={
            **_CHOOSING,
            **_MANY,
            "initial_options": Items(of=OPTION),
            "min_query_length": Number(least=0),
        },
    ),
    "users_select": Thing(optional={**_CHOOSING, "initial_user": Words()}),
    "multi_users_select": Thing(optional={**_CHOOSING, **_MANY, "initial_users": _IDS}),
    "conversations_select": Thing(
        optional={**_CONVERSATIONS, "initial_conversation": Words(), "response_url_enabled": Flag()},
    ),
    "multi_conversations_select": Thing(optional={**_CONVERSATIONS, **_MANY, "initial_conversations": _IDS}),
    "channels_select": Thing(optional={**_CHOOSING, "initial_channel": Words(), "response_url_enabled": Flag()}),
    "multi_channels_select": Thing(optional={**_CHOOSING, **_MANY, "initial_channels": _IDS}),
}

_TICKS: Final[Mapping[str, Rule]] = {
    "checkboxes": Thing(
        required={"options": Items(of=TICK_OPTION, most=10)},
        optional={**_FOCUSED, "initial_options": Items(of=TICK_OPTION)},
    ),
    "radio_buttons": Thing(
        required={"options": Items(of=TICK_OPTION, most=10)}, optional={**_FOCUSED, "initial_option": TICK_OPTION}
    ),
}

_PICKERS: Final[Mapping[str, Rule]] = {
    "datepicker": Thing(optional={**_CHOOSING, "initial_date": _DATE}),
    "timepicker": Thing(optional={**_CHOOSING, "initial_time": _TIME, "timezone": Words()}),
}

_DATETIME: Final[Mapping[str, Rule]] = {
    "datetimepicker": Thing(optional={**_FOCUSED, "initial_date_time": _TEN_DIGITS}),
}

_RICH_INPUT: Final[Mapping[str, Rule]] = {
    "rich_text_input": Thing(
        optional={
            **_TYPING,
            "initial_value": Kinds({"rich_text": RICH_TEXT}),
            "min_lines": Number(least=1, most=100),
            "max_lines": Number(least=1, most=100),
        },
    ),
}

_INPUTS: Final[Mapping[str, Rule]] = {
    "plain_text_input": Thing(
        optional={
            **_TYPED,
            "multiline": Flag(),
            "min_length": Number(least=0, most=3000),
            "max_length": Number(least=1, most=3000),
        },
    ),
    "email_text_input": Thing(optional=_TYPED),
    "url_text_input": Thing(optional=_TYPED),
    "number_input": Thing(
        required={"is_decimal_allowed": Flag()}, optional={**_TYPED, "min_value": Words(), "max_value": Words()}
    ),
    "file_input": Thing(
        optional={"action_id": ID, "filetypes": Items(of=Words()), "max_files": Number(least=1, most=10)},
    ),
}

# Which element may sit where: the "works with" lines of https://docs.slack.dev/reference/block-kit/block-elements
IN_ACTIONS: Final = Kinds({**_BUTTONS, **_SELECTS, **_TICKS, **_PICKERS, **_DATETIME, **_RICH_INPUT})
IN_SECTION: Final = Kinds({**_BUTTONS, **_SELECTS, **_TICKS, **_PICKERS, "image": IMAGE})
IN_INPUT: Final = Kinds({**_INPUTS, **_SELECTS, **_TICKS, **_PICKERS, **_DATETIME, **_RICH_INPUT})
