"""Large attachments come ahead of their transaction: byte by byte, whole or not at all, each terminal's by itself."""

import base64
import json
import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from offline_queue.exchange import body
from offline_queue.records import Acknowledged
from offline_queue.seal import Sealer, sha256
from offline_queue.store import Store
from offline_queue.submitter import Report, Submitter
from offline_queue.transaction import Attachment
from tests.fleet.contract import CONTRACT
from tests.fleet.process import Server, Terminal
from tests.offline_queue.cutting import breaking
from tests.offline_queue.test_uploads import brought

DOCUMENT = {"schema": 1, "item": "MZ-004"}
CONTENT = random.Random(7).randbytes(400_000)  # noqa: S311  # no secret
NAME = sha256(CONTENT)
EMPTY: Mapping[str, str] = {}
TUS = {"Tus-Resumable": "1.0.0"}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A platform without TLS, so that a line to it can be broken."""
    with Server(tmp_path_factory.mktemp("uploads") / "home", ("--http", "--port", "0")) as server:
        yield server


def begin(
    terminal: Terminal, digest: str = NAME, length: int = len(CONTENT), more: Mapping[str, str] = EMPTY
) -> requests.Response:
    named = f"filename eA==, sha256 {base64.b64encode(digest.encode()).decode()}"
    headers = {**TUS, "Upload-Length": str(length), "Upload-Metadata": named, **more}
    return terminal.session.post(f"{terminal.server.url}/v1/uploads/", headers=headers)


def append(
    terminal: Terminal, data: bytes, offset: int, digest: str = NAME, more: Mapping[str, str] = EMPTY
) -> requests.Response:
    kind = {"Content-Type": "application/offset+octet-stream"}
    headers = {**TUS, **kind, "Upload-Offset": str(offset), **more}
    return terminal.session.patch(f"{terminal.server.url}/v1/uploads/{digest}", data=data, headers=headers)


def offset(terminal: Terminal, digest: str = NAME) -> int | None:
    answer = terminal.session.head(f"{terminal.server.url}/v1/uploads/{digest}", headers=TUS)
    return int(answer.headers["Upload-Offset"]) if answer.ok else None


def test_byte_by_byte(terminal: Terminal) -> None:
    assert offset(terminal) is None
    assert begin(terminal).status_code == 201
    assert append(terminal, CONTENT[:1000], 0).headers["Upload-Offset"] == "1000"
    assert append(terminal, CONTENT[:1000], 0).status_code == 409
    assert begin(terminal).headers["Upload-Offset"] == "1000", "it is not begun anew"
    assert append(terminal, CONTENT[1000:] + b"more", 1000).headers["Upload-Offset"] == str(len(CONTENT))
    assert offset(terminal) == len(CONTENT)
    assert append(terminal, b"", len(CONTENT)).status_code == 204
    assert append(terminal, b"x", 3).status_code == 409


def test_another_terminals_upload_is_not_seen(server: Server, terminal: Terminal) -> None:
    begin(terminal)
    stranger = server.terminal(f"{terminal.number}-2")
    with stranger.session:
        assert offset(stranger) is None
        assert append(stranger, CONTENT, 0).status_code == 404


def test_what_is_not_what_its_address_says_is_forgotten(terminal: Terminal) -> None:
    begin(terminal)
    assert append(terminal, b"?" + CONTENT[1:], 0).status_code == 460
    assert offset(terminal) is None


def test_it_may_be_given_up(terminal: Terminal) -> None:
    begin(terminal)
    address = f"{terminal.server.url}/v1/uploads/{NAME}"
    assert terminal.session.delete(address, headers=TUS).status_code == 204
    assert terminal.session.delete(address, headers=TUS).status_code == 404


def test_the_protocol_is_kept(server: Server, terminal: Terminal) -> None:
    begin(terminal)
    assert begin(terminal, more={"Tus-Resumable": "0.2"}).status_code == 412
    assert append(terminal, b"x", 0, more={"Content-Type": "text/plain"}).status_code == 415
    assert append(terminal, b"x", 0, more={"Upload-Offset": "one"}).status_code == 400
    assert append(terminal, b"x", 0, digest="0" * 64).status_code == 404
    for digest in ("", "x", NAME.upper(), "../platform.db"):
        assert begin(terminal, digest).status_code == 400
    assert begin(terminal, length=10**9).status_code == 413
    assert begin(terminal, more={"Upload-Metadata": "sha256 ?"}).status_code == 400
    with requests.Session() as anybody:
        anybody.trust_env, anybody.verify = False, str(server.ca)
        anybody.hooks["response"].append(CONTRACT.check)
        said = anybody.options(f"{server.url}/v1/uploads/").headers
        assert said["Tus-Extension"] == "creation,termination"
        assert anybody.head(f"{server.url}/v1/uploads/{NAME}", headers=TUS).status_code == 401


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_cut_at_random_bytes_it_goes_on_where_it_was(plain: Server, seed: int) -> None:
    terminal = plain.terminal(f"CUT{seed}")
    content = CONTENT * 2 + bytes([seed])
    with breaking(int(plain.ready["port"]), seed) as line, terminal.session as session:
        session.hooks["response"].clear()  # a line that breaks within an answer is no breach of the contract
        assert brought(line.url, content, session) > 3
        assert line.cuts > 3
        assert offset(terminal, sha256(content)) == len(content)


def test_a_transaction_waits_for_its_attachments(server: Server, terminal: Terminal) -> None:
    photo = Attachment("page-1.jpg", "image/jpeg", CONTENT)
    transaction, content = terminal.seal(DOCUMENT, [photo])
    ((digest, sealed),) = content.attachments.items()
    named_only = body(content, {digest})
    for in_batches in (False, True):
        terminal.in_batches = in_batches
        answer = terminal.put(transaction, named_only)
        assert (answer.status_code, answer.json()["type"]) == (424, "/problems/missing-attachments")
    with server.admin() as admin:
        assert transaction not in admin.get(f"{server.url}/").text, "nobody needs to look at that"
    begin(terminal, digest, len(sealed))
    append(terminal, sealed, 0, digest)
    assert terminal.put(transaction, named_only).status_code == 201
    assert offset(terminal, digest) is None, "it is kept with its transaction now"
    assert terminal.put(transaction, named_only).status_code == 200
    assert terminal.put(transaction, content).status_code == 200
    assert server.case(transaction)["attachments"] == 1


def test_the_queue_sends_large_ones_ahead(server: Server, terminal: Terminal, tmp_path: Path) -> None:
    sealer = Sealer(terminal.number, terminal.key, (server.ready["recipient"],))
    large, small = (Attachment(f"{size}.jpg", "image/jpeg", CONTENT[:size]) for size in (300_000, 20))
    with Store(tmp_path / "queue", sealer, lambda: datetime.now(UTC)) as store:
        made = [
            store.put("MZ-004", json.dumps(DOCUMENT).encode(), files)
            for files in ([small], [large, small], [])
        ]
        submitter = Submitter(store, terminal.session, server.url, upload_above=100_000)
        asked: list[str] = []
        terminal.session.hooks["response"].append(lambda answer, **_: asked.append(answer.request.method))
        assert submitter.submit_once() == Report(acknowledged=3)
        assert all(isinstance(store.fate(one.id), Acknowledged) for one in made)
    assert asked == ["PUT", "HEAD", "POST", "PATCH", "PATCH", "PUT", "PUT"]
    assert [server.case(one.id)["attachments"] for one in made] == [1, 2, 0]
    assert {server.case(one.id)["needs_staff"] for one in made} == {""}
