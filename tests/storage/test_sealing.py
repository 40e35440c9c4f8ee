"""Sealed text opens with its keys, in its place, and nowhere else."""

import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.fernet import InvalidToken
from hypothesis import example, given
from hypothesis import strategies as st

from storage.sealing import KeyMissing, Seal, SealBroken, keys_for, new_key
from storage.urls import BadUrl

ROW = UUID(int=7)
SEAL = Seal([new_key()])
SECRET = "I would rather have another mentor"


def seal(with_: Seal, text: str = SECRET) -> str:
    return with_.seal(text, workspace=1, table="entry", row=ROW, column="sealed")


def unseal(
    with_: Seal, sealed: str, *, workspace: int = 1, table: str = "entry", row: UUID = ROW, column: str = "sealed"
) -> str:
    return with_.open(sealed, workspace=workspace, table=table, row=row, column=column)


@given(st.text())
@example("half of an emoji: \ud83d")
def test_whatever_a_person_typed_comes_back_as_it_was(text: str) -> None:
    assert unseal(SEAL, seal(SEAL, text)) == text


def test_sealed_text_shows_no_word_and_says_its_version() -> None:
    sealed = seal(SEAL)

    assert sealed.startswith("1:")
    assert "mentor" not in sealed
    assert seal(SEAL) != sealed


@pytest.mark.parametrize(
    "elsewhere",
    [{"workspace": 2}, {"table": "goal"}, {"row": UUID(int=8)}, {"column": "note"}],
    ids=lambda e: next(iter(e)),
)
def test_text_does_not_open_in_another_place(elsewhere: dict[str, int | str | UUID]) -> None:
    sealed = seal(SEAL)

    with pytest.raises(SealBroken) as broken:
        unseal(SEAL, sealed, **elsewhere)  # type: ignore[arg-type]  # each case is one argument of its own type

    assert SECRET not in repr(broken.value)


@pytest.mark.parametrize(
    "damaged",
    [lambda s: "", lambda s: s[2:], lambda s: "2" + s[1:], lambda s: s[:-5], lambda s: s + "é", lambda s: "1:" + s],
)
def test_damaged_text_does_not_open(damaged: Callable[[str], str]) -> None:
    with pytest.raises(SealBroken):
        unseal(SEAL, damaged(seal(SEAL)))


def test_text_does_not_open_with_another_key() -> None:
    with pytest.raises(SealBroken):
        unseal(Seal([new_key()]), seal(SEAL))


def test_an_earlier_key_still_opens_and_a_resealed_text_needs_it_no_more() -> None:
    old, new = new_key(), new_key()
    sealed = seal(Seal([old]))
    both = Seal([new, old])

    resealed = both.rotate(sealed)

    assert unseal(both, sealed) == SECRET
    assert unseal(Seal([new]), resealed) == SECRET
    with pytest.raises(InvalidToken):
        Seal([new]).rotate(sealed)


def test_a_key_that_is_none_is_refused_without_being_repeated() -> None:
    with pytest.raises(KeyMissing) as refused:
        Seal(["correct horse battery staple"])

    assert "horse" not in str(refused.value)
    with pytest.raises(KeyMissing):
        Seal([])


def test_configured_keys_win_newest_first(tmp_path: Path) -> None:
    assert keys_for(f"sqlite:///{tmp_path}/rapport.db", "new, old,older") == ("new", "old", "older")
    assert list(tmp_path.iterdir()) == []


def test_sqlite_gets_a_key_beside_the_database_that_only_its_owner_reads(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/rapport.db"

    made = keys_for(url, None)

    assert keys_for(url, " ") == made
    assert Seal(made)
    assert [file.name for file in tmp_path.iterdir()] == ["rapport.key"]
    assert stat.S_IMODE((tmp_path / "rapport.key").stat().st_mode) == 0o600


def test_processes_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: keys_for("sqlite:///elsewhere.db", None, tmp_path), range(8)))

    assert len(found) == 1


def test_an_empty_key_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "rapport.key").touch()

    with pytest.raises(KeyMissing, match="put the key back"):
        keys_for("sqlite:///rapport.db", None, tmp_path)


def test_postgresql_never_gets_a_key_by_itself(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing, match="RAPPORT_SECRET_KEYS"):
        keys_for("postgresql://db/rapport", None, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_key_for_no_database_is_refused() -> None:
    with pytest.raises(BadUrl):
        keys_for("mysql://db/rapport", None)
