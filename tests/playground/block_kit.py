"""Blocks for tests: the smallest of each kind, with the fields a test wants to stretch."""

from typing import Any

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def section(**fields: object) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": "Have you met?"}, **fields}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def asking(element: Json, **fields: object) -> Json:
    return {"type": "input", "label": plain("What moved?"), "element": element, **fields}


def button(**fields: object) -> Json:
    return {"type": "button", "text": plain("We met"), **fields}


def option(name: object = "a", **fields: object) -> Json:
    return {"text": plain("Later"), "value": str(name), **fields}


def options(count: int) -> list[Json]:
    return [option(place) for place in range(count)]


def confirm(**fields: object) -> Json:
    whole = {"title": plain("Sure?"), "text": plain("It ends."), "confirm": plain("Yes"), "deny": plain("No")}
    return {**whole, **fields}


def image(**fields: object) -> Json:
    return {"type": "image", "image_url": "https://x.org/a.png", "alt_text": "a chart", **fields}


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}


def listed(**fields: object) -> Json:
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "style": "bullet", "elements": [], **fields}],
    }


def cells(count: int, words: str = "a") -> list[Json]:
    return [{"type": "raw_text", "text": words}] * count


def table(rows: int, width: int = 1, words: str = "a") -> Json:
    return {"type": "table", "rows": [cells(width, words)] * rows}


def data_table(rows: int, width: int = 1, **fields: object) -> Json:
    return {"type": "data_table", "caption": "Answers", "rows": [cells(width)] * rows, **fields}


def pie(segments: int = 1, title: str = "Met", label: str = "yes") -> Json:
    chart = {"type": "pie", "segments": [{"label": label, "value": 1}] * segments}
    return {"type": "data_visualization", "title": title, "chart": chart}


def bars(series: int = 1, points: int = 1, axis: str = "Week", other_axis: str = "Met") -> Json:
    line = {"name": "met", "data": [{"label": "W1", "value": 1}] * points}
    axes = {"categories": ["W1"] * points, "x_label": axis, "y_label": other_axis}
    return {
        "type": "data_visualization",
        "title": "Met",
        "chart": {"type": "bar", "series": [line] * series, "axis_config": axes},
    }


def video(**fields: object) -> Json:
    whole = {
        "alt_text": "a talk",
        "title": plain("Talk"),
        "thumbnail_url": "https://x.org/t",
        "video_url": "https://x.org/v",
    }
    return {"type": "video", **whole, **fields}


def view(**fields: object) -> Json:
    return {"type": "modal", "title": plain("Check-in"), "blocks": [section()], **fields}


def w(count: int) -> str:
    return "w" * count
