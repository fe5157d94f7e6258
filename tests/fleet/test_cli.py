"""`kiosk fleet` as operators and scripts use it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fleet.platform import Platform
from kiosk.cli import main
from offline_queue.transaction import Attachment
from provisioning.identity import Identity, new_key
from tests.fleet.process import Server, Terminal

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "platform"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], home: Path) -> Run:
    def run(command: str, *arguments: object, at: Path = home) -> tuple[int, str, str]:
        code = main(["fleet", command, "--home", str(at), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_an_invitation_needs_an_address(run: Run) -> None:
    code, _, err = run("invite", "--id", "GZ044")
    assert code == 1
    assert "kiosk fleet serve" in err
    code, out, _ = run("invite", "--id", "GZ044", "--url", "https://platform.example/")
    assert code == 0
    assert json.loads(out)["url"] == "https://platform.example"
    assert len(out.splitlines()) == 1
    assert run("invite", "--id", "GZ/044", "--url", "https://platform.example", "--json")[0] == 1


def test_keys_that_are_trusted_and_that_are_not(run: Run, home: Path, tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text(Identity("LAB001", "", (), True, new_key()).public_pem)
    assert run("trust", "--id", "LAB001", "--key", key)[0] == 0
    assert run("trust", "--id", "LAB001", "--key", key)[0] == 0
    code, out, _ = run("trust", "--id", "LAB002", "--key", key, "--json")
    assert (code, json.loads(out)["error"]) == (1, "KEY_IN_USE")
    key.write_text("no key")
    assert json.loads(run("trust", "--id", "LAB001", "--key", key, "--json")[1])["error"] == "BAD_KEY"
    missing = run("trust", "--id", "LAB001", "--key", tmp_path / "nothing", "--json")[1]
    assert json.loads(missing)["error"] == "CANNOT_USE"
    with Platform.open(home) as platform:
        assert [(terminal.id, terminal.enrolled) for terminal in platform.terminals.known()] == [
            ("LAB001", False)
        ]


def test_a_laboratory_key_does_not_cut_off_an_enrolled_terminal(
    server: Server, run: Run, tmp_path: Path
) -> None:
    from tests.fleet.test_enrolment import request  # noqa: PLC0415  # only here

    key = tmp_path / "key.pem"
    key.write_text(Identity("GZ900", "", (), True, new_key()).public_pem)
    with Platform.open(server.home) as platform:
        platform.enrolment.enrol("GZ900", platform.enrolment.invite("GZ900"), request(new_key()))
    code, out, _ = run("trust", "--id", "GZ900", "--key", key, "--json", at=server.home)
    assert (code, json.loads(out)["error"]) == (1, "ENROLLED")


def test_nothing_yet(run: Run) -> None:
    for command, arguments, said in (
        ("cases", (), "没有办件"),
        ("messages", (), "没有短信"),
        ("clerk", ("--advance",), "没有办件变动"),
    ):
        code, out, _ = run(command, *arguments)
        assert code == 0
        assert said in out
    assert json.loads(run("cases", "--json")[1]) == {"cases": []}
    assert run("show", "440100-20261125-000001-Z")[0] == 1
    assert run("clerk", "--advance", "440100-20261125-000001-Z")[0] == 1


def test_a_case_is_shown_opened_and_advanced(
    server: Server, terminal: Terminal, run: Run, tmp_path: Path
) -> None:
    payload = {"item": "MZ-004", "applicant": {"name": "张小三"}}
    files = [Attachment("户口本 1.jpg", "image/jpeg", b"photo"), Attachment("..", "image/png", b"sign")]
    transaction, content = terminal.seal(payload, files)
    number = terminal.put(transaction, content).json()["case_number"]
    assert number in run("cases", at=server.home)[1]
    assert "S11" in run("clerk", "--advance", number, at=server.home)[1]
    out = tmp_path / "opened"
    shown = json.loads(run("show", number, "--out", out, "--json", at=server.home)[1])
    assert shown["state"] == "S11"
    assert shown["files"] == [str(out / name) for name in ("payload.json", "01-户口本_1.jpg", "02-..")]
    assert json.loads((out / "payload.json").read_text()) == payload
    assert [(out / name).read_bytes() for name in ("01-户口本_1.jpg", "02-..")] == [b"photo", b"sign"]
    assert (out / "payload.json").stat().st_mode & 0o777 == 0o600
    code, again, _ = run("show", number, "--out", out, "--json", at=server.home)
    assert (code, json.loads(again)["error"]) == (1, "CANNOT_USE"), "nothing is overwritten"
    assert "S20" in run("clerk", "--correct", number, "--papers", "bank_book", at=server.home)[1]
    assert run("clerk", "--reject", number, at=server.home)[0] == 1, "first it is the resident's turn"


def test_what_cannot_be_opened_is_kept_as_it_came(
    server: Server, terminal: Terminal, run: Run, tmp_path: Path
) -> None:
    import pyrage  # noqa: PLC0415  # only here

    other = str(pyrage.x25519.Identity.generate().to_public())
    transaction, content = terminal.seal({}, recipient=other)
    number = terminal.put(transaction, content).json()["case_number"]
    assert "cannot_open" in run("cases", at=server.home)[1]
    shown = json.loads(run("show", number, "--out", tmp_path / "opened", at=server.home)[1])
    (file,) = shown["files"]
    assert file.endswith("payload.json.age")
    assert Path(file).read_bytes() == content.payload


def test_the_code_of_a_message(server: Server, terminal: Terminal, run: Run) -> None:
    check = terminal.post(
        "/v1/holder-checks", {"mobile": "13600136000", "id_number": "44010519620312123X"}
    ).json()["id"]
    messages = json.loads(run("messages", "--json", at=server.home)[1])["messages"]
    (message,) = (message for message in messages if message["holder_check"] == check)
    assert message["to"] == "136****6000"
    assert message["code"] in run("messages", at=server.home)[1]


def test_its_home_is_beside_the_terminals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "terminal"))
    assert main(["fleet", "cases"]) == 0
    assert (tmp_path / "kiosk-platform" / "platform.db").exists()
    assert capsys.readouterr().out


def test_people_read_where_it_answers(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "fleet", "serve", "--port", "0", "--home", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(5)]
        process.terminate()
    assert said[0].startswith("The platform answers at https://127.0.0.1:")
    assert str(tmp_path / "admin-token") in said[4]
    assert process.returncode == 0


def test_a_terminal_without_the_platforms_packages_says_so(tmp_path: Path) -> None:
    """In an interpreter that finds no package but our own."""
    code = (
        "import sys, importlib.util as u; real = u.find_spec;"
        "u.find_spec = lambda name, package=None: None if name == 'uvicorn' else real(name, package);"
        "from kiosk.cli import main; sys.exit(main(['fleet', 'cases', '--json', '--home', sys.argv[1]]))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "home"], capture_output=True, text=True, check=False
    )
    assert said.returncode == 1
    assert json.loads(said.stdout)["error"] == "NOT_INSTALLED"
    assert not (tmp_path / "home").exists()
