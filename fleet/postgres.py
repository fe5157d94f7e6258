"""The store on a server: PostgreSQL, every commit on its disk before it is answered for (synchronous_commit)."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from fleet import dialect
from fleet.database import BUSY_SECONDS, Connection, Database, Steps, StorageError, Values
from fleet.problems import PlatformError

# Unless the URL says otherwise; a server that is cut off must not hold a request for the kernel's two hours.
CONNECTING = {"connect_timeout": "5", "tcp_user_timeout": "10000", "application_name": "doorstep-kiosk"}
SETTINGS = (
    "SET synchronous_commit = on",
    f"SET lock_timeout = '{BUSY_SECONDS:.0f}s'",
    "SET idle_in_transaction_session_timeout = '60s'",
)


class PostgresDatabase(Database):
    """One schema of a server's database. `steps` make the tables, as in SQLite; `schema_version` counts them.

    A connection that the server ended is made anew by the next use. Writers wait for each other (an advisory lock), so that a
    block is alone with the tables there as in SQLite.
    """

    def __init__(self, url: str, schema: str, steps: Steps) -> None:
        self._url, self._schema = url, schema
        number = int.from_bytes(sha256(f"doorstep-kiosk {schema}".encode()).digest()[:8], signed=True)
        self._alone = b"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(%d)" % number
        self._lock = threading.RLock()
        try:
            self._connection = self._connect()
            with _closed_unless_done(self):
                _check_encoding(self._connection)
                self._prepare(steps)
        except (psycopg.Error, StorageError) as error:
            raise _cannot_use(error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Let the block read and write alone."""
        with self._lock, _failures():
            try:
                self._begin(self._alone)
                yield _Asking(self._connection)
                self._connection.execute(b"COMMIT")
            except BaseException:
                if not self._connection.closed:
                    self._connection.execute(b"ROLLBACK")
                raise

    def rows(self, statement: str, *values: Any) -> Sequence["_Row"]:
        """Return what a query finds."""
        with self._lock, _failures():
            found: Sequence[_Row] = self._begin(dialect.statement(statement), values).fetchall()
        return found

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._connection.close()

    def _begin(self, statement: bytes, values: Sequence[Any] | None = None) -> psycopg.Cursor["_Row"]:
        """Carry out what needs nothing before it; again on a new connection when the server had ended this one."""
        if not self._connection.closed:
            try:
                return self._connection.execute(statement, values)
            except psycopg.OperationalError:
                if not self._connection.closed:
                    raise
        self._connection = self._connect()
        return self._connection.execute(statement, values)

    def _connect(self) -> psycopg.Connection["_Row"]:
        said = conninfo_to_dict(self._url)
        usual = {name: value for name, value in CONNECTING.items() if name not in said}
        address = make_conninfo(self._url, **usual, client_encoding="utf8")
        connection = psycopg.connect(address, autocommit=True, row_factory=_rows)
        for setting in SETTINGS:
            connection.execute(setting.encode())
        connection.execute(sql.SQL("SET search_path = {}").format(sql.Identifier(self._schema)))
        return connection

    def _prepare(self, steps: Steps) -> None:
        with self.writing() as connection:
            # Asked before it is made: making needs a right that a careful administrator has not given.
            if connection.execute("SELECT to_regnamespace(?)", (self._schema,)).fetchone()[0] is None:
                self._connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(self._schema)))
            self._connection.execute(b"CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)")
            made: int = connection.execute("SELECT count(*) FROM schema_version").fetchone()[0]
            for version, step in enumerate(steps[made:], made + 1):
                for statement in step:
                    self._connection.execute(dialect.table(statement))
                connection.execute("INSERT INTO schema_version VALUES (?)", (version,))


class _Row(dict[str, Any]):
    """A row by name, and by position as SQLite's."""

    def __getitem__(self, key: str | int) -> Any:
        return list(self.values())[key] if isinstance(key, int) else super().__getitem__(key)


class _Asking:
    """A connection that takes statements as they are written for SQLite."""

    def __init__(self, connection: psycopg.Connection[_Row]) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Values = (), /) -> psycopg.Cursor[_Row]:
        return self._connection.execute(dialect.statement(statement), values)

    def executemany(self, statement: str, values: Sequence[Sequence[Any]], /) -> None:
        self._connection.cursor().executemany(dialect.statement(statement), values)


def _rows(cursor: psycopg.Cursor[Any]) -> Any:
    names = [column.name for column in cursor.description or ()]

    def made(values: Sequence[Any]) -> _Row:
        pairs = zip(names, values, strict=True)
        return _Row((name, value) for name, value in pairs if name != dialect.ROWID)

    return made


@contextmanager
def _closed_unless_done(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.close()
        raise


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        raise StorageError(str(error).strip()) from error


def _check_encoding(connection: psycopg.Connection[_Row]) -> None:
    if (encoding := connection.info.parameter_status("server_encoding")) != "UTF8":
        raise StorageError(
            f"its encoding is {encoding}, not UTF8 (createdb --encoding=UTF8 --template=template0)"
        )


def _cannot_use(error: Exception) -> PlatformError:
    """Return the problem of a database that cannot be used, without the URL: a password may stand in it."""
    said = "" if isinstance(error, psycopg.ProgrammingError) else f" ({str(error).strip().splitlines()[0]})"
    return PlatformError(
        500,
        "no-database",
        f"The PostgreSQL database cannot be used{said}. 无法使用 PostgreSQL 数据库。",
        "Check that the server runs, the address in --database, the password (~/.pgpass), and that the user owns the database. "
        "请检查数据库服务、--database 地址、密码（~/.pgpass），并确认该用户拥有此数据库。",
    )
