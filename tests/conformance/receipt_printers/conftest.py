"""Receipt printers on every line: in the network, on a tty, behind a device file, on USB."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.printer import ReceiptPrinter
from devices.simulators.process import Simulated
from tests.conformance.receipt_printers.desk import Desk


@pytest.fixture(
    scope="module", params=["tcp-process-ids", "serial-in-order", "file-in-order", "usb-process-ids"]
)
def simulated(
    request: pytest.FixtureRequest, start: Callable[..., Simulated], run_directory: Path
) -> tuple[Simulated, str]:
    """Printers in the network and on USB that give process ids; on a serial line and behind a file, ones that do not."""
    line, _, proof = request.param.partition("-")
    where = (
        ("--listen", "127.0.0.1:0") if line in {"tcp", "usb"} else ("--link", str(run_directory / "printer"))
    )
    maker = "EPSON" if proof == "process-ids" else "GPRINTER"
    return start("escpos-printer", *where, "--maker", maker), line


@pytest.fixture
def desk(simulated: tuple[Simulated, str]) -> Desk:
    """The simulator as it was when it started."""
    simulated[0].tell("reset")
    return Desk(*simulated)


@pytest.fixture
def printer(desk: Desk) -> Iterator[ReceiptPrinter]:
    """The driver, open."""
    with desk.driver() as device:
        yield device
