"""Why the bot said what it said."""

from bot.app.diary import REMINDED, WHY
from bot.domain.notice import NoticeKind
from bot.domain.policy import DEFAULT


def test_everything_that_may_be_said_has_a_reason_in_words() -> None:
    assert set(WHY) == set(NoticeKind)


def test_each_reminder_says_which_it_is() -> None:
    assert len(REMINDED) == 1 + len(DEFAULT.reminders_after)
