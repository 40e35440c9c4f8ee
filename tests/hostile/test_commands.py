"""`/rapport <anything>`, by a member, a coordinator and a stranger: one clear answer, for their eyes only."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from tests.hostile.ground import Ground, ground
from tests.hostile.words import examples, words

COMMANDS = (
    "",
    "help",
    "checkin",
    "pause",
    "resume",
    "pair",
    "report",
    "pause @Ana Pereira",
    "pair @Ben Clarke",
    "PAUSE",
)


def test_whatever_follows_the_command_is_answered_once(database_url: str) -> None:
    with ground(database_url) as here:
        numbers = count()

        @examples(25)
        @given(st.sampled_from(COMMANDS), words)
        def typed(command: str, rest: str) -> None:
            planted = f"kestrel{next(numbers)}owl"
            for name in ("Ben", "Ana", "Maria", "Zoe"):
                here.run(_runs(here, name, f"/rapport {command} {rest} {planted}"))
            here.sound(planted)

        typed()


async def _runs(here: Ground, name: str, typed: str) -> None:
    person = here[name]

    answer = await person.runs(typed)

    forms = person.screen.depth
    assert (len(answer.seen), forms) in ((1, 0), (0, 1)), typed
    assert all(seen.ephemeral and seen.plain for seen in answer.seen)
    if forms:
        await person.closes_view()
    await here.answered()
