"""A person known to the bot."""

from enum import StrEnum


class Consent(StrEnum):
    """What a member said to the first word. Silence after it was read is not a refusal."""

    UNASKED = "unasked"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
