"""A simulated reader in a thread of the test: the wire is real, the process is ours."""

import threading
from collections.abc import Callable, Iterator

import pytest

from devices.simulators.sdt_reader import SdtReader
from devices.simulators.wires import PtyWire

Desk = Callable[..., SdtReader]


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Start simulated readers: `desk(baud=9600)`; they end with the test."""
    running: list[tuple[SdtReader, threading.Thread]] = []

    def begin(card: str = "", baud: int = 115200) -> SdtReader:
        reader = SdtReader(PtyWire(), card, baud=baud)
        running.append((reader, threading.Thread(target=reader.run)))
        running[-1][1].start()
        return reader

    yield begin
    for reader, thread in running:
        reader.tell({"do": "stop"})
        thread.join()
