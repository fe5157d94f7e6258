"""The database file: settings that make a commit durable, schema versions, errors with a remedy."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from offline_queue import schema
from offline_queue.database import Database
from offline_queue.errors import DamagedError, DiskFailingError, DiskFullError, QueueError, ReadOnlyError
from offline_queue.store import Store
from offline_queue.trouble import translated
from tests.offline_queue.conftest import Clock, Opener


def pragma(database: Database, name: str) -> object:
    return database.rows(f"PRAGMA {name}")[0][0]


def test_a_commit_is_durable_and_erased_bytes_are_gone(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "queue.db")) as database:
        with database.writing():
            pass
        assert pragma(database, "journal_mode") == "wal"
        assert pragma(database, "synchronous") == 2
        assert pragma(database, "secure_delete") == 1
        assert pragma(database, "foreign_keys") == 1
        assert pragma(database, "user_version") == len(schema.STEPS)
        assert pragma(database, "application_id") == schema.APPLICATION_ID
        tables = database.rows(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        )
        assert {
            row["name"]: row["strict"] for row in tables if not row["name"].startswith("sqlite")
        } == dict.fromkeys(
            [
                "attachments",
                "counters",
                "journal",
                "outbox",
                "print_jobs",
                "signers",
                "transactions",
            ],
            1,
        )


def test_each_commit_is_synced_to_the_disk(tmp_path: Path) -> None:
    """Seen from outside: strace counts the syncs between two marks."""
    script = (
        "import sys, os; from pathlib import Path; from offline_queue.database import Database;"
        "database = Database(Path(sys.argv[1]));"
        "[exec('with database.writing() as c: c.execute(\"INSERT INTO signers VALUES (?, ?)\", [str(i)] * 2)') for i in range(50)];"
        "os.write(2, b'MARK');"
        "[exec('with database.writing() as c: c.execute(\"INSERT INTO signers VALUES (?, ?)\", [str(i)] * 2)') for i in range(50, 100)];"
        "os.write(2, b'MARK')"
    )
    log = tmp_path / "trace"
    subprocess.run(
        [
            "strace",
            "-f",
            "-e",
            "trace=fdatasync,fsync,write",
            "-o",
            log,
            sys.executable,
            "-c",
            script,
            tmp_path / "queue.db",
        ],
        check=True,
        capture_output=True,
    )
    between = log.read_text().split('"MARK"')[1]
    assert between.count("sync(") >= 50


def test_two_processes_may_open_a_new_queue_at_once(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime; from offline_queue.store import Store;"
        "sys.stdin.readline(); Store(Path(sys.argv[1]), None, lambda: datetime.now(UTC)).close()"
    )
    openers = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path / "queue"], stdin=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for opener in openers:
        if opener.stdin:
            opener.stdin.write("now\n")
            opener.stdin.flush()
    for opener in openers:
        with opener:
            assert opener.wait(15) == 0


def test_a_queue_of_a_later_version_is_left_alone(opened: Opener, tmp_path: Path) -> None:
    opened().close()
    with closing(sqlite3.connect(tmp_path / "queue" / "queue.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DamagedError, match="later version"):
        opened()


def test_a_preparation_that_was_cut_off_is_done_again(tmp_path: Path, clock: Clock) -> None:
    directory = tmp_path / "queue"
    directory.mkdir()
    (directory / "queue.db").touch()
    with Store(directory, None, clock.now) as store:
        assert store.verify() == []


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "queue.db")) as one, closing(Database(tmp_path / "queue.db")) as other:
        other.rows("PRAGMA busy_timeout = 10")
        with (
            one.writing(),
            pytest.raises(QueueError, match="Another process"),
            other.writing(),
        ):
            pass


def test_a_block_that_fails_changes_nothing(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "queue.db")) as database:
        with pytest.raises(QueueError, match="cannot be used"), database.writing() as connection:
            connection.executemany("INSERT INTO counters VALUES ('day', 'today', ?, 0)", [(1,), (2,)])
        assert database.rows("SELECT * FROM counters WHERE kind = 'day'") == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (28, DiskFullError),
        (122, DiskFullError),
        (27, DiskFullError),
        (5, DiskFailingError),
        (30, ReadOnlyError),
        (13, QueueError),
    ],
)
def test_what_the_kernel_says_is_translated(code: int, kind: type[QueueError]) -> None:
    with pytest.raises(QueueError) as raised, translated():
        raise OSError(code, "told by the kernel")
    assert type(raised.value) is kind
