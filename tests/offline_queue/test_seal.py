"""Sealing, checked by others: Debian's age opens, `cryptography` verifies the signature byte by byte."""

import base64
import json
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import jwt
import pyrage
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from offline_queue.errors import DamagedError, UnfitError
from offline_queue.seal import Sealer, Verifier, sha256
from offline_queue.transaction import Attachment, Transaction

MADE = Transaction(
    "0193", "P-GZ044-20261123-0007-T", "MZ-004", datetime.fromisoformat("2026-11-23T15:04:05+08:00")
)
PAYLOAD = '{"name":"张三"}'.encode()
PAGE = Attachment("page-1.jpg", "image/jpeg", b"\xff\xd8 a picture")


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def verified(manifest: str, key: ec.EllipticCurvePublicKey) -> tuple[dict[str, Any], dict[str, Any]]:
    """RFC 7515 and RFC 7518 3.4 by hand: header and claims of a manifest whose signature fits."""
    header, claims, signature = manifest.split(".")
    raw = unpadded(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.verify(der, f"{header}.{claims}".encode("ascii"), ec.ECDSA(hashes.SHA256()))
    return json.loads(unpadded(header)), json.loads(unpadded(claims))


def test_debians_age_opens_what_was_sealed(tmp_path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    secret = tmp_path / "key.txt"
    subprocess.run(["age-keygen", "-o", secret], check=True, capture_output=True)
    recipient = subprocess.run(
        ["age-keygen", "-y", secret], check=True, capture_output=True, text=True
    ).stdout.strip()
    sealed = Sealer("GZ044", key, [recipient]).seal(PAYLOAD, [PAGE])
    for part, expected in ((sealed.payload, PAYLOAD), (sealed.attachments[0], PAGE.data)):
        opened = subprocess.run(
            ["age", "-d", "-i", secret], check=True, capture_output=True, input=part.content
        )
        assert opened.stdout == expected


def test_two_platform_keys_may_each_open_it(key: ec.EllipticCurvePrivateKey) -> None:
    readers = [pyrage.x25519.Identity.generate() for _ in range(2)]
    sealed = Sealer("GZ044", key, [str(one.to_public()) for one in readers]).seal(PAYLOAD)
    assert [pyrage.decrypt(sealed.payload.content, [one]) for one in readers] == [PAYLOAD, PAYLOAD]


def test_the_same_content_never_looks_the_same(sealer: Sealer) -> None:
    assert sealer.seal(PAYLOAD).payload.content != sealer.seal(PAYLOAD).payload.content


def test_the_manifest_is_a_jws_that_others_verify(sealer: Sealer, key: ec.EllipticCurvePrivateKey) -> None:
    sealed = sealer.seal(PAYLOAD, [PAGE])
    header, claims = verified(sealer.sign(MADE, sealed), key.public_key())
    assert header == {"alg": "ES256", "kid": "GZ044", "typ": "JWT"}
    payload, page = sealed.payload, sealed.attachments[0]
    assert claims == {
        "id": "0193",
        "reference": "P-GZ044-20261123-0007-T",
        "type": "MZ-004",
        "terminal": "GZ044",
        "created_at": "2026-11-23T15:04:05+08:00",
        "clock": None,
        "payload": {"sha256": sha256(payload.content), "size": len(payload.content)},
        "attachments": [
            {
                "name": "page-1.jpg",
                "media_type": "image/jpeg",
                "sha256": sha256(page.content),
                "size": len(page.content),
            }
        ],
    }


def test_a_manifest_is_read_back(sealer: Sealer) -> None:
    sealed = sealer.seal(PAYLOAD, [PAGE])
    said = Verifier(sealer.public_pem).read(sealer.sign(MADE, sealed))
    assert (said.id, said.reference, said.type, said.terminal) == ("0193", MADE.reference, "MZ-004", "GZ044")
    assert said.created_at == MADE.created_at
    assert (said.payload_sha256, said.digests) == (sealed.payload.sha256, (sealed.attachments[0].sha256,))


def test_an_altered_manifest_is_refused(sealer: Sealer, key: ec.EllipticCurvePrivateKey) -> None:
    header, claims, signature = sealer.sign(MADE, sealer.seal(PAYLOAD)).split(".")
    altered = json.loads(unpadded(claims)) | {"type": "MZ-005"}
    forged = base64.urlsafe_b64encode(json.dumps(altered).encode()).decode().rstrip("=")
    with pytest.raises(InvalidSignature):
        verified(f"{header}.{forged}.{signature}", key.public_key())
    with pytest.raises(DamagedError, match="evidence"):
        Verifier(sealer.public_pem).read(f"{header}.{forged}.{signature}")


def test_a_signature_by_another_terminal_is_refused(sealer: Sealer) -> None:
    other = Sealer(
        "GZ044", ec.generate_private_key(ec.SECP256R1()), [str(pyrage.x25519.Identity.generate().to_public())]
    )
    with pytest.raises(DamagedError):
        Verifier(sealer.public_pem).read(other.sign(MADE, other.seal(PAYLOAD)))


@pytest.mark.parametrize(
    "claims", [{}, {"id": 1}, {"id": "x", "reference": "y", "type": "z", "terminal": "t", "created_at": 5}]
)
def test_a_signed_text_that_is_no_manifest_is_refused(
    sealer: Sealer, key: ec.EllipticCurvePrivateKey, claims: dict[str, Any]
) -> None:
    with pytest.raises(DamagedError):
        Verifier(sealer.public_pem).read(jwt.encode(claims, key, algorithm="ES256"))


def test_nothing_is_sealed_to_nobody(key: ec.EllipticCurvePrivateKey) -> None:
    with pytest.raises(UnfitError, match="recipients"):
        Sealer("GZ044", key, [])
    with pytest.raises(UnfitError, match="age1"):
        Sealer("GZ044", key, ["ssh-ed25519 AAAA"])


def test_what_was_said_is_in_no_repr(sealer: Sealer) -> None:
    sealed = sealer.seal(PAYLOAD, [PAGE])
    assert "picture" not in repr(PAGE)
    assert "age-encryption" not in repr(sealed)
