"""A simulated social security card: `kiosk simulate social-card`; options and faults in `devices.simulators.virtual_card`.

Specimens: `trace` is the published test card of version 3.0 with its personal items left out, `v3` the same with a holder,
whose file opens to nobody without a security module; `v2` and `v1` are cards of 2.0 and 1.0; `backwards` was put in
the wrong way round: its answer to reset is none. All persons are invented.

It departs from a real card in this: of the applications only the social security environment is there; external
authentication never succeeds; the PIN file is missing, and a VERIFY is answered with 6983, as a locked PIN would be.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from devices.simulators import virtual_card
from devices.simulators.card_files import (
    NO_RECORD,
    NOT_FOUND,
    NOT_SATISFIED,
    OK,
    UNKNOWN_INS,
    WRONG_LENGTH,
    asked,
)

ENVIRONMENT = "sx1.sh.社会保障".encode("gbk")
FCI = bytes.fromhex("6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA50988011E9F0C03860103")
EF05, EF06 = 0xEF05, 0xEF06


@dataclass(frozen=True, slots=True)
class SocialSpecimen:
    """Records by tag as the chip holds them, in the issuer's and the holder's file; whether the latter is open to all."""

    issuer: Mapping[int, bytes]
    holder: Mapping[int, bytes] = field(repr=False)
    open: bool = True
    atr: bytes = bytes.fromhex("3B6D000000814A444686605199000001AC")


class SocialCard:
    """The chip: selects, reads records by tag, refuses what needs a security module."""

    def __init__(self, specimen: SocialSpecimen) -> None:
        self._specimen, self.atr = specimen, specimen.atr
        self.reset()

    def reset(self) -> None:
        """Nothing is selected."""
        self._environment = False
        self._file = 0

    def answer(self, command: bytes) -> bytes:
        """Return the response to a command."""
        it = asked(command)
        if it is None:
            return WRONG_LENGTH
        match it.ins:
            case 0xA4:
                return self._select(it.p1, it.data)
            case 0xB2 if self._file:
                return self._record(it.p1, it.le)
            case 0x84:
                return bytes.fromhex("0123456789ABCDEF") + OK
            case 0x20:
                return bytes.fromhex("6983")
            case _:
                return UNKNOWN_INS

    def _select(self, how: int, name: bytes) -> bytes:
        if how == 0x04:
            self._environment = name == ENVIRONMENT
            return FCI + OK if self._environment else NOT_FOUND
        if not self._environment or name not in {b"\xef\x05", b"\xef\x06"}:
            return NOT_FOUND
        self._file = int.from_bytes(name, "big")
        return OK

    def _record(self, tag: int, wanted: int) -> bytes:
        if self._file == EF06 and not self._specimen.open:
            return NOT_SATISFIED
        records = self._specimen.issuer if self._file == EF05 else self._specimen.holder
        if tag not in records:
            return NO_RECORD
        record = bytes([tag, len(records[tag])]) + records[tag]
        if wanted not in {len(record), 256}:
            return bytes([0x6C, len(record)])
        return record + OK


def _issuer(version: str, number: str, **dates: str) -> dict[int, bytes]:
    records = {
        0x01: bytes.fromhex("519900D15600000510000B26FFFFFFFF"),
        0x02: b"3",
        0x07: number.encode(),
        0x05: bytes.fromhex(dates.get("issued", "20200101")),
        0x06: bytes.fromhex(dates.get("expires", "20300101")),
    }
    return records | ({0x03: version.encode()} if version else {})


def _holder(number: str, name: str, sex: str, birth: str, more: str | None = None) -> dict[int, bytes]:
    records = {
        0x08: number.encode(),
        0x09: name.encode("gb18030").ljust(30, b"\0"),
        0x0A: sex.encode(),
        0x0B: b"\x01",
        0x0C: bytes.fromhex("440104"),
        0x0D: bytes.fromhex(birth),
    }
    return records | ({0x4E: more.encode("gb18030").ljust(20, b"\0")} if more is not None else {})


_TRACE = {
    0x01: bytes.fromhex("519900D15600000510000B26FFFFFFFF"),
    0x03: b"3.00",
    0x07: b"HA1046924",
}
SPECIMENS: dict[str, SocialSpecimen] = {
    "trace": SocialSpecimen(_TRACE, {}, open=False),
    "v3": SocialSpecimen(
        _issuer("3.00", "HA1046924"), _holder("11010519491231002X", "张三", "2", "19491231", ""), open=False
    ),
    "v2": SocialSpecimen(
        _issuer("2.00", "D2143569X"),
        _holder("440524188001010014", "阿卜杜拉·买买提·吐尔逊·样本", "1", "18800101", "之续"),
    ),
    "backwards": SocialSpecimen({}, {}, atr=b"\0"),
    "v1": SocialSpecimen(
        _issuer("", "X00000019", expires="FFFFFFFF"), _holder("11010519491231002X", "李四", "2", "19491231")
    ),
}


def cards() -> dict[str, Callable[[], virtual_card.CardImage]]:
    """Return the specimens as cards to be laid."""
    return {name: _maker(specimen) for name, specimen in SPECIMENS.items()}


def _maker(specimen: SocialSpecimen) -> Callable[[], virtual_card.CardImage]:
    return lambda: SocialCard(specimen)


def main(argv: Sequence[str]) -> int:
    """Run the simulated card until it is stopped."""
    return virtual_card.serve("social-card", cards(), argv)
