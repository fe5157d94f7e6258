"""Enrolment: a one-time code becomes a certificate (RFC 7030), once for one key however often it is asked.

Code and certificate are used up and issued in one commit, so that a lost answer or a power cut on either side only means
asking again.
"""

import base64
import binascii
import hmac
import secrets
from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from fleet.authority import Authority, spki_sha256
from fleet.clock import Now, stamp
from fleet.database import Connection, Database, Row
from fleet.digests import Digests
from fleet.problems import PlatformError, malformed
from fleet.terminals import check_name, register, retire_others

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U
CODE_LENGTH = 10  # 50 bits
CODE_LIFE = timedelta(hours=24)
CODE_TRIES = 5


class Enrolment:
    """Invites terminals and issues their certificates."""

    def __init__(self, database: Database, authority: Authority, digests: Digests, now: Now) -> None:
        self._database, self._authority, self._digests, self._now = database, authority, digests, now

    def invite(self, terminal: str, group: str = "") -> str:
        """Return a new one-time code for a terminal, good for 24 hours; an earlier one ends.

        Raises:
            PlatformError: number or group cannot be right.
        """
        check_name(terminal, *([group] if group else []))
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        with self._database.writing() as connection:
            connection.execute("DELETE FROM invitations WHERE terminal = ?", (terminal,))
            connection.execute(
                "INSERT INTO invitations VALUES (?, ?, ?, ?, ?, NULL)",
                (terminal, group, self._digest(code), stamp(self._now() + CODE_LIFE), CODE_TRIES),
            )
        return f"{code[:5]}-{code[5:]}"

    def enrol(self, terminal: str, code: str, request: bytes) -> x509.Certificate:
        """Return the certificate for the key of a PKCS #10 request (base64), against the terminal's one-time code.

        The same code and key again give the same certificate; keys the terminal had before end.

        Raises:
            PlatformError: the code is wrong, too old or used by another key, or the request cannot be read.
        """
        key = requested_key(request)
        spki, at = spki_sha256(key), stamp(self._now())
        with self._database.writing() as connection:
            invitation = self._invitation(connection, terminal, code, spki)
            if invitation is not None and invitation["spki"] is not None:
                return _issued(connection, spki)
            if invitation is not None:
                certificate = self._issue(connection, terminal, invitation["group_name"], key)
                retire_others(connection, terminal, spki, at)
                connection.execute("UPDATE invitations SET spki = ? WHERE terminal = ?", (spki, terminal))
                return certificate
        raise _refused()  # after the commit: the try is counted

    def renew(self, terminal: str, request: bytes) -> x509.Certificate:
        """Return a new certificate for an enrolled terminal; its present key stays valid until a new one is used.

        Raises:
            PlatformError: the request cannot be read, or the key cannot be taken.
        """
        key = requested_key(request)
        with self._database.writing() as connection:
            row = connection.execute("SELECT group_name FROM terminals WHERE id = ?", (terminal,)).fetchone()
            return self._issue(connection, terminal, row["group_name"], key)

    def _invitation(self, connection: Connection, terminal: str, code: str, spki: str) -> Row | None:
        """Return the invitation if code, time and key fit; a wrong code uses up one try."""
        row: Row | None = connection.execute(
            "SELECT * FROM invitations WHERE terminal = ? AND expires_at > ? AND tries_left > 0",
            (terminal, stamp(self._now())),
        ).fetchone()
        if row is None:
            return None
        if not hmac.compare_digest(row["code_digest"], self._digest(code)):
            connection.execute(
                "UPDATE invitations SET tries_left = tries_left - 1 WHERE terminal = ?", (terminal,)
            )
            return None
        return row if row["spki"] in (None, spki) else None

    def _issue(
        self, connection: Connection, terminal: str, group: str, key: ec.EllipticCurvePublicKey
    ) -> x509.Certificate:
        certificate = self._authority.for_terminal(terminal, key, self._now())
        pem = certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")
        register(connection, terminal, group, key, certificate=pem, at=stamp(self._now()))
        return certificate

    def _digest(self, code: str) -> str:
        """Codes are read from paper: letters that look like digits are the digits (Crockford)."""
        plain = code.upper().replace("-", "").replace(" ", "")
        return self._digests.of("invitation", plain.translate(str.maketrans("OIL", "011")))


def requested_key(request: bytes) -> ec.EllipticCurvePublicKey:
    """Return the P-256 key that a PKCS #10 request in base64 (RFC 8951) asks to certify.

    Raises:
        PlatformError: it is no such request, or not signed by that key.
    """
    try:
        asked = x509.load_der_x509_csr(base64.b64decode(b"".join(request.split()), validate=True))
        key = asked.public_key()
    except (ValueError, binascii.Error) as error:
        raise _bad_request() from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise _bad_request()
    if not asked.is_signature_valid:
        raise _bad_request()
    return key


def _issued(connection: Connection, spki: str) -> x509.Certificate:
    row = connection.execute("SELECT certificate FROM terminal_keys WHERE spki = ?", (spki,)).fetchone()
    return x509.load_pem_x509_certificate(row["certificate"].encode("ascii"))


def _bad_request() -> PlatformError:
    return malformed(
        "Send a PKCS #10 request in base64, signed by its own P-256 key (RFC 7030 4.2, RFC 8951).",
        "请提交 base64 编码的 PKCS #10 请求，密钥为 P-256。",
    )


def _refused() -> PlatformError:
    return PlatformError(
        401,
        "code-refused",
        "The one-time code is not taken. 注册码无效。",
        "Compare it with the enrolment document; if it is right, ask the operator for a new one (`kiosk fleet invite`). "
        "请核对注册单；如无误，请向运维索取新码。",
        {"WWW-Authenticate": 'Basic realm="EST", charset="UTF-8"'},
    )
