"""Who a terminal is: kept whole, read by its owner only, signing what it sends."""

import json
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt import PyJWK

from provisioning.identity import Identity, NotEnrolledError, new_key, parse_key, private_pem
from tests.config.killing import killed_at_every_step


def an_identity(**changes: object) -> Identity:
    identity = Identity("LAB001", "http://127.0.0.1:1", ("age1x",), True, new_key())
    return replace(identity, **changes)  # type: ignore[arg-type]  # tests know the fields


def test_it_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    authority = tmp_path / "ca"
    authority.write_text("PEM")
    identity = an_identity(certificate="CERT", ca_file=authority, group="south")
    identity.save(tmp_path / "identity")
    back = Identity.load(tmp_path / "identity")
    assert back.ca_file == tmp_path / "identity" / "ca.pem"
    assert back.ca_file.read_text() == "PEM"
    assert private_pem(back.key) == private_pem(identity.key)
    assert replace(back, key=identity.key, ca_file=authority) == identity
    assert back.enrolled


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    an_identity().save(tmp_path / "identity")
    assert stat.S_IMODE((tmp_path / "identity").stat().st_mode) == 0o700
    for path in (tmp_path / "identity").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_repr_shows_no_key() -> None:
    identity = an_identity(certificate="CERT")
    assert "key" not in repr(identity)
    assert "CERT" not in repr(identity)


def test_a_machine_without_identity_is_told_the_ways_to_one(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolledError, match=r"kiosk provision enrol.*kiosk provision lab"):
        Identity.load(tmp_path / "identity")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("terminal.json", b""),
        ("terminal.json", b"[]"),
        ("terminal.json", b"{}"),
        ("key.pem", b"no key"),
    ],
)
def test_a_damaged_identity_is_told_apart(tmp_path: Path, name: str, content: bytes) -> None:
    an_identity().save(tmp_path / "identity")
    (tmp_path / "identity" / name).write_bytes(content)
    with pytest.raises(NotEnrolledError, match="cannot be read"):
        Identity.load(tmp_path / "identity")


@pytest.mark.parametrize(
    "key",
    [ec.generate_private_key(ec.SECP384R1()), rsa.generate_private_key(public_exponent=65537, key_size=2048)],
)
def test_only_p256_is_a_terminals_key(key: ec.EllipticCurvePrivateKey) -> None:
    with pytest.raises(ValueError, match="P-256"):
        parse_key(private_pem(key))


def test_a_key_is_parsed_once() -> None:
    pem = private_pem(new_key())
    assert parse_key(pem) is parse_key(pem)


def test_the_public_key_is_told_as_pem_and_jwk() -> None:
    identity = an_identity()
    assert PyJWK(identity.public_jwk).key.public_numbers() == identity.key.public_key().public_numbers()
    assert identity.public_jwk["kid"] == "LAB001"
    assert "d" not in identity.public_jwk
    pem = serialization.load_pem_public_key(identity.public_pem.encode())
    assert pem == identity.key.public_key()


def test_killed_while_saving_it_is_the_old_or_the_new(tmp_path: Path) -> None:
    home = tmp_path / "home"
    old, new = an_identity(), an_identity(terminal_id="LAB002", recipients=("age1y",))
    old.save(home / "identity")
    keys = {"LAB001": private_pem(old.key), "LAB002": private_pem(new.key)}

    def check() -> None:
        found = Identity.load(home / "identity")
        assert private_pem(found.key) == keys[found.terminal_id]

    assert killed_at_every_step(home, lambda: new.save(home / "identity"), check) > 8
    assert Identity.load(home / "identity").terminal_id == "LAB002"


def test_loading_a_terminal_imports_nothing_heavy() -> None:
    heavy = [
        "requests",
        "tuf",
        "yaml",
        "jwt",
        "kivy",
        "serial",
        "cv2",
        "escpos",
        "pyrage",
        "http_message_signatures",
    ]
    code = f"import sys, json, provisioning.terminal; print(json.dumps([m for m in {heavy} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
