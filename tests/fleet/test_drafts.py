"""What a resident takes along unfinished, at the real platform: from terminal to phone, and on at another terminal."""

import json
import re
from html import unescape

import pyrage
import pytest
import requests

from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.submission import Submission
from kiosk.commands.handover import FetchDraft
from kiosk.events.handover import DraftFetched, DraftKept, DraftNotFetched, DraftNotKept
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from offline_queue.transaction import new_id
from tests.fleet.conftest import Clock
from tests.fleet.contract import CONTRACT
from tests.fleet.process import Server, Terminal

NUMBER = "440112201906010015"
OTHER = "110101199003070011"
ITEM = "MZ-001"
ANSWERS = {"contact.mobile": "13800138000", "contact.alt_phone": None, "relief.detail": "因病<住院>"}
MISSING = ("address_now.live_detail", "nothing.there")


def kept(platform: Platform) -> dict[str, str]:
    return platform.drafts.keep(ITEM, NUMBER, ANSWERS, MISSING)


def token(said: dict[str, str]) -> str:
    return said["address"].rpartition("/")[2]


def reason(platform: Platform, item: str, number: str, code: str) -> int:
    with pytest.raises(PlatformError) as refused:
        platform.drafts.open(item, number, code)
    return refused.value.status


def test_card_and_code_open_it_and_nothing_else_does(platform: Platform) -> None:
    said = kept(platform)
    assert platform.drafts.open(ITEM, NUMBER, said["code"]) == {"answers": ANSWERS}
    wrong = f"{(int(said['code']) + 1) % 10**8:08d}"
    for item, number, code in (
        (ITEM, OTHER, said["code"]),
        ("MZ-004", NUMBER, said["code"]),
        (ITEM, NUMBER, wrong),
    ):
        assert reason(platform, item, number, code) == 404
    assert platform.drafts.open(ITEM, NUMBER, said["code"]) == {"answers": ANSWERS}


def test_codes_cannot_be_tried_out(platform: Platform) -> None:
    said = kept(platform)
    wrong = f"{(int(said['code']) + 1) % 10**8:08d}"
    assert {reason(platform, ITEM, NUMBER, wrong) for _ in range(10)} == {404}
    assert reason(platform, ITEM, NUMBER, wrong) == 429
    assert reason(platform, ITEM, NUMBER, said["code"]) == 429
    assert platform.drafts.by_token(token(said)), "the phone has it still"


def test_nothing_of_it_can_be_read_in_the_store(platform: Platform) -> None:
    said = kept(platform)
    row = platform.database.row("SELECT * FROM drafts")
    assert row is not None
    stored = repr([row[name] for name in row.keys()])  # noqa: SIM118  # a row of the store is no mapping
    for value in (NUMBER, "13800138000", said["code"], token(said)):
        assert value not in stored
    assert "13800138000" not in repr(platform.drafts.by_token(token(said)))


def test_it_ends_by_itself(platform: Platform, clock: Clock) -> None:
    said = kept(platform)
    clock.pass_(days=7, seconds=-1)
    platform.drafts.look()
    assert platform.drafts.by_token(token(said))
    clock.pass_(seconds=1)
    assert platform.drafts.by_token(token(said)) is None
    assert reason(platform, ITEM, NUMBER, said["code"]) == 404
    platform.drafts.look()
    assert platform.database.rows("SELECT 1 FROM drafts") == []


def test_a_newer_one_takes_its_place_and_handing_in_ends_it(platform: Platform) -> None:
    first, second = kept(platform), kept(platform)
    assert platform.drafts.by_token(token(first)) is None
    document = {"item": ITEM, "applicant": {"name": "张三", "id_number": NUMBER}}
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    payload = pyrage.encrypt(json.dumps(document).encode(), [recipient])
    name = new_id()
    platform.intake.take(Submission(name, f"P-{name}", ITEM, "T1", f"m {name}", payload, ()))
    assert platform.drafts.by_token(token(second)) is None


def test_what_cannot_be_kept_is_refused(platform: Platform) -> None:
    for item, number, answers, status in (
        ("XX-000", NUMBER, ANSWERS, 404),
        (ITEM, "?", ANSWERS, 400),
        (ITEM, NUMBER, {"a.b": "\ud800"}, 400),
        (ITEM, NUMBER, {"a.b": float("nan")}, 400),
    ):
        with pytest.raises(PlatformError) as refused:
            platform.drafts.keep(item, number, answers, ())
        assert refused.value.status == status


def words(page: requests.Response) -> str:
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page.text, flags=re.DOTALL))


def test_from_terminal_to_phone_and_on_at_a_terminal(server: Server, terminal: Terminal) -> None:
    client = PlatformClient(server.url, terminal.identity.session, PublicSheets(server.home))
    document = {"item": ITEM, "id_number": NUMBER, "answers": ANSWERS, "missing": list(MISSING)}
    said = client.keep_draft(1, json.dumps(document))
    assert isinstance(said, DraftKept)
    assert client.keep_draft(2, json.dumps({**document, "item": "XX-000"})) == DraftNotKept(2, "refused")
    asked = FetchDraft(3, ITEM, NUMBER, said.draft.code)
    assert client.fetch_draft(asked) == DraftFetched(3, ANSWERS)
    assert client.fetch_draft(FetchDraft(4, ITEM, OTHER, said.draft.code)) == DraftNotFetched(4, "unknown")
    assert terminal.post("/v1/drafts", {**document, "answers": []}).status_code == 400
    assert terminal.post("/v1/drafts/open", {"item": ITEM}).status_code == 400
    with requests.Session() as phone:
        phone.trust_env, phone.verify = False, str(server.ca)
        phone.hooks["response"].append(CONTRACT.check)
        page = phone.get(said.draft.address)
        shown = words(page)
        for part in (
            "尚未提交，没有受理",
            "Not handed in, not accepted",
            "最低生活保障对象认定",
            "138****8000",
        ):
            assert part in shown
        assert f"{said.draft.code[:4]} {said.draft.code[4:]}" in shown
        assert "因病<住院>" in shown
        assert "<住院>" not in page.text
        assert "13800138000" not in shown
        assert "详细地址" in shown, "what is missing"
        assert phone.post(f"{said.draft.address}/discard").status_code == 200
        assert phone.get(said.draft.address).status_code == 404
        assert phone.post(f"{said.draft.address}/discard").status_code == 404
    assert client.fetch_draft(asked) == DraftNotFetched(3, "unknown")
