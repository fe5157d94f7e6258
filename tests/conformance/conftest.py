"""Simulated devices as processes of their own, shared by the tests of a module and reset before each."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from devices.simulators.process import Simulated, simulated


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
