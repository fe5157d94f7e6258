"""Taking the queue elsewhere: everything not yet acknowledged as files, sealed and signed as it is."""

import os
import secrets
import shutil
from pathlib import Path

from offline_queue.database import Database, sync_directory, translated
from offline_queue.errors import DamagedError, UnknownTransactionError
from offline_queue.outbox import Outbox
from offline_queue.records import Content


def export(database: Database, outbox: Outbox, directory: Path) -> tuple[list[str], DamagedError | None]:
    """Write `ID/manifest.jws`, `ID/payload.age` and `ID/attachments/SHA256.age` for each transaction still held here.

    A transaction that is there already is left as it is. Returns the ids written, and the last error of one that could not
    be read.

    Raises:
        QueueError: `directory` cannot be written.
    """
    written, damaged = [], None
    with translated():
        directory.mkdir(parents=True, exist_ok=True)
        for row in database.rows("SELECT id FROM transactions WHERE payload IS NOT NULL ORDER BY sequence"):
            try:
                _write(directory, row["id"], outbox.content(row["id"]))
                written.append(row["id"])
            except UnknownTransactionError:
                continue  # acknowledged in this moment: the platform has it
            except DamagedError as error:
                damaged = error
        sync_directory(directory)
    return written, damaged


def _write(directory: Path, transaction: str, content: Content) -> None:
    if (directory / transaction).exists():
        return
    fresh = directory / f".{transaction}.{secrets.token_hex(4)}"
    try:
        (fresh / "attachments").mkdir(parents=True)
        _write_file(fresh / "manifest.jws", content.manifest.encode("ascii"))
        _write_file(fresh / "payload.age", content.payload)
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
