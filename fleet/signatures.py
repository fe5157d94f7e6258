"""Who signed a request: HTTP Message Signatures (RFC 9421) by the keys of the terminals known here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric import ec
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    VerifyResult,
    algorithms,
)

from fleet.database import StorageError
from fleet.problems import PlatformError
from fleet.terminals import Terminals

COVERED = ("@method", "@authority", "@target-uri")
TOLERANCE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request; `url` is absolute and as it was sent, not as it was decoded."""

    method: str
    url: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Signed:
    """A request's head, verified: `terminal` has sent it."""

    terminal: str
    _head: Head
    _verifier: HTTPMessageVerifier
    _results: list[VerifyResult]

    def check(self, body: bytes) -> None:
        """Check that `body` is the one that was signed for.

        Raises:
            PlatformError: it is not.
        """
        try:
            self._verifier.verify_body(self._head, self._results, body)
        except HTTPMessageSignaturesException as error:
            raise unsigned() from error


class Signatures:
    """Verifies requests."""

    def __init__(self, terminals: Terminals) -> None:
        self._terminals = terminals

    def verify(self, head: Head) -> Signed:
        """Return who signed the request's head, before its body is read.

        Raises:
            PlatformError: nobody known here did, or too long ago.
            StorageError: who is known here cannot be looked up.
        """
        keys = _Keys(self._terminals)
        verifier = HTTPMessageVerifier(signature_algorithm=algorithms.ECDSA_P256_SHA256, key_resolver=keys)
        verifier.max_clock_skew = TOLERANCE
        while keys.left is None or keys.left:
            try:
                results = verifier.verify(head, max_age=timedelta(0), require_components=COVERED)
            except HTTPMessageSignaturesException as error:
                if keys.failure:
                    raise keys.failure from error
                if keys.key is None:
                    raise unsigned() from error
                continue
            if keys.left and keys.key:
                self._terminals.used(keys.terminal, keys.key)
            return Signed(keys.terminal, head, verifier, results)
        raise unsigned()


class _Keys(HTTPSignatureKeyResolver):
    """Offers the keys of the terminal that a signature names, one at each try, the newest first."""

    def __init__(self, terminals: Terminals) -> None:
        self._terminals = terminals
        self.terminal = ""
        self.left: list[ec.EllipticCurvePublicKey] | None = None
        self.key: ec.EllipticCurvePublicKey | None = None
        self.failure: StorageError | None = (
            None  # the library takes whatever is raised here for a bad signature
        )

    def resolve_public_key(self, key_id: str) -> ec.EllipticCurvePublicKey | None:
        """Return the next key, None when there is no more."""
        if self.left is None:
            self.terminal = key_id
            try:
                self.left = self._terminals.keys(key_id)
            except StorageError as error:
                self.failure = error
                raise
        self.key = self.left.pop(0) if self.left else None
        return self.key


def unsigned() -> PlatformError:
    """Return the problem of a request whose signature does not count."""
    return PlatformError(
        401,
        "unsigned",
        "No valid signature of a terminal known here. 终端签名无效或终端未登记。",
        "Check the terminal's clock; enrol it (`kiosk fleet invite`), or trust a laboratory's key (`kiosk fleet trust`). "
        "请检查终端时钟；正式终端请注册，实验终端请登记公钥。",
    )
