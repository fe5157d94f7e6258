"""What stands in the way of a printer on USB, each with its remedy."""

# ruff: noqa: ARG002  # pyusb's signatures

import socket
from collections.abc import Iterator

import pytest
import usb.core

from devices.errors import ConfigurationError, DeviceError, StaffError
from devices.printer.escpos_usb import EscposUsbPrinter
from tests.devices.printer.usb_printer import PluggedIn


@pytest.fixture
def listening() -> Iterator[tuple[str, int]]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[:2]


def why_not(printer: EscposUsbPrinter) -> DeviceError:
    with pytest.raises(DeviceError) as caught:
        printer.open()
    return caught.value


@pytest.mark.parametrize("address", ["", "04b8", "04b8:", "04b8-0202", "4b8:0202", "/dev/usb/lp0"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ConfigurationError, match=r"NO_SUCH_ADDRESS: .*lsusb"):
        EscposUsbPrinter(address)


def test_a_printer_that_is_not_on_the_bus(listening: tuple[str, int]) -> None:
    error = why_not(EscposUsbPrinter("1234:5678", backend=PluggedIn(*listening)))
    assert isinstance(error, StaffError)
    assert error.code == "DEVICE_GONE"


def test_the_kernels_driver_gives_it_up_and_the_interface_is_given_back(listening: tuple[str, int]) -> None:
    bus = PluggedIn(*listening)
    printer = EscposUsbPrinter("04B8:0202", backend=bus)
    printer.open()
    assert bus.claimed == {1}
    printer.close()
    assert bus.claimed == set()


def test_another_program_holds_it(listening: tuple[str, int]) -> None:
    error = why_not(EscposUsbPrinter("04b8:0202", backend=PluggedIn(*listening, busy=True)))
    assert isinstance(error, ConfigurationError)
    assert error.code == "PORT_BUSY"


def test_no_libusb(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(**_: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", missing)
    assert why_not(EscposUsbPrinter("04b8:0202")).code == "USB_LIBRARY_MISSING"


def test_what_is_no_printer(listening: tuple[str, int]) -> None:
    class Storage(PluggedIn):
        def get_interface_descriptor(self, dev: str, intf: int, alt: int, config: int) -> object:  # type: ignore[override]  # pyusb has no types
            found = super().get_interface_descriptor(dev, intf, alt, config)
            found.bInterfaceClass = 8
            return found

    assert why_not(EscposUsbPrinter("04b8:0202", backend=Storage(*listening))).code == "NOT_A_PRINTER"


@pytest.mark.parametrize(
    ("number", "code"), [(13, "PORT_NOT_PERMITTED"), (1, "PORT_NOT_PERMITTED"), (5, "DEVICE_GONE")]
)
def test_what_the_system_refuses(listening: tuple[str, int], number: int, code: str) -> None:
    class Refusing(PluggedIn):
        def claim_interface(self, dev_handle: str, intf: int) -> None:
            raise usb.core.USBError("no", -3, number)

    assert why_not(EscposUsbPrinter("04b8:0202", backend=Refusing(*listening))).code == code
