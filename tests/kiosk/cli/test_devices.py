"""`kiosk devices` and `kiosk simulate`, as people call them."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest

from devices.printer import roll
from devices.printer.roll import Roll
from devices.simulators.process import Simulated, simulated
from kiosk.cli import main
from provisioning import lab


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    """A simulated reader as a process."""
    directory = tmp_path_factory.mktemp("reader")
    with simulated("sdt-reader", "--link", str(directory / "tty"), "--control", str(directory / "c")) as it:
        yield it


def read_card(port: str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    code = main(["devices", "read-card", "--driver", "sdt-serial", "--port", port, "--json", *more])
    return code, json.loads(capsys.readouterr().out)


def test_an_ordinary_card(reader: Simulated, capsys: pytest.CaptureFixture[str]) -> None:
    reader.tell("lay", card="resident")
    assert read_card(reader.port, capsys) == (
        0,
        {
            "kind": "resident",
            "name": "张三",
            "id_number": "11010519491231002X",
            "sex": "female",
            "ethnicity": "汉",
            "birth_date": "1949-12-31",
            "address": "广州市越秀区北京路街道样本社区一号101房",
            "issuing_authority": "广州市公安局越秀分局",
            "valid_from": "2010-05-01",
            "valid_until": None,
        },
    )


def test_a_foreigners_card(reader: Simulated, capsys: pytest.CaptureFixture[str]) -> None:
    reader.tell("lay", card="foreign_2017")
    code, document = read_card(reader.port, capsys)
    assert code == 0
    assert document["english_name"] == "SPECIMEN, ALEXANDER"
    assert document["nationality"] == "KAZ"
    assert document["card_number"] == document["id_number"] == "KAZ110090123105"
    assert document["extra"] == {"version": "01"}


def test_nobody_lays_a_card(reader: Simulated, capsys: pytest.CaptureFixture[str]) -> None:
    reader.tell("lift")
    code, document = read_card(reader.port, capsys, "--timeout", "0.1")
    assert (code, document["error"], document["action"]) == (1, "NO_CARD", "ask_resident")


def test_a_card_that_is_laid_while_it_is_waited_for(
    reader: Simulated, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.tell("lift")
    later = threading.Timer(0.5, lambda: reader.tell("lay", card="resident2"))
    later.start()
    code, document = read_card(reader.port, capsys)
    later.join()
    assert (code, document["valid_until"]) == (0, "2038-06-01")


def test_a_failure_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    code, document = read_card("/dev/nowhere", capsys)
    assert code == 1
    assert (document["error"], document["action"]) == ("NO_SUCH_PORT", "configuration")
    assert "/dev/nowhere" in document["message"]


def test_an_unknown_driver(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices", "read-card", "--driver", "crystal-ball", "--port", "x"]) == 1
    assert "UNKNOWN_DRIVER" in capsys.readouterr().err


def test_the_list_names_the_drivers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices", "list", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert {driver["name"] for driver in document["drivers"]} >= {"sdt-serial", "escpos-tcp", "opencv"}
    assert main(["devices", "list"]) == 0
    assert "sdt-serial" in capsys.readouterr().out


def test_a_running_simulator_is_told(reader: Simulated, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(reader.where["control"])
    assert main(["simulate", "tell", path, "lay", "card=resident"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
    assert main(["simulate", "tell", path, "lay", "card=nobody"]) == 1
    assert "there is no specimen nobody" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["simulate", "tell", path, "lay", "card"])
    assert "KEY=VALUE" in capsys.readouterr().err


def test_the_list_tells_what_is_configured_and_who_drives_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lab.make(
        tmp_path / "identity", "http://127.0.0.1:9", (str(pyrage.x25519.Identity.generate().to_public()),)
    )
    chosen = {
        "card_reader": {"driver": "sdt-usb", "port": "0400:c35a"},
        "chip_reader": {"driver": "pcsc", "port": "first"},
        "document_printer": {"address": "ipp://localhost/printers/a4"},
        "camera": {"source": "/dev/video0"},
        "scanner": {"driver": "acme", "port": "/dev/x"},
        "printer": {"address": "/dev/usb/lp0", "driver": "escpos-file"},
    }
    (tmp_path / roll.FILE).write_bytes(Roll(printed=100 * 250.0, receipts=100, low_at=94 * 250.0).written())
    (tmp_path / "settings.json").write_text(json.dumps({"devices": chosen}), "utf-8")
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    assert main(["devices", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["configured"] == [
        {"device": "card_reader", "driver": "sdt-usb", "address": "0400:c35a", "known": True},
        {"device": "card_reader", "driver": "pcsc", "address": "first", "known": True},
        {
            "device": "printer",
            "driver": "escpos-file",
            "address": "/dev/usb/lp0",
            "known": True,
            "receipts_left": 10,
        },
        {
            "device": "document_printer",
            "driver": "ipp",
            "address": "ipp://localhost/printers/a4",
            "known": True,
        },
        {
            "device": "camera",
            "driver": "opencv",
            "address": "/dev/video0",
            "known": True,
            "reads_document_lines": True,
        },
        {"device": "scanner", "driver": "acme", "address": "/dev/x", "known": False},
    ]
    assert main(["devices", "list"]) == 0
    said = capsys.readouterr().out
    assert "acme /dev/x (no such driver" in said
    assert "大约还能打印10张回执 · About 10 receipts left" in said
    assert "可以拍照读取 · The camera reads the lines" in said
