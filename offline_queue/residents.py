"""Telling one resident from another for a day without knowing who: a digest with a salt that is thrown away at midnight.

The salt lies in a file of its own, in no backup of the database and no export; without it a digest says nothing.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from offline_queue.database import Database
from offline_queue.trouble import translated

BYTES = 32


class Residents:
    """The residents of the day; `now` gives the terminal's time."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._file = database.directory / "salt.json"

    def digest(self, number: str) -> str:
        """Return the day's digest of a resident's number, "" for none; the same number gives another one tomorrow.

        Raises:
            QueueError: the disk cannot be used.
        """
        if not number:
            return ""
        self.forget()
        with translated():
            salt = self._salt(self._now().date())
        return hmac.new(salt, number.encode(), hashlib.sha256).hexdigest()[:BYTES]

    def salt(self) -> bytes:
        """Return what makes the day's digests, b"" before the first resident: `digest` is its HMAC-SHA-256 of the number."""
        day, salt = self._read()
        return salt if day == self._now().date().isoformat() else b""

    def forget(self) -> None:
        """Throw away the salt of another day, and the digests that it made.

        Raises:
            QueueError: the disk cannot be used.
        """
        day, _ = self._read()
        if day in ("", self._now().date().isoformat()):
            return
        with translated():
            self._file.unlink(missing_ok=True)
        with self._database.writing() as connection:
            connection.execute("UPDATE outbox SET resident = '' WHERE resident <> ''")

    def _salt(self, today: date) -> bytes:
        day, salt = self._read()
        if day == today.isoformat():
            return salt
        fresh = secrets.token_bytes(BYTES)
        passing = self._file.with_name(f".salt.{os.getpid()}")
        handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            json.dump({"day": today.isoformat(), "salt": fresh.hex()}, file)
        passing.rename(self._file)
        return fresh

    def _read(self) -> tuple[str, bytes]:
        with suppress(OSError, ValueError, KeyError, TypeError):
            said = json.loads(self._file.read_text("ascii"))
            return str(said["day"]), bytes.fromhex(said["salt"])
        return "", b""
