"""What Python's collector need not look through."""

import gc
from typing import Final

YOUNG: Final = 10_000
"""Containers made before the collector looks through the newest ones. Reading one click makes hundreds, nearly all of
which go by themselves: with Python's own 700, every other click was stopped for that, a twentieth of the whole work
(https://docs.python.org/3/library/gc.html#gc.set_threshold)."""


def keep_what_stays() -> None:
    """What is loaded by now stays as long as the process: looking through all of it for garbage stopped everything for
    150 ms, again and again (https://docs.python.org/3/library/gc.html#gc.freeze).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
