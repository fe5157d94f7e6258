"""The signed object of a travel document as ASN.1: CMS SignedData (RFC 5652) around an LDS security object (Doc 9303-10, D)."""

# Annotations are read at run time by `asn1.sequence`, so they are not postponed here.
from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.asn1 import Default, Explicit, Implicit, SetOf

Oid = x509.ObjectIdentifier

SIGNED_DATA = Oid("1.2.840.113549.1.7.2")
LDS_SECURITY_OBJECT = Oid("2.23.136.1.1.1")
CONTENT_TYPE = Oid("1.2.840.113549.1.9.3")
MESSAGE_DIGEST = Oid("1.2.840.113549.1.9.4")


@asn1.sequence
class DigestAlgorithm:
    """A hash function; its parameters are NULL or left out."""

    oid: Oid
    parameters: asn1.Null | None


@asn1.sequence
class MaskGeneration:
    """MGF1 and its hash function."""

    oid: Oid
    digest: DigestAlgorithm


@asn1.sequence
class PssParameters:
    """RSASSA-PSS-params (RFC 4055); what is left out means SHA-1."""

    digest: Annotated[DigestAlgorithm | None, Explicit(0)]
    mask: Annotated[MaskGeneration | None, Explicit(1)]
    salt: Annotated[int, Explicit(2), Default(20)]
    trailer: Annotated[int, Explicit(3), Default(1)]


@asn1.sequence
class SignatureAlgorithm:
    """How it was signed."""

    oid: Oid
    parameters: asn1.Null | PssParameters | None


@asn1.sequence
class Attribute:
    """A signed attribute; `values` has one element in those that we use."""

    oid: Oid
    values: SetOf[asn1.TLV]


@asn1.sequence
class IssuerAndSerial:
    """Which certificate, by its issuer and number."""

    issuer: asn1.TLV
    serial: int


@asn1.sequence
class SignerInfo:
    """Who signed, what, how."""

    version: int
    signer: IssuerAndSerial | Annotated[bytes, Implicit(0)]
    digest: DigestAlgorithm
    signed: Annotated[SetOf[Attribute] | None, Implicit(0)]
    algorithm: SignatureAlgorithm
    signature: bytes
    unsigned: Annotated[SetOf[Attribute] | None, Implicit(1)]


@asn1.sequence
class Content:
    """What was signed."""

    oid: Oid
    value: Annotated[bytes | None, Explicit(0)]


@asn1.sequence
class SignedData:
    """Content, certificates, signatures."""

    version: int
    digests: SetOf[DigestAlgorithm]
    content: Content
    certificates: Annotated[SetOf[x509.Certificate] | None, Implicit(0)]
    revocations: Annotated[SetOf[asn1.TLV] | None, Implicit(1)]
    signers: SetOf[SignerInfo]


@asn1.sequence
class ContentInfo:
    """The outermost envelope."""

    oid: Oid
    content: Annotated[SignedData, Explicit(0)]


@asn1.sequence
class DataGroupHash:
    """The hash of one data group."""

    number: int
    value: bytes


@asn1.sequence
class LdsVersion:
    """Which logical data structure."""

    lds: asn1.PrintableString
    unicode: asn1.PrintableString


@asn1.sequence
class LdsSecurityObject:
    """The hashes of all data groups."""

    version: int
    digest: DigestAlgorithm
    hashes: list[DataGroupHash]
    lds: LdsVersion | None
