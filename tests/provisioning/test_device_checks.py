"""What the doctor says of readers, scanners and the A4 printer: each that is configured is asked, each finding has a remedy."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from config.settings import (
    ChipReaderSettings,
    Devices,
    DocumentPrinterSettings,
    ScannerSettings,
    TouchPanelSettings,
)
from devices.card_reader.pcsc_status import NO_SERVICE, error_of
from devices.document_printer import DocumentPrinter, DocumentPrinterStatus
from devices.errors import ConfigurationError, DeviceError, ReplaceError, RetryError, StaffError
from devices.printer import Paper, Step
from devices.simulators.process import Simulated, simulated
from kiosk.cli.doctor import said
from kiosk.remedies import REMEDIES
from provisioning import lab, selftest
from provisioning.checks import Result, hardware, printers
from provisioning.checks.asking import _REMEDIES, asked
from screens.texts import CHINESE
from tests.provisioning.test_terminal import RECIPIENT

LANGUAGES = ("zh-Hans", "en")
NOBODY = Devices(
    chip_reader=ChipReaderSettings(port="Nobody"),
    scanner=ScannerSettings(port="/dev/serial/by-id/none"),
    document_printer=DocumentPrinterSettings(address="ipp://127.0.0.1:1/ipp/print"),
    touch_panel=TouchPanelSettings(path="/dev/input/by-id/none-*"),
)
ASKED = {"chip-reader", "scanner", "document-printer", "touch-panel"}


def found(home: Path, chosen: Devices) -> dict[str, Result]:
    lab.make(home / "identity", "http://127.0.0.1:9", (RECIPIENT,))
    bench = selftest.bench(home)
    assert bench.terminal
    settings = bench.terminal.settings.model_copy(update={"devices": chosen})
    results = hardware.devices(replace(bench, terminal=replace(bench.terminal, settings=settings)))
    return {str(result.values["device"]): result for result in results}


def test_every_device_that_is_configured_is_asked(pcsc_service: Simulated, tmp_path: Path) -> None:
    assert pcsc_service.where["reader"]
    results = found(tmp_path, NOBODY)
    assert {device for device, result in results.items() if not result.ok} == ASKED
    for device in ASKED:
        for language in LANGUAGES:
            assert said(results[device], language)


def test_a_chip_reader_and_a_scanner_that_work(pcsc_service: Simulated, tmp_path: Path) -> None:
    assert pcsc_service.where["reader"]
    with simulated("scanner", "--link", str(tmp_path / "tty"), "--control", str(tmp_path / "c")) as scanner:
        chosen = Devices(
            chip_reader=ChipReaderSettings(port="first"),
            scanner=ScannerSettings(port=scanner.port),
            touch_panel=TouchPanelSettings(path="/dev/nul?"),
        )
        results = found(tmp_path, chosen)
    assert {results[device].found for device in ("chip-reader", "scanner", "touch-panel")} == {"works"}


class Told(DocumentPrinter):
    """An A4 printer that says what it is told to say."""

    def __init__(self, status: DocumentPrinterStatus) -> None:
        self._told = status

    def _open(self) -> None: ...

    def _close(self) -> None: ...

    def _status(self) -> DocumentPrinterStatus:
        return self._told

    def _print(self, pdf: bytes, tell: Callable[[Step], None]) -> None: ...


@pytest.mark.parametrize(
    ("status", "ending"),
    [
        (DocumentPrinterStatus(Paper.PLENTY), "works"),
        (DocumentPrinterStatus(Paper.LOW), "sheets-low"),
        (DocumentPrinterStatus(Paper.OUT, "PAPER_OUT"), "clear-media"),
        (DocumentPrinterStatus(Paper.PLENTY, "OFFLINE"), "call-staff"),
        (DocumentPrinterStatus(Paper.PLENTY, "QUEUE_STOPPED"), "queue-stopped"),
    ],
)
def test_an_a4_printer_says_how_it_is(status: DocumentPrinterStatus, ending: str) -> None:
    result = asked("document-printer", lambda: printers.sheets(Told(status), "ipp"))
    assert (result.found, result.ok) == (ending, ending == "works")
    assert all(said(result, language) for language in LANGUAGES)


def test_a_service_that_does_not_run_is_told_how_to_be_started() -> None:
    def ask() -> Result:
        raise error_of(next(iter(NO_SERVICE)))

    for language in LANGUAGES:
        assert "systemctl enable --now pcscd.socket" in said(asked("chip-reader", ask), language)


@pytest.mark.parametrize("error", [StaffError, ConfigurationError, ReplaceError, RetryError])
def test_a_chinese_line_does_not_end_in_english(error: type[DeviceError]) -> None:
    for code in {*REMEDIES, *_REMEDIES}:
        result = asked("camera", lambda code=code: failing(error(code, "The driver says so.")))  # type: ignore[misc]  # mypy does not see the default
        assert "The driver says so." in said(result, "en") or result.found in _REMEDIES.values()
        for language in CHINESE:
            assert "The driver says so." not in said(result, language), code


def failing(error: DeviceError) -> Result:
    raise error


def test_what_no_words_are_known_for_is_said_as_the_driver_says_it() -> None:
    unknown = StaffError("OF_A_VENDOR", "Turn the red wheel.")
    for language in LANGUAGES:
        assert "Turn the red wheel." in said(asked("camera", lambda: failing(unknown)), language)


@pytest.mark.parametrize("remedy", sorted(set(_REMEDIES.values())))
def test_every_remedy_has_its_words(remedy: str) -> None:
    values = {"device": "scanner", "code": "CODE", "message": "Do this."}
    for language in LANGUAGES:
        assert said(Result("device", ok=False, found=remedy, values=values), language)
