"""What every scanner owes, over every driver: a code once, clean, or an error with its action, never a hang.

Serial scanners on a tty and behind a pyserial URL, and a camera that sends Motion JPEG.
"""

import logging
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

import pytest

from config.settings import ScannerSettings
from devices import catalog
from devices.damping import Condition
from devices.errors import ConfigurationError, DeviceError, ResidentError, StaffError
from devices.scanner import Code, Scanner, Symbology
from devices.simulators.process import Simulated
from devices.thread import DeviceThread

PATIENT = 30.0  # for what is not about time: a machine that does much else
HURRY = 3  # a serial scanner's clock runs faster than ours
SYMBOLOGIES = {"qr": "]Q1", "data_matrix": "]d1", "pdf417": "]L0", "code_128": "]C0"}
PAYMENTS = ["134567890123456789", "281234567890123456", "6212345678901234567", "wxp://f2f0Abc"]


@dataclass(frozen=True)
class Bench:
    """A simulated device, and how something is held before it."""

    simulated: Simulated
    driver: str
    passed: list[float] = field(default_factory=list)

    def now(self) -> float:
        """The driver's clock; a camera needs real time for its frames."""
        return time.monotonic() * (1 if self.driver == "camera" else HURRY) + sum(self.passed)

    @property
    def port(self) -> str:
        return str(self.simulated.where["url"] if self.driver == "camera" else self.simulated.port)

    def hold(self, *texts: str, symbology: str = "qr") -> None:
        """Hold codes before the scanner at the same time."""
        if self.driver == "camera":
            self.simulated.tell("scene", name="|".join(f"{symbology}:{text}" for text in texts))
            return
        for number, text in enumerate(texts):
            if number + 1 < len(texts):
                self.simulated.tell("fault", kind="merged")
            self.simulated.tell("scan", text=text, aim=SYMBOLOGIES[symbology])

    def take_away(self) -> None:
        if self.driver == "camera":
            self.simulated.tell("scene", name="empty-desk")

    def fall_silent(self) -> None:
        """Nothing more comes, though the line stands; only a camera can be asked for more."""
        self.simulated.tell("fault", kind="stall")


over_tcp_too = pytest.mark.parametrize("simulated", ["tty", "tcp", "camera"], indirect=True)


@pytest.fixture(scope="module", params=["tty", "camera"])
def simulated(
    request: pytest.FixtureRequest, start: Callable[..., Simulated], run_directory: Path
) -> tuple[Simulated, str]:
    match request.param:
        case "tty":
            return start("scanner", "--link", str(run_directory / "scanner")), "serial"
        case "tcp":
            return start("scanner", "--listen", "127.0.0.1:0"), "serial"
        case _:
            return start("camera", "--scene", "empty-desk", "--rate", "15"), "camera"


@pytest.fixture
def bench(simulated: tuple[Simulated, str]) -> Bench:
    simulated[0].tell("reset")
    return Bench(*simulated)


@pytest.fixture
def scanner(bench: Bench) -> Iterator[Scanner]:
    with made(bench) as device:
        yield device


def made(bench: Bench) -> Scanner:
    device = catalog.scanner(ScannerSettings(driver=bench.driver, port=bench.port))
    device._now = bench.now  # type: ignore[attr-defined]  # both drivers have a clock; the settings do not hand it in
    return device


def scanned(scanner: Scanner, limit: float = PATIENT) -> Code:
    """Return the next code; the limit is what a loaded machine needs, not what is promised."""
    until = time.monotonic() + limit
    while time.monotonic() < until:
        if code := scanner.scan():
            return code
    raise AssertionError("no code came")


def nothing(scanner: Scanner, times: int = 3) -> bool:
    return all(scanner.scan() is None for _ in range(times))


@pytest.mark.commands("scan")
@over_tcp_too
@pytest.mark.parametrize("symbology", SYMBOLOGIES)
def test_every_symbology_is_read(bench: Bench, scanner: Scanner, symbology: str) -> None:
    bench.hold("DSK-20260105", symbology=symbology)
    assert scanned(scanner) == Code("DSK-20260105", Symbology(symbology))


@pytest.mark.commands("scan")
def test_nothing_held_there_is_no_error(scanner: Scanner) -> None:
    assert nothing(scanner)


@pytest.mark.commands("scan")
def test_a_code_is_returned_once_while_it_stays(bench: Bench, scanner: Scanner) -> None:
    bench.hold("DSK-20260105")
    assert scanned(scanner).text == "DSK-20260105"
    assert nothing(scanner, 6)


@pytest.mark.commands("scan")
def test_the_same_code_held_there_anew_is_another_scan(bench: Bench, scanner: Scanner) -> None:
    for _ in range(2):
        bench.hold("DSK-20260105")
        assert scanned(scanner).text == "DSK-20260105"
        bench.take_away()
        assert nothing(scanner, 5)  # frames that were on their way show it still
        bench.passed.append(3.0)
        assert nothing(scanner, 1)


@pytest.mark.commands("scan")
@over_tcp_too
def test_codes_at_the_same_time_come_one_by_one(bench: Bench, scanner: Scanner) -> None:
    bench.hold("DSK-1", "DSK-2")
    assert {scanned(scanner).text, scanned(scanner).text} == {"DSK-1", "DSK-2"}
    assert nothing(scanner)


@pytest.mark.commands("scan")
def test_the_next_code_follows_at_once(bench: Bench, scanner: Scanner) -> None:
    for text in ("DSK-A", "DSK-B", "DSK-C"):
        bench.hold(text)
        assert scanned(scanner).text == text


@pytest.mark.commands("scan")
@pytest.mark.parametrize(
    "text", ["回执 2026-0105", "https://example.com/s/1?a=b&c=d#e", "a'\"<b>\\;--", "7" * 300]
)
def test_texts_come_as_they_are(bench: Bench, scanner: Scanner, text: str) -> None:
    bench.hold(text)
    assert scanned(scanner).text == text


@pytest.mark.commands("scan")
@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("DSK\x1d-1\x00\x07", "DSK-1"),
        ("\x1b[2JDSK-2", "[2JDSK-2"),
        ("DSK\u202e-3\u200b", "DSK-3"),
        (" DSK-4\t", "DSK-4"),
    ],
)
def test_control_characters_are_stripped(bench: Bench, scanner: Scanner, text: str, clean: str) -> None:
    bench.hold(text)
    assert scanned(scanner).text == clean


@pytest.mark.commands("scan")
def test_a_code_of_control_characters_alone_is_none(bench: Bench, scanner: Scanner) -> None:
    bench.hold("\x01\x02\x03")
    assert nothing(scanner, 6)


@pytest.mark.commands("scan")
def test_an_address_is_never_opened(bench: Bench, scanner: Scanner) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        bench.hold(url)
        assert scanned(scanner).text == url
        assert nothing(scanner)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.commands("scan")
@pytest.mark.parametrize("text", PAYMENTS)
def test_payment_codes_are_never_logged_nor_in_repr(
    bench: Bench, scanner: Scanner, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    caplog.set_level(logging.DEBUG)
    bench.hold(text)
    code = scanned(scanner)
    assert code.is_payment
    assert code.text == text
    assert text not in f"{code!r} {code} {[code]} {caplog.text}"


@pytest.mark.commands("open", "scan")
def test_what_was_held_there_before_opening_does_not_count(bench: Bench, scanner: Scanner) -> None:
    scanner.close()
    bench.hold("DSK-OLD")
    bench.take_away()
    scanner.open()
    bench.hold("DSK-NEW")
    assert scanned(scanner).text == "DSK-NEW"
    assert nothing(scanner)


@pytest.mark.commands("open", "close", "scan")
def test_what_waited_when_it_was_closed_does_not_count(bench: Bench, scanner: Scanner) -> None:
    bench.hold("DSK-1", "DSK-2")
    scanned(scanner)
    bench.take_away()
    scanner.close()
    scanner.open()
    assert nothing(scanner)


@pytest.mark.commands("open", "scan")
@over_tcp_too
def test_unplugged_and_plugged_in_again(bench: Bench, scanner: Scanner) -> None:
    assert scanner.scan() is None
    bench.simulated.tell("unplug")
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        scanned(scanner)
    scanner.close()
    with pytest.raises(DeviceError):
        scanner.open()
    bench.simulated.tell("plug")
    scanner.open()
    bench.hold("DSK-1")
    assert scanned(scanner).text == "DSK-1"


@pytest.mark.commands("open", "close", "scan")
def test_opening_and_closing_twice_does_nothing(bench: Bench, scanner: Scanner) -> None:
    scanner.open()
    bench.hold("DSK-1")
    assert scanned(scanner).text == "DSK-1"
    scanner.close()
    scanner.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        scanner.scan()


@pytest.mark.commands("open", "scan")
@over_tcp_too
def test_opened_again_and_again(bench: Bench) -> None:
    scanner = made(bench)
    for text in ("DSK-A", "DSK-B", "DSK-C"):
        with scanner:
            bench.hold(text)
            assert scanned(scanner).text == text
            bench.take_away()


@pytest.mark.commands("open", "scan")
@over_tcp_too
def test_a_scanner_that_is_away_is_opened_when_it_is_back(bench: Bench) -> None:
    scanner = made(bench)
    with scanner:
        assert scanner.scan() is None
    bench.simulated.tell("unplug")
    for _ in range(2):
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            scanner.open()
    bench.simulated.tell("plug")
    with scanner:
        bench.hold("DSK-1")
        assert scanned(scanner).text == "DSK-1"


@pytest.mark.commands("open")
@pytest.mark.parametrize("port", ["/nonexistent/scanner", "carrier-pigeon://loft"])
def test_a_port_that_is_none_is_the_settings(bench: Bench, port: str) -> None:
    with (
        pytest.raises(ConfigurationError),
        catalog.scanner(ScannerSettings(driver=bench.driver, port=port)),
    ):
        pass


@pytest.mark.commands("open", "scan")
def test_its_thread_tells_of_codes_and_of_its_condition(bench: Bench) -> None:
    codes: SimpleQueue[Code] = SimpleQueue()
    shown: SimpleQueue[Condition] = SimpleQueue()

    def serve(device: Scanner) -> None:
        if code := device.scan():
            codes.put(code)

    with DeviceThread(made(bench), serve, shown.put, pause=0.01) as thread:
        see(shown, working=True)  # what is held before it is open is old, and not told
        bench.hold("DSK-1")
        assert codes.get(timeout=PATIENT).text == "DSK-1"
        bench.simulated.tell("unplug")
        see(shown, working=False)
        bench.take_away()  # a code that still lies there when a camera is back is held there anew
        bench.simulated.tell("plug")
        see(shown, working=True)
        bench.hold("DSK-2")
        assert codes.get(timeout=PATIENT).text == "DSK-2"
        assert thread.submit(lambda device: device.scan()).result() is None
    assert codes.empty()


def see(shown: SimpleQueue[Condition], *, working: bool) -> None:
    """Wait until it is shown as working or not; on a slow machine one trouble may follow another."""
    while shown.get(timeout=PATIENT).working is not working:
        continue


@pytest.mark.commands("open", "scan")
def test_no_error_is_the_residents_fault(bench: Bench, scanner: Scanner) -> None:
    bench.fall_silent()
    bench.hold("DSK-1")
    with pytest.raises(DeviceError) as raised:
        scanned(scanner)
    assert not isinstance(raised.value, ResidentError)
    scanner.close()
    bench.simulated.tell("clear")
    scanner.open()
    bench.hold("DSK-2")
    assert scanned(scanner).text == "DSK-2"
