"""Passive authentication: our test state's objects and OpenSSL's, and everything that must be refused."""

import hashlib
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from devices.card_reader import mrz, travel_document
from devices.card_reader.iso7816 import PlainChip
from devices.card_reader.tlv import only
from devices.card_reader.travel_document.authentication import SecurityObject
from devices.card_reader.travel_document.signature import NotGenuineError
from devices.card_reader.travel_document.trust import authorities
from devices.errors import ConfigurationError, ResidentError
from devices.simulators.passport import ERIKSSON, Passport, group_of
from devices.simulators.passport_issuer import Issuer, lds_security_object

NOW = datetime.now(UTC) + timedelta(hours=1)  # certificates are made during the tests
GROUP = group_of(ERIKSSON)
KEY = mrz.parse(ERIKSSON).key


@pytest.fixture(scope="module")
def issuer() -> Issuer:
    """A state."""
    return Issuer("UT")


def openssl(*arguments: str, directory: Path) -> None:
    subprocess.run(["openssl", *arguments], cwd=directory, check=True, capture_output=True)


def test_a_genuine_document_is_genuine(issuer: Issuer) -> None:
    signed = SecurityObject(only(issuer.security_object({1: GROUP}), 0x77))
    signed.verify_group(1, GROUP)
    signed.verify_signature([Issuer("XX").authority, issuer.authority], NOW)


def test_openssl_agrees_with_our_test_state(issuer: Issuer, tmp_path: Path) -> None:
    (tmp_path / "sod.der").write_bytes(only(issuer.security_object({1: GROUP}), 0x77))
    (tmp_path / "csca.pem").write_bytes(issuer.authority.public_bytes(Encoding.PEM))
    openssl(
        *("cms", "-verify", "-binary", "-inform", "DER", "-in", "sod.der", "-CAfile", "csca.pem"),
        *("-purpose", "any", "-out", "content"),
        directory=tmp_path,
    )
    assert (tmp_path / "content").read_bytes() == lds_security_object({1: GROUP})


SIGNERS = {
    "rsa": (["genrsa", "-out", "signer.key", "2048"], []),
    "rsa-pss": (
        ["genrsa", "-out", "signer.key", "2048"],
        ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:32"],
    ),
    "ecdsa": (["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "signer.key"], []),
    "brainpool": (["ecparam", "-name", "brainpoolP256r1", "-genkey", "-noout", "-out", "signer.key"], []),
}


def made_by_openssl(
    directory: Path, kind: str, *more: str, digest: str = "sha256"
) -> tuple[bytes, x509.Certificate]:
    """A security object and the authority behind it, nothing of which we have made."""
    key, options = SIGNERS[kind]
    subject = ("-subj", "/C=UT/CN=Witness CSCA")
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        *subject,
        directory=directory,
    )
    openssl(*key, directory=directory)
    openssl(
        "req",
        "-new",
        "-key",
        "signer.key",
        "-subj",
        "/C=UT/CN=Witness signer",
        "-out",
        "signer.csr",
        directory=directory,
    )
    (directory / "extensions").write_text("subjectKeyIdentifier=hash\n")
    openssl(
        *("x509", "-req", "-in", "signer.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"),
        *("-days", "30", "-extfile", "extensions", "-out", "signer.pem"),
        directory=directory,
    )
    (directory / "content").write_bytes(lds_security_object({1: GROUP}))
    openssl(
        *(
            "cms",
            "-sign",
            "-binary",
            "-nodetach",
            "-nosmimecap",
            "-econtent_type",
            "2.23.136.1.1.1",
            "-outform",
            "DER",
        ),
        *(
            "-signer",
            "signer.pem",
            "-inkey",
            "signer.key",
            *options,
            "-md",
            digest,
            "-in",
            "content",
            "-out",
            "sod.der",
        ),
        *more,
        directory=directory,
    )
    authority = x509.load_pem_x509_certificate((directory / "ca.pem").read_bytes())
    return (directory / "sod.der").read_bytes(), authority


@pytest.mark.parametrize("kind", SIGNERS)
def test_what_openssl_signs_is_verified(tmp_path: Path, kind: str) -> None:
    signed_object, authority = made_by_openssl(tmp_path, kind)
    signed = SecurityObject(signed_object)
    signed.verify_group(1, GROUP)
    signed.verify_signature([authority], NOW)


@pytest.mark.parametrize("more", ["-keyid", "-noattr"])
def test_other_forms_of_the_same(tmp_path: Path, more: str) -> None:
    signed_object, authority = made_by_openssl(tmp_path, "ecdsa", more)
    SecurityObject(signed_object).verify_signature([authority], NOW)


@pytest.mark.parametrize("digest", ["sha1", "sha224", "sha384", "sha512"])
def test_other_hash_functions(tmp_path: Path, digest: str) -> None:
    signed_object, authority = made_by_openssl(tmp_path, "ecdsa", digest=digest)
    SecurityObject(signed_object).verify_signature([authority], NOW)


def test_a_hash_function_that_is_not_known(tmp_path: Path) -> None:
    signed_object, authority = made_by_openssl(tmp_path, "rsa", digest="sha3-256")
    with pytest.raises(NotGenuineError, match="does not know"):
        SecurityObject(signed_object).verify_signature([authority], NOW)


@pytest.mark.parametrize("kind", SIGNERS)
def test_a_signature_with_one_wrong_bit(tmp_path: Path, kind: str) -> None:
    signed_object, authority = made_by_openssl(tmp_path, kind)
    forged = signed_object[:-1] + bytes([signed_object[-1] ^ 1])
    with pytest.raises(NotGenuineError, match="signature does not hold"):
        SecurityObject(forged).verify_signature([authority], NOW)


def test_a_group_that_was_changed_or_never_signed(issuer: Issuer) -> None:
    signed = SecurityObject(only(issuer.security_object({1: GROUP}), 0x77))
    for number, group in ((1, GROUP[:-1] + b"1"), (2, GROUP)):
        with pytest.raises(NotGenuineError, match=f"data group {number} was changed"):
            signed.verify_group(number, group)


def test_hashes_that_were_changed_with_the_group(issuer: Issuer) -> None:
    changed = group_of(ERIKSSON.replace("ERIKSSON<", "ERIKSEN<<"))
    signed_object = only(issuer.security_object({1: GROUP}), 0x77)
    old, new = (hashlib.sha256(group).digest() for group in (GROUP, changed))
    signed = SecurityObject(signed_object.replace(old, new))
    signed.verify_group(1, changed)
    with pytest.raises(NotGenuineError, match="signed attributes"):
        signed.verify_signature([issuer.authority], NOW)


def test_an_authority_that_is_not_trusted(issuer: Issuer) -> None:
    signed = SecurityObject(only(issuer.security_object({1: GROUP}), 0x77))
    for trusted in ([], [Issuer("UT").authority], [Issuer("XX").authority], [issuer.signer]):
        with pytest.raises(NotGenuineError, match="trusted authority"):
            signed.verify_signature(trusted, NOW)


@pytest.mark.parametrize("days", [-2, 3650])
def test_a_signer_that_is_not_valid_today(issuer: Issuer, days: int) -> None:
    signed = SecurityObject(only(issuer.security_object({1: GROUP}), 0x77))
    with pytest.raises(NotGenuineError, match="not valid today"):
        signed.verify_signature([issuer.authority], NOW + timedelta(days=days))


def test_a_signer_whose_certificate_is_not_there(issuer: Issuer) -> None:
    signed_object = only(issuer.security_object({1: GROUP}), 0x77)
    serial = issuer.signer.serial_number.to_bytes(issuer.signer.serial_number.bit_length() // 8 + 1, "big")
    at = signed_object.rindex(serial) + len(serial) - 1
    other = signed_object[:at] + bytes([signed_object[at] ^ 1]) + signed_object[at + 1 :]
    with pytest.raises(NotGenuineError, match="is not in the security object"):
        SecurityObject(other).verify_signature([issuer.authority], NOW)


def test_an_object_with_another_content(issuer: Issuer) -> None:
    signed_object = only(issuer.security_object({1: GROUP}), 0x77)
    with pytest.raises(NotGenuineError, match="another content"):
        SecurityObject(
            signed_object.replace(bytes.fromhex("060667810801 0101"), bytes.fromhex("060667810801 0102"))
        )


def test_what_is_no_security_object(issuer: Issuer) -> None:
    whole = only(issuer.security_object({1: GROUP}), 0x77)
    for broken in (b"", whole[:-1], whole + b"\0"):
        with pytest.raises(NotGenuineError, match="cannot be read"):
            SecurityObject(broken)


def read(document: Passport, csca: Path | None) -> str:
    chip = PlainChip(document.answer)
    assert travel_document.select(chip)
    return travel_document.read(chip, KEY, csca, NOW).extra["authenticity"]


def document(issuer: Issuer, group: bytes = GROUP) -> Passport:
    return Passport(KEY.information(), group, issuer.security_object({1: group}))


def test_what_is_said_of_a_documents_authenticity(issuer: Issuer, tmp_path: Path) -> None:
    assert read(document(issuer), None) == "not_checked"
    assert read(document(issuer), tmp_path) == "issuer_unknown"
    issuer.publish(tmp_path, "CHN")
    assert read(document(issuer), tmp_path) == "issuer_unknown"  # another state may not vouch for it
    issuer.publish(tmp_path, "UTO")
    assert read(document(issuer), tmp_path) == "verified"
    Issuer("UT").publish(tmp_path, "UTO")
    with pytest.raises(ResidentError, match="CARD_NOT_GENUINE"):
        read(document(issuer), tmp_path)


def test_a_group_that_holds_no_zone_we_know(issuer: Issuer) -> None:
    with pytest.raises(ResidentError, match="CARD_UNKNOWN"):
        read(document(issuer, group_of("X" * 88)), None)


def test_certificates_in_both_forms(issuer: Issuer, tmp_path: Path) -> None:
    issuer.publish(tmp_path, "UTO")
    (tmp_path / "UTO" / "csca.der").write_bytes(issuer.authority.public_bytes(Encoding.DER))
    assert authorities(tmp_path, "UTO") == (issuer.authority,) * 2
    assert authorities(tmp_path, "") == authorities(tmp_path, "..") == ()


def test_certificates_that_cannot_be_read_are_named(issuer: Issuer, tmp_path: Path) -> None:
    issuer.publish(tmp_path, "UTO")
    (tmp_path / "UTO" / "note.txt").write_text("call the embassy")
    for directory in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ConfigurationError, match="CSCA_UNREADABLE"):
            read(document(issuer), directory)
