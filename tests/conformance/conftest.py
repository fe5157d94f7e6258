"""Simulated devices as processes of their own, shared by the tests of a module and reset before each; commands are heard."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from serial.urlhandler import protocol_socket

from devices.camera import Camera
from devices.card_reader import CardReader
from devices.device import Device
from devices.document_printer import DocumentPrinter
from devices.keypad import Keypad
from devices.printer import ReceiptPrinter
from devices.scanner import Scanner
from devices.simulators.process import Simulated, simulated
from devices.voice import Voice
from tests.conformance.table import commands_of

CLASSES: tuple[type, ...] = (
    Device,
    CardReader,
    ReceiptPrinter,
    DocumentPrinter,
    Camera,
    Scanner,
    Keypad,
    Voice,
)
given: set[str] = set()


def _heard(kind: type, name: str) -> None:
    """Have the command be noted when it is given."""
    command = getattr(kind, name)

    @wraps(command)
    def noting(self: Device, *arguments: Any, **more: Any) -> Any:
        given.add(name)
        return command(self, *arguments, **more)

    setattr(kind, name, noting)


for _kind in CLASSES:  # before any test names one of them
    for _name in [
        name for name in vars(_kind) if not name.startswith("_") and callable(getattr(_kind, name))
    ]:
        _heard(_kind, _name)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Nothing was given yet."""
    given.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A case gives the commands that it says it is about."""
    yield
    assert commands_of(item) <= given


@pytest.fixture(scope="session", autouse=True)
def servers_are_quick() -> Iterator[None]:
    """Hang up a `socket://` line at once: pyserial waits 0.3 s at each, for servers that are slower than ours."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(protocol_socket, "time", SimpleNamespace(sleep=lambda _: None))
        yield


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Simulated]]:
    """Start simulators: `start("sdt-reader", "--listen", "127.0.0.1:0")`; they end with the module."""
    with ExitStack() as running:

        def begin(device: str, *options: str) -> Simulated:
            control = tmp_path_factory.mktemp("control") / "c"
            return running.enter_context(simulated(device, "--control", str(control), *options))

        yield begin


@pytest.fixture(scope="module")
def run_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short-lived directory for links and sockets."""
    return tmp_path_factory.mktemp("run")
