"""The process: it says where it is once it answers, keeps its secrets, and ends when told."""

import json
import os
import resource
import signal
import socket
import stat
from pathlib import Path

import pyrage
import pytest
import requests
from cryptography import x509

from fleet.platform import Platform
from fleet.server import address, listen
from kiosk.cli import main
from offline_queue.submitter import body
from tests.fleet.process import Server, files_below

PUBLIC = {"ca.pem", "url", "lock"}


def test_it_answers_when_it_says_so_and_ends_when_told(tmp_path: Path) -> None:
    with Server(tmp_path / "home") as server:
        assert (
            requests.get(f"{server.url}/v1/health", verify=str(server.ca), timeout=10).json()["status"]
            == "ok"
        )
        assert server.ready["pid"] == server.process.pid
        assert Path(server.ready["home"]) == tmp_path / "home"
        pyrage.x25519.Recipient.from_str(server.ready["recipient"])
        first = server.ready
        assert server.stop() == 0
        server.again()
        assert server.ready == {**first, "pid": server.process.pid}, "the same keys, the same address"
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(30) == 0


def test_clients_that_only_wait_do_not_hold_it_up(tmp_path: Path) -> None:
    with Server(tmp_path / "home") as server:
        terminal = server.terminal("T1")
        with terminal.session:
            assert terminal.get("/v1/health").status_code == 200
            assert server.stop() == 0
    assert "timeout graceful shutdown exceeded" not in server.log.read_text()


def test_an_answer_does_not_wait_for_an_acknowledgement() -> None:
    """A head and a body in two packets, with Nagle's algorithm: 40 ms, every time. asyncio ends it for named TCP only."""
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_a_sender_cut_off_in_the_middle_is_no_failure(tmp_path: Path) -> None:
    with Server(tmp_path / "home", ("--http", "--port", "0")) as server:
        terminal = server.terminal("T1")
        transaction, content = terminal.seal({"item": "MZ-004"})
        whole = requests.Request("PUT", f"{server.url}/v1/transactions/{transaction}", data=body(content))
        signed = terminal.session.prepare_request(whole)
        lines = [f"PUT {signed.path_url} HTTP/1.1", f"Host: {server.url[7:]}"]
        lines += [f"{name}: {value}" for name, value in signed.headers.items()]
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), timeout=10) as line:
            line.sendall("\r\n".join([*lines, "", ""]).encode() + body(content)[:100])
        with terminal.session:
            assert terminal.get(f"/v1/transactions/{transaction}").status_code == 404
            assert terminal.put(transaction, content).status_code == 201
    assert "Traceback" not in server.log.read_text()


def test_its_secrets_are_its_owners(server: Server) -> None:
    for file in files_below(server.home):
        others = stat.S_IMODE(file.stat().st_mode) & 0o077
        assert not others or file.name in PUBLIC or file.is_relative_to(server.home / "releases"), file
    assert stat.S_IMODE(server.home.stat().st_mode) == 0o700


def test_plain_http_for_laboratories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Server(tmp_path / "home", ("--http", "--port", "0")) as server:
        assert server.url.startswith("http://127.0.0.1:")
        terminal = server.terminal("LAB001")
        with terminal.session:
            assert terminal.put(*terminal.seal({"item": "MZ-004"})).status_code == 201
    refused = ["fleet", "serve", "--home", str(tmp_path / "other"), "--http", "--host"]
    for host in ("0.0.0.0", "platform.example"):  # noqa: S104  # it is refused
        assert main([*refused, host, "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["error"] == "PLAIN"
    assert not (tmp_path / "other").exists()


def test_names_of_the_certificate(tmp_path: Path) -> None:
    options = ("--host", "::1", "--port", "0", "--url", "https://platform.example/")
    with Server(tmp_path / "home", options) as server:
        assert server.url == "https://platform.example"
        assert (tmp_path / "home" / "url").read_text() == server.url
    (certificate,) = x509.load_pem_x509_certificates((tmp_path / "home" / "server.pem").read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["platform.example", "localhost"]
    assert {str(name) for name in names.get_values_for_type(x509.IPAddress)} == {"::1", "127.0.0.1"}


def test_an_address_that_others_can_use() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert address(listener, "::1", tls=True) == f"https://[::1]:{port}"
        assert address(listener, "0.0.0.0", tls=False) == f"http://{socket.gethostname()}:{port}"  # noqa: S104  # asked


def test_an_address_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert main(["fleet", "serve", "--home", str(tmp_path), "--port", port, "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["error"], said["action"]) == ("NO_ADDRESS", "configuration")
    assert "--port" in said["message"]


def test_a_laboratory_is_trusted_at_the_start_and_the_clerk_keeps_his_pace(tmp_path: Path) -> None:
    from provisioning import lab  # noqa: PLC0415  # only here

    recipient = str(pyrage.x25519.Identity.generate().to_public())
    identity = lab.make(tmp_path / "terminal" / "identity", "http://127.0.0.1:9", (recipient,), "LAB-7")
    key = str(lab.public_key_file(tmp_path / "terminal" / "identity"))
    options = ("--port", "0", "--trust-key", key, "--terminal-id", "LAB-7", "--clerk", "0.1")
    with Server(tmp_path / "home", options) as server:
        terminal = server.terminal("OTHER")
        terminal.number, terminal.key = "LAB-7", identity.key
        terminal.session.close()
        terminal.__post_init__()
        with terminal.session:
            transaction, content = terminal.seal({"item": "CP-001"})
            assert terminal.put(transaction, content).status_code == 201
            while server.case(transaction)["state"] != "S60":  # bounded by the test's time limit
                pass


def test_a_former_age_key_still_opens(tmp_path: Path) -> None:
    with Platform.open(tmp_path) as platform:
        former = platform.opener.recipient
    file = tmp_path / "age-identity.txt"
    file.write_text(f"# the present key\n{pyrage.x25519.Identity.generate()}\n\n{file.read_text()}")
    sealed = pyrage.encrypt(b"content", [pyrage.x25519.Recipient.from_str(former)])
    with Platform.open(tmp_path) as platform:
        assert platform.opener.recipient != former
        assert platform.opener.open(sealed) == b"content"


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """No file may grow for a while: nothing is acknowledged, and afterwards everything arrives once."""
    with Server(tmp_path / "home") as server:
        terminal = server.terminal("T1")
        with terminal.session:
            small, large = terminal.seal({"item": "MZ-004"}), terminal.seal(os.urandom(4 * 1024 * 1024))
            limits = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (1024 * 1024, limits[1]))
            answer = terminal.put(*large)
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
            assert "磁盘" in answer.json()["detail"]
            assert terminal.get(f"/v1/transactions/{large[0]}").status_code == 404
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, limits)
            assert [terminal.put(*one).status_code for one in (large, small, large)] == [201, 201, 200]
    assert "the store failed" in server.log.read_text()
