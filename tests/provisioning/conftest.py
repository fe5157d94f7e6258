"""A platform's enrolment side written apart from our client: http.server, ssl and cryptography, as RFC 7030 says."""

import base64
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from config.repository import Repository
from provisioning import est
from provisioning.enrolment import Document, enrol
from provisioning.terminal import Terminal

CODE = "7K3M-Q2XF"


class Authority:
    """A certificate authority."""

    def __init__(self, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self.issue(name, self.key.public_key(), authority=True)

    def issue(
        self, name: str, public_key: Any, *, authority: bool = False, server: bool = False
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject if authority else self.certificate.subject)
            .public_key(public_key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(minutes=5))
            .not_valid_after(now + timedelta(days=90))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if server:
            names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
            builder = builder.add_extension(names, critical=False)
        return builder.sign(self.key, hashes.SHA256())


@dataclass
class Platform:
    """A platform with one slot for a terminal; set its fields to make it misbehave."""

    authority: Authority
    offered: Authority
    directory: Path
    url: str = ""
    code: str = CODE
    subject: str = ""
    status: int = 200
    lose_answers: int = 0
    many_lines: bool = False
    answer: bytes | None = None
    issued: dict[bytes, x509.Certificate] = field(default_factory=dict)

    def document(self, **changes: str) -> Document:
        given = {
            "url": self.url,
            "ca_sha256": est.fingerprint(self.authority.certificate),
            "terminal_id": "GZ-T1",
            "code": CODE,
        }
        return Document.checked(**{**given, **changes})

    def enrol(self, terminal_id: str, request: bytes) -> x509.Certificate:
        """Issue once for each key, as a platform must that knows of lost answers."""
        asked = x509.load_der_x509_csr(request)
        spki = asked.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        if spki not in self.issued:
            self.issued[spki] = self.authority.issue(self.subject or terminal_id, asked.public_key())
        return self.issued[spki]

    def pkcs7(self, certificate: x509.Certificate) -> bytes:
        der = pkcs7.serialize_certificates([certificate], serialization.Encoding.DER)
        return base64.encodebytes(der) if self.many_lines else base64.b64encode(der)


class Handler(SimpleHTTPRequestHandler):
    """Static files and EST."""

    def __init__(self, *args: Any, platform: Platform, **kwargs: Any) -> None:
        self.platform = platform
        super().__init__(*args, directory=str(platform.directory), **kwargs)

    def do_GET(self) -> None:
        if self.path == "/.well-known/est/cacerts":
            self._send(200, self.platform.pkcs7(self.platform.offered.certificate))
        else:
            super().do_GET()

    def do_POST(self) -> None:
        body = base64.b64decode(self.rfile.read(int(self.headers["Content-Length"])))
        user, _, code = base64.b64decode(self.headers["Authorization"].split()[1]).decode().partition(":")
        if code != self.platform.code:
            self._send(401, b"")
            return
        if self.platform.status != 200:
            self._send(self.platform.status, b"")
            return
        certificate = self.platform.enrol(user, body)
        if self.platform.lose_answers:
            self.platform.lose_answers -= 1
            self.close_connection = True
            return
        self._send(200, self.platform.answer or self.platform.pkcs7(certificate))

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/pkcs7-mime; smime-type=certs-only")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so by http.server
        pass


@contextmanager
def serving(tmp_path: Path, *, tls: bool) -> Iterator[Platform]:
    """A platform with its first release published, for as long as the context lasts."""
    authority = Authority("Platform CA")
    platform = Platform(authority, authority, tmp_path / "platform")
    repository = Repository(platform.directory / "releases", tmp_path / "keys")
    repository.create()
    repository.publish({"settings/base.json": {"site": {"code": "A"}}})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, platform=platform)) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # broken lines are meant
        if tls:
            server.socket = _tls(authority, tmp_path / "server.pem").wrap_socket(
                server.socket, server_side=True
            )
        platform.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield platform
        finally:
            server.shutdown()
            thread.join()


def _tls(authority: Authority, chain: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = authority.issue("server", key.public_key(), server=True)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    chain.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    return context


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[Platform]:
    """A platform over TLS."""
    with serving(tmp_path, tls=True) as platform:
        yield platform


@pytest.fixture
def enrolled(platform: Platform, tmp_path: Path) -> Terminal:
    """A terminal of that platform."""
    enrol(tmp_path / "home", platform.document())
    return Terminal.load(tmp_path / "home")
