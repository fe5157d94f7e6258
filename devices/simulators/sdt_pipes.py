"""A simulated card reader on USB, for pyusb: a backend of ours in place of libusb, in front of `kiosk simulate sdt-reader`.

The simulator that listens at a TCP port speaks SDT; the backend gives it the descriptors and the bulk pipes of a reader, two
pairs (0x02, 0x06, 0x81, 0x85) or one (0x01, 0x82). The reader is on the bus while the simulator listens.

It departs from real USB in this: there are no packets, no stalls and no bandwidth; what has a length on the wire but not in a
frame (noise before an answer) goes to the pipes as if it were one; there is one device on the bus.
"""

# ruff: noqa: ARG002  # the methods are pyusb's, and have its arguments

import errno
import select
import socket
from array import array
from collections import deque
from collections.abc import Iterator
from typing import Any

import usb.core

from devices.simulators.usb_device import OneDevice

TWO_PAIRS, ONE_PAIR = (0x02, 0x06, 0x81, 0x85), (0x01, 0x82)
_PREAMBLE, _HEAD = bytes.fromhex("AAAAAA9669"), 7
_CHUNK = 4096  # as long as the longest transfer that the driver asks for


class SdtPipes(OneDevice):
    """The bus with the reader that listens at `address`."""

    def __init__(self, address: tuple[str, int], pipes: tuple[int, ...] = TWO_PAIRS) -> None:
        super().__init__(pipes)
        self._address = address
        self._line: socket.socket | None = None
        self._asked = b""
        self._waiting: tuple[deque[bytes], ...] = (deque(), deque())  # transfers of each IN pipe
        self._owed = 0  # bytes that follow the head

    def enumerate_devices(self) -> Iterator[str]:
        """Yield the reader when it is plugged in."""
        try:
            socket.create_connection(self._address, 1.0).close()
        except OSError:
            return
        yield "reader"

    def open_device(self, dev: str) -> "SdtPipes":
        """Connect."""
        try:
            self._line = socket.create_connection(self._address, 1.0)
        except OSError as error:
            raise _no_device() from error
        self._asked, self._waiting, self._owed = b"", (deque(), deque()), 0
        return self

    def close_device(self, dev_handle: "SdtPipes") -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def bulk_write(self, dev_handle: "SdtPipes", ep: int, intf: int, data: Any, timeout: int) -> int:
        """Take a piece of a request; with two pairs the head waits for the rest."""
        sent = bytes(data)
        if ep == self._pipes[0] and len(self._pipes) > 2:
            self._asked = sent
            return len(sent)
        self._owed = 0
        try:
            self._connected().sendall(self._asked + sent)
        except OSError as error:
            raise _no_device() from error
        self._asked = b""
        return len(sent)

    def bulk_read(self, dev_handle: "SdtPipes", ep: int, intf: int, buff: "array[int]", timeout: int) -> int:
        """Give what has come for this pipe.

        Raises:
            USBTimeoutError: nothing came within `timeout` milliseconds.
        """
        at = int(ep == self._pipes[-1]) if len(self._pipes) > 2 else 0
        if not self._waiting[at]:
            self._receive(timeout / 1000)
        if not self._waiting[at]:
            raise usb.core.USBTimeoutError("Operation timed out", None, errno.ETIMEDOUT)
        piece = self._waiting[at].popleft()
        buff[: len(piece)] = array("B", piece)
        return len(piece)

    def _receive(self, seconds: float) -> None:
        line = self._connected()
        if not select.select([line], [], [], seconds)[0]:
            return
        try:
            received = line.recv(_CHUNK)
        except OSError as error:
            raise _no_device() from error
        if not received:
            raise _no_device()
        while received:
            received = self._sort(received)

    def _sort(self, received: bytes) -> bytes:
        """Give the next piece to the pipe it belongs to and return the rest."""
        if len(self._pipes) == 2:
            self._waiting[0].append(received)
            return b""
        if not self._owed:
            head = received[:_HEAD]
            self._waiting[0].append(head)
            framed = head.startswith(_PREAMBLE) and len(head) == _HEAD
            self._owed = int.from_bytes(head[5:], "big") if framed else len(received) - len(head)
            return received[_HEAD:]
        rest = received[: self._owed]
        self._waiting[1].append(rest)
        self._owed -= len(rest)
        return received[len(rest) :]

    def _connected(self) -> socket.socket:
        if self._line is None:
            raise _no_device()
        return self._line


def _no_device() -> usb.core.USBError:
    return usb.core.USBError("No such device (it may have been disconnected)", None, errno.ENODEV)
