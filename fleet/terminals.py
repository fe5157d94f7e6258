"""The terminals that a platform knows: their keys, former ones too, and when they were last heard."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from fleet.authority import spki_sha256
from fleet.clock import Now, stamp
from fleet.database import Connection, Database
from fleet.problems import PlatformError

NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Terminal:
    """One terminal; `heard_at` is "" and `heartbeat` empty before it was first heard."""

    id: str
    group: str
    enrolled: bool
    heard_at: str
    heartbeat: Mapping[str, Any]


class Terminals:
    """The register of terminals."""

    def __init__(self, database: Database, now: Now) -> None:
        self._database, self._now = database, now

    def trust(self, terminal: str, pem: bytes) -> None:
        """Take a laboratory terminal's public key; a former one of the same terminal no longer signs requests.

        Raises:
            PlatformError: number or key cannot be right, the terminal is an enrolled one, or the key is another's.
        """
        key = public_key(pem)
        check_name(terminal)
        with self._database.writing() as connection:
            enrolled = (
                "SELECT 1 FROM terminal_keys WHERE terminal = ? AND until IS NULL AND certificate != ''"
            )
            if connection.execute(enrolled, (terminal,)).fetchone():
                raise PlatformError(
                    409,
                    "enrolled",
                    f"Terminal {terminal} is enrolled; a laboratory key would cut it off. 该终端已正式注册。",
                    "Give the laboratory terminal another number (`kiosk provision lab --id`). 请为实验终端换一个编号。",
                )
            register(connection, terminal, "", key, certificate="", at=stamp(self._now()))
            retire_others(connection, terminal, spki_sha256(key), stamp(self._now()))

    def keys(self, terminal: str, *, former: bool = False) -> list[ec.EllipticCurvePublicKey]:
        """Return the keys whose requests count, the newest first; with `former`, those too that were replaced."""
        rows = self._database.rows(
            "SELECT public_pem FROM terminal_keys WHERE terminal = ? AND (? OR until IS NULL) ORDER BY rowid DESC",
            terminal,
            former,
        )
        return [_parsed(row["public_pem"].encode()) for row in rows]

    def holder(self, key: ec.EllipticCurvePublicKey) -> str | None:
        """Return the terminal whose requests this key signs."""
        row = self._database.row(
            "SELECT terminal FROM terminal_keys WHERE spki = ? AND until IS NULL", spki_sha256(key)
        )
        return row["terminal"] if row else None

    def used(self, terminal: str, key: ec.EllipticCurvePublicKey) -> None:
        """Note that `key` signed a request: now it is sure that its owner has it, and older ones end."""
        spki = spki_sha256(key)
        with self._database.writing() as connection:
            connection.execute(
                """UPDATE terminal_keys SET until = ? WHERE terminal = ? AND until IS NULL
                AND rowid < (SELECT rowid FROM terminal_keys WHERE spki = ?)""",
                (stamp(self._now()), terminal, spki),
            )

    def known(self) -> list[Terminal]:
        """Return every terminal."""
        rows = self._database.rows(
            """SELECT *, EXISTS (SELECT 1 FROM terminal_keys WHERE terminal = id AND until IS NULL AND certificate != '')
            AS enrolled FROM terminals ORDER BY id"""
        )
        return [
            Terminal(
                id=row["id"],
                group=row["group_name"],
                enrolled=bool(row["enrolled"]),
                heard_at=row["heard_at"] or "",
                heartbeat=json.loads(row["heartbeat"] or "{}"),
            )
            for row in rows
        ]


def register(
    connection: Connection,
    terminal: str,
    group: str,
    key: ec.EllipticCurvePublicKey,
    *,
    certificate: str,
    at: str,
) -> None:
    """Write a terminal's key, and its certificate if it has one; the same key again only renews the certificate.

    Raises:
        PlatformError: the key is another terminal's, or was this terminal's before it was replaced.
    """
    spki = spki_sha256(key)
    _check_free(connection, terminal, spki)
    connection.execute(
        """INSERT INTO terminals (id, group_name, since) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET group_name = excluded.group_name""",
        (terminal, group, at),
    )
    connection.execute(
        """INSERT INTO terminal_keys VALUES (?, ?, ?, ?, ?, NULL)
        ON CONFLICT (spki) DO UPDATE SET certificate = excluded.certificate""",
        (spki, terminal, _pem(key), certificate, at),
    )


def _check_free(connection: Connection, terminal: str, spki: str) -> None:
    row = connection.execute("SELECT terminal, until FROM terminal_keys WHERE spki = ?", (spki,)).fetchone()
    if row and (row["terminal"], row["until"]) != (terminal, None):
        raise PlatformError(
            409,
            "key-in-use",
            "This key belongs to another terminal or was replaced. 该密钥属于其他终端或已被更换。",
            "Make a new key on the terminal, or give it another number. 请在终端上生成新密钥，或更换终端编号。",
        )


def retire_others(connection: Connection, terminal: str, spki: str, at: str) -> None:
    """End every other key of a terminal at once: the machine that had it was replaced."""
    connection.execute(
        "UPDATE terminal_keys SET until = ? WHERE terminal = ? AND until IS NULL AND spki != ?",
        (at, terminal, spki),
    )
    # Another machine keeps another journal.
    connection.execute("UPDATE terminals SET heartbeat = NULL WHERE id = ?", (terminal,))


def check_name(*names: str) -> None:
    """Check numbers of terminals and names of groups.

    Raises:
        PlatformError: one has signs that none has.
    """
    if not all(map(NAME.fullmatch, names)):
        raise PlatformError(
            400,
            "bad-name",
            "That is no terminal's number or group's name. 终端编号或分组名称不合规范。",
            "Use up to 64 letters, digits, hyphens and underscores, such as GZ044. 请使用字母、数字、连字符和下划线，最多64位。",
        )


def public_key(pem: bytes) -> ec.EllipticCurvePublicKey:
    """Return the P-256 public key in `pem`.

    Raises:
        PlatformError: it is none.
    """
    try:
        return _parsed(pem)
    except ValueError as error:
        raise PlatformError(
            400,
            "bad-key",
            "That is no P-256 public key in PEM. 不是 PEM 格式的 P-256 公钥。",
            "Give the file terminal-public-key.pem that `kiosk provision lab` writes. "
            "请使用 kiosk provision lab 生成的 terminal-public-key.pem。",
        ) from error


def _pem(key: ec.EllipticCurvePublicKey) -> str:
    pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return pem.decode("ascii")


@lru_cache(maxsize=4096)
def _parsed(pem: bytes) -> ec.EllipticCurvePublicKey:
    key = serialization.load_pem_public_key(pem)
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("not on P-256")  # noqa: TRY004  # bad content, not a wrong type
    return key
