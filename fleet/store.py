"""Where a platform's databases are: files of its home, or schemas of one PostgreSQL database."""

import importlib.util
from dataclasses import dataclass, field
from pathlib import Path

from fleet.database import Database, Steps
from fleet.problems import PlatformError
from fleet.sqlite import SqliteDatabase

SCHEMES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Store:
    """Files in `directory`, or what `url` leads to."""

    directory: Path
    url: str = field(default="", repr=False)  # a password may stand in it

    def open(self, name: str, steps: Steps) -> Database:
        """Return the database `name`; its tables are made when they are not there.

        Raises:
            PlatformError: the server cannot be reached, or is none.
        """
        if not self.url:
            return SqliteDatabase(self.directory / f"{name}.db", steps)
        check(self.url)
        from fleet.postgres import PostgresDatabase  # noqa: PLC0415  # not installed where SQLite is enough

        return PostgresDatabase(self.url, name, steps)


def check(url: str) -> None:
    """Check that a URL can lead to a database.

    Raises:
        PlatformError: it cannot, or what speaks to such a server is not installed.
    """
    if not url.startswith(SCHEMES):
        raise PlatformError(
            400,
            "bad-database",
            "That is no address of a PostgreSQL database. 不是 PostgreSQL 数据库地址。",
            "Give --database postgresql://user@host/name, or leave it out: SQLite. 请使用 postgresql://用户@主机/库名，或省略（SQLite）。",
        )
    if importlib.util.find_spec("psycopg") is None:
        raise PlatformError(
            500,
            "not-installed",
            "PostgreSQL's client is not installed. 未安装 PostgreSQL 客户端。",
            "pip install 'doorstep-kiosk[fleet]'. 请运行 pip install 'doorstep-kiosk[fleet]'。",
        )
