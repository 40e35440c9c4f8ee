"""Home: for a coordinator the queue and the numbers, then what is the person's own; for strangers what Rapport is."""

from collections.abc import Iterator
from typing import Final

from bot.domain.member import Consent
from bot.domain.showings import Home, MyPairing
from handlers.views import gatherings, ids, overview, queue, report
from handlers.views.blocks import Block, actions, button, context, section
from handlers.views.checkin import ANSWERS
from handlers.views.concern import help_button, standing
from handlers.views.hours import change_hours, own_lines, working_line
from handlers.views.pause import pause_button, resume_button
from handlers.views.room import fitted
from handlers.views.voice import Voice

BLOCKS_MOST: Final = 100
"""https://docs.slack.dev/reference/views/home-tab-views"""

QUEUE_MOST: Final = 20
"""Cases on Home; the command lists the others."""

NUMBERS_MOST: Final = 10
"""Programmes with their numbers on Home."""


def home(shown: Home, voice: Voice) -> Block:
    if shown.overview.hours is None:
        return _view(_stranger(voice))
    above, below = list(_above(shown, voice)), list(_below(shown, voice))
    pairings, left = fitted(
        [_pairing(each, voice) for each in shown.overview.pairings], beside=[*above, *below], most=BLOCKS_MOST
    )
    more = [context(voice.marked_of("overview.more", left))] if left else []
    return _view([*above, *pairings, *more, *below])


def _view(blocks: list[Block]) -> Block:
    return {"type": "home", "blocks": blocks}


def _stranger(voice: Voice) -> list[Block]:
    return [
        section(voice.marked("home.stranger")),
        section(voice.marked("home.join")),
        context(voice.marked("greeting.never")),
    ]


def _above(shown: Home, voice: Voice) -> Iterator[Block]:
    """What needs a coordinator comes first, then what the person asked help with."""
    if shown.overview.coordinates:
        yield section(queue.title(shown.cases, voice))
        for row in queue.rows(shown.cases[:QUEUE_MOST], voice):
            yield from row
        if len(shown.cases) > QUEUE_MOST:
            yield context(voice.marked_of("queue.more", len(shown.cases) - QUEUE_MOST))
        yield from gatherings.run(shown.run, shown.more, voice)
        for each in shown.reports[:NUMBERS_MOST]:
            yield report.summary(each, voice)
    if shown.overview.pairings or shown.overview.gatherings or not shown.overview.coordinates:
        yield from overview.lead(shown.overview, voice)


def _pairing(pairing: MyPairing, voice: Voice) -> list[Block]:
    if pairing.open_prompt is None:
        return [overview.row(pairing, voice)]
    asked = [
        button(action_id, voice.plain(f"answer.{answer}"), pairing.open_prompt) for answer, action_id in ANSWERS.items()
    ]
    line = button(ids.ADD_LINE, voice.plain("checkin.add_line"), pairing.open_prompt)
    return [overview.row(pairing, voice), actions(*asked, line)]


def _below(shown: Home, voice: Voice) -> Iterator[Block]:
    yield from gatherings.mine(shown.overview.gatherings, voice)
    for each in shown.stands:
        yield section(*standing(each, voice))
    mine = shown.overview
    assert mine.hours is not None
    steps = [help_button(voice)] if shown.can_ask else []
    if (mine.pairings or mine.gatherings) and mine.consent is not Consent.REFUSED:
        steps.append(resume_button(voice) if overview.is_paused(mine) else pause_button(voice))
    if steps:
        yield actions(*steps)
    if shown.outside_contact.strip() and not shown.stands:
        yield context(voice.marked("concern.outside", contact=shown.outside_contact))
    only_rounds = bool(mine.gatherings) and not mine.pairings
    is_asked = bool(mine.pairings) or only_rounds or not mine.coordinates
    hours = own_lines(mine.hours, voice, paired=not only_rounds) if is_asked else [working_line(mine.hours, voice)]
    yield section(*hours, accessory=change_hours(voice))
    if only_rounds:
        yield context(
            voice.marked("greeting.peers.keeps"), voice.marked("greeting.peers.never"), voice.marked("exported")
        )
    elif is_asked:
        yield context(voice.marked("home.keeps"), voice.marked("greeting.never"), voice.marked("exported"))
    yield context(voice.marked("help.all"))
