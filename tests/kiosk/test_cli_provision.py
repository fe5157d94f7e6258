"""`kiosk provision`: the technician's side."""

import json
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pyrage import x25519

from kiosk.cli import main
from provisioning.identity import Identity
from provisioning.terminal import Terminal
from tests.provisioning.conftest import CODE, Authority, Platform, platform  # noqa: F401  # a fixture
from tests.provisioning.test_commissioning import GOOD

RECIPIENT = str(x25519.Identity.generate().to_public())
OTHER = str(x25519.Identity.generate().to_public())
LAB = ["provision", "lab", "--platform", "http://127.0.0.1:9/", "--recipient", RECIPIENT]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def _answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_a_laboratory_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*LAB, "--json"]) == 0
    answer = _answer(capsys)
    assert answer["terminal_id"] == "LAB001"
    assert answer["training"] is True
    terminal = Terminal.load(home)
    assert terminal.platform_url == answer["platform_url"] == "http://127.0.0.1:9"
    assert terminal.recipients == (RECIPIENT,)
    assert (
        answer["public_key_pem"]
        == terminal.identity.public_pem
        == (home / "terminal-public-key.pem").read_text()
    )
    assert answer["public_key_jwk"] == terminal.identity.public_jwk


def test_running_it_again_keeps_number_and_key(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([*LAB, "--id", "LAB-7"])
    before = Identity.load(home / "identity")
    again = [
        "provision",
        "lab",
        "--platform",
        "https://p.example",
        "--recipient",
        OTHER,
        "--recipient",
        RECIPIENT,
    ]
    assert main(again) == 0
    assert before.public_pem in capsys.readouterr().out
    after = Identity.load(home / "identity")
    assert (after.terminal_id, after.public_pem) == ("LAB-7", before.public_pem)
    assert (after.platform_url, after.recipients) == ("https://p.example", (OTHER, RECIPIENT))


def test_a_laboratorys_authority_comes_along(home: Path, tmp_path: Path) -> None:
    pem = Authority("Lab CA").certificate.public_bytes(Encoding.PEM)
    (tmp_path / "ca.pem").write_bytes(pem)
    assert main([*LAB, "--ca", str(tmp_path / "ca.pem")]) == 0
    ca_file = Identity.load(home / "identity").ca_file
    assert ca_file
    assert ca_file.read_bytes() == pem
    assert main([*LAB, "--ca", str(ca_file)]) == 0
    assert ca_file.read_bytes() == pem


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--recipient", "age1nonsense"], "BAD_RECIPIENT"),
        (["--platform", "platform.example"], "BAD_URL"),
        (["--platform", "https://user@platform.example"], "BAD_URL"),
        (["--platform", "https://platform.example/?a=b"], "BAD_URL"),
        (["--id", "lab one"], "BAD_ID"),
        (["--ca", "/nowhere"], "BAD_CA"),
    ],
)
def test_a_wrong_argument_names_its_remedy(
    home: Path, capsys: pytest.CaptureFixture[str], more: list[str], code: str
) -> None:
    assert main([*LAB, *more, "--json"]) == 1
    answer = _answer(capsys)
    assert (answer["error"], answer["action"]) == (code, "configuration")
    assert not (home / "identity").exists()


def test_another_number_would_orphan_the_queue(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(LAB)
    capsys.readouterr()
    assert main([*LAB, "--id", "LAB002", "--json"]) == 1
    assert _answer(capsys)["error"] == "OTHER_TERMINAL"
    assert Identity.load(home / "identity").terminal_id == "LAB001"


def test_enrolment_by_a_document(
    platform: Platform,  # noqa: F811
    home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = platform.document()
    document = {"url": given.url, "ca_sha256": given.ca_sha256, "id": "GZ-T1", "code": CODE}
    (tmp_path / "document.json").write_text(json.dumps(document))
    assert main(["provision", "enrol", "--document", str(tmp_path / "document.json"), "--json"]) == 0
    answer = _answer(capsys)
    assert (answer["terminal_id"], answer["release"]) == ("GZ-T1", 2)
    assert main(["provision", "enrol", "--document", json.dumps(document)]) == 0
    assert "GZ-T1" in capsys.readouterr().out
    assert main([*LAB, "--json"]) == 1
    assert _answer(capsys)["error"] == "ENROLLED"
    assert Identity.load(home / "identity").enrolled


def test_enrolment_by_options_without_a_release(
    platform: Platform,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    (platform.directory / "releases" / "metadata" / "timestamp.json").unlink()
    given = platform.document()
    options = ["--url", given.url, "--ca-sha256", given.ca_sha256, "--id", "GZ-T1", "--code", CODE]
    assert main(["provision", "enrol", *options]) == 0
    assert "kiosk config status" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], "NO_DOCUMENT"),
        (["--url", "https://p.example", "--id", "T"], "NO_DOCUMENT"),
        (["--document", "/nowhere"], "NO_DOCUMENT"),
        (["--document", "{}"], "BAD_DOCUMENT"),
    ],
)
def test_without_a_document_nobody_enrols(
    capsys: pytest.CaptureFixture[str], options: list[str], code: str
) -> None:
    assert main(["provision", "enrol", *options, "--json"]) == 1
    assert _answer(capsys)["error"] == code


def test_the_self_test_is_kept_and_signed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(LAB)
    capsys.readouterr()
    assert main(["provision", "selftest", "--json"]) == 1  # nobody answers at port 9
    answer = _answer(capsys)
    identity = Identity.load(home / "identity")
    claims = jwt.decode((home / "selftest.jws").read_text(), identity.key.public_key(), algorithms=["ES256"])
    assert answer["record"] == str(home / "selftest.jws")
    assert (claims["terminal"], claims["passed"]) == ("LAB001", False)
    assert {check["check"] for check in claims["checks"]} >= {"identity", "platform", "queue", "device"}


def test_a_self_test_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["provision", "selftest", "--json"]) == 1
    assert _answer(capsys)["error"] == "NOT_ENROLLED"


def test_what_is_to_be_measured_is_listed_before_anything_is_recorded(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(LAB)
    capsys.readouterr()
    assert main(["provision", "commission"]) == 1
    listed = capsys.readouterr().out
    for part in ("最高操作部件离地高度", "at most 1220", "X43; 8.3.2.1", '"approach": null'):
        assert part in listed
    assert main(["provision", "commission", "--json"]) == 1
    answer = _answer(capsys)
    assert set(answer["form"]) == {"approach", *(one["measure"] for one in answer["measures"])}
    assert not (home / "commissioning.jws").exists()


def test_the_place_is_recorded_and_signed_and_ends_only_when_all_is_as_required(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(LAB)
    measures = tmp_path / "place.json"
    measures.write_text(json.dumps({**GOOD, "panel_width_mm": 344, "highest_mm": 1300}))
    assert main(["provision", "commission", "--measures", str(measures)]) == 1
    said = capsys.readouterr().out
    assert "✗ 最高操作部件离地高度" in said
    assert "实测 1300 (至多 1220)" in said
    assert "One measure is not as required" in said
    measures.write_text(json.dumps({**GOOD, "panel_width_mm": 344}))
    assert main(["provision", "commission", "--measures", str(measures), "--json"]) == 0
    answer = _answer(capsys)
    identity = Identity.load(home / "identity")
    claims = jwt.decode(Path(answer["record"]).read_text(), identity.key.public_key(), algorithms=["ES256"])
    assert (claims["terminal"], claims["passed"]) == ("LAB001", True)
    assert {one["measure"]: one["value"] for one in claims["measures"]}["highest_mm"] == 1180


@pytest.mark.parametrize(("content", "told"), [("{}", "highest_mm"), (None, "cannot be read")])
def test_without_whole_measures_nothing_is_recorded(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, told: str
) -> None:
    main(LAB)
    capsys.readouterr()
    if content is not None:
        (tmp_path / "place.json").write_text(content)
    assert main(["provision", "commission", "--measures", str(tmp_path / "place.json"), "--json"]) == 1
    answer = _answer(capsys)
    assert (answer["error"], answer["action"]) == ("MEASURES", "configuration")
    assert told in answer["message"]
    assert not (home / "commissioning.jws").exists()


def test_a_place_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["provision", "commission", "--json"]) == 1
    assert _answer(capsys)["error"] == "NOT_ENROLLED"


def test_a_retired_terminal_is_nobody(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(LAB)
    capsys.readouterr()
    assert main(["provision", "retire", "--json"]) == 0
    assert _answer(capsys) == {"terminal_id": "LAB001", "retired": True}
    assert not [path for path in home.rglob("*") if path.is_file()]
    assert main(["provision", "retire", "--json"]) == 1
    assert _answer(capsys)["error"] == "NOT_ENROLLED"
