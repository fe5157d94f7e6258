import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial

from devices.errors import ConfigurationError, DeviceError, StaffError
from devices.printer import ReceiptPrinter
from devices.printer.escpos_serial import EscposSerialPrinter
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.simulators.wires import PtyWire


def why_not(printer: ReceiptPrinter) -> DeviceError:
    with pytest.raises(DeviceError) as caught:
        printer.open()
    return caught.value


@pytest.mark.parametrize(
    "address", ["", "printer:", "printer:70000", "printer:0", "http://printer:9100", "a b:1", ":9100", "::1"]
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ConfigurationError, match=r"NO_SUCH_ADDRESS: .*host:port"):
        EscposTcpPrinter(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost:9100", "[::1]:9100", "printer-3.lan"])
def test_what_is_an_address(address: str) -> None:
    EscposTcpPrinter(address)


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    error = why_not(EscposTcpPrinter(f"127.0.0.1:{port}"))
    assert isinstance(error, StaffError)
    assert error.code == "DEVICE_GONE"


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """Something that takes connections."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def address_of(server: socket.socket) -> str:
    return "{}:{}".format(*server.getsockname())


def test_something_that_takes_connections_and_says_nothing(listening: socket.socket) -> None:
    with EscposTcpPrinter(address_of(listening)) as printer:
        began = time.monotonic()
        with pytest.raises(StaffError, match="PRINTER_SILENT"):
            printer.status()
        assert time.monotonic() - began < 2


def test_a_printer_that_hangs_up(listening: socket.socket) -> None:
    with EscposTcpPrinter(address_of(listening)) as printer:
        listening.accept()[0].close()
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            printer.status()


def test_no_such_line() -> None:
    error = why_not(EscposSerialPrinter("/dev/nowhere"))
    assert isinstance(error, ConfigurationError)
    assert error.code == "NO_SUCH_PORT"
    assert "/dev/nowhere" in error.message


def test_what_is_no_line(tmp_path: Path) -> None:
    for path in ("/dev/null", str(tmp_path)):
        assert why_not(EscposSerialPrinter(path)).code == "NOT_A_SERIAL_LINE"


def test_a_rate_that_there_is_not() -> None:
    wire = PtyWire()
    error = why_not(EscposSerialPrinter(wire.port, baud=-1))
    wire.unplug()
    assert isinstance(error, ConfigurationError)
    assert error.code == "NO_SUCH_PORT"


def test_a_line_that_another_program_uses() -> None:
    wire = PtyWire()
    with serial.Serial(wire.port, exclusive=True):
        assert why_not(EscposSerialPrinter(wire.port)).code == "PORT_BUSY"
    wire.unplug()


def test_a_line_that_was_there_before_is_gone_and_not_wrongly_set(tmp_path: Path) -> None:
    wire = PtyWire(tmp_path / "printer")
    printer = EscposSerialPrinter(wire.port)
    printer.open()
    wire.unplug()
    printer.close()
    error = why_not(printer)
    assert isinstance(error, StaffError)
    assert error.code == "DEVICE_GONE"


def test_what_is_on_its_way_does_not_hold_up_closing() -> None:
    wire = PtyWire()  # nobody reads at the other end
    printer = EscposSerialPrinter(wire.port)
    printer.open()
    with pytest.raises(StaffError, match="PRINTER_SILENT"):
        printer.status()
    began = time.monotonic()
    printer.close()
    assert time.monotonic() - began < 1
    wire.unplug()
