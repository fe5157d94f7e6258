"""Holder checks: is the person at the terminal the holder of the card? A one-time code to their phone says so.

The database keeps neither phone nor document numbers, only keyed digests that count how often each was asked for.
"""

import hmac
import math
import re
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from config.catalogue import Item
from config.catalogue.identifiers import is_mobile
from fleet import messages
from fleet.clock import Now, stamp
from fleet.database import Connection, Database
from fleet.digests import Digests
from fleet.problems import PlatformError, too_many, unknown

CODE_LIFE = timedelta(minutes=5)
CODE_TRIES = 5
ID_NUMBER = re.compile(r"[0-9A-Za-z]{5,30}")

# How many codes may be asked for, within how long, for each phone, each document and each terminal.
LIMITS: Mapping[str, tuple[tuple[int, timedelta], ...]] = {
    "mobile": ((3, timedelta(minutes=5)), (10, timedelta(days=1))),
    "id_number": ((3, timedelta(minutes=5)), (10, timedelta(days=1))),
    "terminal": ((60, timedelta(hours=1)),),
}
LONGEST = timedelta(days=1)


class HolderChecks:
    """Sends codes and checks them."""

    def __init__(self, database: Database, digests: Digests, now: Now) -> None:
        self._database, self._digests, self._now = database, digests, now

    def send(self, terminal: str, mobile: str | None, id_number: str) -> tuple[str, str]:
        """Have a code sent, to the phone on record when `mobile` is None; return the check's id and until when the code is good (ISO 8601).

        Raises:
            PlatformError: a number cannot be right, or too many codes were asked for.
        """
        mobile = self._on_record(id_number) if mobile is None else mobile
        if not is_mobile(mobile) or not ID_NUMBER.fullmatch(id_number):
            raise PlatformError(
                422,
                "bad-number",
                "That is no mobile number, or no document number. 手机号或证件号格式不正确。",
                "Let the resident correct it. 请当事人更正。",
            )
        now, owner = self._now(), self._digests.of("owner", id_number.upper())
        check, code = secrets.token_urlsafe(16), f"{secrets.randbelow(10**6):06d}"
        subjects = {"mobile": mobile, "id_number": id_number.upper(), "terminal": terminal}
        with self._database.writing() as connection:
            for kind, value in subjects.items():
                self._count(connection, kind, self._digests.of(kind, value), now)
            connection.execute(
                "INSERT INTO holder_checks VALUES (?, ?, ?, ?, ?, NULL)",
                (check, terminal, self._digest(check, code), stamp(now + CODE_LIFE), CODE_TRIES),
            )
            connection.execute("INSERT INTO checked_holders VALUES (?, ?)", (check, owner))
            messages.send_code(connection, mobile, code, check, now)
        return check, stamp(now + CODE_LIFE)

    def vouch(self, terminal: str, id_number: str) -> str:
        """Return the id of a check that somebody trusted has made: the app whose code a person showed at that terminal."""
        now, check = self._now(), secrets.token_urlsafe(16)
        owner = self._digests.of("owner", id_number.upper())
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO holder_checks VALUES (?, ?, '', ?, 0, ?)",
                (check, terminal, stamp(now), stamp(now)),
            )
            connection.execute("INSERT INTO checked_holders VALUES (?, ?)", (check, owner))
        return check

    def check(self, terminal: str, check: str, code: str) -> str:
        """Return `verified`, `wrong`, `expired`, or `too_many` from the fifth wrong code on.

        Raises:
            PlatformError: this terminal asked for no such check.
        """
        now = self._now()
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT * FROM holder_checks WHERE id = ? AND terminal = ?", (check, terminal)
            ).fetchone()
            if row is None:
                raise unknown("Have a new code sent.", "请重新获取验证码。")
            if row["tries_left"] == 0:
                return "too_many"
            if row["expires_at"] <= stamp(now):
                return "expired"
            if hmac.compare_digest(row["code_digest"], self._digest(check, code)):
                connection.execute(
                    "UPDATE holder_checks SET verified_at = ? WHERE id = ?", (stamp(now), check)
                )
                return "verified"
            connection.execute("UPDATE holder_checks SET tries_left = tries_left - 1 WHERE id = ?", (check,))
            return "wrong" if row["tries_left"] > 1 else "too_many"

    def is_holder(self, terminal: str, check: str, id_number: str) -> bool:
        """Whether the right code was given there by whoever holds the document of that number."""
        row = self._database.row(
            """SELECT 1 FROM holder_checks JOIN checked_holders ON holder_check = id
            WHERE id = ? AND terminal = ? AND owner = ? AND verified_at IS NOT NULL""",
            check,
            terminal,
            self._digests.of("owner", id_number.upper()),
        )
        return row is not None

    def require(self, terminal: str, item: Item, id_number: str, check: str) -> None:
        """Let pass who is as sure as the item wants: nobody in particular, the holder of a card, one whose code was right.

        Raises:
            PlatformError: it is not sure who asks.
        """
        if item.sign_in == "L0" or (item.sign_in == "L1" and id_number):
            return
        self.require_holder(terminal, id_number, check)

    def require_holder(self, terminal: str, id_number: str, check: str) -> None:
        """Let pass who gave the right code for the document of that number.

        Raises:
            PlatformError: it is not sure who asks.
        """
        if not id_number or not self.is_holder(terminal, check, id_number):
            raise PlatformError(
                403,
                "holder-not-checked",
                "It is not sure who asks. 未核实本人身份。",
                "Have the card laid and the code checked first. 请先刷卡并核对验证码。",
            )

    def _on_record(self, id_number: str) -> str:
        """The phone that offices know of a person; an invented one here, for everybody the same each time."""
        digits = int(self._digests.of("phone on record", id_number.upper()), 16) % 10**4
        return f"1380000{digits:04d}"

    @staticmethod
    def _count(connection: Connection, kind: str, subject: str, now: datetime) -> None:
        connection.execute("DELETE FROM code_requests WHERE at <= ?", (stamp(now - LONGEST),))
        for number, period in LIMITS[kind]:
            found = connection.execute(
                "SELECT at FROM code_requests WHERE subject = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",
                (subject, stamp(now - period), number - 1),
            ).fetchone()
            if found:
                wait = datetime.fromisoformat(found["at"]) + period - now
                raise too_many(max(1, math.ceil(wait.total_seconds())))
        connection.execute("INSERT INTO code_requests VALUES (?, ?)", (subject, stamp(now)))

    def _digest(self, check: str, code: str) -> str:
        return self._digests.of("holder check", check, code)


def is_verified(connection: Connection, check: str, terminal: str) -> bool:
    """Whether the right code was given for that check on that terminal."""
    row = connection.execute(
        "SELECT 1 FROM holder_checks WHERE id = ? AND terminal = ? AND verified_at IS NOT NULL",
        (check, terminal),
    ).fetchone()
    return row is not None
