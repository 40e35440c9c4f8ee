"""What blocks and elements are made of: text, options, confirmations, files.

Sources: https://docs.slack.dev/reference/block-kit/composition-objects/ and, where named, the page of the part.
"""

from typing import Final

from playground.block_rules.rules import Choice, Flag, Items, Kinds, Thing, Words


def plain(most: int) -> Kinds:
    """A text object that shows its characters as they are."""
    return Kinds({"plain_text": Thing(required={"text": Words(most=most)}, optional={"emoji": Flag()})})


def text(most: int) -> Kinds:
    """A text object of either type."""
    mrkdwn = Thing(required={"text": Words(most=most)}, optional={"verbatim": Flag()})
    return Kinds({**plain(most).table, "mrkdwn": mrkdwn})


# https://docs.slack.dev/reference/block-kit/composition-objects/text-object
TEXT_MOST: Final = 3000
ID: Final = Words(most=255)
URL: Final = Words(most=3000)

# https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
CONFIRM: Final = Thing(
    required={"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    optional={"style": Choice(("primary", "danger"))},
)

# https://docs.slack.dev/reference/block-kit/composition-objects/option-object (value: 150; @slack/types says 75)
OPTION_VALUE: Final = Words(most=150)
OPTION: Final = Thing(required={"text": plain(75), "value": OPTION_VALUE}, optional={"description": plain(75)})
LINK_OPTION: Final = Thing(
    required={"text": plain(75), "value": OPTION_VALUE}, optional={"description": plain(75), "url": URL}
)
TICK_OPTION: Final = Thing(required={"text": text(75), "value": OPTION_VALUE}, optional={"description": text(75)})

# https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object
OPTION_GROUP: Final = Thing(required={"label": plain(75), "options": Items(of=OPTION, most=100)})

# https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object
SLACK_FILE: Final = Thing(optional={"id": Words(), "url": Words()}, just_one_of=("id", "url"))

# https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object
DISPATCH: Final = Thing(
    optional={"trigger_actions_on": Items(of=Choice(("on_enter_pressed", "on_character_entered")))},
)

# https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object
CONVERSATION_FILTER: Final = Thing(
    optional={
        "include": Items(of=Choice(("im", "mpim", "private", "public"))),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    some_of=("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
