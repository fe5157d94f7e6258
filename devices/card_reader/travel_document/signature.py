"""Signatures in the security objects of travel documents: RSA (PKCS #1 and PSS) and ECDSA (ICAO Doc 9303-12, 4.4)."""

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1, SHA224, SHA256, SHA384, SHA512, Hash, HashAlgorithm

from devices.card_reader.travel_document.cms import Oid, PssParameters, SignerInfo

_DIGESTS: dict[str, type[HashAlgorithm]] = {
    "1.3.14.3.2.26": SHA1,
    "2.16.840.1.101.3.4.2.4": SHA224,
    "2.16.840.1.101.3.4.2.1": SHA256,
    "2.16.840.1.101.3.4.2.2": SHA384,
    "2.16.840.1.101.3.4.2.3": SHA512,
}
_PKCS1: dict[
    str, type[HashAlgorithm] | None
] = {  # with a hash function of its own; plain rsaEncryption takes the signer's
    "1.2.840.113549.1.1.1": None,
    "1.2.840.113549.1.1.5": SHA1,
    "1.2.840.113549.1.1.14": SHA224,
    "1.2.840.113549.1.1.11": SHA256,
    "1.2.840.113549.1.1.12": SHA384,
    "1.2.840.113549.1.1.13": SHA512,
}
_PSS = "1.2.840.113549.1.1.10"
_ECDSA: dict[str, type[HashAlgorithm]] = {
    "1.2.840.10045.4.1": SHA1,
    "1.2.840.10045.4.3.1": SHA224,
    "1.2.840.10045.4.3.2": SHA256,
    "1.2.840.10045.4.3.3": SHA384,
    "1.2.840.10045.4.3.4": SHA512,
}


class NotGenuineError(ValueError):
    """The chip's content cannot be shown to be what the state signed; says which step failed, never any content."""


def verify(certificate: x509.Certificate, signer: SignerInfo, message: bytes) -> None:
    """Verify that the certificate's key has signed the message.

    Raises:
        NotGenuineError: it has not, or in a way that is not known here.
    """
    try:
        _verify(certificate, signer, message)
    except NotGenuineError:
        raise
    except (InvalidSignature, UnsupportedAlgorithm, ValueError) as error:
        raise NotGenuineError("the signature does not hold") from error


def _verify(certificate: x509.Certificate, signer: SignerInfo, message: bytes) -> None:
    algorithm, parameters = signer.algorithm.oid.dotted_string, signer.algorithm.parameters
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey) and algorithm in _PKCS1:
        function = _PKCS1[algorithm] or _hash_function(signer.digest.oid)
        key.verify(signer.signature, message, padding.PKCS1v15(), function())
    elif isinstance(key, rsa.RSAPublicKey) and algorithm == _PSS and isinstance(parameters, PssParameters):
        key.verify(signer.signature, message, *_pss(parameters))
    elif isinstance(key, ec.EllipticCurvePublicKey) and algorithm in _ECDSA:
        key.verify(signer.signature, message, ec.ECDSA(_ECDSA[algorithm]()))
    else:
        raise NotGenuineError("it is signed in a way that this terminal does not know")


def digest(oid: Oid, text: bytes) -> bytes:
    """Return the hash of a text.

    Raises:
        NotGenuineError: the function is not known here.
    """
    hashing = Hash(_hash_function(oid)())
    hashing.update(text)
    return hashing.finalize()


def _pss(parameters: PssParameters) -> tuple[padding.PSS, HashAlgorithm]:
    function = _hash_function(parameters.digest.oid) if parameters.digest else SHA1
    mask = _hash_function(parameters.mask.digest.oid) if parameters.mask else SHA1
    return padding.PSS(padding.MGF1(mask()), parameters.salt), function()


def _hash_function(oid: Oid) -> type[HashAlgorithm]:
    if oid.dotted_string not in _DIGESTS:
        raise NotGenuineError("it is hashed in a way that this terminal does not know")
    return _DIGESTS[oid.dotted_string]
