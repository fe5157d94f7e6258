"""The platform's certificate authority: certificates for terminals and for its own HTTPS server."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from fleet.clock import system_now

NAME = "Doorstep kiosk platform CA"
SERVER_NAME = "Doorstep kiosk platform"
AUTHORITY_DAYS = 3650
TERMINAL_DAYS = 90
SERVER_DAYS = 398
SEAL_NAME = "Doorstep kiosk platform seal"
SEAL_DAYS = AUTHORITY_DAYS
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
SLACK = timedelta(minutes=5)  # a terminal's clock may be behind


@dataclass(frozen=True, slots=True)
class Authority:
    """Issues certificates."""

    certificate: x509.Certificate
    _key: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def load(cls, key: bytes, certificate: bytes) -> Self:
        """Return the authority of a key and a certificate in PEM."""
        return cls(x509.load_pem_x509_certificate(certificate), _private(key))

    @staticmethod
    def new_key() -> bytes:
        """Return a new key in PEM."""
        return _pem(ec.generate_private_key(ec.SECP256R1()))

    @staticmethod
    def new_certificate(key: bytes) -> bytes:
        """Return a certificate in PEM that `key` issues for itself."""
        private = _private(key)
        builder = _builder(NAME, NAME, private.public_key(), system_now(), AUTHORITY_DAYS)
        certificate = (
            builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(authority=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
            .sign(private, hashes.SHA256())
        )
        return certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the authority's public key (SPKI), hexadecimal: what an enrolment document names."""
        return spki_sha256(self._key.public_key())

    def for_terminal(self, terminal: str, key: ec.EllipticCurvePublicKey, now: datetime) -> x509.Certificate:
        """Return a certificate with which a terminal identifies itself."""
        return self._issue(terminal, key, now=now, days=TERMINAL_DAYS, usage=ExtendedKeyUsageOID.CLIENT_AUTH)

    def for_server(self, hosts: Sequence[str], now: datetime) -> bytes:
        """Return a new key and its certificate for a server under these names and addresses, both in PEM."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([_general_name(host) for host in hosts])
        certificate = self._issue(
            SERVER_NAME,
            key.public_key(),
            now=now,
            days=SERVER_DAYS,
            usage=ExtendedKeyUsageOID.SERVER_AUTH,
            names=names,
        )
        return _pem(key) + certificate.public_bytes(serialization.Encoding.PEM)

    def for_seal(self, now: datetime) -> bytes:
        """Return a new key and its certificate for signing documents (RFC 9336), both in PEM."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._issue(
            SEAL_NAME, key.public_key(), now=now, days=SEAL_DAYS, usage=DOCUMENT_SIGNING
        )
        return _pem(key) + certificate.public_bytes(serialization.Encoding.PEM)

    def _issue(
        self,
        name: str,
        key: ec.EllipticCurvePublicKey,
        *,
        now: datetime,
        days: int,
        usage: x509.ObjectIdentifier,
        names: x509.SubjectAlternativeName | None = None,
    ) -> x509.Certificate:
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        builder = (
            _builder(name, NAME, key, now, days)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(authority=False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
            .add_extension(issuer, critical=False)
        )
        if names is not None:
            builder = builder.add_extension(names, critical=False)
        return builder.sign(self._key, hashes.SHA256())


def certs_only(certificate: x509.Certificate) -> bytes:
    """Return PKCS #7 in base64 as EST answers with it, on one line: strongSwan 5.9.8 does not read several."""
    return base64.b64encode(pkcs7.serialize_certificates([certificate], serialization.Encoding.DER))


def spki_sha256(key: ec.EllipticCurvePublicKey) -> str:
    """Return the SHA-256 of a public key (SPKI), hexadecimal."""
    der = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def _builder(
    name: str, issuer: str, key: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(issuer))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SLACK)
        .not_valid_after(now + timedelta(days=days))
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _general_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _private(pem: bytes) -> ec.EllipticCurvePrivateKey:
    key = serialization.load_pem_private_key(pem, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError("the authority's key is no elliptic curve key")  # noqa: TRY004  # bad content, not a type
    return key
