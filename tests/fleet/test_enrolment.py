"""Enrolment by our own client, by strongSwan's, and by whoever tries."""

import base64
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from fleet.authority import spki_sha256
from fleet.platform import Platform
from fleet.problems import PlatformError
from kiosk.cli import main
from provisioning import est
from provisioning.enrolment import Document
from provisioning.est import EnrolmentError, EstClient
from provisioning.identity import Identity, new_key
from tests.fleet.conftest import NUMBERS, Clock
from tests.fleet.contract import CONTRACT
from tests.fleet.process import Server


def request(key: Any, name: str = "whoever") -> bytes:
    """A PKCS #10 request in base64."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, hashes.SHA256())
    return base64.b64encode(made.public_bytes(serialization.Encoding.DER))


def refused(platform: Platform, terminal: str, code: str, key: Any = None) -> str:
    """Why an enrolment is refused."""
    with pytest.raises(PlatformError) as error:
        platform.enrolment.enrol(terminal, code, request(key or new_key()))
    return error.value.code


@pytest.fixture
def number() -> str:
    return f"E{next(NUMBERS):03d}"


@pytest.fixture
def document(server: Server, number: str, capsys: pytest.CaptureFixture[str]) -> Document:
    assert main(["fleet", "invite", "--home", str(server.home), "--id", number, "--group", "street"]) == 0
    said = capsys.readouterr().out
    assert set(json.loads(said)) == {"url", "ca_sha256", "id", "code", "group"}
    return Document.parse(said)


def test_the_code_is_good_once(platform: Platform) -> None:
    code, key = platform.enrolment.invite("GZ044", "street"), new_key()
    assert refused(platform, "GZ045", code) == "code-refused"
    certificate = platform.enrolment.enrol("GZ044", code, request(key))
    again = platform.enrolment.enrol("GZ044", code, request(key))
    assert again == certificate, "the answer may have been lost"
    assert refused(platform, "GZ044", code) == "code-refused"
    assert [terminal.group for terminal in platform.terminals.known()] == ["street"]


def test_a_code_is_typed_by_people(platform: Platform) -> None:
    code = platform.enrolment.invite("GZ044")
    typed = f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    platform.enrolment.enrol("GZ044", typed, request(new_key()))


def test_a_code_lives_for_a_day_and_for_five_tries(platform: Platform, clock: Clock) -> None:
    code = platform.enrolment.invite("GZ044")
    clock.pass_(hours=24)
    assert refused(platform, "GZ044", code) == "code-refused"
    code = platform.enrolment.invite("GZ044")
    for _ in range(5):
        assert refused(platform, "GZ044", "00000-00000") == "code-refused"
    assert refused(platform, "GZ044", code) == "code-refused"
    old, code = code, platform.enrolment.invite("GZ044")
    assert refused(platform, "GZ044", old) == "code-refused"
    platform.enrolment.enrol("GZ044", code, request(new_key()))


def test_many_keys_at_once_get_one_certificate(platform: Platform) -> None:
    code = platform.enrolment.invite("GZ044")

    def ask(_: int) -> bool:
        try:
            platform.enrolment.enrol("GZ044", code, request(new_key()))
        except PlatformError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(ask, range(8))) == 1


def test_the_platform_decides_on_subject_use_and_lifetime(platform: Platform, clock: Clock) -> None:
    key, code = new_key(), platform.enrolment.invite("GZ044")
    certificate = platform.enrolment.enrol("GZ044", code, request(key, "root"))
    (name,) = certificate.subject
    assert name.value == "GZ044"
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usage) == [ExtendedKeyUsageOID.CLIENT_AUTH]
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert (certificate.not_valid_after_utc - clock.now()).days == 90
    certificate.verify_directly_issued_by(platform.authority.certificate)


def test_a_new_machine_ends_the_old_ones_key(platform: Platform) -> None:
    old, new = new_key(), new_key()
    platform.enrolment.enrol("GZ044", platform.enrolment.invite("GZ044"), request(old))
    platform.enrolment.enrol("GZ044", platform.enrolment.invite("GZ044"), request(new))
    assert platform.terminals.keys("GZ044") == [new.public_key()]
    assert platform.terminals.keys("GZ044", former=True) == [new.public_key(), old.public_key()]
    assert platform.terminals.holder(old.public_key()) is None
    assert refused(platform, "GZ044", platform.enrolment.invite("GZ044"), old) == "key-in-use"
    assert refused(platform, "GZ045", platform.enrolment.invite("GZ045"), new) == "key-in-use"


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"not base64!",
        base64.b64encode(b"no request"),
        request(rsa.generate_private_key(65537, 2048)),
        request(ec.generate_private_key(ec.SECP384R1())),
    ],
)
def test_requests_that_are_none(platform: Platform, said: bytes) -> None:
    code = platform.enrolment.invite("GZ044")
    with pytest.raises(PlatformError) as error:
        platform.enrolment.enrol("GZ044", code, said)
    assert error.value.status == 400
    platform.enrolment.enrol("GZ044", code, request(new_key()))


def test_a_request_signed_by_another_key_is_refused(platform: Platform) -> None:
    signed = bytearray(base64.b64decode(request(new_key())))
    signed[-1] ^= 1
    with pytest.raises(PlatformError) as error:
        platform.enrolment.enrol("GZ044", platform.enrolment.invite("GZ044"), base64.b64encode(signed))
    assert error.value.status == 400


@pytest.mark.parametrize("name", ["", "-a", "a/b", "x" * 65, "终端"])
def test_names_that_none_has(platform: Platform, name: str) -> None:
    with pytest.raises(PlatformError):
        platform.enrolment.invite(name)
    with pytest.raises(PlatformError):
        platform.enrolment.invite("GZ044", name or "a b")


def test_our_own_client(document: Document, server: Server, tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_text(est.fetch_authority(document.url, document.ca_sha256))
    client, key = EstClient(document.url, ca), new_key()
    certificate = client.enrol(document.terminal_id, document.code, key)
    assert client.enrol(document.terminal_id, document.code, key) == certificate
    with pytest.raises(EnrolmentError) as error:
        client.enrol(document.terminal_id, document.code, new_key())
    assert error.value.code == "CODE_REFUSED"
    identity = Identity(document.terminal_id, document.url, (), False, key, certificate, ca, document.group)
    with identity.session() as session:
        assert session.get(f"{server.url}/v1/cases/none").status_code == 404


def test_renewal_signed_with_the_present_key(document: Document, server: Server) -> None:
    """Where a proxy ends TLS, no client certificate arrives. The old key ends only when the new one is first used."""
    old, new = new_key(), new_key()
    ca = server.ca
    assert ca is not None
    certificate = EstClient(document.url, ca).enrol(document.terminal_id, document.code, old)
    before = Identity(document.terminal_id, document.url, (), False, old, certificate, ca).session()
    after = Identity(document.terminal_id, document.url, (), False, new, certificate, ca).session()
    for session in (before, after):
        session.hooks["response"].append(CONTRACT.check)
    renew, case = (
        f"{server.url}/.well-known/est/simplereenroll",
        f"{server.url}/v1/cases/none",
    )
    with before, after:
        assert after.post(renew, data=request(new)).status_code == 401
        answer = before.post(renew, data=request(new))
        assert answer.status_code == 200
        assert est._certificates(answer.content)[0].public_key() == new.public_key()
        assert before.get(case).status_code == 404, "the answer may have been lost"
        assert before.post(renew, data=request(old)).status_code == 200
        assert after.get(case).status_code == 404
        assert before.get(case).status_code == 401


def test_without_a_code(server: Server) -> None:
    session = requests.Session()
    session.trust_env = False
    session.verify = str(server.ca)
    session.hooks["response"].append(CONTRACT.check)
    url = f"{server.url}/.well-known/est/simpleenroll"
    with session:
        for headers in ({}, {"Authorization": "Basic ?"}, {"Authorization": "Bearer x"}):
            answer = session.post(url, data=request(new_key()), headers=headers)
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"].startswith("Basic")
        assert session.post(url, data=b"x" * 70_000).status_code == 413
        assert session.get(f"{server.url}/.well-known/est/cacerts").status_code == 200


def pki(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["pki", *map(str, arguments)], capture_output=True, check=False, timeout=30)


def test_strongswan_enrols_and_renews(document: Document, server: Server, tmp_path: Path) -> None:
    url, ca = f"{server.url}", tmp_path / "ca.der"
    fetched = pki("--estca", "--url", url, "--cacert", server.ready["ca_file"], "--caout", ca)
    assert fetched.returncode == 0, fetched.stderr
    offered = x509.load_der_x509_certificate(ca.read_bytes()).public_key()
    assert isinstance(offered, ec.EllipticCurvePublicKey)
    assert spki_sha256(offered) == server.ready["ca_sha256"]

    def key(name: str) -> Path:
        path = tmp_path / f"{name}.pem"
        path.write_bytes(pki("--gen", "--type", "ecdsa", "--size", "256", "--outform", "pem").stdout)
        asked = pki("--req", "--in", path, "--type", "priv", "--dn", f"CN={document.terminal_id}")
        (tmp_path / f"{name}.csr").write_bytes(asked.stdout)
        return path

    def enrol(name: str, *options: str | Path) -> Path:
        said = pki(
            "--est",
            "--url",
            url,
            "--in",
            tmp_path / f"{name}.csr",
            "--cacert",
            server.ready["ca_file"],
            "--outform",
            "pem",
            *options,
        )
        assert said.returncode == 0, said.stderr
        path = tmp_path / f"{name}.crt"
        path.write_bytes(said.stdout)
        return path

    old = key("old")
    key("new")
    certificate = enrol("old", "--userpass", f"{document.terminal_id}:{document.code}")
    (name,) = x509.load_pem_x509_certificate(certificate.read_bytes()).subject
    assert name.value == document.terminal_id
    renewed = enrol("new", "--cert", certificate, "--key", old)
    assert renewed.read_bytes() != certificate.read_bytes()
    with Platform.open(server.home) as platform:
        assert len(platform.terminals.keys(document.terminal_id)) == 2


def test_a_certificate_of_a_replaced_key_renews_nothing(
    document: Document, server: Server, tmp_path: Path
) -> None:
    key, ca = new_key(), server.ca
    assert ca is not None
    certificate = EstClient(document.url, ca).enrol(document.terminal_id, document.code, key)
    pair = tmp_path / "pair.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pair.write_bytes(secret + certificate.encode())
    renew = f"{server.url}/.well-known/est/simplereenroll"

    def ask() -> int:
        with requests.Session() as session:
            session.trust_env = False
            answer = session.post(renew, data=request(key), cert=str(pair), verify=str(ca))
            CONTRACT.check(answer)
        return answer.status_code

    assert ask() == 200
    with Platform.open(server.home) as platform:
        code = platform.enrolment.invite(document.terminal_id)
    EstClient(document.url, ca).enrol(document.terminal_id, code, new_key())
    assert ask() == 401
