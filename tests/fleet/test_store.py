"""SQLite in a file, PostgreSQL by URL: the same statements, the same promises, and errors that say what to do."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from fleet import dialect
from fleet.database import Database, StorageError
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.store import Store
from kiosk.cli import main
from tests.fleet.postgres import Postgres
from tests.fleet.process import Server

STEPS = (("CREATE TABLE things (name TEXT PRIMARY KEY, content BLOB, number INTEGER) STRICT",),)
LATER = (*STEPS, ("CREATE TABLE others (name TEXT NOT NULL) STRICT",))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("SELECT ? WHERE a = ?", "SELECT %s WHERE a = %s"),
        ("VALUES (:name, :at_all)", "VALUES (%(name)s, %(at_all)s)"),
        ("SELECT '?', ':no', '100%' || ?", "SELECT '?', ':no', '100%%' || %s"),
        ("SELECT 7 % 2", "SELECT 7 %% 2"),
    ],
)
def test_statements_in_the_other_dialect(written: str, said: str) -> None:
    assert dialect.statement(written).decode() == said


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path, postgres: Postgres) -> Store:
    return Store(tmp_path, postgres.emptied() if request.param == "postgresql" else "")


def test_rows_come_by_name_and_by_place_without_their_hidden_number(place: Store) -> None:
    database = place.open("platform", STEPS)
    with database.writing() as connection:
        for name in ("b", "a-1", "a1", "B"):
            connection.execute("INSERT INTO things VALUES (?, ?, ?)", (name, name.encode() * 2, len(name)))
    row = database.row("SELECT * FROM things WHERE name = ?", "a1")
    assert row is not None
    assert (row[0], row["content"], row["number"]) == ("a1", b"a1a1", 2)
    assert dict(row) == {"name": "a1", "content": b"a1a1", "number": 2}
    assert [one[0] for one in database.rows("SELECT name FROM things ORDER BY name")] == [
        "B",
        "a-1",
        "a1",
        "b",
    ]
    assert [one[0] for one in database.rows("SELECT name FROM things ORDER BY rowid DESC")] == [
        "B",
        "a1",
        "a-1",
        "b",
    ]
    assert database.row("SELECT 1 FROM things WHERE name = ?", "%s") is None
    database.close()


def test_what_a_failing_block_wrote_is_not_there(place: Store) -> None:
    database = place.open("platform", STEPS)
    with suppress(ZeroDivisionError), database.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('a', NULL, 1)")
        _ = 1 / 0
    with pytest.raises(Exception, match=r"(?i)unique"), database.writing() as connection:
        connection.executemany("INSERT INTO things VALUES (?, NULL, 1)", [("b",), ("b",)])
    assert database.rows("SELECT * FROM things") == []
    database.close()


def test_tables_of_a_later_version_are_added(place: Store) -> None:
    for steps in (STEPS, STEPS, LATER, LATER):
        database = place.open("platform", steps)
        with database.writing() as connection:
            connection.execute(
                "INSERT INTO things VALUES (?, NULL, 1)", (str(len(database.rows("SELECT 1 FROM things"))),)
            )
        database.close()
    database = place.open("platform", LATER)
    assert (len(database.rows("SELECT * FROM things")), database.rows("SELECT * FROM others")) == (4, [])
    database.close()


def test_a_block_is_alone_among_all_processes(place: Store) -> None:
    one, other = place.open("platform", STEPS), place.open("platform", STEPS)
    _impatient(other)
    with one.writing(), pytest.raises(StorageError), other.writing():
        pass
    with other.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('a', NULL, 1)")
    assert len(one.rows("SELECT * FROM things")) == 1
    one.close()
    other.close()


def _write_while(database: Database, happens: Callable[[], object]) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('b', NULL, 1)")
        happens()


def _impatient(database: Any) -> None:
    """Let it wait for a writer for a moment only."""
    postgres = not isinstance(database._connection, sqlite3.Connection)
    database._connection.execute("SET lock_timeout = '1ms'" if postgres else "PRAGMA busy_timeout = 1")


def test_a_connection_that_was_cut_is_made_anew(postgres: Postgres) -> None:
    address = postgres.emptied()
    database = Store(Path(), address).open("platform", STEPS)
    assert postgres.cut(address)
    assert database.rows("SELECT * FROM things") == []
    assert postgres.cut(address)
    with database.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('a', NULL, 1)")
    with pytest.raises(StorageError):
        _write_while(database, lambda: postgres.cut(address))
    assert [row["name"] for row in database.rows("SELECT * FROM things")] == ["a"]
    database.close()


def test_a_server_that_was_away_loses_nothing(postgres: Postgres, tmp_path: Path) -> None:
    with Server(tmp_path / "home", database=postgres.database()) as server:
        terminal = server.terminal("T1")
        with terminal.session:
            first, second = terminal.seal({"item": "MZ-004"}), terminal.seal({"item": "MZ-004"})
            assert terminal.put(*first).status_code == 201
            postgres.stop()
            answer = terminal.put(*second)
            assert (answer.status_code, answer.headers.get("Retry-After")) == (503, "30"), answer.text
            postgres.start()
            assert [terminal.put(*one).status_code for one in (second, first, second)] == [201, 200, 200]
    assert "the store failed" in server.log.read_text()


def test_the_address_is_remembered_and_not_told(postgres: Postgres, tmp_path: Path) -> None:
    address = postgres.database().replace("platform@", "platform:topsecret@")
    with Platform.open(tmp_path / "home", database=address) as platform:
        invited = platform.enrolment.invite("T1")
        assert "topsecret" not in repr(platform)
    with Platform.open(tmp_path / "home") as platform:
        assert platform.database.rows("SELECT terminal FROM invitations")[0][0] == "T1"
        assert platform.cashier.reconcile().orders == 0
    assert invited
    assert {file.name for file in (tmp_path / "home").glob("*.db")} == {"roll.db", "box.db"}
    assert (tmp_path / "home" / "database-url").stat().st_mode & 0o777 == 0o600


def test_cases_in_files_are_not_left_behind(postgres: Postgres, tmp_path: Path) -> None:
    Platform.open(tmp_path).close()
    with pytest.raises(PlatformError, match="--home"):
        Platform.open(tmp_path, database=postgres.emptied())
    Platform.open(tmp_path).close()


def test_a_database_of_another_encoding_is_refused(postgres: Postgres, tmp_path: Path) -> None:
    address = postgres.database("--encoding", "SQL_ASCII", "--template", "template0", "--locale", "C")
    with pytest.raises(PlatformError, match="UTF8"):
        Platform.open(tmp_path, database=address)


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("mysql://host/name", "BAD_DATABASE"),
        ("postgresql://u:topsecret@/none?host=/nowhere", "NO_DATABASE"),
        ("postgresql://u:topsecret@host/name?wrong=topsecret", "NO_DATABASE"),
    ],
)
def test_an_address_that_leads_nowhere(
    address: str, error: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["fleet", "serve", "--json", "--port", "0", "--home", str(tmp_path), "--database", address]
    assert main(command) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["error"] == error
    assert "--database" in said.out
    assert "topsecret" not in said.out + said.err
    assert not (tmp_path / "database-url").exists()
    assert not (tmp_path / "platform.db").exists()
