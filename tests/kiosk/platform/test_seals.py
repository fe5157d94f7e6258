"""What may be printed: only a file whose seal holds, is of the authority that the terminal trusts, and names a code."""

import base64
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from fleet.authority import Authority
from fleet.issuing.seals import Seal
from kiosk.document import printables_of
from kiosk.platform.seals import ALTERED, UNCODED, UNSEALED, SealError, check

PDF = b"%PDF-1.4 a document"
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)


def authority() -> Authority:
    key = Authority.new_key()
    return Authority.load(key, Authority.new_certificate(key))


ISSUER = authority()
TRUSTED = ISSUER.certificate.public_bytes(serialization.Encoding.PEM)
SEAL = Seal.load(ISSUER.for_seal(NOW))
CLAIMS: dict[str, Any] = {"sub": "AAAA-BBBB-CCCC-DDDD", "sha256": hashlib.sha256(PDF).hexdigest()}


def sealed(seal: Seal = SEAL, **changes: Any) -> str:
    claims = {**CLAIMS, **changes}
    return seal.over({name: value for name, value in claims.items() if value is not None}, NOW)


def why(seal: str, pdf: bytes = PDF, trusted: bytes = TRUSTED, now: datetime = NOW) -> str:
    with pytest.raises(SealError) as refused:
        check(pdf, seal, trusted, now)
    return str(refused.value)


def test_a_seal_that_holds_gives_the_code() -> None:
    assert check(PDF, sealed(), TRUSTED, NOW) == "AAAA-BBBB-CCCC-DDDD"


def test_without_a_seal_or_a_code() -> None:
    assert why("") == UNSEALED
    assert why(sealed(sub=None)) == UNCODED
    assert why(sealed(sub="")) == UNCODED


def test_another_file() -> None:
    assert why(sealed(), PDF + b" ") == ALTERED
    html = b"<html>"
    assert why(sealed(sha256=hashlib.sha256(html).hexdigest()), html) == ALTERED


def test_anothers_seal() -> None:
    assert why(sealed(Seal.load(authority().for_seal(NOW)))) == ALTERED
    assert why(sealed(), trusted=b"") == ALTERED


def test_a_certificate_that_is_not_for_documents() -> None:
    server = Seal.load(ISSUER.for_server(["127.0.0.1"], NOW))
    assert why(sealed(server)) == ALTERED


def test_a_certificate_that_is_over() -> None:
    assert why(sealed(), now=NOW + timedelta(days=4000)) == ALTERED
    assert why(sealed(), now=NOW - timedelta(days=1)) == ALTERED


def test_a_signature_by_another_key_than_the_certificates() -> None:
    der = SEAL.certificate.public_bytes(serialization.Encoding.DER)
    other = ec.generate_private_key(ec.SECP256R1())
    forged = jwt.encode(CLAIMS, other, "ES256", {"x5c": [base64.b64encode(der).decode()]})
    assert why(forged) == ALTERED
    assert why(jwt.encode(CLAIMS, other, "ES256")) == ALTERED
    assert why("no.seal.at-all") == ALTERED


def test_the_certificates_chain_is_what_is_checked() -> None:
    assert isinstance(SEAL.certificate, x509.Certificate)
    assert SEAL.certificate.issuer == ISSUER.certificate.subject


LISTED: dict[str, Any] = {
    "id": "d", "title_zh": "证明", "title_en": "Proof", "issued_on": "2026-11-25", "valid_until": None, "pages": 1, "fee": 0,
    "sealed": True,
}  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"documents": "none"},
        {"documents": [LISTED] * 51},
        {"documents": [{**LISTED, "pages": 0}]},
        {"documents": [{**LISTED, "fee": "free"}]},
        {"documents": [{"id": "d"}]},
        {"documents": ["d"]},
    ],
)
def test_what_is_no_list_of_documents(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="document"):
        printables_of(wrong)


def test_a_list_of_documents() -> None:
    (one,) = printables_of({"documents": [LISTED]})
    assert (one.valid_until, one.pages, one.sealed, one.office_zh) == ("", 1, True, "")
