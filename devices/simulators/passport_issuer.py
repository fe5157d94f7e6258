"""A state that issues travel documents for tests: a country signing authority (CSCA), a document signer, signed objects.

Written with a DER writer of its own, apart from the driver's ASN.1; the tests ask OpenSSL what it thinks of it.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

_OIDS = {  # already in DER
    "signed_data": "06092A864886F70D010702",
    "lds_security_object": "060667810801 0101",
    "content_type": "06092A864886F70D010903",
    "message_digest": "06092A864886F70D010904",
    "sha256": "0609608648016503040201",
    "ecdsa_sha256": "06082A8648CE3D040302",
}
_YEARS = timedelta(days=3650)


def der(tag: int, *parts: bytes) -> bytes:
    """Return one DER object."""
    content = b"".join(parts)
    size = len(content)
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag]) + (bytes([size]) if size < 0x80 else bytes([0x80 | len(octets)]) + octets) + content


def oid(name: str) -> bytes:
    """Return an object identifier."""
    return bytes.fromhex(_OIDS[name])


class Issuer:
    """A state with one authority and one document signer; new keys each time."""

    def __init__(self, country: str, begin: datetime | None = None) -> None:
        self._begin = begin or datetime.now(UTC) - timedelta(days=1)
        authority_key, self._signer_key = (
            ec.generate_private_key(ec.SECP256R1()),
            ec.generate_private_key(ec.SECP256R1()),
        )
        authority = _name(country, "Test CSCA")
        self.authority = self._certificate(authority, authority, authority_key, authority_key)
        self.signer = self._certificate(
            _name(country, "Test signer"), authority, self._signer_key, authority_key
        )

    def publish(self, directory: Path, state: str) -> None:
        """Write the authority's certificate where a terminal looks for that of a state."""
        place = directory / state
        place.mkdir(parents=True, exist_ok=True)
        (place / "csca.pem").write_bytes(self.authority.public_bytes(Encoding.PEM))

    def security_object(self, groups: Mapping[int, bytes]) -> bytes:
        """Return EF.SOD over data groups, by number, as Doc 9303-10 has it."""
        content = lds_security_object(groups)
        attributes = sorted(
            [
                der(0x30, oid("content_type"), der(0x31, oid("lds_security_object"))),
                der(0x30, oid("message_digest"), der(0x31, der(0x04, hashlib.sha256(content).digest()))),
            ]
        )
        signature = self._signer_key.sign(der(0x31, *attributes), ec.ECDSA(SHA256()))
        signer = der(
            0x30,
            der(0x02, b"\x01"),
            der(0x30, self.signer.issuer.public_bytes(), _integer(self.signer.serial_number)),
            der(0x30, oid("sha256")),
            der(0xA0, *attributes),
            der(0x30, oid("ecdsa_sha256")),
            der(0x04, signature),
        )
        signed_data = der(
            0x30,
            der(0x02, b"\x03"),
            der(0x31, der(0x30, oid("sha256"))),
            der(0x30, oid("lds_security_object"), der(0xA0, der(0x04, content))),
            der(0xA0, self.signer.public_bytes(Encoding.DER)),
            der(0x31, signer),
        )
        return der(0x77, der(0x30, oid("signed_data"), der(0xA0, signed_data)))

    def _certificate(
        self,
        subject: x509.Name,
        issuer: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        by: ec.EllipticCurvePrivateKey,
    ) -> x509.Certificate:
        authority = x509.BasicConstraints(ca=key is by, path_length=0 if key is by else None)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self._begin)
            .not_valid_after(self._begin + _YEARS)
            .add_extension(authority, critical=True)
        )
        return builder.sign(by, SHA256())


def lds_security_object(groups: Mapping[int, bytes]) -> bytes:
    """Return what is signed: the hashes of the data groups, each the whole file."""
    hashes = [
        der(0x30, der(0x02, bytes([number])), der(0x04, hashlib.sha256(group).digest()))
        for number, group in groups.items()
    ]
    return der(0x30, der(0x02, b"\x00"), der(0x30, oid("sha256")), der(0x30, *hashes))


def _integer(value: int) -> bytes:
    return der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _name(country: str, common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, country),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )
