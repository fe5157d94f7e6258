"""What residents take along on their phone unfinished: kept some days, handed in by nobody, gone on with at any terminal.

The database keeps digests of the address and of the code, and the answers sealed; a later draft of the same person and item
replaces the one before, and handing the item in ends it.
"""

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from fleet.clock import Now, stamp
from fleet.database import Connection, Database, Row
from fleet.digests import Digests
from fleet.holder_checks import ID_NUMBER
from fleet.opening import Opener
from fleet.problems import malformed, too_many, unknown
from fleet.services import Services

LIFE = timedelta(days=7)
CODE_DIGITS = 8
TRIES = 10
TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class Draft:
    """An application that was not handed in. `answers` by path (null: skipped), `missing` the paths still to be answered."""

    item: str
    code: str = field(repr=False)
    until: str
    answers: Mapping[str, Any] = field(repr=False)
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drafts:
    """Keeps them for `life`; `url` is where phones reach the platform."""

    database: Database
    digests: Digests
    opener: Opener
    services: Services
    url: str
    now: Now
    life: timedelta = LIFE

    def keep(
        self, code: str, id_number: str, answers: Mapping[str, Any], missing: tuple[str, ...]
    ) -> dict[str, str]:
        """Keep what was entered for an item; return address, code and end (schema Draft).

        Raises:
            PlatformError: there is no such item, that is no document number, or the answers are no JSON that can be written.
        """
        if self.services.item(code) is None:
            raise unknown("Look the item up in the catalogue.", "请核对事项目录。")
        if not ID_NUMBER.fullmatch(id_number):
            raise malformed("Send id_number as the card has it.", "请按证件提交 id_number。")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        short = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
        content = self.opener.seal(_written({"code": short, "answers": answers, "missing": missing}))
        owner, until = self._owner(id_number), stamp(self.now() + self.life)
        with self.database.writing() as connection:
            handed_in(connection, owner, code)
            connection.execute(
                "INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?)",
                (self._token(token), owner, code, self._code(owner, short), TRIES, until, content),
            )
        return {"address": f"{self.url}/w/{token}", "code": short, "until": until}

    def open(self, code: str, id_number: str, short: str) -> dict[str, Any]:
        """Return the answers to go on with, for the holder of the document who has the code.

        Raises:
            PlatformError: there is none under that code, or too many wrong ones were tried.
        """
        owner = self._owner(id_number)
        with self.database.writing() as connection:
            row = connection.execute(
                "SELECT * FROM drafts WHERE owner = ? AND item = ? AND until > ?",
                (owner, code, stamp(self.now())),
            ).fetchone()
            right = row is not None and hmac.compare_digest(row["code"], self._code(owner, short))
            locked = row is not None and row["tries_left"] == 0
            if row is not None and not right and not locked:
                connection.execute(
                    "UPDATE drafts SET tries_left = tries_left - 1 WHERE token = ?", (row["token"],)
                )
        if locked:
            raise too_many(int((datetime.fromisoformat(row["until"]) - self.now()).total_seconds()))
        if row is None or not right:
            raise unknown("Compare the code with the phone's page.", "请核对手机上的接续码。")
        return {"answers": self._draft(row).answers}

    def by_token(self, token: str) -> Draft | None:
        """Return the draft behind an address; None when there is none, or none any more."""
        row = self.database.row(
            "SELECT * FROM drafts WHERE token = ? AND until > ?", self._token(token), stamp(self.now())
        )
        return self._draft(row) if row else None

    def discard(self, token: str) -> bool:
        """Delete the draft behind an address; return whether there was one."""
        with self.database.writing() as connection:
            return (
                connection.execute("DELETE FROM drafts WHERE token = ?", (self._token(token),)).rowcount > 0
            )

    def look(self) -> None:
        """Delete what has ended."""
        ended = stamp(self.now())
        if self.database.row("SELECT 1 FROM drafts WHERE until <= ?", ended):
            with self.database.writing() as connection:
                connection.execute("DELETE FROM drafts WHERE until <= ?", (ended,))

    def _draft(self, row: Row) -> Draft:
        said = json.loads(self.opener.open(row["content"]))
        return Draft(row["item"], said["code"], row["until"], said["answers"], tuple(said["missing"]))

    def _owner(self, id_number: str) -> str:
        return self.digests.of("owner", id_number.upper())

    def _token(self, token: str) -> str:
        return self.digests.of("draft", token)

    def _code(self, owner: str, short: str) -> str:
        return self.digests.of("draft code", owner, short)


def handed_in(connection: Connection, owner: str, item: str) -> None:
    """Delete the draft of an owner and item: it was handed in, or another takes its place."""
    connection.execute("DELETE FROM drafts WHERE owner = ? AND item = ?", (owner, item))


def _written(document: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise malformed(
            "Send answers as JSON of whole characters.", "请以完整字符的 JSON 提交 answers。"
        ) from error
