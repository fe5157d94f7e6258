"""Nothing a resident said can be read on the terminal's disk, in any of the ways text is written."""

import base64
import logging
import re
from pathlib import Path

import pytest
import requests

from offline_queue.policy import Limits
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from offline_queue.transaction import Attachment
from tests.offline_queue.conftest import Clock
from tests.offline_queue.platform import Platform, Reply

SAID = ["张三丰的申请", "11010519491231002X", "13800138000", "plain English words"]
PAYLOAD = "\n".join(SAID).encode()
PICTURE = Attachment("page-1.jpg", "image/jpeg", b"\xff\xd8\xff" + PAYLOAD * 50)


def traces(text: str) -> list[bytes]:
    """Every form in which the text might turn up: encodings, and base64 at each of its three offsets."""
    raw = [text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    sixtyfour = [
        re.sub(rb"=+$", b"", base64.b64encode(bytes(shift) + one))[4 if shift else 0 : -4]
        for one in raw[:1]
        for shift in range(3)
    ]
    escaped = text.encode("unicode_escape")
    return [*raw, *sixtyfour, escaped, raw[0].hex().encode()]


def assert_nothing_readable(directory: Path) -> None:
    looked_at = 0
    for path in directory.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            looked_at += 1
            for text in SAID:
                assert not [trace for trace in traces(text) if trace in content], path
    assert looked_at > 2


def test_the_search_would_find_it(tmp_path: Path) -> None:
    for number, form in enumerate(
        (PAYLOAD, base64.b64encode(b"x" + PAYLOAD), PAYLOAD.decode().encode("utf-16-le"))
    ):
        for name in "abc":
            (tmp_path / f"{number}{name}").write_bytes(form)
        with pytest.raises(AssertionError):
            assert_nothing_readable(tmp_path)


def test_nothing_is_readable_while_it_waits_nor_after(
    store: Store, tmp_path: Path, submitter: Submitter, platform: Platform
) -> None:
    for _ in range(5):
        store.put("MZ-004", PAYLOAD, [PICTURE], print_job=True)
    assert_nothing_readable(tmp_path)
    platform.misbehave = lambda _: Reply(503)
    submitter.submit_once()
    assert_nothing_readable(tmp_path)
    platform.misbehave = lambda _: None
    submitter.submit_once(everything=True)
    assert_nothing_readable(tmp_path)
    store.export(tmp_path / "out")
    store.close()
    assert_nothing_readable(tmp_path)


def test_nothing_of_it_is_logged(
    store: Store, submitter: Submitter, platform: Platform, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    replies = iter([Reply(500), Reply(422, body=PAYLOAD)])
    platform.misbehave = lambda _: next(replies, None)
    for _ in range(2):
        store.put("MZ-004", PAYLOAD, [PICTURE])
    submitter.submit_once()
    logged = caplog.text.encode()
    assert b"HTTP 422" in logged
    assert not [trace for text in SAID for trace in traces(text) if trace in logged]


def test_no_refusal_carries_a_residents_number_to_the_disk(
    store: Store, submitter: Submitter, platform: Platform, tmp_path: Path
) -> None:
    body = '{"title":"11010519491231002X may not","detail":"张三丰的申请 13800138000"}'.encode()
    platform.misbehave = lambda _: Reply(422, body=body)
    store.put("MZ-004", PAYLOAD)
    submitter.submit_once()
    assert store.list()[0].reason == "HTTP 422 … may not"
    assert_nothing_readable(tmp_path)


def test_an_error_says_nothing_personal(
    tmp_path: Path, sealer: Sealer, clock: Clock, session: requests.Session
) -> None:
    with Store(tmp_path / "queue", sealer, clock.now, limits=Limits(waiting=1)) as store:
        store.put("MZ-004", PAYLOAD)
        with pytest.raises(Exception, match="max_waiting") as raised:
            store.put("MZ-004", PAYLOAD, [PICTURE])
        assert not any(text in f"{raised.value!r}{raised.value}" for text in SAID)
        Submitter(store, session, "http://127.0.0.1:9", now=clock.now).submit_once()
        assert_nothing_readable(tmp_path)
