"""From names in the settings to drivers, and what is plugged in."""

from importlib import import_module
from pathlib import Path

import pytest

from config.settings import (
    CameraSettings,
    CardReaderSettings,
    Devices,
    DocumentPrinterSettings,
    KeypadSettings,
    PrinterSettings,
    ScannerSettings,
    VoiceSettings,
)
from devices import catalog
from devices.camera import Camera
from devices.card_reader.pcsc import PcscReader
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.drivers import drivers
from devices.errors import ConfigurationError
from devices.ports import cameras, serial_ports
from devices.printer import ReceiptPrinter


def test_the_default_drivers_are_made_unopened() -> None:
    assert isinstance(catalog.card_reader(CardReaderSettings(port="/dev/ttyUSB0")), SdtSerialReader)
    assert isinstance(catalog.printer(PrinterSettings(address="127.0.0.1:9100")), ReceiptPrinter)
    assert isinstance(catalog.camera(CameraSettings(source="0")), Camera)


def test_every_driver_is_there() -> None:
    made: list[object] = []
    for driver in drivers():
        match driver.device:
            case "card_reader":
                made.append(catalog.card_reader(CardReaderSettings(driver=driver.name, port="/dev/x")))
            case "printer":
                address = "04b8:0202" if driver.name == "escpos-usb" else "127.0.0.1:9100"
                made.append(catalog.printer(PrinterSettings(driver=driver.name, address=address)))
            case "document_printer":
                queue = DocumentPrinterSettings(driver=driver.name, address="ipp://localhost/printers/a4")
                made.append(catalog.document_printer(queue))
            case "scanner":
                made.append(catalog.scanner(ScannerSettings(driver=driver.name, port="/dev/x")))
            case "voice":
                made.append(catalog.voice(VoiceSettings(driver=driver.name, loudspeaker="null")))
            case "keypad":
                made.append(catalog.keypad(KeypadSettings(driver=driver.name, path="/dev/x")))
            case _:
                assert isinstance(catalog.camera(CameraSettings(driver=driver.name, source="0")), Camera)
                made.append(getattr(import_module(driver.module), driver.class_name)(source="0"))
    assert [type(each).__name__ for each in made] == [driver.class_name for driver in drivers()]


def test_a_chip_reader_is_one_of_pc_sc_when_only_its_port_is_named() -> None:
    chosen = Devices.model_validate({"chip_reader": {"port": "first"}, "card_reader": {"port": "/dev/x"}})
    assert isinstance(catalog.card_reader(chosen.chip_reader), PcscReader)
    assert isinstance(catalog.card_reader(chosen.card_reader), SdtSerialReader)


def test_an_unknown_driver_names_those_that_there_are() -> None:
    with pytest.raises(ConfigurationError, match="set one of escpos-tcp, escpos-serial") as raised:
        catalog.printer(PrinterSettings(driver="sdt-serial", address="127.0.0.1:9100"))
    assert raised.value.code == "UNKNOWN_DRIVER"


def test_cameras_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("video10", "video2", "video-codec", "ttyUSB0"):
        (tmp_path / name).touch()
    assert cameras(tmp_path) == [str(tmp_path / "video2"), str(tmp_path / "video10")]


def test_serial_ports_say_what_they_are() -> None:
    assert all(set(found) == {"port", "about"} for found in serial_ports())
