"""The parts of Block Kit that we use, each within Slack's limits.

https://docs.slack.dev/reference/block-kit/blocks
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.ids import NoticeId
from handlers.views import ids
from handlers.views.escape import cut, pieces, words

Block = dict[str, object]

SECTION_MOST: Final = 3000
CONTEXT_MOST: Final = 2000
BUTTON_MOST: Final = 75
OPTION_MOST: Final = 75
TITLE_MOST: Final = 24
LABEL_MOST: Final = 2000
PLACEHOLDER_MOST: Final = 150
ACTIONS_MOST: Final = 25
RADIOS_MOST: Final = 10
CHECKBOXES_MOST: Final = 10
SELECT_MOST: Final = 100
TEXT_MOST: Final = 3000
PIECE: Final = 2900


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """A message: `text` is what a notification shows, escaped as Slack wants it, without anything private."""

    text: str
    blocks: list[Block]

    @property
    def shows(self) -> str:
        return json.dumps([self.text, self.blocks], sort_keys=True)


def plain(text: str, most: int) -> Block:
    return {"type": "plain_text", "text": cut(text, most)}


def mrkdwn(text: str, most: int) -> Block:
    """Verbatim: Slack makes no links or mentions of what merely looks like one."""
    return {"type": "mrkdwn", "text": cut(text, most), "verbatim": True}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, 150)}


def section(*lines: str, accessory: Block | None = None) -> Block:
    block: Block = {"type": "section", "text": mrkdwn("\n".join(lines), SECTION_MOST)}
    return block if accessory is None else {**block, "accessory": accessory}


def sections(lines: Sequence[str]) -> list[Block]:
    """As many as Slack needs to hold these lines, each line whole."""
    held: list[list[str]] = [[]]
    for line in lines:
        if held[-1] and len("\n".join((*held[-1], line))) > SECTION_MOST:
            held.append([])
        held[-1].append(line)
    return [section(*each) for each in held if each]


def context(*lines: str) -> Block:
    return {"type": "context", "elements": [mrkdwn("\n".join(lines), CONTEXT_MOST)]}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def rows_of(elements: Sequence[Block]) -> list[Block]:
    """As many rows of buttons as Slack needs to hold them."""
    return [actions(*elements[n : n + ACTIONS_MOST]) for n in range(0, len(elements), ACTIONS_MOST)]


def button(action_id: str, label: str, value: object, **more: object) -> Block:
    return {
        "type": "button",
        "action_id": action_id,
        "text": plain(label, BUTTON_MOST),
        "value": str(value),
        **more,
    }


def buttons(action_id: str, labels_and_values: Sequence[tuple[str, object]]) -> list[Block]:
    """One button under the plain id, several under numbered ones."""
    if len(labels_and_values) == 1:
        return [button(action_id, *labels_and_values[0])]
    return [button(ids.several(action_id, n), *each) for n, each in enumerate(labels_and_values)]


def confirm(*, title: str, text: str, yes: str, no: str) -> Block:
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
        "style": "danger",
    }


def option(label: str, value: object) -> Block:
    return {"text": plain(label, OPTION_MOST), "value": str(value)}


def overflow(action_id: str, options: list[Block]) -> Block:
    return {"type": "overflow", "action_id": action_id, "options": options}


def select(action_id: str, options: list[Block], *, chosen: object = None, placeholder: str = "") -> Block:
    element: Block = {"type": "static_select", "action_id": action_id, "options": options[:SELECT_MOST]}
    if placeholder:
        element["placeholder"] = plain(placeholder, PLACEHOLDER_MOST)
    return element | _initial(options, chosen)


def radios(action_id: str, options: list[Block], chosen: object) -> Block:
    return {"type": "radio_buttons", "action_id": action_id, "options": options, **_initial(options, chosen)}


def one_of(action_id: str, options: list[Block], chosen: object) -> Block:
    """Radio buttons while Slack can hold them, else a select."""
    if len(options) <= RADIOS_MOST:
        return radios(action_id, options, chosen)
    return select(action_id, options, chosen=chosen)


def checkboxes(action_id: str, options: list[Block], chosen: Sequence[object]) -> Block:
    values = {str(each) for each in chosen}
    ticked = [each for each in options if each["value"] in values]
    element: Block = {"type": "checkboxes", "action_id": action_id, "options": options}
    return {**element, "initial_options": ticked} if ticked else element


def some_of(action_id: str, options: list[Block], chosen: Sequence[object]) -> Block:
    """Checkboxes while Slack can hold them, else a menu of which several can be chosen."""
    if len(options) <= CHECKBOXES_MOST:
        return checkboxes(action_id, options, chosen)
    return {**checkboxes(action_id, options[:SELECT_MOST], chosen), "type": "multi_static_select"}


def text_input(initial: str) -> Block:
    element: Block = {
        "type": "plain_text_input",
        "action_id": ids.TEXT,
        "multiline": True,
        "max_length": TEXT_MOST,
    }
    return {**element, "initial_value": initial[:TEXT_MOST]} if initial else element


def asking(block_id: str, label: str, element: Block, *, hint: str = "", optional: bool = False) -> Block:
    block: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain(label, LABEL_MOST),
        "element": element,
        "optional": optional,
    }
    return {**block, "hint": plain(hint, LABEL_MOST)} if hint else block


def quoted(label: str, text: str) -> Block:
    """A person's words as they typed them: rich text parses nothing."""
    lines = [{"type": "text", "text": piece} for piece in pieces(words(text), PIECE)]
    title = {"type": "text", "text": label, "style": {"bold": True}}
    return {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [title]},
            {"type": "rich_text_quote", "elements": lines},
        ],
    }


def named(notice: NoticeId, state: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of one notice, each with an id of its own that is other in another state."""
    return [{**block, "block_id": ids.block(notice, state, n)} for n, block in enumerate(blocks)]


def _initial(options: list[Block], chosen: object) -> Block:
    picked = [each for each in options if chosen is not None and each["value"] == str(chosen)]
    return {"initial_option": picked[0]} if picked else {}
