"""Readers on USB that cannot be opened, or are none, through pyusb and a bus of ours."""

import errno
from collections.abc import Callable, Iterator

import pytest
import usb.core

from devices.card_reader.usb_line import UsbLine
from devices.errors import ConfigurationError, DeviceError, StaffError
from devices.simulators.process import Simulated, simulated
from devices.simulators.sdt_pipes import ONE_PAIR, TWO_PAIRS, SdtPipes

STATUS = bytes.fromhex("AAAAAA9669000311FFED")
FINE = bytes.fromhex("AAAAAA9669000400009094")


@pytest.fixture(scope="module")
def running() -> Iterator[Simulated]:
    with simulated("sdt-reader", "--listen", "127.0.0.1:0") as it:
        yield it


@pytest.fixture
def address(running: Simulated) -> tuple[str, int]:
    return "127.0.0.1", int(running.port.rpartition(":")[2])


def refused(work: Callable[[], object]) -> DeviceError:
    with pytest.raises(DeviceError) as raised:
        work()
    return raised.value


@pytest.mark.parametrize("pipes", [TWO_PAIRS, ONE_PAIR])
def test_a_question_and_its_answer(address: tuple[str, int], pipes: tuple[int, ...]) -> None:
    line = UsbLine("0400:C35A", SdtPipes(address, pipes))
    line.open()
    for _ in range(2):
        line.write(STATUS)
        assert b"".join(line.read() for _ in range(len(pipes) // 2)) == FINE
    assert line.read() == b""
    line.set_baud(9600)
    assert not line.has_rate
    line.close()
    line.close()
    assert isinstance(refused(line.read), StaffError)


@pytest.mark.parametrize("port", ["", "/dev/ttyUSB0", "400:c35a", "0400:c35b"])
def test_ids_of_no_reader(address: tuple[str, int], port: str) -> None:
    error = refused(UsbLine(port, SdtPipes(address)).open)
    assert isinstance(error, ConfigurationError)
    assert error.code == "NO_SUCH_PORT"


def test_a_device_without_the_pipes_of_a_reader(address: tuple[str, int]) -> None:
    assert refused(UsbLine("0400:c35a", SdtPipes(address, (0x81,))).open).code == "NOT_A_READER"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "PORT_NOT_PERMITTED"),
        (errno.EBUSY, "PORT_BUSY"),
        (errno.ENODEV, "DEVICE_GONE"),
        (errno.EIO, "DEVICE_GONE"),
    ],
)
def test_why_it_may_not_be_claimed(address: tuple[str, int], number: int, code: str) -> None:
    class Refusing(SdtPipes):
        def claim_interface(self, *_: object) -> None:
            raise usb.core.USBError("refused", None, number)

    assert refused(UsbLine("0400:c35a", Refusing(address)).open).code == code


def test_a_pipe_that_stumbles_is_freed(address: tuple[str, int]) -> None:
    freed = []

    class Stumbling(SdtPipes):
        def bulk_read(self, *_: object) -> int:
            raise usb.core.USBError("pipe error", None, errno.EPIPE)

        def clear_halt(self, *where: object) -> None:
            freed.append(where[-1])

    line = UsbLine("0400:c35a", Stumbling(address))
    line.open()
    assert line.read() == b""
    assert freed == [0x81]
    line.close()


def test_without_libusb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("usb.libloader.locate_library", lambda *_, **__: None)
    for backend in ("libusb0", "libusb1", "openusb"):
        monkeypatch.setattr(f"usb.backend.{backend}._lib", None, raising=False)
        monkeypatch.setattr(f"usb.backend.{backend}._lib_object", None, raising=False)
    assert refused(UsbLine("0400:c35a").open).code == "NO_LIBUSB"
