"""The same weeks twice, once with concerns in them and once without: what each person sees at every step."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from sqlalchemy import select

from bot.domain.case import Rule
from handlers.views import ids
from playground.people import Person
from playground.refusals import NotThere
from playground.web_api import Call
from storage.tables import Case, table_of
from tests.stage import Stage, stage

MONDAY: Final = datetime(2026, 9, 7, 6, tzinfo=UTC)
STEP: Final = timedelta(hours=10)
HALF_A_STEP: Final = timedelta(hours=5)
STEPS: Final = 64
PEOPLE: Final = {
    "Maria": "Europe/Lisbon",
    "Tom": "Europe/London",
    "Ana": "Europe/Berlin",
    "Ben": "Europe/London",
    "Dan": "America/New_York",
    "Eve": "Europe/Lisbon",
}
PAIRS: Final = (("Maria", "Ben"), ("Ana", "Dan"), ("Ana", "Eve"))
"""Maria runs it all and is a mentor herself; Tom stands by."""

SECRET: Final = "kestrel in the heather"
NUMBERS: Final = ("Check-ins opened: ", "Answers: ", "Met: ", "Median time ", "Reminders: ")
CARE: Final = "I have read it, and I am with you."
COMMANDS: Final = ("", "cases", "report", "help", "checkin", "cases", "report last 30 days")

Act = Callable[[Person, Random], Awaitable[object]]


@dataclass(frozen=True, kw_only=True)
class Concern:
    """At which step who asks for help about the pairing with whom, and how urgently; Tom reads it."""

    step: int
    author: str
    about: str
    urgency: str


@dataclass
class Seen:
    """What each person had on their screen after every step, and each message to them and edit of one, to the second.

    Of Home what it says counts: that it was published anew in the same words nobody can see.
    """

    screens: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in PEOPLE})
    calls: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in PEOPLE})
    codes: list[str] = field(default_factory=list)
    """Of the concerns, which Maria asks for at the end."""


def some_concerns(seed: int) -> tuple[Concern, ...]:
    """One about the coordinator, and two more, at steps at which all pairs are introduced and cases can still rise."""
    dice = Random(seed)
    others = dice.sample((("Dan", "Ana"), ("Ana", "Dan"), ("Ana", "Eve"), ("Eve", "Ana")), k=2)
    return tuple(
        Concern(step=dice.randrange(12, STEPS - 20), author=author, about=about, urgency=dice.choice(("Soon", "Now")))
        for author, about in (("Ben", "Maria"), *others)
    )


async def lived(database_url: str, seed: int, *concerns: Concern, codes: Sequence[str] = ()) -> Seen:
    """Every step is at its own moment, whatever happened before, and its dice fall the same in every run."""
    seen = Seen()
    async with stage(database_url, start=MONDAY, people=PEOPLE) as there:
        rows = [f"{there[mentor].id},{there[mentee].id},weekly" for mentor, mentee in PAIRS]
        await there.bring("\n".join(["mentor,mentee,rhythm", *rows]), coordinator="Maria", backup="Tom")
        for name in PEOPLE:
            await there[name].opens_home()
        for step in range(STEPS):
            await _step(there, Random(seed * 1000 + step), step, concerns)
            await there.until(MONDAY + STEP * (step + 1))
            _look(there, seen)
            _without_numbers(seen)
        seen.codes = [*codes] or await _codes(there, Rule.CONCERN)
        for code in seen.codes:
            await there["Maria"].runs(f"/rapport case {code}")
        for name in PEOPLE:
            await there[name].opens_home()
        _look(there, seen)
        for name, screens in seen.screens.items():
            seen.screens[name] = _without_chance(screens, await _codes(there, *set(Rule) - {Rule.CONCERN}))
    return seen


async def _step(there: Stage, dice: Random, step: int, concerns: tuple[Concern, ...]) -> None:
    name = dice.choice(list(PEOPLE))
    with suppress(NotThere):
        await dice.choice(ACTS)(there[name], dice)
    await there.now()
    await there.until(MONDAY + STEP * step + HALF_A_STEP)
    for concern in concerns:
        if concern.step <= step:
            await _about_the_concern(there, concern, step - concern.step)


async def _about_the_concern(there: Stage, concern: Concern, since: int) -> None:
    """It is asked; some steps later Tom reads it, takes it, writes to its author, resolves it."""
    tom = there["Tom"]
    with suppress(NotThere):
        match since:
            case 0:
                await _ask_for_help(there[concern.author], concern)
            case 6:
                await tom.clicks("Read")
                await tom.closes_view()
            case 9:
                await tom.clicks("I'm on it")
            case 11:
                await _write_to_its_author(tom, concern)
            case 14:
                await tom.clicks("Resolve")
    await there.now()


async def _write_to_its_author(tom: Person, concern: Concern) -> None:
    """Which card it is of those that can be read shows when it is open."""
    for card in [seen for seen in tom.messages() if "Read" in seen.buttons]:
        await tom.clicks("Read", card)
        with suppress(NotThere):
            await tom.clicks(f"Message {concern.author}")
            await tom.submits({ids.CARE_TEXT: CARE})
        await tom.closes_all_views()


async def _ask_for_help(person: Person, concern: Concern) -> None:
    await person.runs("/rapport concern")
    given = {ids.CONCERN: SECRET, ids.READERS: ["Tom"], ids.URGENCY: concern.urgency}
    await person.submits({ids.WHICH: concern.about, **given})
    await person.closes_view()


async def _answers(person: Person, dice: Random) -> None:
    await person.clicks(dice.choice(("We met", "It's booked", "Not yet", "OK", "We've planned it")))


async def _types(person: Person, dice: Random) -> None:
    await person.posts(f"Words number {dice.randrange(1000)}.")


async def _shares(person: Person, dice: Random) -> None:
    labels = [label for seen in person.messages()[-2:] for label in seen.buttons if label.startswith(("Share", "Only"))]
    await person.clicks(dice.choice(sorted(labels) or ["Only me"]))


async def _asks_the_bot(person: Person, dice: Random) -> None:
    await person.runs(f"/rapport {dice.choice(COMMANDS)}")
    if person.view is not None:
        await person.closes_view()


async def _pauses(person: Person, dice: Random) -> None:
    await person.runs(f"/rapport {dice.choice(('pause 1 week', 'resume', 'resume'))}")


async def _goes_home(person: Person, dice: Random) -> None:
    await person.opens_home()


ACTS: Final[tuple[Act, ...]] = (
    *(_answers,) * 4,
    *(_types,) * 2,
    *(_shares,) * 2,
    *(_asks_the_bot,) * 3,
    _pauses,
    _goes_home,
)


async def _codes(there: Stage, *rules: Rule) -> list[str]:
    """Of the cases of these rules, oldest first."""
    case = table_of(Case)
    statement = select(case.c.code).where(case.c.rule.in_(rules)).order_by(case.c.opened_at, case.c.natural_key)
    return await there.installation.bot.read(None, lambda session, turn: [*session.execute(statement).scalars()])


def _without_chance(screens: list[str], codes: list[str]) -> list[str]:
    """A case's code is thrown like dice, so that it says nothing; the codes of concerns stay as they are."""
    for nth, code in enumerate(codes):
        screens = [screen.replace(code, f"case number {nth}") for screen in screens]
    return screens


def _without_numbers(seen: Seen) -> None:
    """A coordinator's Home has the numbers of when it was last shown, until it is opened."""
    for screens in seen.screens.values():
        lines = screens[-1].split("\n")
        screens[-1] = "\n".join(line for line in lines if not line.startswith(NUMBERS))


def _look(there: Stage, seen: Seen) -> None:
    for name in PEOPLE:
        person = there[name]
        lines = [f"{float(each.ts):.0f} {each.plain} {each.text}" for each in person.messages()]
        seen.screens[name].append("\n".join([*lines, person.view_plain, person.home_plain]))
    owners = _owners(there)
    for call in there.slack.calls:
        owner = owners.get(_where(call))
        if owner is not None and call.method.startswith("chat."):
            seen.calls[owner].append(f"{call.at:%d %b %H:%M:%S} {call.method}")
    there.slack.calls.clear()


def _owners(there: Stage) -> Mapping[str, str]:
    """Whose a DM or a person is."""
    return {key: name for name in PEOPLE for key in (there[name].dm, there[name].id)}


def _where(call: Call) -> str:
    return str(call.answer.get("channel") or call.args.get("channel") or call.args.get("user_id") or "")
