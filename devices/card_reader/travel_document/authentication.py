"""Passive authentication (ICAO Doc 9303-11, 5.1): what stands on the chip is what the issuing state signed."""

import hmac
from collections.abc import Collection
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat import asn1

from devices.card_reader.travel_document.cms import (
    CONTENT_TYPE,
    LDS_SECURITY_OBJECT,
    MESSAGE_DIGEST,
    SIGNED_DATA,
    ContentInfo,
    IssuerAndSerial,
    LdsSecurityObject,
    SignedData,
    SignerInfo,
)
from devices.card_reader.travel_document.signature import NotGenuineError, digest, verify


class SecurityObject:
    """The signed object of one document.

    Raises:
        NotGenuineError: it is none.
    """

    def __init__(self, signed_object: bytes) -> None:
        try:
            envelope = asn1.decode_der(ContentInfo, signed_object)
            self._signed: SignedData = envelope.content
            self._content: bytes = self._signed.content.value or b""
            self._groups = asn1.decode_der(LdsSecurityObject, self._content)
        except ValueError as error:
            raise NotGenuineError("the security object cannot be read") from error
        if (envelope.oid, self._signed.content.oid) != (SIGNED_DATA, LDS_SECURITY_OBJECT):
            raise NotGenuineError("the security object has another content")

    def verify_group(self, number: int, group: bytes) -> None:
        """Verify that a data group, the whole file, is the one that was signed.

        Raises:
            NotGenuineError: its hash is another, or there is none.
        """
        expected = [each.value for each in self._groups.hashes if each.number == number]
        found = digest(self._groups.digest.oid, group)
        if len(expected) != 1 or not hmac.compare_digest(expected[0], found):
            raise NotGenuineError(f"data group {number} was changed")

    def verify_signature(self, trusted: Collection[x509.Certificate], now: datetime) -> None:
        """Verify that it was signed by a document signer of one of the trusted country signing authorities (CSCA).

        Raises:
            NotGenuineError: a signature or a certificate does not hold.
        """
        signers = self._signed.signers.as_list()
        if len(signers) != 1:
            raise NotGenuineError("the security object has not one signature")
        certificate = self._signer(signers[0])
        if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
            raise NotGenuineError("the document signer's certificate is not valid today")
        if not any(_issued(certificate, authority) for authority in trusted):
            raise NotGenuineError("the document signer is not certified by a trusted authority")
        self._verify(signers[0], certificate)

    def _signer(self, signer: SignerInfo) -> x509.Certificate:
        certificates = self._signed.certificates.as_list() if self._signed.certificates else []
        for certificate in certificates:
            if _is_named(certificate, signer.signer):
                return certificate
        raise NotGenuineError("the document signer's certificate is not in the security object")

    def _verify(self, signer: SignerInfo, certificate: x509.Certificate) -> None:
        if signer.signed is None:
            verify(certificate, signer, self._content)
            return
        expected = {
            (CONTENT_TYPE, asn1.encode_der(LDS_SECURITY_OBJECT)),
            (MESSAGE_DIGEST, asn1.encode_der(digest(signer.digest.oid, self._content))),
        }
        attributes = [(each.oid, each.values.as_list()) for each in signer.signed.as_list()]
        found = {(oid, asn1.encode_der(value)) for oid, values in attributes for value in values}
        once = [oid for oid, values in attributes if len(values) == 1]
        if not expected <= found or any(once.count(oid) != 1 for oid, _ in expected):
            raise NotGenuineError("the signed attributes do not fit the content")
        verify(certificate, signer, asn1.encode_der(signer.signed))


def _is_named(certificate: x509.Certificate, signer: IssuerAndSerial | bytes) -> bool:
    if isinstance(signer, IssuerAndSerial):
        return certificate.serial_number == signer.serial
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    except x509.ExtensionNotFound:
        return False
    return found.value.digest == signer


def _issued(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
