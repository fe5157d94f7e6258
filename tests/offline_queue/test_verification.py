"""Every way to tamper with the queue is found by `verify`, and named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from offline_queue import journal
from offline_queue.errors import DamagedError
from offline_queue.records import Acknowledged
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.transaction import Attachment
from tests.offline_queue.conftest import Opener

PAGE = Attachment("page-1.jpg", "image/jpeg", b"a picture")


@pytest.fixture
def tampering(tmp_path: Path, store: Store) -> Iterator[sqlite3.Connection]:
    """Three transactions, one of them acknowledged, and a way past the store."""
    for number in range(3):
        store.put("MZ-004", b"%d" % number, [PAGE])
    claim = store.outbox.claim(due_by=1e9)
    assert claim
    store.outbox.acknowledge(claim, Acknowledged("GZ-1", "", ""))
    with closing(sqlite3.connect(tmp_path / "queue" / "queue.db", isolation_level=None)) as connection:
        yield connection


def codes(store: Store) -> list[str]:
    return [finding.code for finding in store.verify()]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE journal SET at = 'then' WHERE position = 2", ["JOURNAL"]),
        ("DELETE FROM journal WHERE position = 2", ["JOURNAL", "JOURNAL"]),
        ("UPDATE journal SET hash = 'x' WHERE position = 4", ["JOURNAL"]),
        ("UPDATE transactions SET payload = x'00' WHERE sequence = 2", ["CONTENT"]),
        ("UPDATE transactions SET manifest = manifest || 'x' WHERE sequence = 2", ["CONTENT"]),
        ("UPDATE transactions SET type = 'other' WHERE sequence = 2", ["MANIFEST"]),
        ("UPDATE transactions SET reference = 'P-1' WHERE sequence = 3", ["MANIFEST"]),
        ("UPDATE transactions SET digest = 'x' WHERE sequence = 1", ["JOURNAL"]),
        ("UPDATE outbox SET state = 'acknowledged' WHERE sequence = 2", ["COUNT", "STATE"]),
        ("UPDATE outbox SET state = 'waiting' WHERE sequence = 1", ["COUNT", "STATE"]),
        ("DELETE FROM attachments WHERE sequence = 2", ["MANIFEST"]),
        ("DELETE FROM transactions WHERE sequence = 3", ["DATABASE", "DATABASE", "LOST"]),
    ],
)
def test_tampering_with_the_database_is_found(
    store: Store, tampering: sqlite3.Connection, change: str, found: list[str]
) -> None:
    assert codes(store) == []
    tampering.execute(change)
    assert codes(store) == found


def test_a_payload_replaced_with_its_digest_is_found(store: Store, tampering: sqlite3.Connection) -> None:
    tampering.execute(
        "UPDATE transactions SET (payload, payload_digest) = (SELECT payload, payload_digest FROM transactions "
        "WHERE sequence = 3) WHERE sequence = 2"
    )
    assert codes(store) == ["MANIFEST"]


def test_a_manifest_that_another_key_signed_is_found(store: Store, tampering: sqlite3.Connection) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    other = Sealer("GZ044", ec.generate_private_key(ec.SECP256R1()), [recipient])
    tampering.execute("UPDATE signers SET public_pem = ?", (other.public_pem,))
    assert codes(store) == ["CONTENT", "CONTENT"]


@pytest.mark.parametrize("content", [None, b"rotten"])
def test_a_lost_or_altered_attachment_is_found(
    store: Store, tampering: sqlite3.Connection, tmp_path: Path, content: bytes | None
) -> None:
    (name,) = tampering.execute("SELECT sha256 FROM attachments WHERE sequence = 2").fetchone()
    file = tmp_path / "queue" / "attachments" / f"{name}.age"
    file.unlink()
    if content:
        file.write_bytes(content)
    (finding,) = store.verify()
    assert (finding.code, finding.transaction) == ("CONTENT", store.list()[1].id)


def test_where_the_journal_was_cut_is_told(tampering: sqlite3.Connection) -> None:
    tampering.execute("DELETE FROM journal WHERE position = 2")
    tampering.row_factory = sqlite3.Row
    assert list(journal.broken(tampering)) == [3]


def test_a_damaged_page_is_found(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    for number in range(40):
        store.put("MZ-004", b"%d" % number * 1000)
    store.close()
    database = tmp_path / "queue" / "queue.db"
    content = bytearray(database.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xa5" * 4096
    database.write_bytes(content)
    try:
        found = codes(opened(None))
    except DamagedError:
        found = ["DATABASE"]
    assert found
    assert set(found) <= {"DATABASE", "CONTENT", "JOURNAL", "MANIFEST", "LOST", "STATE"}
