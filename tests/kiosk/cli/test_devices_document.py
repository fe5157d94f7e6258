"""`kiosk devices read-card --driver pcsc`, as people call it, through the real pcscd."""

import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from devices.card_reader.pcsc_link import PcscLink
from devices.simulators.passport import ERIKSSON
from devices.simulators.process import Simulated, simulated
from kiosk.cli import main

TYPED = ("--document-number", "L898902C3", "--birth-date", "1974-08-12", "--expiry-date", "2012-04-15")


class Desk:
    """Simulated cards, one process each."""

    def __init__(self, running: ExitStack, service: Simulated, directory: Path) -> None:
        self.csca = directory / "csca"
        options = {"passport": ("--csca", str(self.csca))}
        self._cards = {
            kind: running.enter_context(
                simulated(
                    kind,
                    *("--reader", str(service.where["reader"]), "--control", str(directory / kind)),
                    *options.get(kind, ()),
                )
            )
            for kind in ("social-card", "passport", "library-card")
        }

    def lay(self, kind: str, name: str) -> None:
        self.lift()
        self._cards[kind].tell("lay", card=name)

    def lift(self) -> None:
        """Lift whatever lies there; returns when pcscd has seen it."""
        for card in self._cards.values():
            card.tell("reset")
        link = PcscLink("first", 2.0)
        link.open()
        while link.plate().present:
            pass  # the test's own limit ends it
        link.close()


@pytest.fixture(scope="module")
def desk(pcsc_service: Simulated, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One reader and three cards beside it."""
    with ExitStack() as running:
        yield Desk(running, pcsc_service, tmp_path_factory.mktemp("desk"))


def read_card(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    code = main(["devices", "read-card", "--driver", "pcsc", "--json", *more])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("how", [("--mrz", ERIKSSON), TYPED])
def test_a_passport_is_read_and_verified(
    desk: Desk, capsys: pytest.CaptureFixture[str], how: tuple[str, ...]
) -> None:
    desk.lay("passport", "passport")
    assert read_card(capsys, "--csca", str(desk.csca), *how) == (
        0,
        {
            "kind": "travel_document",
            "name": "ERIKSSON, ANNA MARIA",
            "english_name": "ERIKSSON, ANNA MARIA",
            "id_number": "L898902C3",
            "sex": "female",
            "nationality": "UTO",
            "birth_date": "1974-08-12",
            "issuing_authority": "UTO",
            "valid_until": "2012-04-15",
            "card_number": "L898902C3",
            "extra": {"document": "P", "authenticity": "verified"},
        },
    )


def test_a_zone_from_stdin_stays_out_of_the_list_of_processes(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.lay("passport", "passport")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{ERIKSSON[:44]}\n{ERIKSSON[44:]}\n"))
    code, document = read_card(capsys, "--mrz", "-")
    assert (code, document["extra"]["authenticity"]) == (0, "not_checked")


def test_a_forged_passport_is_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("passport", "forged")
    code, document = read_card(capsys, "--csca", str(desk.csca), *TYPED)
    assert (code, document["error"], document["action"]) == (1, "CARD_NOT_GENUINE", "ask_resident")
    assert "ERIKSEN" not in json.dumps(document)


def test_a_social_security_card_of_version_3(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("social-card", "trace")
    assert read_card(capsys) == (
        0,
        {
            "kind": "social_security",
            "name": "",
            "id_number": "",
            "valid_until": None,
            "card_number": "HA1046924",
            "extra": {"version": "3.00", "region": "519900", "holder": "platform"},
        },
    )


def test_a_library_card_in_the_form_that_is_wanted(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("library-card", "library")
    code, document = read_card(capsys, "--uid", "decimal-reversed", "--port", "Virtual")
    assert (code, document["kind"], document["card_number"]) == (0, "uid", "4022250974")


def test_a_document_of_which_nothing_is_known(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lay("passport", "passport")
    code, document = read_card(capsys)
    assert (code, document["error"]) == (1, "MRZ_NEEDED")


def test_nobody_lays_a_card(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lift()
    code, document = read_card(capsys, "--timeout", "0.1")
    assert (code, document["error"]) == (1, "NO_CARD")


@pytest.mark.usefixtures("pcsc_service")
def test_a_zone_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    code, document = read_card(capsys, "--mrz", ERIKSSON[:-1])
    assert (code, document["error"], document["action"]) == (1, "MRZ_MISTYPED", "ask_resident")
    assert "ERIKSSON" not in document["message"]


@pytest.mark.parametrize("options", [TYPED[:4], ("--uid", "roman"), ("--birth-date", "12.8.1974")])
@pytest.mark.usefixtures("pcsc_service")
def test_wrong_use(capsys: pytest.CaptureFixture[str], options: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["devices", "read-card", "--driver", "pcsc", *options])
    assert "usage" in capsys.readouterr().err


def test_another_driver_reads_no_travel_documents(capsys: pytest.CaptureFixture[str]) -> None:
    with simulated("sdt-reader") as reader:
        code = main(["devices", "read-card", "--port", reader.port, "--json", *TYPED])
    document = json.loads(capsys.readouterr().out)
    assert (code, document["error"], document["action"]) == (1, "NO_TRAVEL_DOCUMENTS", "configuration")


def test_a_serial_reader_needs_a_port(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["devices", "read-card", "--driver", "sdt-serial"])
    assert "--port" in capsys.readouterr().err
