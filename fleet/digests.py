"""Keyed digests: what the database keeps of short secrets and of numbers that it must only recognise."""

import hashlib
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Digests:
    """Makes digests that nobody without the key can try out."""

    _key: bytes = field(repr=False)

    def of(self, purpose: str, *values: str) -> str:
        """Return the digest of `values` (HMAC-SHA-256, hexadecimal), another one for every purpose."""
        message = "\x00".join((purpose, *values)).encode("utf-8")
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()
