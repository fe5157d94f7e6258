"""Simulators as processes of their own: started, steered, ended."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from devices.simulators.control import Message, await_announcement, send

END_SECONDS = 5.0


@dataclass(frozen=True)
class Simulated:
    """A running simulator; `where` is what it announced: where a driver reaches it, and its control socket."""

    where: Message

    @property
    def port(self) -> str:
        """The serial port, for devices that have one."""
        return str(self.where["port"])

    def tell(self, do: str, **more: Any) -> Message:
        """Steer it; see `devices.simulators.control`."""
        return send(self.where["control"], do=do, **more)


@contextmanager
def simulated(device: str, *options: str) -> Iterator[Simulated]:
    """Run `kiosk simulate DEVICE OPTIONS` for as long as the context lasts; begins when it is ready.

    Raises:
        ControlError: it ended at once; its reason is on stderr.
    """
    command = [sys.executable, "-m", "kiosk", "simulate", device, *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Simulated(await_announcement(process))
        finally:
            process.terminate()
            try:
                process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()  # a signal that comes just before a wait begins is heard after it
