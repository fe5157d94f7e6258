"""ISO/IEC 7816-4: commands and responses of a chip card, and what a card's status words mean to the resident."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

from devices.errors import DeviceError, ResidentError

OK = 0x9000
NOT_FOUND = frozenset({0x6A82, 0x6A83, 0x6A88})  # file, record or data object
NOT_ALLOWED = frozenset({0x6982, 0x6985, 0x6986})  # security status or conditions of use not satisfied
UNKNOWN_COMMAND = frozenset({0x6700, 0x6A81, 0x6A86, 0x6B00, 0x6D00, 0x6E00})
LOCKED = frozenset({0x6283, 0x6983, 0x9303})
_MORE, _WRONG_LE = 0x61, 0x6C
_PIECES = 32  # no answer of ours is longer than 32 GET RESPONSEs

Transmit = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Command:
    """A command APDU in its short form; `le` is how much is wanted: None nothing, 256 whatever there is."""

    cla: int
    ins: int
    p1: int = 0
    p2: int = 0
    data: bytes = field(default=b"", repr=False)
    le: int | None = None

    def __bytes__(self) -> bytes:
        head = bytes([self.cla, self.ins, self.p1, self.p2])
        body = bytes([len(self.data)]) + self.data if self.data else b""
        return head + body + (b"" if self.le is None else bytes([self.le % 256]))


@dataclass(frozen=True, slots=True)
class Response:
    """A response APDU: the data, and the status word SW1 SW2."""

    data: bytes = field(repr=False)
    status: int


class Chip(Protocol):
    """A card that commands can be sent to, in the clear or through secure messaging."""

    def send(self, command: Command) -> Response:
        """Send a command and return the card's response, whatever its status.

        Raises:
            DeviceError: the card was lifted, or the reader has trouble.
        """


class PlainChip:
    """A card in the clear. What T=0 leaves to the terminal is done here: 61xx is fetched, 6Cxx asked again."""

    def __init__(self, transmit: Transmit) -> None:
        self._transmit = transmit

    def send(self, command: Command) -> Response:
        """Send a command and return the whole response; see `Chip`."""
        response = self._once(command)
        if response.status >> 8 == _WRONG_LE:
            length = response.status & 0xFF or 256
            response = self._once(
                Command(command.cla, command.ins, command.p1, command.p2, command.data, length)
            )
        data = response.data
        for _ in range(_PIECES):
            if response.status >> 8 != _MORE:
                break
            response = self._once(Command(command.cla & 0x03, 0xC0, le=response.status & 0xFF or 256))
            data += response.data
        return Response(data, response.status)

    def _once(self, command: Command) -> Response:
        answer = self._transmit(bytes(command))
        if len(answer) < 2:
            raise unreadable()
        return Response(answer[:-2], int.from_bytes(answer[-2:], "big"))


def expect(response: Response, accepted: Collection[int] = (OK,)) -> bytes:
    """Return the response's data.

    Raises:
        ResidentError: the status is none of the accepted ones; see `error_of`.
    """
    if response.status not in accepted:
        raise error_of(response.status)
    return response.data


def error_of(status: int) -> DeviceError:
    """Return the error that a status word stands for."""
    if status in LOCKED:
        return ResidentError(
            "CARD_LOCKED", "The card is locked: ask its issuer to unlock it, or use another document."
        )
    if status in UNKNOWN_COMMAND | NOT_FOUND | NOT_ALLOWED:
        return ResidentError(
            "CARD_UNKNOWN",
            "What stands on the card is not known to this terminal: use another document, or ask staff.",
        )
    return unreadable()


def unreadable() -> ResidentError:
    """Return the error of a card whose answers cannot be used."""
    return ResidentError(
        "CARD_READ_FAILED", "The card could not be read: lift the card and lay it flat on the reader again."
    )
