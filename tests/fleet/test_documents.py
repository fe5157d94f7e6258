"""Documents to print: who gets which, the file with its seal and code, and what a code proves; at the real platform over TLS."""

import base64
import hashlib
import re
import subprocess
from pathlib import Path
from typing import Any

import jwt
import pytest
import requests
from cryptography import x509

from fleet.authority import DOCUMENT_SIGNING
from fleet.issuing.issuer import masked_number
from fleet.issuing.register import Whose
from fleet.platform import Platform
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal, files_below
from tests.fleet.test_lookups import NUMBER, handed_in
from tests.kiosk.journeys.terminal import CATALOGUE

BOTH_STORES = True

ITEMS = [item.code for item in CATALOGUE.items if item.flow == "print"]
CODE = re.compile(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}")


def whose(terminal: Terminal, server: Server, item: str, number: str = NUMBER) -> dict[str, Any]:
    """Who asks for the documents of an item, checked as the item wants it."""
    said = {"item": item, "id_number": number, "holder_check": ""}
    if CATALOGUE.by_code[item].sign_in == "L2":
        check = terminal.post("/v1/holder-checks", {"id_number": number}).json()["id"]
        with server.admin() as operator:
            sent = operator.get(f"{server.url}/admin/messages").json()["messages"]
        code = next(one["code"] for one in sent if one["holder_check"] == check)
        terminal.post(f"/v1/holder-checks/{check}/code", {"code": code})
        said["holder_check"] = check
    return said


def content(terminal: Terminal, document: str, said: dict[str, Any], **more: Any) -> tuple[bytes, str]:
    answer = terminal.post(f"/v1/documents/{document}/content", {**said, **more}).json()
    return base64.b64decode(answer["pdf"]), answer["seal"]


def opened(seal: str, server: Server) -> dict[str, Any]:
    """The claims of a seal, as anybody checks it who trusts the platform's authority."""
    assert server.ca is not None
    (chained,) = jwt.get_unverified_header(seal)["x5c"]
    certificate = x509.load_der_x509_certificate(base64.b64decode(chained))
    certificate.verify_directly_issued_by(x509.load_pem_x509_certificate(server.ca.read_bytes()))
    assert list(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value) == [
        DOCUMENT_SIGNING
    ]
    claims: dict[str, Any] = jwt.decode(seal, certificate.public_key(), ["ES256"])  # type: ignore[arg-type]  # it is on P-256
    return claims


def test_every_item_of_the_flow_has_documents(platform: Platform) -> None:
    for item in ITEMS:
        found = platform.issuer.find(item, Whose(NUMBER))
        assert found or item == "CP-011"
        assert len({one.id for one in found}) == len(found)
        assert not {one.id for one in found} & {
            one.id for one in platform.issuer.find(item, Whose("110101199003070011"))
        }


def test_a_document_is_a_pdf_with_seal_and_code_that_anybody_can_check(
    terminal: Terminal, server: Server
) -> None:
    said = whose(terminal, server, "RS-009")
    listed = terminal.post("/v1/documents", said).json()["documents"]
    for one in listed:
        pdf, seal = content(terminal, one["id"], said)
        claims = opened(seal, server)
        assert claims["sha256"] == hashlib.sha256(pdf).hexdigest()
        assert claims["pages"] == one["pages"] == sheets(pdf)
        assert CODE.fullmatch(claims["sub"])
        with requests.Session() as anybody:
            anybody.trust_env, anybody.verify = False, str(server.ca)
            proof = anybody.get(f"{server.url}/v1/documents/verify/{claims['sub'].lower()}").json()
            page = anybody.get(f"{server.url}/d/{claims['sub']}")
        assert (proof["sha256"], proof["copy"], proof["seal"]) == (claims["sha256"], False, seal)
        assert proof["holder"] == masked_number(NUMBER)
        assert one["title_zh"] in page.text
        assert NUMBER not in page.text


def sheets(pdf: bytes) -> int:
    said = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "Page size:       595.2 x 841.92 pts (A4)" in said
    return int(next(line for line in said.splitlines() if line.startswith("Pages:")).split()[1])


def test_asked_for_again_it_is_the_same_and_a_copy_says_that_it_is_one(
    platform: Platform, clock: Clock
) -> None:
    document = platform.issuer.find("GA-008", Whose(NUMBER))[0].id
    first, seal = platform.issuer.issue("GA-008", document, Whose(NUMBER), copy=False)
    clock.pass_(minutes=5)
    again, later = platform.issuer.issue("GA-008", document, Whose(NUMBER), copy=False)
    copy, of_copy = platform.issuer.issue("GA-008", document, Whose(NUMBER), copy=True)
    codes = [jwt.decode(one, options={"verify_signature": False})["sub"] for one in (seal, later, of_copy)]
    assert first == again
    assert codes[0] == codes[1] != codes[2]
    assert copy != first
    assert platform.issuer.verify(codes[2]).copy
    clock.pass_(days=1)
    assert platform.issuer.find("GA-008", Whose(NUMBER))[0].id != document, "the next day it is another paper"


def test_a_notice_of_acceptance_can_be_printed_by_its_owner_only(terminal: Terminal, server: Server) -> None:
    handed_in(terminal)
    with server.admin() as operator:
        for _ in range(2):
            operator.post(f"{server.url}/admin/clerk", json={})
    said = whose(terminal, server, "CP-011")
    notices = terminal.post("/v1/documents", said).json()["documents"]
    assert notices[0]["title_zh"].startswith("受理通知书 演示受字")
    pdf, seal = content(terminal, notices[0]["id"], said)
    assert pdf.startswith(b"%PDF-")
    assert opened(seal, server)["title_zh"] == notices[0]["title_zh"]
    other = {**said, "id_number": "110101199003070029"}
    assert terminal.post("/v1/documents", other).json() == {"documents": []}
    assert terminal.post(f"/v1/documents/{notices[0]['id']}/content", other).status_code == 404


def test_an_organisation_has_documents_of_its_own_for_whoever_may_act_for_it(
    server: Server, terminal: Terminal
) -> None:
    operator, uscc = "440104198808080023", "91440101000000003U"
    with Platform.open(server.home) as platform:
        code = platform.persons.codes.show(uscc, platform.now(), "e-licence")
    shown = terminal.post("/v1/organisations", {"code": code, "id_number": operator}).json()
    organisation = {"uscc": uscc, "check": shown["check"]}
    said = {**whose(terminal, server, "RS-009", operator), "organisation": organisation}
    (one,) = terminal.post("/v1/documents", said).json()["documents"]
    assert one["title_zh"] == "单位社会保险参保证明"
    _, seal = content(terminal, one["id"], said)
    assert seal
    own = terminal.post("/v1/documents", {**said, "organisation": None}).json()["documents"]
    assert one["id"] not in {another["id"] for another in own}
    for wrong, status in (
        ({**organisation, "check": "x"}, 403),
        ({**organisation, "uscc": "52440101000000001N"}, 403),
        ({"uscc": uscc}, 400),
        ("x", 400),
    ):
        assert terminal.post("/v1/documents", {**said, "organisation": wrong}).status_code == status


def test_what_is_not_sealed_is_given_without_a_seal_and_proves_nothing(platform: Platform) -> None:
    (draft,) = (one for one in platform.issuer.find("MZ-016", Whose(NUMBER)) if not one.sealed)
    pdf, seal = platform.issuer.issue("MZ-016", draft.id, Whose(NUMBER), copy=False)
    assert pdf.startswith(b"%PDF-")
    assert seal == ""
    assert not platform.database.rows("SELECT * FROM issued")


@pytest.mark.parametrize(
    ("path", "said", "status"),
    [
        ("/v1/documents", {"item": "RS-009", "id_number": NUMBER, "holder_check": ""}, 403),
        ("/v1/documents", {"item": "CP-011", "id_number": "", "holder_check": ""}, 403),
        ("/v1/documents", {"item": "MZ-001", "id_number": NUMBER, "holder_check": "x"}, 403),
        ("/v1/documents", {"item": "CP-010", "id_number": NUMBER, "holder_check": ""}, 404),
        ("/v1/documents", {"item": "XX-000", "id_number": NUMBER, "holder_check": ""}, 404),
        ("/v1/documents", {"item": "CP-011"}, 400),
        ("/v1/documents/x/content", {"item": "CP-011", "id_number": NUMBER, "holder_check": ""}, 404),
    ],
)
def test_what_is_refused(terminal: Terminal, path: str, said: dict[str, Any], status: int) -> None:
    assert terminal.post(path, said).status_code == status


def test_a_code_that_was_never_given_is_not_genuine(terminal: Terminal) -> None:
    assert terminal.get("/v1/documents/verify/AAAA-AAAA-AAAA-AAAA").status_code == 404
    assert terminal.get("/d/AAAA-AAAA-AAAA-AAAA").status_code == 404


def test_nothing_of_a_document_is_kept_but_its_proof(terminal: Terminal, server: Server) -> None:
    said = whose(terminal, server, "WJ-002")
    (one,) = terminal.post("/v1/documents", said).json()["documents"]
    pdf, _ = content(terminal, one["id"], said)
    for path in files_below(server.home):
        found = path.read_bytes()
        assert NUMBER.encode() not in found, path.name
        assert pdf[:64] not in found, path.name


def test_numbers_are_masked() -> None:
    assert masked_number(NUMBER) == "440*************17"
    assert masked_number("AB12345") == "*******"


def test_the_seal_is_made_once(tmp_path: Path) -> None:
    for _ in range(2):
        with Platform.open(tmp_path) as platform:
            pem = (tmp_path / "seal.pem").read_bytes()
            assert x509.load_pem_x509_certificate(pem) == platform.issuer.seal.certificate
