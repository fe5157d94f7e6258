"""Taking the queue elsewhere: everything not yet acknowledged as files, sealed and signed as it is."""

import json
import os
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from offline_queue import journal
from offline_queue.database import Database, sync_directory
from offline_queue.errors import (
    DamagedError,
    DiskFailingError,
    DiskFullError,
    ReadOnlyError,
    UnknownTransactionError,
)
from offline_queue.outbox import Outbox
from offline_queue.records import Content
from offline_queue.trouble import translated

HOW = """
    SELECT s.public_pem, o.case_key AS "case", o.deadline FROM transactions t
    JOIN signers s ON s.thumbprint = t.signer JOIN outbox o USING (sequence) WHERE sequence = ?
"""


def export(database: Database, outbox: Outbox, directory: Path, now: datetime) -> Sequence[str]:
    """Write `ID/manifest.jws`, `ID/payload.age`, `ID/attachments/SHA256.age`, `ID/carried.json` for each still held here.

    A transaction that is there already is left as it is. Returns the ids written; the journal tells of them.

    Raises:
        DamagedError: a sealed part is not what was kept; the others are written.
        QueueError: `directory` cannot be written.
    """
    written, damaged = _written(database, outbox, directory)
    with (
        suppress(
            DamagedError, DiskFailingError, DiskFullError, ReadOnlyError
        ),  # exporting is needed then most
        database.writing() as connection,
    ):
        for transaction in written:
            journal.append(connection, now, "exported", transaction, "")
    if damaged:
        raise damaged
    return written


def _written(database: Database, outbox: Outbox, directory: Path) -> tuple[list[str], DamagedError | None]:
    written: list[str] = []
    damaged = None
    with translated():
        directory.mkdir(parents=True, exist_ok=True)
        for sequence in _sequences(database):
            try:
                transaction, sealed = outbox.content_at(sequence)
                _write(directory, transaction, sealed, _how(database, sequence))
                written.append(transaction)
            except UnknownTransactionError:
                continue  # acknowledged in this moment: the platform has it
            except DamagedError as error:
                damaged = error
        sync_directory(directory)
    return written, damaged


def _sequences(database: Database) -> Sequence[int]:
    """Return the numbers of what is held; all there may be when the table cannot be read from end to end."""
    try:
        held = database.rows("SELECT sequence FROM transactions WHERE payload IS NOT NULL ORDER BY sequence")
        return [row["sequence"] for row in held]
    except DamagedError:
        return range(1, database.rows("SELECT coalesce(max(sequence), 0) FROM outbox")[0][0] + 1)


def _how(database: Database, sequence: int) -> bytes:
    """Return whose signature it is and how it is to be sent, as JSON; nothing when that cannot be read any more."""
    try:
        (row,) = database.rows(HOW, sequence)
    except (DamagedError, ValueError):
        return b""
    return json.dumps(dict(row)).encode("ascii")


def _write(directory: Path, transaction: str, content: Content, how: bytes) -> None:
    if (directory / transaction).exists():
        return
    fresh = directory / f".{transaction}.{secrets.token_hex(4)}"
    try:
        (fresh / "attachments").mkdir(parents=True)
        _write_file(fresh / "manifest.jws", content.manifest.encode("ascii"))
        _write_file(fresh / "payload.age", content.payload)
        if how:
            _write_file(fresh / "carried.json", how)
        for digest, sealed in content.attachments.items():
            _write_file(fresh / "attachments" / f"{digest}.age", sealed)
        sync_directory(fresh / "attachments")
        sync_directory(fresh)
        fresh.rename(directory / transaction)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _write_file(file: Path, content: bytes) -> None:
    with file.open("xb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
