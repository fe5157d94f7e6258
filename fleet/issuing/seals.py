"""The platform's electronic seal: a signed statement (JWS, RFC 7515) of which file is genuine, with the certificate beside it.

A city's platform has its seals from a licensed service; what matters to a terminal is that there is one and that it fits the
file. The certificate is for signing documents (RFC 9336) and comes from the platform's authority, which terminals trust.
"""

import base64
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

KIND = "document-seal+jwt"


@dataclass(frozen=True, slots=True)
class Seal:
    """Seals files."""

    certificate: x509.Certificate
    _key: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def load(cls, pem: bytes) -> Self:
        """Return the seal of a key and its certificate in PEM, one behind the other."""
        key = serialization.load_pem_private_key(pem, None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise ValueError("the seal's key is no elliptic curve key")  # noqa: TRY004  # bad content, not a type
        return cls(x509.load_pem_x509_certificate(pem), key)

    def over(self, claims: dict[str, Any], at: datetime) -> str:
        """Return the seal over what is claimed of a file: a compact JWS with the certificate in `x5c`."""
        der = self.certificate.public_bytes(serialization.Encoding.DER)
        headers = {"typ": KIND, "x5c": [base64.b64encode(der).decode()]}
        return jwt.encode({**claims, "iat": int(at.timestamp())}, self._key, "ES256", headers)
