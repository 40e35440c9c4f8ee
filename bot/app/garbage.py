"""What Python's collector need not look through."""

import gc


def keep_what_stays() -> None:
    """What is loaded by now stays as long as the process: looking through all of it for garbage stopped everything for
    150 ms, again and again (https://docs.python.org/3/library/gc.html#gc.freeze).
    """
    gc.collect()
    gc.freeze()
