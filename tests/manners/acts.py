"""What people do: about what they are shown, and of their own accord."""

from datetime import timedelta
from functools import partial
from typing import Final

from bot.domain.case import Urgency
from handlers.views import ids
from tests.manners.heard import Heard
from tests.manners.life import Act, Life
from tests.manners.town import COORDINATORS, Character

SILENT_AFTER: Final = timedelta(weeks=3)
DAY: Final = timedelta(days=1)
OUTCOMES: Final = ("We met", "We met", "It's booked", "Not yet")
MEETINGS: Final = ("We've met", "It's planned", "Not yet")
YES_TO_ALL: Final = "Share with"


def begin(life: Life) -> None:
    """What people do without having been asked: pauses, good-byes, calls for help."""
    for name, citizen in life.citizens.items():
        if citizen.character is Character.RESTING:
            for week in (5, 14, 26, 40):
                life.plan(name, timedelta(weeks=week, days=life.dice.randrange(7)), partial(_pause, life, name))
        if citizen.character is Character.LEAVER:
            life.plan(name, timedelta(weeks=7), partial(_leave, life, name))
    for week, name, about in (
        (4, "Ana 0", "Ben 0"),
        (6, "Ben 3", "Ana 3"),
        (7, "Ben 10", "Maria 0"),
        (30, "Ana 8", "Ben 9"),
    ):
        life.plan(name, timedelta(weeks=week), partial(_ask_for_help, life, name, about))


def answer(life: Life, heard: Heard) -> None:
    """Plans what somebody does about a message: at once, in their own time, or never."""
    after = _patience(life, heard.reader)
    if after is None:
        return
    if heard.reader in COORDINATORS and _coordinates(life, heard):
        return
    for nth, act in enumerate(_choices(life, heard)):
        life.plan(heard.reader, after + timedelta(minutes=nth), act)


def _patience(life: Life, name: str) -> timedelta | None:
    match life.citizens[name].character:
        case Character.SILENT if life.now > life.began + SILENT_AFTER:
            return None
        case Character.SLOW:
            return timedelta(days=2, minutes=life.dice.randrange(300))
        case _:
            return timedelta(minutes=life.dice.randrange(2, 200))


def _choices(life: Life, heard: Heard) -> list[Act]:
    character, offers, name = life.citizens[heard.reader].character, heard.offers, heard.reader
    press = partial(_press, life, name, heard.where)
    if "We've planned it" in offers:
        if character is Character.MISFIT:
            return [partial(_say_not_for_me, life, name, heard.where)]
        return [partial(press, "We've planned it")] if life.dice.random() < 0.3 else []
    if "OK" in offers:
        return [partial(press, "Not for me" if character is Character.REFUSER else "OK")]
    if "It's planned" in offers:
        return [partial(press, life.dice.choice(MEETINGS))]
    if shares := [each for each in offers if each.startswith(YES_TO_ALL)]:
        return [partial(press, life.dice.choice([*shares, "Only me", "Not an answer"]))]
    return [_row(life, heard) for _ in range(offers.count("We met"))]


def _row(life: Life, heard: Heard) -> Act:
    """Whatever row of a check-in comes first now: an answered one offers nothing."""
    if life.dice.random() < 0.12:
        return partial(_choose, life, heard, life.dice.choice(("Ask me later", "Skip this one")))
    if life.dice.random() < 0.12:
        return partial(_write, life, heard.reader)
    return partial(_press, life, heard.reader, heard.where, life.dice.choice(OUTCOMES))


def _coordinates(life: Life, heard: Heard) -> bool:
    """Of three cases a coordinator takes two, and resolves one of these; the words for her she reads."""
    press = partial(_press, life, heard.reader, heard.where)
    if "Read" in heard.offers:
        life.plan(heard.reader, timedelta(hours=3), partial(press, "Read"))
        life.plan(heard.reader, timedelta(hours=4), life.there[heard.reader].closes_view)
    if "I'm on it" not in heard.offers:
        return "Read" in heard.offers
    if life.dice.random() < 0.66:
        life.plan(heard.reader, timedelta(hours=5), partial(press, "I'm on it"))
        life.plan(heard.reader, timedelta(hours=6), partial(press, life.dice.choice(("Resolve", "Snooze 3 days"))))
    return True


async def _press(life: Life, name: str, where: tuple[str, str], label: str) -> None:
    await life.there[name].clicks(label, where)


async def _choose(life: Life, heard: Heard, option: str) -> None:
    await life.there[heard.reader].chooses(option, heard.where)


async def _write(life: Life, name: str) -> None:
    await life.there[name].posts("We met, and talked about the next months.")


async def _say_not_for_me(life: Life, name: str, where: tuple[str, str]) -> None:
    await life.there[name].clicks("Not for me", where)
    await life.there[name].submits()


async def _pause(life: Life, name: str) -> None:
    """With several pairings the bot asks which; this person means all of them."""
    person = life.there[name]
    answer = await person.runs(f"/rapport pause {life.dice.choice((1, 2, 3, 6))} weeks")
    if any("All of mine" in seen.buttons for seen in answer.seen):
        await person.clicks("All of mine")


async def _leave(life: Life, name: str) -> None:
    life.there.slack.deactivate(life.there[name])


async def _ask_for_help(life: Life, name: str, about: str) -> None:
    person = life.there[name]
    await person.runs("/rapport concern")
    await person.submits(
        {
            ids.WHICH: about,
            ids.CONCERN: "I would rather talk to somebody about this.",
            ids.READERS: [COORDINATORS[-1]],
            ids.URGENCY: str(life.dice.choice(tuple(Urgency))),
        }
    )
    await person.closes_view()
