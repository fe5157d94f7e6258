"""What a simulated serial device can be plugged into: a pseudo-terminal, or a TCP port for `socket://` URLs; and its pace."""

import argparse
import contextlib
import os
import select
import socket
import termios
import time
import tty
from abc import ABC, abstractmethod
from pathlib import Path

_CHUNK = 4096
_RATES = {
    termios.B115200: 115200,
    termios.B57600: 57600,
    termios.B38400: 38400,
    termios.B19200: 19200,
    termios.B9600: 9600,
}


class Wire(ABC):
    """A line that can be unplugged and plugged in again. Used by one thread."""

    #: Where a driver reaches the device: a path, or a pyserial URL.
    port: str

    @abstractmethod
    def plug(self) -> None:
        """Make the line reachable; one that is plugged in stays so."""

    @abstractmethod
    def unplug(self) -> None:
        """Cut the line: whoever uses it sees it vanish."""

    @abstractmethod
    def sources(self) -> list[int]:
        """Return the file descriptors that become readable when `receive` has something to do."""

    @abstractmethod
    def receive(self) -> bytes:
        """Return what came, without waiting."""

    @abstractmethod
    def send(self, piece: bytes) -> None:
        """Send to whoever is there; nobody hears it when nobody is."""

    def baud(self) -> int | None:
        """Return the rate that the other side has set, or None on a line that has no rate."""
        return None


class PtyWire(Wire):
    """A pseudo-terminal; `link` is a symbolic link to it that survives unplugging, as a udev link would."""

    def __init__(self, link: str | os.PathLike[str] | None = None) -> None:
        self._link = Path(link) if link is not None else None
        self._ends: tuple[int, int] | None = None
        self.plug()

    def plug(self) -> None:
        """Make a new pseudo-terminal and point the link at it."""
        if self._ends is not None:
            return
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        os.set_blocking(ours, False)
        self._ends = ours, theirs
        self.port = os.ttyname(theirs)
        if self._link is not None:
            self._link.unlink(missing_ok=True)
            self._link.symlink_to(self.port)
            self.port = str(self._link)

    def unplug(self) -> None:
        """Hang up and remove the link."""
        if self._ends is None:
            return
        for end in self._ends:
            os.close(end)
        self._ends = None
        if self._link is not None:
            self._link.unlink(missing_ok=True)

    def sources(self) -> list[int]:
        """Return our end."""
        return [self._ends[0]] if self._ends else []

    def receive(self) -> bytes:
        """Return what the other end wrote."""
        if self._ends is None or not select.select([self._ends[0]], [], [], 0)[0]:
            return b""
        return os.read(self._ends[0], _CHUNK)

    def send(self, piece: bytes) -> None:
        """Write; what does not fit into the line's buffer because nobody reads is lost."""
        if self._ends is not None:
            with contextlib.suppress(BlockingIOError):
                os.write(self._ends[0], piece)

    def baud(self) -> int | None:
        """Return the rate that the other end has set; 0 for one that card readers do not use."""
        return _RATES.get(termios.tcgetattr(self._ends[0])[5], 0) if self._ends else None


class TcpWire(Wire):
    """A TCP port that serves one connection at a time, the newest."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._listening: socket.socket | None = None
        self._line: socket.socket | None = None
        self.plug()

    def plug(self) -> None:
        """Listen, always at the same port."""
        if self._listening is None:
            self._listening = socket.create_server(self._address)
            self._address = self._listening.getsockname()[:2]
            self.port = "socket://{}:{}".format(*self._address)

    def unplug(self) -> None:
        """Close everything."""
        for each in (self._line, self._listening):
            if each is not None:
                each.close()
        self._line = self._listening = None

    def sources(self) -> list[int]:
        """Return the listening socket and the connection."""
        return [each.fileno() for each in (self._listening, self._line) if each is not None]

    def receive(self) -> bytes:
        """Take up a new connection; return what the present one sent."""
        if self._listening is not None and select.select([self._listening], [], [], 0)[0]:
            self._hang_up()
            self._line = self._listening.accept()[0]
            self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._line is None or not select.select([self._line], [], [], 0)[0]:
            return b""
        with contextlib.suppress(ConnectionError):
            if received := self._line.recv(_CHUNK):
                return received
        self._hang_up()
        return b""

    def send(self, piece: bytes) -> None:
        """Send to the connection, if there is one."""
        if self._line is not None:
            with contextlib.suppress(ConnectionError):
                self._line.sendall(piece)

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


class PacedWire(Wire):
    """A wire on which every byte takes as long as on a line of `rate` baud: a start bit, eight, a stop bit."""

    _AT_ONCE = 64

    def __init__(self, wire: Wire, rate: int) -> None:
        self._wire, self._byte = wire, 10 / rate
        self.port = wire.port

    def plug(self) -> None:
        """Make the line reachable."""
        self._wire.plug()

    def unplug(self) -> None:
        """Cut it."""
        self._wire.unplug()

    def sources(self) -> list[int]:
        """Return the wire's."""
        return self._wire.sources()

    def baud(self) -> int | None:
        """Return the rate that the other side has set."""
        return self._wire.baud()

    def receive(self) -> bytes:
        """Return what came, as late as its last byte."""
        received = self._wire.receive()
        time.sleep(len(received) * self._byte)
        return received

    def send(self, piece: bytes) -> None:
        """Send a few bytes at a time, the last when the line would be through."""
        began = time.monotonic()
        for start in range(0, len(piece), self._AT_ONCE):
            some = piece[start : start + self._AT_ONCE]
            time.sleep(max(0.0, began + (start + len(some)) * self._byte - time.monotonic()))
            self._wire.send(some)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add `--link`, `--listen` (a pseudo-terminal when neither is given) and `--rate`; see `wire_of`."""
    add_rate(parser)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--link", default="", help="symbolic link to the pseudo-terminal")
    where.add_argument("--listen", default="", metavar="HOST:PORT", help="TCP instead; port 0 takes any")


def add_rate(parser: argparse.ArgumentParser) -> None:
    """Add `--rate`; see `wire_of`."""
    parser.add_argument("--rate", type=int, default=0, help="baud that the bytes take the time of; 0: none")


def wire_of(args: argparse.Namespace) -> Wire:
    """Return the wire that `link` and `listen` name (a link goes before a default to listen at), paced as `rate` says."""
    wire = _unpaced(args)
    return PacedWire(wire, args.rate) if args.rate else wire


def _unpaced(args: argparse.Namespace) -> Wire:
    if args.link or not args.listen:
        return PtyWire(args.link or None)
    host, _, port = args.listen.rpartition(":")
    return TcpWire(host or "127.0.0.1", int(port))
