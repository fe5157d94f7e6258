"""Enrolment over Secure Transport (RFC 7030): a one-time code becomes a certificate.

Trust starts at the fingerprint of the platform's authority, which the technician brought on paper: the authority's
certificate is fetched from anybody, kept only when it fits, and is the only one trusted from then on.
"""

import base64
import binascii
import hashlib
import http.client
import ssl
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import requests
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from provisioning.signing import CONNECT_TIMEOUT, READ_TIMEOUT, PlatformSession

WELL_KNOWN = "/.well-known/est"
LIMIT = 1_000_000


class EnrolmentError(Exception):
    """The terminal was not enrolled. `code` is stable, the message names the remedy."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def fetch_authority(url: str, ca_sha256: str) -> str:
    """Return the PEM certificate of the authority whose public key has this SHA-256 (hexadecimal, of the SPKI).

    Raises:
        EnrolmentError: the platform does not answer, or offers another authority.
    """
    offered = _certificates(_fetch_untrusted(f"{url}{WELL_KNOWN}/cacerts"))
    for certificate in offered:
        if fingerprint(certificate) == ca_sha256:
            return certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")
    raise EnrolmentError(
        "OTHER_AUTHORITY",
        "The platform's authority is not the one on the enrolment document: check the URL and the fingerprint; if both "
        "are right, somebody stands between, do not go on. "
        "平台 CA 与注册单上的指纹不符：请核对地址和指纹；若均无误，可能有人截取线路，请停止操作。",
    )


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of the certificate's public key (SPKI), hexadecimal."""
    spki = certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return hashlib.sha256(spki).hexdigest()


@dataclass(frozen=True)
class EstClient:
    """Asks the platform at `url` for certificates; `ca_file` holds the only authority trusted."""

    url: str
    ca_file: Path

    def enrol(self, terminal_id: str, code: str, key: ec.EllipticCurvePrivateKey) -> str:
        """Return the PEM certificate that the platform issues for `key` against the one-time code.

        Asking again with the same key after a lost answer gives the same certificate.

        Raises:
            EnrolmentError: the platform refused or did not answer, or its answer does not fit.
        """
        response = self._post(terminal_id, code, _request(terminal_id, key))
        if response.status_code != requests.codes.ok:
            raise _refusal(response)
        authority = x509.load_pem_x509_certificate(self.ca_file.read_bytes())
        for certificate in _certificates(response.content):
            if certificate.public_key() == key.public_key():
                return _checked(certificate, authority, terminal_id)
        raise EnrolmentError(
            "BAD_ANSWER",
            "The platform's answer holds no certificate for this terminal: tell the platform's operator. "
            "平台的答复中没有本机证书：请联系平台运维。",
        )

    def _post(self, terminal_id: str, code: str, request: bytes) -> requests.Response:
        headers = {"Content-Type": "application/pkcs10", "Content-Transfer-Encoding": "base64"}
        with PlatformSession(self.ca_file) as session:
            try:
                return session.post(
                    f"{self.url}{WELL_KNOWN}/simpleenroll",
                    data=base64.b64encode(request),
                    headers=headers,
                    auth=(terminal_id, code),
                    timeout=(CONNECT_TIMEOUT, READ_TIMEOUT),
                )
            except requests.RequestException as error:
                raise unreachable(self.url, error) from error


def unreachable(url: str, error: Exception) -> EnrolmentError:
    """Return the error for a platform that does not answer."""
    return EnrolmentError(
        "UNREACHABLE",
        f"{url} does not answer ({type(error).__name__}): check the cable, the URL and the clock, then run the same "
        "command again; the code is not used up. 平台没有应答：请检查网线、地址和时钟，然后再次运行同一命令；注册码未被消耗。",
    )


def _request(terminal_id: str, key: ec.EllipticCurvePrivateKey) -> bytes:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, terminal_id)])
    request = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, hashes.SHA256())
    return request.public_bytes(serialization.Encoding.DER)


def _checked(certificate: x509.Certificate, authority: x509.Certificate, terminal_id: str) -> str:
    names = [str(name.value) for name in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
    try:
        certificate.verify_directly_issued_by(authority)
    except (InvalidSignature, ValueError, TypeError):
        names = []
    if names != [terminal_id]:
        raise EnrolmentError(
            "BAD_CERTIFICATE",
            "The certificate is for another terminal or from another authority: tell the platform's operator. "
            "证书不属于本机或不是该 CA 签发：请联系平台运维。",
        )
    return certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")


def _refusal(response: requests.Response) -> EnrolmentError:
    match response.status_code:
        case 401 | 403:
            return EnrolmentError(
                "CODE_REFUSED",
                "The platform does not take this code: it was mistyped, used by another machine, or is too old. Compare "
                "it with the document, else ask the operator for a new one. "
                "平台不接受此注册码：可能输错、已被使用或已过期。请核对注册单，或向运维索取新码。",
            )
        case 202:
            return EnrolmentError(
                "APPROVAL_NEEDED",
                "The platform's operator must approve this terminal first: have it done, then run the same command "
                f"again (the platform suggests after {response.headers.get('Retry-After', '60')} s). "
                "须先由平台运维批准：批准后请再次运行同一命令。",
            )
        case status:
            return EnrolmentError(
                "REFUSED",
                f"The platform answered {status} to the enrolment: run the same command again later; if it stays so, "
                "tell the platform's operator. 平台未能完成注册：请稍后再次运行同一命令；如仍不行，请联系平台运维。",
            )


def _certificates(answer: bytes) -> list[x509.Certificate]:
    """Return the certificates of a certs-only PKCS#7 answer in base64, on one line or many."""
    try:
        return pkcs7.load_der_pkcs7_certificates(base64.b64decode(b"".join(answer.split()), validate=True))
    except (ValueError, binascii.Error) as error:
        raise EnrolmentError(
            "BAD_ANSWER",
            "What answers there speaks no EST (RFC 7030): check the URL on the enrolment document. "
            "该地址不是注册服务（EST）：请核对注册单上的地址。",
        ) from error


def _fetch_untrusted(url: str) -> bytes:
    """Fetch without trusting anybody: what comes back counts only when it has the right fingerprint."""
    parts = urlsplit(url)
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        anyone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        anyone.check_hostname = False
        anyone.verify_mode = ssl.CERT_NONE
        connection = http.client.HTTPSConnection(parts.netloc, timeout=CONNECT_TIMEOUT, context=anyone)
    else:
        connection = http.client.HTTPConnection(parts.netloc, timeout=CONNECT_TIMEOUT)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().read(LIMIT)
    except (OSError, http.client.HTTPException) as error:
        raise unreachable(url, error) from error
    finally:
        connection.close()
