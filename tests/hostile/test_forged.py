"""Buttons and forms with ids of other people's things, of nothing, or with nonsense: a kind no, and nothing changes."""

from collections.abc import Iterator
from typing import Final

from bot.domain.checkin import About
from handlers.views import ids
from playground.model import View
from playground.shapes import Blocks, Json
from storage.tables import Entry, Member, Pairing, Prompt
from tests.hostile.ground import MISHAP, Ground, button, ground, select_of

NOBODYS = "01a07a73-bb00-7000-8000-000000000000"
NONSENSE = ("", "x", "\u202e<!channel>", "1" * 2000, f"{NOBODYS}:", ":", f"later:{NOBODYS}", f"{NOBODYS}:{NOBODYS}:x")

OF_A_PROMPT = (ids.ANSWER_MET, ids.ANSWER_BOOKED, ids.ANSWER_NOT_YET, ids.ADD_LINE, ids.OPEN_CHECKIN, ids.UNSKIP)
OF_A_PAIRING = (
    ids.CHECKIN_PICK,
    ids.MEETING_PLANNED,
    ids.MEETING_NOT_FOR_ME,
    ids.FIRST_MET,
    ids.FIRST_PLANNED,
    ids.FIRST_NOT_YET,
)
OF_AN_ENTRY = (ids.TYPED_COORDINATOR, ids.TYPED_ONLY_ME, ids.TYPED_NOT_AN_ANSWER, ids.LINE_READ)


def test_other_peoples_things_are_kindly_refused(database_url: str) -> None:
    with ground(database_url) as here:
        theirs = here.run(_theirs(here))
        before = here.everything()
        for name in ("Ben", "Maria", "Zoe"):
            for blocks in _forged(*theirs):
                _refused(here, name, blocks)

        assert here.everything() == before
        here.sound("kestrelowl")


def test_nonsense_in_buttons_is_kindly_refused(database_url: str) -> None:
    with ground(database_url) as here:
        here.run(_theirs(here))
        before = here.everything()
        for value in NONSENSE:
            for blocks in (*_each(value), select_of(ids.USEFULNESS, value or "-"), *_menus(value or "-")):
                _refused(here, "Ben", blocks)

        assert here.everything() == before
        here.sound("kestrelowl")


def test_a_form_for_something_else_is_refused_and_keeps_what_was_typed(database_url: str) -> None:
    with ground(database_url) as here:
        eves, *_ = here.run(_theirs(here))
        before = here.everything()
        for forged in (eves, NOBODYS, "nonsense"):
            here.run(here["Ben"].runs("/rapport checkin"))
            here.run(here["Ben"].fills({ids.text_block(About.MOVED): "We met twice, kestrelowl."}))
            _opened(here).given["private_metadata"] = forged

            here.run(here["Ben"].submits())

            assert MISHAP not in _beside(here)
            assert "kestrelowl" in here["Ben"].view_plain
            assert here.everything() == before
            here.run(here["Ben"].closes_view())
            here.sound("kestrelowl")


IMPOSSIBLE: Final[tuple[tuple[str, str, Json], ...]] = (
    ("pause", ids.UNTIL, {"selected_date": "2026-02-30"}),
    ("pause", ids.UNTIL, {"selected_date": "0001-01-01"}),
    ("pause", ids.UNTIL, {"selected_date": "9999-12-31"}),
    ("pause", ids.UNTIL, {"selected_date": "tomorrow"}),
    ("pause", ids.WHICH, {"selected_option": {"value": NOBODYS}}),
    ("pause", ids.WHICH, {"selected_option": {"value": "each"}}),
    ("checkin", ids.GOAL, {"selected_option": {"value": "won"}}),
    ("hours", ids.DAYS, {"selected_options": [{"value": ""}, {"value": "12"}, {"value": "9"}]}),
    ("hours", ids.DAYS, {"selected_options": []}),
    ("hours", ids.OPENS, {"selected_time": "25:61"}),
    ("hours", ids.OPENS, {"selected_time": "10:00+02:00"}),
    ("hours", ids.CLOSES, {"selected_time": "00:00"}),
    ("hours", ids.ASK_AT, {"selected_time": "23:59"}),
    ("hours", ids.ASK_WEEKDAY, {"selected_option": {"value": "8"}}),
    ("hours", ids.ASK_WEEKDAY, {"selected_option": {"value": "Monday"}}),
)


def test_impossible_values_in_a_form_are_refused_beside_it(database_url: str) -> None:
    with ground(database_url) as here:
        before = here.everything()
        for command, spot, given in IMPOSSIBLE:
            here.run(_opens(here, command))
            _put(here, spot, given)

            here.run(here["Ben"].submits())

            assert MISHAP not in _beside(here), (command, spot, given)
            assert here.everything() == before, (command, spot, given)
            here.run(here["Ben"].closes_view())
            here.sound()


async def _theirs(here: Ground) -> tuple[str, str, str, str]:
    """Eve's prompt, pairing and an entry that waits for the coordinator, with the member who is her partner."""
    await here["Eve"].posts("Not for everybody, kestrelowl.")
    await here.answered()
    (eve,) = here.rows(Member, person=here["Eve"].id)
    (dan,) = here.rows(Member, person=here["Dan"].id)
    (prompt,) = here.rows(Prompt, member_id=eve["id"])
    (entry,) = here.rows(Entry, member_id=eve["id"])
    (pairing,) = here.rows(Pairing, id=prompt["pairing_id"])
    return str(prompt["id"]), str(pairing["id"]), str(entry["id"]), str(dan["id"])


def _forged(prompt: str, pairing: str, entry: str, partner: str) -> Iterator[Blocks]:
    yield from (button(action, prompt) for action in OF_A_PROMPT)
    yield from (button(action, pairing) for action in OF_A_PAIRING)
    yield from (button(action, entry) for action in OF_AN_ENTRY)
    yield from (button(ids.TYPED_SHARE, f"{entry}:{reader}") for reader in (partner, ids.ALL))
    yield button(ids.TYPED_PICK, f"{entry}:{pairing}")
    yield button(ids.PAUSE_PICK, f"2026-12-24:{pairing}")
    yield select_of(ids.USEFULNESS, f"5:{prompt}")
    yield from _menus(prompt)


def _menus(prompt: str) -> Iterator[Blocks]:
    yield from (
        select_of(ids.PROMPT_MENU, f"{choice}:{prompt}", kind="overflow") for choice in (ids.LATER, ids.SKIP, ids.PAUSE)
    )


def _each(value: str) -> Iterator[Blocks]:
    shared = (ids.TYPED_SHARE, ids.TYPED_PICK, ids.PAUSE_PICK)
    yield from (button(action, value) for action in (*OF_A_PROMPT, *OF_A_PAIRING, *OF_AN_ENTRY, *shared))


def _refused(here: Ground, name: str, blocks: Blocks) -> None:
    """They press it, and read why not: words of ours, and no name of anybody in the other pairing."""
    here.show(name, blocks)
    action = blocks[0]["elements"][0]
    spot = ("forged", action["action_id"])
    if action["type"] == "button":
        here.run(here[name].clicks(spot))
    else:
        here.run(here[name].chooses("Choose", spot=spot))
    answer = here[name].messages()[-1]
    assert answer.ephemeral, action
    assert MISHAP not in answer.plain, action
    assert not any(word in answer.plain for word in ("Dan", "Eve", "kestrelowl")), action
    assert here[name].screen.depth == 0, action


async def _opens(here: Ground, command: str) -> None:
    if command == "hours":
        here.show("Ben", button(ids.HOURS, "hours"))
        await here["Ben"].clicks(("forged", ids.HOURS))
    else:
        await here["Ben"].runs(f"/rapport {command}")


def _opened(here: Ground) -> View:
    modal = here["Ben"].screen.modal
    assert modal is not None
    return modal


def _put(here: Ground, spot: str, given: Json) -> None:
    """Past the stand-in's own checks, which only a person's Slack makes."""
    modal = _opened(here)
    modal.filled[spot, spot] = given
    for block in modal.given["blocks"]:
        if block.get("block_id") == spot:
            block["optional"] = True


def _beside(here: Ground) -> str:
    """The one sentence beside a field."""
    (sentence,) = here["Ben"].view_errors.values()
    return sentence
