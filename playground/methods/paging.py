"""Cursors: where the next page begins, in a form that means nothing to the app."""

import base64
import binascii

from playground.arguments import Arguments
from playground.refusals import Refused
from playground.shapes import Json


def next_page(place: str) -> Json:
    """The part of an answer that tells where to go on; an empty place is the end."""
    return {"response_metadata": {"next_cursor": base64.b64encode(place.encode()).decode()}}


def place_of_page(args: Arguments) -> str:
    """Where the asked page begins; empty for the first."""
    try:
        return base64.b64decode(args.text("cursor"), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        raise Refused("invalid_cursor") from None


def start_of_page(args: Arguments) -> int:
    return int(place_of_page(args) or 0)
