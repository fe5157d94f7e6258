"""Drivers by entry point, and what of the USB bus they may fit."""

from pathlib import Path

import pytest

from devices import drivers as module
from devices.drivers import drivers, named
from devices.errors import ConfigurationError
from devices.usb_ids import UsbDevice, usb_devices

VENDOR = """[doorstep_kiosk.devices]
scanner.acme = acme.driver:Acme
scanner.serial = acme.driver:AnotherSerial
toaster.acme = acme.driver:Toaster
nonsense = acme
"""


@pytest.fixture
def vendor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A vendor's package that is installed, and whose code is not."""
    info = tmp_path / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(VENDOR)
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.usefixtures("vendor")
def test_a_vendor_adds_drivers_and_replaces_none_of_ours() -> None:
    theirs = [(driver.device, driver.name) for driver in drivers() if driver.package == "acme"]
    assert theirs == [("scanner", "acme")]
    assert named("serial", "scanner").package == "doorstep-kiosk"


@pytest.mark.usefixtures("vendor")
def test_a_driver_whose_code_is_not_there() -> None:
    driver = named("acme", "scanner")
    assert driver.about == ""
    with pytest.raises(ImportError):
        driver.make(port="/dev/x")


def test_every_driver_of_ours_says_what_it_is_for() -> None:
    ours = [driver for driver in drivers() if driver.package == "doorstep-kiosk"]
    assert all(driver.about for driver in ours)
    assert {driver.device for driver in ours} == set(module.CLASSES)


@pytest.mark.usefixtures("vendor")
def test_without_the_source_tree_it_is_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TREE", tmp_path / "pyproject.toml")
    assert ("scanner", "acme") in {(driver.device, driver.name) for driver in drivers()}


def test_nobody_brings_a_crystal_ball() -> None:
    with pytest.raises(ConfigurationError, match="install the package that brings it"):
        named("crystal-ball", "card_reader")


def plugged(bus: Path, place: str, ids: str, interface: str, *, kind: str = "00", tty: str = "") -> None:
    node = bus / place
    node.mkdir()
    for name, text in zip(("idVendor", "idProduct"), ids.split(":"), strict=True):
        (node / name).write_text(text + "\n")
    (node / "bDeviceClass").write_text(kind + "\n")
    (node / "product").write_text("Thing\n")
    inner = node / f"{place}:1.0"
    inner.mkdir()
    (inner / "bInterfaceClass").write_text(interface + "\n")
    if tty:
        (inner / tty).mkdir()


def test_what_is_on_the_bus_and_who_may_drive_it(tmp_path: Path) -> None:
    plugged(tmp_path, "usb1", "1d6b:0002", "09", kind="09")
    plugged(tmp_path, "1-1", "0400:c35a", "ff")
    plugged(tmp_path, "1-2", "072f:2200", "0b")
    plugged(tmp_path, "1-3", "046d:c31c", "03")
    plugged(tmp_path, "1-4", "dead:beef", "ff")
    plugged(tmp_path, "1-5", "1a86:7523", "ff", tty="ttyUSB0")
    assert usb_devices(tmp_path) == [
        UsbDevice("0400:c35a", "Thing", ("sdt-usb",), supported=True),
        UsbDevice("072f:2200", "Thing", ("pcsc",), supported=True),
        UsbDevice("046d:c31c", "Thing", (), supported=True),
        UsbDevice("dead:beef", "Thing", (), supported=False),
        UsbDevice("1a86:7523", "Thing", ("sdt-serial", "escpos-serial", "serial"), supported=True),
    ]
    assert usb_devices(tmp_path / "no bus") == []
