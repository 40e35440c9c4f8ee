"""What rich text is made of. Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"""

from typing import Final

from playground.block_rules.parts import ID
from playground.block_rules.rules import Choice, Flag, Items, Kinds, Number, Thing, Words

_STYLE: Final = Thing(
    optional=dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"), Flag()
    )
)
_STYLED: Final = {"style": _STYLE}

_TEXT: Final = Thing(required={"text": Words()}, optional=_STYLED)
_LINK: Final = Thing(required={"url": Words()}, optional={"text": Words(least=0), "unsafe": Flag(), **_STYLED})

ELEMENTS: Final = Kinds(
    {
        "text": _TEXT,
        "link": _LINK,
        "user": Thing(required={"user_id": Words()}, optional=_STYLED),
        "channel": Thing(required={"channel_id": Words()}, optional=_STYLED),
        "usergroup": Thing(required={"usergroup_id": Words()}, optional=_STYLED),
        "team": Thing(required={"team_id": Words()}, optional=_STYLED),
        "broadcast": Thing(required={"range": Choice(("here", "channel", "everyone"))}, optional=_STYLED),
        "color": Thing(required={"value": Words()}, optional=_STYLED),
        "emoji": Thing(required={"name": Words()}, optional={"unicode": Words(), "url": Words(), **_STYLED}),
        "date": Thing(
            required={"timestamp": Number(), "format": Words()},
            optional={"fallback": Words(), "url": Words(), **_STYLED},
        ),
    }
)

_BORDER: Final = Number(least=0, most=1)
_SECTION: Final = Thing(required={"elements": Items(of=ELEMENTS, least=0)})

BODIES: Final = Kinds(
    {
        "rich_text_section": _SECTION,
        "rich_text_quote": Thing(required={"elements": Items(of=ELEMENTS, least=0)}, optional={"border": _BORDER}),
        "rich_text_preformatted": Thing(
            required={"elements": Items(of=Kinds({"text": _TEXT, "link": _LINK}), least=0)},
            optional={"border": _BORDER, "language": Words()},
        ),
        "rich_text_list": Thing(
            required={
                "style": Choice(("bullet", "ordered")),
                "elements": Items(of=Kinds({"rich_text_section": _SECTION}), least=0),
            },
            optional={"indent": Number(least=0, most=8), "offset": Number(least=0), "border": _BORDER},
        ),
    }
)

RICH_TEXT: Final = Thing(required={"elements": Items(of=BODIES)}, optional={"block_id": ID})
