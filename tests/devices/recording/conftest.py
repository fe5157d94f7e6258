"""A tap in the line of a simulated device, and what it wrote played to the driver."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from devices.recording.tap import Tap
from devices.recording.tape import Recorder
from devices.serial_line import SerialLine

Tapped = Callable[[str, str], AbstractContextManager[str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the recording is written."""
    return tmp_path / "tape"


@pytest.fixture
def tapped(tmp_path: Path, file: Path) -> Tapped:
    """Tap a port, `with tapped("sdt", port) as link`; the recording is whole when the context ends."""

    @contextmanager
    def tapping(protocol: str, port: str) -> Iterator[str]:
        ended, ready = threading.Event(), threading.Event()
        link = tmp_path / "tap"
        with file.open("w", encoding="ascii") as written:
            tap = Tap(SerialLine(port, 115200, "device"), link, protocol, Recorder(written, protocol))
            thread = threading.Thread(target=tap.run, args=(ended.is_set, ready.set))
            thread.start()
            try:
                assert ready.wait(10)
                yield str(link)
            finally:
                ended.set()
                thread.join()

    return tapping
