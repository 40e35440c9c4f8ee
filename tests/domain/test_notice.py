"""NOTICES: what may be said unprompted, and what holds for every kind of it."""

from bot.domain.notice import LIFE, NOTICES, WAITING, Ear, Fate, NoticeKind, NoticeState, NoticeStep, Urgency

UNASKED = [
    NoticeKind.ENDED,
    NoticeKind.ROTATION_WARNING,
    NoticeKind.ROTATION_LEFT_OUT,
    NoticeKind.ROTATION_STAY,
    NoticeKind.PROMPT,
    NoticeKind.ROUND,
    NoticeKind.ROUND_GUIDE,
    NoticeKind.ROTATION_ASK,
    NoticeKind.WORDS,
    NoticeKind.ROUND_DIGEST,
    NoticeKind.ROUND_PRIVATE,
    NoticeKind.REMINDER,
    NoticeKind.ROUND_NUDGE,
    NoticeKind.FIRST_MEETING,
    NoticeKind.GROUP_INVITED,
    NoticeKind.ROTATION_INVITED,
    NoticeKind.ROTATION_NUDGE,
    NoticeKind.ROTATION_ASIDE,
    NoticeKind.GROUP_WORD,
    NoticeKind.GROUP_MERGED,
    NoticeKind.GROUP_GROWS,
]
"""Everything else is an introduction, an answer to what the person did, or help (product.md, the bot's manner)."""


def test_every_kind_has_its_row() -> None:
    assert set(NOTICES) == set(NoticeKind)


def test_only_answers_may_come_at_any_hour_and_none_of_them_waits() -> None:
    any_hour = {kind for kind, row in NOTICES.items() if row.any_hour}

    assert NoticeKind.TYPED in any_hour
    assert any_hour == {kind for kind, row in NOTICES.items() if row.urgency is Urgency.ANSWER}
    assert any_hour.isdisjoint(UNASKED)


def test_a_group_dm_is_never_read_back() -> None:
    """The bot has no scope for it, and never will."""
    assert {row.fate for row in NOTICES.values() if row.ear in (Ear.PAIRING, Ear.ENCOUNTER)} == {Fate.REPEAT}


def test_what_is_unasked_goes_ends_first_then_check_ins_words_reminders_and_the_rest() -> None:
    assert [kind for kind, row in sorted(NOTICES.items(), key=lambda each: each[1].urgency) if row.unasked] == UNASKED


def test_what_waits_can_be_claimed_dropped_and_given_up() -> None:
    for state in WAITING:
        assert LIFE[state] == {
            NoticeStep.CLAIM: NoticeState.SENDING,
            NoticeStep.DROP: NoticeState.DROPPED,
            NoticeStep.REFUSE: NoticeState.UNDELIVERABLE,
        }
