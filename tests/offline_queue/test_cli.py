"""`kiosk queue` as scripts use it."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import jwt
import pytest
from cryptography.hazmat.primitives import serialization

from kiosk.cli import main
from offline_queue.records import Acknowledged
from offline_queue.reference import is_valid_reference
from offline_queue.store import Store
from provisioning import lab
from provisioning.terminal import Terminal
from tests.offline_queue.platform import Platform, Reply

TEXT = '{"name":"张三","id_number":"11010519491231002X"}'
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    subprocess.run(["age-keygen", "-o", tmp_path / "key.txt"], check=True, capture_output=True)
    return tmp_path / "key.txt"


@pytest.fixture
def enrolled(home: Path, platform: Platform, secret: Path) -> Path:
    recipient = subprocess.run(
        ["age-keygen", "-y", secret], check=True, capture_output=True, text=True
    ).stdout.strip()
    lab.make(home / "identity", platform.url, (recipient,), "LAB001")
    return home


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main(["queue", *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    file = tmp_path / "payload.json"
    file.write_text(TEXT)
    return file


def document(out: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(out)
    return said


@pytest.mark.usefixtures("enrolled")
def test_put_prints_the_id_and_nothing_else(run: Run, payload: Path) -> None:
    code, out, err = run("put", "--type", "MZ-004", "--payload", payload)
    assert (code, err, out) == (0, "", f"{UUID(out.strip())}\n")
    said = document(run("put", "--type", "MZ-004", "--payload", payload, "--json")[1])
    assert set(said) == {"id", "reference"}
    assert is_valid_reference(said["reference"])


@pytest.mark.usefixtures("enrolled")
def test_several_payloads_are_a_transaction_each(run: Run, payload: Path, tmp_path: Path) -> None:
    code, out, err = run("put", "--type", "MZ-004", *["--payload", payload] * 3)
    assert (code, err) == (0, "")
    assert [entry["id"] for entry in document(run("list", "--json")[1])["transactions"]] == out.split()
    gone = ("--payload", payload, "--payload", tmp_path / "gone")
    code, out, err = run("put", "--type", "MZ-004", *gone)
    assert (code, len(out.split()), "gone" in err) == (1, 1, True)
    assert run("put", "--type", "MZ-004", *gone, "--attach", payload)[0] == 1
    assert len(document(run("list", "--json")[1])["transactions"]) == 4


@pytest.mark.usefixtures("enrolled")
def test_put_says_what_it_follows_and_by_when(run: Run, payload: Path) -> None:
    wish = ("--case", "GZ-2026-1", "--deadline", "2026-12-01")
    assert run("put", "--type", "MZ-004", "--payload", payload, *wish)[0] == 0
    (entry,) = document(run("list", "--json")[1])["transactions"]
    assert (entry["case"], entry["deadline"]) == ("GZ-2026-1", "2026-12-01")


def test_put_export_and_debians_age(
    run: Run, enrolled: Path, payload: Path, secret: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "page-1.jpg"
    picture.write_bytes(b"\xff\xd8 a picture")
    id_ = run("put", "--type", "MZ-004", "--payload", payload, "--attach", picture)[1].strip()
    said = document(run("export", tmp_path / "out", "--json")[1])
    assert said == {"directory": str(tmp_path / "out"), "exported": [id_]}
    there = tmp_path / "out" / id_
    opened = subprocess.run(
        ["age", "-d", "-i", secret, there / "payload.age"], check=True, capture_output=True
    )
    assert opened.stdout == TEXT.encode()
    public = serialization.load_pem_public_key((enrolled / "terminal-public-key.pem").read_bytes())
    claims = jwt.decode((there / "manifest.jws").read_text(), public, algorithms=["ES256"])  # type: ignore[arg-type]  # it is an EC key
    page = claims["attachments"][0]
    assert (page["name"], page["media_type"]) == ("page-1.jpg", "image/jpeg")
    opened = subprocess.run(
        ["age", "-d", "-i", secret, there / "attachments" / f"{page['sha256']}.age"],
        check=True,
        capture_output=True,
    )
    assert opened.stdout == picture.read_bytes()


def test_a_payload_from_standard_input_touches_no_disk_in_clear(enrolled: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "queue", "put", "--type", "MZ-004", "--payload", "-"]
    trace = tmp_path / "trace"
    done = subprocess.run(
        ["strace", "-f", "-s", "4096", "-e", "trace=write,pwrite64,writev", "-o", trace, *command],
        input=TEXT.encode(),
        check=True,
        capture_output=True,
    )
    assert done.stdout.decode() == f"{UUID(done.stdout.decode().strip())}\n"
    assert "11010519491231002X" not in trace.read_text()
    for path in enrolled.rglob("*"):
        assert not path.is_file() or b"11010519491231002X" not in path.read_bytes()


@pytest.mark.usefixtures("enrolled")
def test_submit_once(run: Run, payload: Path, platform: Platform) -> None:
    assert run("submit", "--once")[0] == 0
    ids = [run("put", "--type", "MZ-004", "--payload", payload)[1].strip() for _ in range(3)]
    platform.misbehave = lambda _: Reply(503)
    code, out, _ = run("submit", "--once", "--json")
    assert (code, document(out)) == (1, {"acknowledged": 0, "parked": 0, "postponed": 3, "waiting": 3})
    platform.misbehave = lambda id_: Reply(422) if id_ == ids[0] else None
    code, out, _ = run("submit", "--once")
    assert (code, out) == (1, "acknowledged 已送达 2, parked 被拒收 1, waiting 待发送 0\n")
    assert run("submit", "--once")[0] == 0
    platform.misbehave = lambda _: None
    assert document(run("retry", ids[0], "--json")[1]) == {"id": ids[0], "state": "waiting"}
    assert run("submit", "--once")[0] == 0
    assert set(platform.held) == set(ids)


def test_submit_waits_for_what_another_process_is_sending(run: Run, enrolled: Path, payload: Path) -> None:
    id_ = run("put", "--type", "MZ-004", "--payload", payload)[1].strip()
    with Store(enrolled / "queue", None, lambda: datetime.now(UTC)) as other:
        assert other.outbox.claim(due_by=1e9)
        holder = other.outbox._holder
        assert holder
        dies = threading.Timer(0.5, holder.close)
        dies.start()
        code, out, _ = run("submit", "--once", "--json")
        dies.join()
        other.outbox._holder = None
        assert (code, document(out)["acknowledged"]) == (0, 1)
        assert isinstance(other.fate(id_), Acknowledged)


@pytest.mark.usefixtures("enrolled")
def test_list_stats_and_verify(run: Run, payload: Path) -> None:
    id_ = run("put", "--type", "MZ-004", "--payload", payload)[1].strip()
    (entry,) = document(run("list", "--json")[1])["transactions"]
    assert (entry["id"], entry["type"], entry["state"]) == (id_, "MZ-004", "waiting")
    assert is_valid_reference(entry["reference"])
    assert id_ in run("list")[1]
    stats = document(run("stats", "--json")[1])
    assert (stats["waiting"], stats["parked"], stats["acknowledged"]) == (1, 0, 0)
    assert "waiting 待发送: 1" in run("stats")[1]
    assert document(run("verify", "--json")[1]) == {"ok": True, "findings": []}
    assert "all in order" in run("verify")[1]
    run("submit", "--once")
    assert "GZ-0001" in run("list")[1]
    assert "none" in run("stats")[1]


def test_verify_names_what_is_wrong(run: Run, enrolled: Path, payload: Path) -> None:
    id_ = run("put", "--type", "MZ-004", "--payload", payload, "--attach", payload)[1].strip()
    next((enrolled / "queue" / "attachments").iterdir()).write_bytes(b"rotten")
    code, out, _ = run("verify", "--json")
    (finding,) = document(out)["findings"]
    assert (code, finding["code"], finding["transaction"]) == (1, "CONTENT", id_)
    assert run("verify")[1].startswith(f"CONTENT {id_}")
    code, out, _ = run("export", enrolled / "out", "--json")
    assert (code, document(out)["error"]) == (1, "DAMAGED")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("command", [("put", "--type", "T", "--payload", "/dev/null"), ("submit", "--once")])
def test_without_enrolment_the_way_is_shown(run: Run, command: tuple[str, ...]) -> None:
    code, out, _ = run(*command, "--json")
    said = document(out)
    assert (code, said["error"]) == (1, "NOT_ENROLLED")
    assert "kiosk provision enrol" in said["message"]
    assert "kiosk provision lab" in said["message"]


@pytest.mark.usefixtures("home")
def test_without_enrolment_an_empty_queue_can_be_looked_at(run: Run) -> None:
    assert run("list")[1] == "The queue is empty. 队列为空。\n"
    assert run("verify")[0] == 0


@pytest.mark.usefixtures("enrolled")
def test_mistakes_are_named(run: Run, tmp_path: Path, payload: Path) -> None:
    code, _, err = run("put", "--type", "MZ-004", "--payload", tmp_path / "absent")
    assert code == 1
    assert err.startswith("NO_FILE: ")
    assert document(run("put", "--type", "", "--payload", payload, "--json")[1])["error"] == "UNFIT"
    assert document(run("retry", "0193", "--json")[1])["error"] == "UNKNOWN_TRANSACTION"
    id_ = run("put", "--type", "MZ-004", "--payload", payload)[1].strip()
    assert document(run("retry", id_, "--json")[1])["error"] == "NOT_PARKED"


@pytest.mark.parametrize("wrong", [["submit"], ["put", "--type", "T"], ["retry"], ["nonsense"], []])
def test_wrong_use_ends_with_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["queue", *wrong])
    assert ended.value.code == 2


@pytest.mark.usefixtures("enrolled")
def test_the_days_report_names_the_journals_last_entry(run: Run, payload: Path) -> None:
    for _ in range(2):
        run("put", "--type", "MZ-004", "--payload", payload)
    run("submit", "--once")
    said = document(run("report", "--json")[1])
    assert (said["kept"], said["acknowledged"], said["parked"], said["waiting"]) == (2, 2, 0, 0)
    assert said["journal"]["position"] == 4
    code, out, _ = run("report")
    assert code == 0
    assert f"4 {said['journal']['hash']}" in out
    assert document(run("report", "--day", "2020-01-01", "--json")[1])["kept"] == 0


@pytest.mark.usefixtures("enrolled")
def test_the_machine_that_takes_the_number_takes_what_waits(
    home: Path, run: Run, payload: Path, platform: Platform, tmp_path: Path
) -> None:
    made = run("put", "--type", "MZ-004", "--payload", payload, "--attach", payload)[1].strip()
    run("export", tmp_path / "out")
    recipient = Terminal.load(home).recipients[0]
    home.rename(tmp_path / "retired")
    lab.make(home / "identity", platform.url, (recipient,), "LAB001")
    assert document(run("import", tmp_path / "out", "--json")[1])["imported"] == [made]
    assert document(run("import", tmp_path / "out", "--json")[1])["imported"] == []
    assert run("verify")[0] == run("submit", "--once")[0] == 0
    assert platform.made == {made: 1}
    assert run("import", tmp_path)[0] == 1
