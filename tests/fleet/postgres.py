"""A real PostgreSQL server of the tests' own: in a temporary directory, on a socket in it, never as root."""

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

DEBIAN = Path("/usr/lib/postgresql")
USER = "postgres"  # Debian's package makes it
SCHEMAS = ("platform", "payments", "channel", "supervision")
OPTIONS = "-c listen_addresses='' -c fsync=off -c max_connections=50"  # processes are killed here, never the machine


class Postgres:
    """Started by the first who wants a database; ends, with all that it holds, at the end of the block."""

    def __init__(self) -> None:
        self.directory = Path()
        self._numbers = itertools.count(1)
        self._emptied = ""

    def database(self, *options: str) -> str:
        """Make a database; return its address."""
        if self.directory == Path():
            self._make()
        name = f"platform_{next(self._numbers)}"
        self.run("createdb", *self._here, *options, name)
        return f"postgresql://platform@/{name}?host={self.directory}"

    def emptied(self) -> str:
        """Return the address of one database that is empty again each time: making another takes a second."""
        if not self._emptied:
            self._emptied = self.database()
        with _connected(self._emptied) as connection:
            connection.execute("SET client_min_messages = warning")
            for schema in SCHEMAS:
                connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        return self._emptied

    def start(self) -> None:
        """Return once it answers."""
        options = f"{OPTIONS} -c unix_socket_directories={self.directory}"
        log = self.directory / "log"
        self.run(
            "pg_ctl", "start", "-w", "-D", self.data, "-l", log, "-o", options, stdout=subprocess.DEVNULL
        )

    def stop(self, mode: str = "fast") -> None:
        """End it, as an administrator does when nothing else is said: connections are cut."""
        self.run("pg_ctl", "stop", "-w", "-m", mode, "-D", self.data)

    def dump(self, address: str) -> bytes:
        """Everything that a database holds."""
        return self.run("pg_dump", address)

    def cut(self, address: str) -> int:
        """End every connection to a database; return how many there were."""
        with _connected(address) as connection:
            ended = connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid != pg_backend_pid()"
            ).fetchall()
        return len(ended)

    @property
    def data(self) -> Path:
        return self.directory / "data"

    @property
    def _here(self) -> tuple[str, ...]:
        return ("-h", str(self.directory), "-U", "platform")

    def _make(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket's path has 107 bytes at most
        if os.geteuid() == 0:
            shutil.chown(self.directory, USER)
        made = ("--auth", "trust", "--username", "platform", "--encoding", "UTF8", "--locale", "C.UTF-8")
        self.run("initdb", "--no-sync", "--no-instructions", "-D", self.data, *made)
        self.start()

    def run(self, program: str, *arguments: object, **options: Any) -> bytes:
        """Run one of PostgreSQL's programs; return what it says."""
        where = shutil.which(program) or str(max(DEBIAN.glob(f"*/bin/{program}")))
        lowered = {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}
        command = [where, *map(str, arguments)]
        given = {"stdout": subprocess.PIPE, **options, **lowered, "cwd": self.directory}
        return bytes(subprocess.run(command, timeout=60, check=True, **given).stdout or b"")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.directory != Path():
            if (self.data / "postmaster.pid").exists():
                self.stop("immediate")
            shutil.rmtree(self.directory)


def _connected(address: str) -> Any:
    import psycopg  # noqa: PLC0415  # only who asks for such a store needs it

    return psycopg.connect(address, autocommit=True)
