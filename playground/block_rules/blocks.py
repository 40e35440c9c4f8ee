"""Every block that the stand-in knows. Source of a row: https://docs.slack.dev/reference/block-kit/blocks/<name>-block"""

from collections.abc import Mapping
from typing import Final

from playground.block_rules.charts import DATA_TABLE, DATA_VISUALIZATION, TABLE
from playground.block_rules.elements import IMAGE, IN_ACTIONS, IN_INPUT, IN_SECTION
from playground.block_rules.parts import ID, SLACK_FILE, TEXT_MOST, URL, plain, text
from playground.block_rules.rich_text import RICH_TEXT
from playground.block_rules.rules import Choice, Flag, Items, Kinds, Rule, Thing, Words

_NAMED: Final[Mapping[str, Rule]] = {"block_id": ID}

BLOCKS: Final = Kinds(
    {
        "section": Thing(
            optional={
                **_NAMED,
                "text": text(TEXT_MOST),
                "fields": Items(of=text(2000), most=10),
                "accessory": IN_SECTION,
                "expand": Flag(),
            },
            some_of=("text", "fields"),
        ),
        "divider": Thing(optional=_NAMED),
        "header": Thing(required={"text": plain(150)}, optional=_NAMED),
        "context": Thing(
            required={"elements": Items(of=Kinds({**text(TEXT_MOST).table, "image": IMAGE}), most=10)},
            optional=_NAMED,
        ),
        "actions": Thing(required={"elements": Items(of=IN_ACTIONS, most=25)}, optional=_NAMED),
        "input": Thing(
            required={"label": plain(2000), "element": IN_INPUT},
            optional={**_NAMED, "hint": plain(2000), "optional": Flag(), "dispatch_action": Flag()},
        ),
        "image": Thing(
            required={"alt_text": Words(most=2000)},
            optional={**_NAMED, "image_url": URL, "slack_file": SLACK_FILE, "title": plain(2000)},
            just_one_of=("image_url", "slack_file"),
        ),
        "file": Thing(required={"external_id": Words(), "source": Choice(("remote",))}, optional=_NAMED),
        "markdown": Thing(required={"text": Words(most=12_000)}, optional=_NAMED),
        "rich_text": RICH_TEXT,
        "table": TABLE,
        "data_table": DATA_TABLE,
        "data_visualization": DATA_VISUALIZATION,
        # "must be less than 200" and "less than 50 characters": video-block
        "video": Thing(
            required={
                "alt_text": Words(),
                "title": plain(199),
                "thumbnail_url": Words(),
                "video_url": Words(),
            },
            optional={
                **_NAMED,
                "author_name": Words(most=49),
                "description": plain(199),
                "provider_icon_url": Words(),
                "provider_name": Words(),
                "title_url": Words(),
            },
        ),
    }
)
