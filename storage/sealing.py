"""Sealing: what people type is encrypted before it reaches a row, and opens only as the row it was sealed for."""

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from storage.urls import database_file, dialect_of, read_url

KEY_FILE: Final = "rapport.key"
_VERSION: Final = "1:"


class SealBroken(Exception):
    """A sealed text does not open: another key, another place than it was sealed for, or damage."""

    def __init__(self, *, table: str, row: UUID, column: str) -> None:
        super().__init__(f"sealed text does not open: {table}.{column} of {row}")


class KeyMissing(Exception):
    """There is no usable key; the message is a sentence for an operator."""


class Seal:
    """Keys, newest first: the first one seals, every one of them opens."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise KeyMissing("There is no key to seal with.")
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError:
            raise KeyMissing("A key in RAPPORT_SECRET_KEYS is not one that `rapport new-key` makes.") from None
        # The oldest: marks are compared with earlier ones, and a new key must not make all of them strangers.
        self._marking = hashlib.sha256(b"mark:" + keys[-1].encode("ascii")).digest()

    def seal(self, text: str, *, workspace: int, table: str, row: UUID, column: str) -> str:
        """Fernet has no associated data, so the place travels inside: https://cryptography.io/en/latest/fernet/"""
        plain = json.dumps([workspace, table, row.hex, column, text], ensure_ascii=False)
        # A lone surrogate, which JSON from outside can carry, must come back as it was.
        return _VERSION + self._fernet.encrypt(plain.encode("utf-8", "surrogatepass")).decode("ascii")

    def open(self, sealed: str, *, workspace: int, table: str, row: UUID, column: str) -> str:
        """The text. Raises SealBroken."""
        try:
            *place, text = json.loads(self._fernet.decrypt(_token(sealed)).decode("utf-8", "surrogatepass"))
        except (InvalidToken, ValueError):
            raise SealBroken(table=table, row=row, column=column) from None
        if place != [workspace, table, row.hex, column]:
            raise SealBroken(table=table, row=row, column=column)
        return str(text)

    def mark(self, text: str) -> str:
        """Two texts are alike if their marks are; a mark tells nothing of its text to whoever lacks the key.

        It stays the same when a newer key is put before the others.
        """
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._marking, digest_size=16).hexdigest()

    def rotate(self, sealed: str) -> str:
        """The same text under the newest key. Raises InvalidToken when no key opens it."""
        return _VERSION + self._fernet.rotate(_token(sealed)).decode("ascii")


def new_key() -> str:
    return Fernet.generate_key().decode("ascii")


def keys_for(url: str, configured: str | None, directory: Path | None = None) -> tuple[str, ...]:
    """The keys, newest first: those configured (separated by commas), else the key file's.

    For SQLite a key is made when there is none, in `directory`, else beside the database. Raises KeyMissing, BadUrl.
    """
    if configured and configured.strip():
        return _listed(configured)
    path = _path(url, directory)
    if not path.exists():
        _write_key(path)
    return _read(path)


def keys_kept(url: str, configured: str | None) -> tuple[str, ...]:
    """As keys_for, of a database in which something is sealed: no other key than today's would open it."""
    if configured and configured.strip():
        return _listed(configured)
    path = _path(url, None)
    if not path.exists():
        raise KeyMissing(f"{path} is missing. Put it back: without it the words of this database cannot be read.")
    return _read(path)


def _token(sealed: str) -> bytes:
    if not sealed.startswith(_VERSION):
        raise InvalidToken
    return sealed.removeprefix(_VERSION).encode("ascii")


def _listed(configured: str) -> tuple[str, ...]:
    return tuple(configured.replace(",", " ").split())


def _path(url: str, directory: Path | None) -> Path:
    where = read_url(url)
    if dialect_of(where) == "postgresql":
        raise KeyMissing("With PostgreSQL, set RAPPORT_SECRET_KEYS to a key that `rapport new-key` made; keep it safe.")
    return (directory or database_file(where).parent) / KEY_FILE


def _read(path: Path) -> tuple[str, ...]:
    try:
        keys = tuple(path.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError) as wrong:
        reason = wrong.strerror if isinstance(wrong, OSError) else "it holds no keys"
        raise KeyMissing(f"The key file {path} cannot be read: {reason}.") from None
    if not keys:
        raise KeyMissing(f"The key file {path} is empty; put the key back that sealed this database.")
    return keys


def _write_key(path: Path) -> None:
    """On the disk before anything is sealed with it; of two processes that start at once, the first one's key stays."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    except OSError as wrong:
        raise KeyMissing(f"A key file cannot be made in {path.parent}: {wrong.strerror}.") from None
    made = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(new_key() + "\n")
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(made)
    except FileExistsError:
        return
    finally:
        made.unlink()
