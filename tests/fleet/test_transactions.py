"""Handing in: exactly once, signed, whole, and never lost for what is inside."""

import base64
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import jwt
import pyrage
import pytest

from fleet.numbers import check_character
from offline_queue.records import Content
from offline_queue.submitter import body
from offline_queue.transaction import Attachment, new_id
from provisioning.identity import new_key
from tests.fleet.postgres import Postgres
from tests.fleet.process import Server, Terminal, files_below

BOTH_STORES = True

NAME, NUMBER, MOBILE = "欧阳娜娜", "11010519491231002X", "13800138000"
DOCUMENT = {
    "schema": 1,
    "item": "MZ-004",
    "language": "zh-Hans",
    "applicant": {"name": NAME, "id_number": NUMBER},
    "form": {"contact": {"mobile": MOBILE}},
}
PHOTO = Attachment("hukou_book-1.jpg", "image/jpeg", b"\xff\xd8 a photograph \xff\xd9")
SIGNATURE = Attachment("signature.png", "image/png", b"\x89PNG a signature")


@pytest.fixture(params=[False, True], ids=["alone", "in a batch"])
def terminal(terminal: Terminal, request: pytest.FixtureRequest) -> Terminal:
    """Everything here is so whichever way it comes."""
    terminal.in_batches = request.param
    return terminal


def altered(content: Content, **changes: Any) -> bytes:
    return json.dumps({**json.loads(body(content)), **changes}).encode()


def test_the_first_time_the_second_time_and_asking(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal(DOCUMENT, [PHOTO, SIGNATURE])
    assert terminal.get(f"/v1/transactions/{transaction}").status_code == 404
    first, again = terminal.put(transaction, content), terminal.put(transaction, content)
    assert (first.status_code, again.status_code) == (201, 200)
    said = first.json()
    assert again.json() == said == terminal.get(f"/v1/transactions/{transaction}").json()
    assert said["id"] == transaction
    assert said["follow_up"].startswith(f"{server.url}/f/")
    assert said["received_at"].endswith("+08:00")
    assert re.fullmatch(r"440100-\d{8}-\d{6}-[0-9A-Z]", said["case_number"])
    assert check_character(said["case_number"][:-1]) == said["case_number"][-1]
    case = server.case(transaction)
    assert (case["number"], case["item"], case["attachments"]) == (said["case_number"], "MZ-004", 2)
    assert (case["state"], case["needs_staff"], case["terminal"]) == ("S10", "", terminal.number)


def test_other_content_under_the_same_number_is_refused(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal(DOCUMENT)
    number = terminal.put(transaction, content).json()["case_number"]
    _, other = terminal.seal({**DOCUMENT, "item": "MZ-001"}, transaction=transaction)
    assert terminal.put(transaction, other).status_code == 409
    stranger = server.terminal(f"{terminal.number}-2")
    stranger.in_batches = terminal.in_batches
    _, theirs = stranger.seal(DOCUMENT, transaction=transaction)
    with stranger.session:
        assert stranger.put(transaction, theirs).status_code == 409
        assert stranger.get(f"/v1/transactions/{transaction}").status_code == 404
    assert terminal.put(transaction, content).json()["case_number"] == number
    assert server.case(transaction)["item"] == "MZ-004"


def test_many_at_once_are_one(server: Server, terminal: Terminal) -> None:
    sealed = [terminal.seal(DOCUMENT, [PHOTO]) for _ in range(3)] * 4
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda one: terminal.put(*one), sealed))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201] * 3
    assert len({answer.json()["case_number"] for answer in answers}) == 3
    for transaction, _ in sealed[:3]:
        server.case(transaction)


def test_a_whole_submission_is_asked_for(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal(DOCUMENT, [PHOTO, SIGNATURE])
    _, other = terminal.seal(DOCUMENT, [PHOTO])
    sealed = json.loads(body(content))["attachments"]
    wrong = (
        replace(content, payload=other.payload),
        replace(content, attachments={}),
        replace(content, attachments={**content.attachments, **other.attachments}),
        replace(content, attachments=other.attachments),
        altered(content, attachments=sealed[::-1]),
        other,
    )
    for one in wrong:
        answer = terminal.put(transaction, one)
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/not-as-named")
    assert transaction not in {case["transaction"] for case in server.cases()}
    assert terminal.put(transaction, content).status_code == 201


def test_the_manifest_must_be_this_terminals(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal(DOCUMENT)
    forger = replace(terminal, key=new_key())
    stranger = server.terminal(f"{terminal.number}-2")
    stranger.in_batches = terminal.in_batches
    head, claims, signature = content.manifest.split(".")
    unsigned = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    manifests = (
        forger.seal(DOCUMENT, transaction=transaction)[1].manifest,
        stranger.seal(DOCUMENT, transaction=transaction)[1].manifest,
        f"{head}.{claims[:-2]}AA.{signature}",
        f"{unsigned}.{claims}.",
        "no manifest",
        "",
    )
    for manifest in manifests:
        answer = terminal.put(transaction, replace(content, manifest=manifest))
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/bad-manifest")
    forger.session.close()
    stranger.session.close()


def test_a_manifest_of_strange_shape_is_refused(terminal: Terminal) -> None:
    transaction, content = terminal.seal(DOCUMENT)
    claims = jwt.decode(content.manifest, options={"verify_signature": False})
    for change in (
        {"created_at": "yesterday"},
        {"reference": 7},
        {"reference": "x" * 256},
        {"type": "line\nbreak"},
        {"payload": None},
        {"attachments": [{"sha256": 1}]},
        {"terminal": "another"},
        {"id": transaction.upper()},
    ):
        manifest = jwt.encode({**claims, **change}, terminal.key, algorithm="ES256")
        assert terminal.put(transaction, replace(content, manifest=manifest)).status_code == 422


def test_the_number_is_a_uuid_in_small_letters(terminal: Terminal) -> None:
    for number in ("1", new_id().upper(), new_id().replace("-", "")):
        _, content = terminal.seal(DOCUMENT, transaction=number)
        assert terminal.put(number, content).status_code == 422


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 60_000,
        b'{"manifest": "a"}',
        b'{"manifest": 1, "payload": "", "attachments": []}',
        '{"manifest": "é", "payload": "", "attachments": []}'.encode(),
        b'{"manifest": "a", "payload": "?", "attachments": []}',
        b'{"manifest": "a", "payload": "", "attachments": {"a": 1}}',
        b'{"manifest": "a", "payload": "", "attachments": [{"sha256": "a", "content": 1}]}',
    ],
)
def test_what_cannot_be_read_is_refused(terminal: Terminal, said: bytes) -> None:
    assert terminal.put(new_id(), said).status_code == 400


def test_refusals_are_shown_to_the_operator(server: Server, terminal: Terminal) -> None:
    transaction = new_id()
    terminal.put(transaction, b'{"manifest": "none"}')
    with server.admin() as admin:
        page = admin.get(f"{server.url}/").text
    assert transaction in page
    assert "请求无法识别" in page


def test_whatever_is_inside_becomes_a_case(server: Server, terminal: Terminal) -> None:
    other = str(pyrage.x25519.Identity.generate().to_public())
    for document, recipient, trouble, item in (
        ({**DOCUMENT, "item": "XX-999"}, "", "unknown_item", "XX-999"),
        ({}, "", "", "MZ-004"),
        ({"item": ["MZ-001"], "applicant": "张三", "holder_check": 7}, "", "", "MZ-004"),
        (b"\xff\xfe no JSON", "", "unreadable", "MZ-004"),
        (b"[1]", "", "unreadable", "MZ-004"),
        (b"[" * 60_000, "", "unreadable", "MZ-004"),
        (DOCUMENT, other, "cannot_open", "MZ-004"),
    ):
        transaction, content = terminal.seal(document, recipient=recipient)
        assert terminal.put(transaction, content).status_code == 201
        case = server.case(transaction)
        assert (case["needs_staff"], case["item"], case["state"]) == (trouble, item, "S10")


def test_an_attachment_that_cannot_be_opened_needs_staff(server: Server, terminal: Terminal) -> None:
    other = str(pyrage.x25519.Identity.generate().to_public())
    transaction, foreign = terminal.seal(DOCUMENT, [PHOTO], recipient=other)
    _, own = terminal.seal(DOCUMENT, [SIGNATURE])
    mixed = mixed_up(terminal, own, foreign)
    assert terminal.put(transaction, mixed).status_code == 201
    assert server.case(transaction)["needs_staff"] == "attachment_cannot_open"


def mixed_up(terminal: Terminal, own: Content, foreign: Content) -> Content:
    """The payload of one, the attachment of the other, signed together."""
    claims = jwt.decode(foreign.manifest, options={"verify_signature": False})
    payload = jwt.decode(own.manifest, options={"verify_signature": False})["payload"]
    manifest = jwt.encode({**claims, "payload": payload}, terminal.key, algorithm="ES256")
    return Content(manifest, own.payload, foreign.attachments)


def test_nothing_personal_lies_open(server: Server, terminal: Terminal, postgres: Postgres) -> None:
    transaction, content = terminal.seal(DOCUMENT, [PHOTO])
    terminal.put(transaction, content)
    held = [file.read_bytes() for file in [*files_below(server.home), server.log]]
    if server.database:
        held += [file.read_bytes() for file in files_below(postgres.directory) if file.is_file()]
        held.append(postgres.dump(server.database))
    for secret in (NAME, NUMBER, MOBILE, "a photograph"):
        for one in held:
            assert secret.encode() not in one
            assert secret.encode().hex().encode() not in one
    assert "欧**娜".encode() in b"".join(held)


@pytest.mark.parametrize("text", ["\0", "\ud800", "\N{RIGHT-TO-LEFT OVERRIDE}"])
def test_text_that_no_store_takes_is_refused(server: Server, terminal: Terminal, text: str) -> None:
    entry = {"id": text, "manifest": "a.b.c", "payload": "", "attachments": []}
    assert terminal.batch(json.dumps({"transactions": [entry]}).encode()).status_code == 400
    named = quote(text, errors="replace")
    assert terminal.get(f"/v1/cases/{named}").status_code == 404
    assert terminal.session.put(f"{server.url}/v1/transactions/{named}", json=entry).status_code in (400, 422)
    bill = terminal.session.put(f"{server.url}/v1/payment-orders/{new_id()}", json={"bill": text})
    assert bill.status_code == 400


def test_a_verified_holder_is_known(server: Server, terminal: Terminal) -> None:
    check = terminal.post("/v1/holder-checks", {"mobile": "13900139000", "id_number": NUMBER}).json()["id"]
    transaction, content = terminal.seal({**DOCUMENT, "holder_check": check})
    terminal.put(transaction, content)
    assert server.case(transaction)["holder_check"] == "none"
    with server.admin() as admin:
        messages = admin.get(f"{server.url}/admin/messages").json()["messages"]
    (code,) = (message["code"] for message in messages if message["holder_check"] == check)
    assert terminal.post(f"/v1/holder-checks/{check}/code", {"code": code}).json() == {"outcome": "verified"}
    said = {"outcome": "verified", "id": check}
    transaction, content = terminal.seal({**DOCUMENT, "holder_check": said})
    terminal.put(transaction, content)
    assert server.case(transaction)["holder_check"] == "verified"


def test_a_holder_who_could_not_be_checked_without_a_network_is_checked_by_staff(
    server: Server, terminal: Terminal
) -> None:
    deferred = {"outcome": "deferred", "id": ""}
    transaction, content = terminal.seal({**DOCUMENT, "offline": True, "holder_check": deferred})
    terminal.put(transaction, content)
    case = server.case(transaction)
    assert (case["holder_check"], case["needs_staff"]) == ("deferred", "holder_not_checked")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"contact": {"mobile": MOBILE}}, True),
        ({"problem": {"reply_mobile": MOBILE}}, True),
        ({"contact": {"mobile": "110"}, "guardian": {"mobile": MOBILE}}, False),
        ({"contact": MOBILE}, False),
        ([], False),
    ],
)
def test_the_resident_is_told_that_it_arrived(
    server: Server, terminal: Terminal, form: object, told: bool
) -> None:
    transaction, content = terminal.seal({**DOCUMENT, "form": form})
    said = terminal.put(transaction, content).json()
    terminal.put(transaction, content)
    with server.admin() as admin:
        messages = admin.get(f"{server.url}/admin/messages").json()["messages"]
    sent = [message for message in messages if said["case_number"] in message["text"]]
    assert len(sent) == told, "once, however often it is submitted"
    for message in sent:
        assert (message["to"], message["code"]) == ("138****8000", "")
        assert server.case(transaction)["reference"] in message["text"]
        assert said["follow_up"] in message["text"]
