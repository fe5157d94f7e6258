"""One reader of the real pcscd, and a process for each kind of card."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.card_reader.pcsc import PcscReader
from devices.simulators.process import Simulated
from tests.conformance.chip_card_readers.desk import Desk


@pytest.fixture(scope="module")
def counter(pcsc_service: Simulated, start: Callable[..., Simulated], run_directory: Path) -> Desk:
    """One reader, and a process for each kind of card."""
    where = ("--reader", str(pcsc_service.where["reader"]))
    cards = {
        "social-card": start("social-card", *where),
        "passport": start("passport", *where, "--csca", str(run_directory / "csca")),
        "library-card": start("library-card", *where),
    }
    return Desk(pcsc_service, cards, run_directory / "csca")


@pytest.fixture
def desk(counter: Desk) -> Iterator[Desk]:
    """The desk with nothing on it."""
    counter.tell("reset")
    counter.sees(present=False)
    yield counter
    counter.tell("reset")


@pytest.fixture
def reader(desk: Desk) -> Iterator[PcscReader]:
    """The driver, open."""
    with PcscReader(csca=desk.csca) as device:
        yield device
