"""What tests of several packages share."""

import os
from collections.abc import Iterator

import pytest

from devices.simulators.pcsc_service import missing
from devices.simulators.process import Simulated, simulated


@pytest.fixture(scope="session")
def pcsc_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    """The real pcscd with virtual readers, apart from the machine's own; one for all tests of a process.

    The PC/SC library looks once for where pcscd is, and keeps to it.
    """
    if reason := missing():
        pytest.skip(reason)
    control = tmp_path_factory.mktemp("pcsc") / "c"
    with (
        pytest.MonkeyPatch.context() as environment,
        simulated("pcsc-service", "--control", str(control)) as it,
    ):
        environment.setitem(os.environ, "PCSCLITE_CSOCK_NAME", it.where["socket"])
        yield it
