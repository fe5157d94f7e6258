"""Whether a document's file may be printed: the seal over it holds, is the platform's, and names its verification code.

A seal is a compact JWS (RFC 7515, ES256) with the claims `SealedDocument` of docs/platform-api.yaml; its certificate is one for
signing documents (RFC 9336) that the platform's authority has issued.
"""

import base64
import hashlib
from datetime import UTC, datetime

import jwt
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ObjectIdentifier

DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
UNSEALED, UNCODED, ALTERED = "unsealed", "uncoded", "altered"


class SealError(Exception):
    """The file must not be printed; the text is `unsealed`, `uncoded` or `altered`."""


def check(pdf: bytes, seal: str, authority: bytes, now: datetime | None = None) -> str:
    """Return the verification code of a file; `authority` are the certificates (PEM) that the terminal trusts.

    Raises:
        SealError: it has no seal, one that does not hold or is not for this file, or no code.
    """
    if not seal:
        raise SealError(UNSEALED)
    try:
        key = _key(seal, authority, now or datetime.now(UTC))
        claims = jwt.decode(seal, key, ["ES256"], options={"verify_iat": False, "require": ["sub", "sha256"]})
    except jwt.MissingRequiredClaimError as error:
        raise SealError(UNCODED) from error
    except (
        jwt.PyJWTError,
        InvalidSignature,
        ValueError,
        TypeError,
        KeyError,
        x509.ExtensionNotFound,
    ) as error:
        raise SealError(ALTERED) from error
    if claims["sha256"] != hashlib.sha256(pdf).hexdigest() or not pdf.startswith(b"%PDF-"):
        raise SealError(ALTERED)
    if not claims["sub"]:
        raise SealError(UNCODED)
    return str(claims["sub"])


def _key(seal: str, authority: bytes, now: datetime) -> ec.EllipticCurvePublicKey:
    """The key of the seal, once its certificate is found to be what it must be."""
    certificate = x509.load_der_x509_certificate(
        base64.b64decode(jwt.get_unverified_header(seal)["x5c"][0], validate=True)
    )
    if not any(_issued(certificate, one) for one in x509.load_pem_x509_certificates(authority)):
        raise InvalidSignature
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    key = certificate.public_key()
    current = certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc
    if DOCUMENT_SIGNING not in usage or not current or not isinstance(key, ec.EllipticCurvePublicKey):
        raise InvalidSignature
    return key


def _issued(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
