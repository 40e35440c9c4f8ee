"""What a partner shared, as they typed it."""

from collections.abc import Iterator

from bot.domain.sayings import Words
from handlers.views.blocks import Block, context, named, quoted, section
from handlers.views.checkin_form import label_of
from handlers.views.escape import cut, size
from handlers.views.voice import Voice

WORDS_MOST = 9000
"""Characters of shared text in one message. Slack refuses blocks of about 12,000 characters in all with
msg_blocks_too_long, without saying how it counts: https://github.com/slackapi/bolt-js/issues/2509"""


def blocks(shared: Words, voice: Voice) -> list[Block]:
    return named(shared.notice, f"words-{len(shared.lines)}", list(_blocks(shared, voice)))


def headline(shared: Words, voice: Voice) -> str:
    return voice.marked("words.headline" if shared.lines else "words.headline_back", author=shared.author)


def _blocks(shared: Words, voice: Voice) -> Iterator[Block]:
    if not shared.lines:
        yield section(voice.marked("words.taken_back", author=shared.author))
        return
    yield section(voice.marked("words.lead", author=shared.author, day=shared.day))
    room = WORDS_MOST
    for line in shared.lines:
        if room > 0:
            yield quoted(label_of(line.about, line.question, voice), cut(line.text, room))
        room -= size(line.text)
    if room < 0:
        yield context(voice.marked("words.more", author=shared.author))
    yield context(voice.marked("words.why", author=shared.author))
