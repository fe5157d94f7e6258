"""The parts as the settings say: which devices there are, what the journey is told, and how everything ends."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from config.settings import (
    CameraSettings,
    CardReaderSettings,
    ChipReaderSettings,
    Devices,
    DocumentPrinterSettings,
    KeypadSettings,
    PrinterSettings,
    ScannerSettings,
    Settings,
    TouchPanelSettings,
    VoiceSettings,
)
from devices.simulators.process import simulated
from kiosk.commands.sending import Record
from kiosk.events.sending import NotRecorded, Recorded
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.runtime.document_journal import DocumentJournal
from kiosk.runtime.executor import NOT_CONFIGURED
from kiosk.runtime.senses import Senses
from kiosk.runtime.simulated import SIMULATOR_REFUSED
from kiosk.wiring import DRIVER_MISSING, Journals, assemble, open_store, plug_in
from offline_queue.errors import UnfitError
from provisioning import lab
from provisioning.terminal import Terminal
from tests.kiosk.conftest import Heard
from tests.kiosk.platform.service import Service, serving
from tests.kiosk.site import Site

SIMULATED = Devices(
    card_reader=CardReaderSettings(port="socket://127.0.0.1:9"),
    printer=PrinterSettings(address="127.0.0.1:9"),
    camera=CameraSettings(source="http://127.0.0.1:9/"),
    document_printer=DocumentPrinterSettings(address="ipp://127.0.0.1:9/ipp/print"),
    chip_reader=ChipReaderSettings(port="Virtual PCD 00 00"),
    scanner=ScannerSettings(port="socket://127.0.0.1:9"),
    voice=VoiceSettings(loudspeaker="file:/nonexistent,raw"),
    keypad=KeypadSettings(path="/dev/pts/4095"),
    touch_panel=TouchPanelSettings(path="/dev/input/by-id/none"),
)
ALL_BUT_THE_PANEL = set(DeviceClass) - {DeviceClass.TOUCH_PANEL}  # of which there is no simulator


def codes(heard: Heard) -> dict[DeviceClass, str]:
    return {event.device: event.code for event in heard.events if isinstance(event, DeviceChanged)}


def plugged(settings: Settings, heard: Heard, tmp_path: Path) -> list[bool]:
    terminal = laboratory(tmp_path, "http://127.0.0.1:9")
    journals = Journals(assemble(terminal, Heard().post).recorder, DocumentJournal(tmp_path / "documents"))
    hardware = plug_in(settings, journals, heard.post)
    Senses(settings, heard.post)
    desks = (hardware.cards, hardware.printer, hardware.camera, hardware.document_printer)
    return [desk is not None for desk in desks]


def laboratory(home: Path, url: str) -> Terminal:
    lab.make(home / "identity", url, (str(pyrage.x25519.Identity.generate().to_public()),))
    return Terminal.load(home)


def test_what_is_not_configured_is_not_there_and_the_journey_knows(tmp_path: Path, heard: Heard) -> None:
    assert plugged(Settings(), heard, tmp_path) == [False, False, False, False]
    assert codes(heard) == dict.fromkeys(DeviceClass, NOT_CONFIGURED)


def test_a_training_terminal_may_use_simulators(tmp_path: Path, heard: Heard) -> None:
    assert plugged(Settings(training=True, devices=SIMULATED), heard, tmp_path) == [True, True, True, True]
    assert heard.events == []


def test_a_terminal_for_residents_refuses_simulators(tmp_path: Path, heard: Heard) -> None:
    assert plugged(Settings(training=False, devices=SIMULATED), heard, tmp_path) == [
        False,
        False,
        False,
        False,
    ]
    assert codes(heard) == dict.fromkeys(ALL_BUT_THE_PANEL, SIMULATOR_REFUSED)


def test_devices_are_used_by_every_terminal(tmp_path: Path, heard: Heard) -> None:
    devices = Devices(
        card_reader=CardReaderSettings(port="/dev/ttyUSB0"),
        printer=PrinterSettings(address="192.168.1.50:9100"),
        camera=CameraSettings(source="0"),
        document_printer=DocumentPrinterSettings(address="ipp://localhost/printers/a4"),
    )
    assert plugged(Settings(devices=devices), heard, tmp_path) == [True, True, True, True]


def test_a_chip_reader_and_a_scanner_stand_beside_the_others(tmp_path: Path, heard: Heard) -> None:
    terminal = laboratory(tmp_path, "http://127.0.0.1:9")
    settings = Settings(training=True, devices=SIMULATED)
    journals = Journals(assemble(terminal, Heard().post).recorder, DocumentJournal(tmp_path / "documents"))
    hardware = plug_in(settings, journals, heard.post)
    assert hardware.chips
    assert hardware.scanner
    assert len(hardware.threads) == 7


def test_a_touch_panel_is_watched_when_it_is_named(tmp_path: Path, heard: Heard) -> None:
    settings = Settings(devices=Devices(touch_panel=TouchPanelSettings(path="/dev/input/by-id/none-*")))
    terminal = laboratory(tmp_path, "http://127.0.0.1:9")
    journals = Journals(assemble(terminal, Heard().post).recorder, DocumentJournal(tmp_path / "documents"))
    (thread,) = plug_in(settings, journals, heard.post).threads
    with thread:
        told = heard.wait_for(DeviceChanged, lambda event: event.device is DeviceClass.TOUCH_PANEL)
    assert told.code == "NO_SUCH_PORT"


def test_an_unknown_driver_is_told_and_the_others_work_on(tmp_path: Path, heard: Heard) -> None:
    devices = SIMULATED.model_copy(
        update={"printer": PrinterSettings(driver="epson-usb", address="127.0.0.1:9")}
    )
    assert plugged(Settings(training=True, devices=devices), heard, tmp_path) == [True, False, True, True]
    assert codes(heard) == {DeviceClass.PRINTER: "UNKNOWN_DRIVER"}


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service()) as service:
        yield service


def test_a_whole_terminal_begins_records_and_ends(tmp_path: Path, heard: Heard, service: Service) -> None:
    threads = set(threading.enumerate())
    with simulated("sdt-reader", "--listen", "127.0.0.1:0", "--control", str(tmp_path / "c")) as reader:
        (tmp_path / "settings.json").write_text(
            f'{{"devices": {{"card_reader": {{"port": "{reader.port}"}}}}}}'
        )
        parts = assemble(laboratory(tmp_path, service.url), heard.post)
        parts.start()
        heard.wait_for(DeviceChanged, lambda event: event == _works(DeviceClass.CARD_READER))
        parts.carry_out(Record(1, "MZ-004", "{}"))
        assert heard.wait_for(Recorded).command == 1
        parts.stop()
    assert set(threading.enumerate()) == threads
    with open_store(Terminal.load(tmp_path)) as store:
        assert len(store.list()) == 1


def _works(device: DeviceClass) -> DeviceChanged:
    return DeviceChanged(device, working=True, code="OK")


def test_the_network_is_measured(tmp_path: Path, heard: Heard, service: Service) -> None:
    parts = assemble(laboratory(tmp_path, service.url), heard.post)
    assert parts.newest_frame() is None
    parts.start()
    assert heard.wait_for(NetworkChanged).online
    parts.stop()
    path, _, headers = service.asked[0]
    assert path == "/v1/health"
    assert 'keyid="LAB001"' in headers["Signature-Input"]


def test_the_queue_takes_as_many_as_the_settings_say(tmp_path: Path, heard: Heard) -> None:
    (tmp_path / "settings.json").write_text('{"queue": {"max_waiting": 1}}')
    parts = assemble(laboratory(tmp_path, "http://127.0.0.1:9"), heard.post)
    for number in (1, 2):
        parts.carry_out(Record(number, "MZ-004", "{}"))
    assert heard.wait_for(NotRecorded) == NotRecorded(2, "queue_full")
    parts.recorder.stop()


def test_a_terminal_without_the_platform_s_key_keeps_nothing(site: Site, heard: Heard) -> None:
    replace(Terminal.load(site.home).identity, recipients=()).save(site.home / "identity")
    terminal = Terminal.load(site.home)
    with pytest.raises(UnfitError):
        open_store(terminal)
    parts = assemble(terminal, heard.post)
    parts.carry_out(Record(1, "MZ-004", "{}"))
    assert heard.wait_for(NotRecorded) == NotRecorded(1, "failed")
    parts.recorder.stop()


def test_a_camera_is_seen_through_the_parts(tmp_path: Path, heard: Heard) -> None:
    (tmp_path / "settings.json").write_text('{"devices": {"camera": {"source": "http://127.0.0.1:9/"}}}')
    parts = assemble(laboratory(tmp_path, "http://127.0.0.1:9"), heard.post)
    assert parts.hardware.camera
    assert parts.newest_frame() is None
    assert parts.hardware.threads == (parts.hardware.camera.thread,)


BROKEN_INSTALLATION = """
import sys
sys.modules["serial"] = None  # importing it fails, as if it were not installed
from config.settings import CardReaderSettings, Devices, Settings
from kiosk.wiring import plug_in
devices = Devices(card_reader=CardReaderSettings(port="/dev/ttyUSB0"))
plug_in(Settings(devices=devices), None, lambda event: print(event.device.value, event.code))
"""


def test_a_driver_that_cannot_be_loaded_is_told() -> None:
    command = [sys.executable, "-c", BROKEN_INSTALLATION]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    assert f"card_reader {DRIVER_MISSING}" in ended.stdout
    assert "install the terminal's software anew" in ended.stderr
