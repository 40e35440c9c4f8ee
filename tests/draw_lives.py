"""python -m tests.draw_lives: draws every LIFE of bot/domain anew, into docs/lives.md."""

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import bot.domain
from bot.domain.life import Life

DRAWN: Final = Path(__file__).parents[1] / "docs" / "lives.md"

HEAD: Final = """# Lives

Everything that lives in Rapport goes from state to state by steps that a table names; any other step raises. These are
drawn from the tables by `python -m tests.draw_lives`; `make test` fails when they differ.
"""


def lives() -> dict[str, Life[Any, Any]]:
    """Every LIFE by the name of its module, which is what lives."""
    modules = [import_module(f"bot.domain.{each.name}") for each in pkgutil.iter_modules(bot.domain.__path__)]
    return {each.__name__.rpartition(".")[2]: each.LIFE for each in modules if hasattr(each, "LIFE")}


def drawing() -> str:
    return HEAD + "".join(_section(name, life) for name, life in sorted(lives().items()))


def _section(name: str, life: Life[Any, Any]) -> str:
    steps = [f"    {state} --> {follows} : {step}" for state, ways in life.items() for step, follows in ways.items()]
    ends = [f"    {state} --> [*]" for state, ways in life.items() if not ways]
    lines = ["stateDiagram-v2", f"    [*] --> {_first(life)}", *steps, *ends]
    title = f"## {name.replace('checkin', 'check-in').capitalize()}"
    table = f"The table is `LIFE` in [bot/domain/{name}.py](../bot/domain/{name}.py)."
    return "\n".join(["", title, "", table, "", "```mermaid", *lines, "```", ""])


def _first(life: Life[Any, Any]) -> str:
    """The table begins where the life begins."""
    return str(next(iter(life)))


if __name__ == "__main__":
    DRAWN.write_text(drawing(), encoding="utf-8")
