"""The security module of a simulated identity card reader: requests in, answers out, a card that lies there or not.

Written from the fact sheet's tables and not from the driver's codec, so that the two check each other. Pure.
"""

from enum import Enum, auto

from devices.simulators.specimens import Specimen, address_record

PREAMBLE = bytes([0xAA, 0xAA, 0xAA, 0x96, 0x69])
SAM_ID = bytes.fromhex("0500010009B8320105BE1200ADC5B111")  # published example of a real module
NAMES = {
    (0x10, 0xFF): "reset",
    (0x11, 0xFF): "status",
    (0x12, 0xFF): "sam_id",
    (0x20, 0x01): "find",
    (0x20, 0x02): "select",
    (0x30, 0x01): "read",
    (0x30, 0x03): "read_address",
    (0x30, 0x05): "read_chip_number",
    (0x30, 0x10): "read_with_fingerprints",
    (0x60, 0x00): "baud_115200",
    (0x60, 0x01): "baud_57600",
    (0x60, 0x02): "baud_38400",
    (0x60, 0x03): "baud_19200",
    (0x60, 0x04): "baud_9600",
    (0x61, 0xFF): "max_rf_bytes",
}
BAUDS = {
    "baud_115200": 115200,
    "baud_57600": 57600,
    "baud_38400": 38400,
    "baud_19200": 19200,
    "baud_9600": 9600,
}
_LONGEST_REQUEST = 64


class Stage(Enum):
    """How far the card on the reader has come."""

    AWAY = auto()
    LAID = auto()
    FOUND = auto()
    SELECTED = auto()
    READ = auto()


def frame(status: int, data: bytes = b"") -> bytes:
    """Return the answer with SW3 `status` as it goes over the line."""
    content = (len(data) + 4).to_bytes(2, "big") + bytes([0, 0, status]) + data
    check = 0
    for byte in content:
        check ^= byte
    return PREAMBLE + content + bytes([check])


def name_of(request: bytes) -> str:
    """Return what a request is called here, `unknown` when the reader does not know it."""
    return NAMES.get((request[2], request[3]), "unknown") if len(request) >= 5 else "unknown"


class SdtModule:
    """Answers requests as the reader would; `sets_baud` is the rate it was last told to use, or None."""

    def __init__(self) -> None:
        self._card: Specimen | None = None
        self._stage = Stage.AWAY
        self._heard = b""
        self.sets_baud: int | None = None

    def lay(self, card: Specimen) -> None:
        """Lay a card on the reader; it was lifted before."""
        self._card, self._stage = card, Stage.LAID

    def lift(self) -> None:
        """Take the card away."""
        self._card, self._stage = None, Stage.AWAY

    def hear(self, received: bytes) -> list[bytes]:
        """Return the requests that are complete now, from Len to checksum. Noise before a preamble is dropped."""
        self._heard += received
        requests: list[bytes] = []
        while (request := self._next_request()) is not None:
            requests.append(request)
        return requests

    def answer(self, request: bytes) -> bytes:
        """Carry a request out and return the answer to it."""
        if len(request) < 5:
            return frame(0x11)
        check = 0
        for byte in request:
            check ^= byte
        return frame(0x10) if check else frame(*self._carry_out(name_of(request)))

    def _next_request(self) -> bytes | None:
        start = self._heard.find(PREAMBLE)
        if start < 0:
            self._heard = self._heard[-len(PREAMBLE) :]
            return None
        rest = self._heard[start + len(PREAMBLE) :]
        size = 2 + int.from_bytes(rest[:2], "big")
        if len(rest) < 2 or (len(rest) < size <= _LONGEST_REQUEST):
            return None
        size = size if size <= _LONGEST_REQUEST else 2
        self._heard = rest[size:]
        return rest[:size]

    def _carry_out(self, name: str) -> tuple[int, bytes]:
        self.sets_baud = BAUDS.get(name)
        match name:
            case "sam_id":
                return 0x90, SAM_ID
            case "find":
                return self._find()
            case "select":
                return self._select()
            case "unknown":
                return 0x21, b""
            case _ if name.startswith("read"):
                return self._read(name)
            case _:
                return 0x90, b""

    def _find(self) -> tuple[int, bytes]:
        if self._stage in {
            Stage.AWAY,
            Stage.READ,
        }:  # a card that was read is not found again until it is lifted
            return 0x80, b""
        self._stage = Stage.FOUND
        return 0x9F, bytes(4)

    def _select(self) -> tuple[int, bytes]:
        if self._stage not in {Stage.FOUND, Stage.SELECTED}:
            return 0x81, b""
        self._stage = Stage.SELECTED
        return 0x90, bytes(8)

    def _read(self, what: str) -> tuple[int, bytes]:
        card = self._card
        if card is None or self._stage not in {Stage.SELECTED, Stage.READ}:
            return 0x41, b""
        sizes = len(card.text).to_bytes(2, "big") + len(card.photo).to_bytes(2, "big")
        match what:
            case "read_address":
                records = b"".join(address_record(address) for address in card.addresses)
                return (0x90, records) if records else (0x91, b"")
            case "read_chip_number":
                return 0x90, bytes(28)
            case "read_with_fingerprints":
                data = sizes + bytes(2) + card.text + card.photo
            case _:
                data = sizes + card.text + card.photo
        self._stage = Stage.READ
        return 0x90, data
