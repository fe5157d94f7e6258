"""Driver for ESC/POS receipt printers in the network (raw TCP, usually port 9100)."""

import re
import socket
import time
from collections.abc import Callable

from devices.errors import ConfigurationError
from devices.printer import USUAL, Style
from devices.printer.conversation import Connection, Descriptor
from devices.printer.escpos import EscposPrinter

PORT = 9100
_CONNECT = 3.0
_ADDRESS = re.compile(r"(?:\[(?P<ipv6>[0-9A-Fa-f:.]+)\]|(?P<host>[^\s:/\[\]]+))(?::(?P<port>\d{1,5}))?")


class EscposTcpPrinter(EscposPrinter):
    """A printer at `host:port`; the port may be left out. Printers serve one connection at a time: keep it open."""

    def __init__(
        self,
        address: str,
        paper_mm: int = 80,
        style: Style = USUAL,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(paper_mm, style, now)
        self._host, self._port = _parsed(address)

    def _connect(self) -> Connection:
        line = socket.create_connection((self._host, self._port), timeout=_CONNECT)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.setblocking(False)
        return _Tcp(line)


class _Tcp(Descriptor):
    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def fileno(self) -> int:
        return self._line.fileno()

    def close(self) -> None:
        self._line.close()


def _parsed(address: str) -> tuple[str, int]:
    parts = _ADDRESS.fullmatch(address)
    port = int(parts["port"] or PORT) if parts else 0
    if parts is None or not 0 < port < 65536:
        message = f"{address!r} is not the address of a printer in the network: set host:port."
        raise ConfigurationError("NO_SUCH_ADDRESS", message)
    return parts["ipv6"] or parts["host"], port
