"""The console is the operator's, on the platform's own machine; pages tell nothing personal."""

import re
import socket
from html.parser import HTMLParser

import pytest
import requests

from fleet.web.pages import paper as paper_left
from fleet.web.pages import place
from tests.fleet.contract import CONTRACT
from tests.fleet.process import Server, Terminal

BEAT = {"at": "now", "version": "1", "queue": {"waiting": 0, "oldest_seconds": 0}}


def words(page: str) -> str:
    """What a page shows, for people who read; fails on tags that do not close."""
    shown: list[str] = []
    stack: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, _: object) -> None:
            if tag not in {"meta", "br"}:
                stack.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert stack.pop() == tag

        def handle_data(self, data: str) -> None:
            if stack and stack[-1] != "style":
                shown.append(data)

    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not stack
    return " ".join(" ".join(shown).split())


@pytest.mark.parametrize("path", ["/", "/admin/cases", "/admin/messages"])
def test_the_token_opens_it(server: Server, path: str) -> None:
    for auth, headers, status in (
        (None, {}, 401),
        (("operator", "wrong"), {}, 401),
        (("anybody", server.token), {}, 200),
        (None, {"Authorization": f"Bearer {server.token}"}, 200),
        (None, {"Authorization": "Bearer "}, 401),
        (None, {"Authorization": "Basic !"}, 401),
    ):
        with requests.Session() as session:
            session.trust_env = False
            answer = session.get(f"{server.url}{path}", auth=auth, headers=headers, verify=str(server.ca))
        CONTRACT.check(answer)
        assert answer.status_code == status
        assert answer.headers.get("Cache-Control") == "no-store" or status != 200


def test_it_answers_on_this_machine_only(server: Server) -> None:
    """A proxy on this machine says for whom it asks."""
    with server.admin() as admin:
        answer = admin.get(f"{server.url}/admin/cases", headers={"X-Forwarded-For": "203.0.113.7"})
    assert answer.status_code == 403
    assert "ssh -L" in answer.json()["detail"]


def test_the_operators_page(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal({"item": "XX-1<script>", "applicant": {"name": "张小三"}})
    number = terminal.put(transaction, content).json()["case_number"]
    heard = {
        "at": "2026-11-25T02:00:00+00:00",
        "version": "0.1.0",
        "queue": {"waiting": 3, "oldest_seconds": 42},
        "devices": {"touch_panel": "DEVICE_GONE", "from a vendor": "<script>"},
        "printer": {"paper": "low", "receipts_left": 12},
        "release": 7,
        "commissioned": {"at": "2026-11-25T02:00:00+00:00", "outside": []},
    }
    path = f"/v1/terminals/{terminal.number}/heartbeat"
    assert terminal.post(path, heard).status_code == 204
    assert terminal.post(path, {**heard, "release": None, "more": 1}).status_code == 204
    with server.admin() as admin:
        page = admin.get(f"{server.url}/").text
    shown = words(page)
    for part in (
        terminal.number,
        "实验 Laboratory",
        "3 42 s",
        "触摸屏 touch_panel: DEVICE_GONE",
        "约剩 12 张凭条 About 12 receipts left",
        number,
        "待人工核对",
        "平台控制台",
        "Platform console",
    ):
        assert part in shown
    assert "<script>" not in page


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"at": "now", "version": "1", "queue": {}},
        {"at": 1, "version": "1", "queue": {"waiting": 0, "oldest_seconds": 0}},
        {"at": "x" * 101, "version": "1", "queue": {"waiting": 0, "oldest_seconds": 0}},
        {"at": "now", "version": "1", "queue": {"waiting": -1, "oldest_seconds": 0}},
        {"at": "now", "version": "1", "queue": {"waiting": True, "oldest_seconds": 0}},
        {"at": "now", "version": "1", "queue": [], "release": 1},
        {"at": "now", "version": "1", "queue": {"waiting": 0, "oldest_seconds": 0}, "devices": ["printer"]},
        {
            "at": "now",
            "version": "1",
            "queue": {"waiting": 0, "oldest_seconds": 0},
            "devices": {"printer": 1},
        },
        {**BEAT, "printer": []},
        {**BEAT, "printer": {"paper": "torn", "receipts_left": 3}},
        {**BEAT, "printer": {"paper": [], "receipts_left": 3}},
        {**BEAT, "printer": {"paper": "low", "receipts_left": -1}},
        {**BEAT, "commissioned": []},
        {**BEAT, "commissioned": {"at": "now"}},
        {**BEAT, "commissioned": {"at": "now", "outside": [1]}},
        {**BEAT, "commissioned": {"at": "now", "outside": ["x"] * 31}},
    ],
)
def test_heartbeats_that_are_none(terminal: Terminal, said: object) -> None:
    assert terminal.post(f"/v1/terminals/{terminal.number}/heartbeat", said).status_code == 400


@pytest.mark.parametrize(
    ("paper", "left", "shown"),
    [
        ("plenty", 200, "<span>约剩 200 张凭条 About 200 receipts left</span>"),
        ("", 29, "<strong>约剩 29 张凭条 About 29 receipts left</strong>"),
        ("low", 40, "<strong>约剩 40 张凭条 About 40 receipts left</strong>"),
        ("out", 0, "<strong>凭条纸已用完 No receipt paper</strong>"),
    ],
)
def test_how_much_paper_is_left_is_told_aloud_when_a_roll_should_be_brought(
    paper: str, left: int, shown: str
) -> None:
    assert paper_left({"printer": {"paper": paper, "receipts_left": left}}) == shown


def test_of_no_printer_nothing_is_told() -> None:
    assert paper_left(BEAT) == ""


def test_whether_somebody_measured_the_place_is_told() -> None:
    assert place({}) == ""
    assert "Not commissioned" in place(BEAT)
    at = "2026-11-25T02:00:00+00:00"
    assert "2026-11-25 02:00" in words(place({"commissioned": {"at": at, "outside": []}}))
    outside = words(place({"commissioned": {"at": at, "outside": ["highest_mm", "<script>"]}}))
    assert outside.endswith("highest_mm, <script>")


def test_a_terminal_speaks_for_itself(terminal: Terminal) -> None:
    assert terminal.post("/v1/terminals/other/heartbeat", {}).status_code == 403


def test_the_residents_page(server: Server, terminal: Terminal) -> None:
    document = {"item": "MZ-004", "applicant": {"name": "张小三", "id_number": "11010519491231002X"}}
    transaction, content = terminal.seal(document)
    said = terminal.put(transaction, content).json()
    with requests.Session() as phone:
        phone.trust_env = False
        phone.verify = str(server.ca)
        phone.hooks["response"].append(CONTRACT.check)
        page = phone.get(said["follow_up"])
        shown = words(page.text)
        for part in (
            said["case_number"],
            "已提交（尚未受理）",
            "Submitted (not yet accepted)",
            "最迟告知是否受理",
        ):
            assert part in shown
        assert "张" not in shown
        assert not re.search("<script|http-equiv|src=|@import", page.text)
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert page.headers["Referrer-Policy"] == "no-referrer"
        with server.admin() as admin:
            for _ in range(2):
                admin.post(f"{server.url}/admin/clerk", json={"number": said["case_number"]})
        shown = words(phone.get(said["follow_up"]).text)
        for part in ("受理通知书", "张*三", "预计办结", "已受理"):
            assert part in shown
        assert "最迟告知是否受理" not in shown
        missing = phone.get(f"{server.url}/f/AAAAAAAAAAAAAAAAAAAAAA")
    assert missing.status_code == 404
    assert "没有此页" in words(missing.text)


def test_the_page_of_what_needs_staff_says_so(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal(b"unreadable")
    link = terminal.put(transaction, content).json()["follow_up"]
    with requests.Session() as phone:
        phone.trust_env = False
        shown = words(phone.get(link, verify=str(server.ca)).text)
    assert "工作人员将核对您提交的内容" in shown
    assert "Staff will check" in shown


def test_the_clerk_by_hand(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal({"item": "CP-001"})
    number = terminal.put(transaction, content).json()["case_number"]
    with server.admin() as admin:
        url = f"{server.url}/admin/clerk"
        moved = admin.post(url).json()["cases"]
        assert number in {case["number"] for case in moved}
        assert admin.post(url, json={"number": "none"}).status_code == 404
        assert admin.post(url, json={"number": 7}).status_code == 400
        assert admin.post(url, json={"number": number}).json()["cases"][0]["state"] == "S40"


def test_what_is_no_http_is_answered(server: Server) -> None:
    host, _, port = server.url.removeprefix("https://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(b"GET / HTTP/1.1\r\n\r\n")
        while line.recv(1024):
            pass
    with server.admin() as admin:
        assert admin.get(f"{server.url}/v1/health").status_code == 200


def test_the_code_on_a_pre_receipt_says_whether_it_has_arrived(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal({"item": "MZ-004"})
    with requests.Session() as phone:
        phone.trust_env, phone.verify = False, str(server.ca)
        before = phone.get(f"{server.url}/r/{transaction}")
        said = terminal.put(transaction, content).json()
        after = phone.get(f"{server.url}/r/{transaction}")
    assert before.status_code == 404
    assert "还没有收到" in words(before.text)
    assert after.status_code == 200
    assert said["case_number"] in words(after.text)
