"""What tests of several packages share."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from devices.simulators.pcsc_service import ENVIRONMENT, missing, socket_below
from devices.simulators.process import Simulated, simulated


@pytest.fixture(scope="session", autouse=True)
def pcsc_directory() -> Iterator[Path]:
    """Where a process of tests looks for pcscd: never the machine's own, and none runs there before `pcsc_service` is asked for.

    The PC/SC library looks once in a process for where pcscd is, and keeps to it: whichever test comes first.
    """
    with TemporaryDirectory(prefix="pcsc") as name, pytest.MonkeyPatch.context() as environment:
        environment.setenv(ENVIRONMENT, str(socket_below(Path(name))))
        yield Path(name)


@pytest.fixture(scope="session")
def pcsc_service(pcsc_directory: Path) -> Iterator[Simulated]:
    """The real pcscd with virtual readers, apart from the machine's own; one for all tests of a process."""
    if reason := missing():
        pytest.skip(reason)
    control = str(pcsc_directory / "c")
    with simulated("pcsc-service", "--directory", str(pcsc_directory), "--control", control) as it:
        yield it
