"""A moment as each reader of one message sees it on their own clock."""

from collections.abc import Sequence
from datetime import datetime

from handlers.views.voice import Voice


def own_clock(at: datetime, zones: Sequence[str], voice: Voice) -> str:
    """A moment that Slack shows to each reader in their own zone; where it cannot, in all of these.

    https://docs.slack.dev/messaging/formatting-message-text#date-formatting
    """
    spelt = [
        voice.plain("introduction.in_zone", moment=voice.texts.moment(at, zone), zone=zone)
        for zone in zones or (voice.zone,)
    ]
    return f"<!date^{int(at.timestamp())}^{{date_long_pretty}} {{time}}|{', '.join(spelt)}>"
