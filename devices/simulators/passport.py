"""A simulated travel document: `kiosk simulate passport [--csca DIR]`; other options in `devices.simulators.virtual_card`.

Its state makes a new signing authority at each start; with `--csca` the authority's certificate is written where a terminal
looks for it. Specimens: `passport` (the specimen of Doc 9303-4), `entry_permit` (a Chinese permit's layout), `forged` (data
group 1 was changed after it was signed), `stranger` (signed by an authority that nobody knows), `copy` (the signed content
of another document), `pace` (does not open by Basic Access Control).

It departs from a real document in this: of the data groups only 1 is there; a wrong key is refused at once, each time; there
is neither active nor chip authentication.
"""

import argparse
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from devices.simulators import virtual_card
from devices.simulators.card_files import (
    NOT_FOUND,
    NOT_SATISFIED,
    OK,
    UNKNOWN_INS,
    WRONG_LENGTH,
    Asked,
    asked,
)
from devices.simulators.passport_access import Gate, Session
from devices.simulators.passport_issuer import Issuer, der

APPLICATION = bytes.fromhex("A0000002471001")
ATR = bytes.fromhex("3B8E800180318065B0850300EF120FFE829000EA")  # made up by a contactless reader
COMMON = bytes.fromhex("60145F0104303130365F36063034303030305C026175")  # EF.COM of Doc 9303-11, D.4
ERIKSSON = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
ERIKSEN = ERIKSSON.replace("ERIKSSON<", "ERIKSEN<<")
PERMIT = "CRH000000009<013201015F9001011" + "<" * 30 + "YANGBEN<<SAN" + "<" * 18
_INFORMATION = {ERIKSSON: "L898902C3674081221204159", PERMIT: "H00000000990010113201015"}


class Passport:
    """The chip: three files behind Basic Access Control."""

    def __init__(self, information: str, group: bytes, signed: bytes, *, opens: bool = True) -> None:
        self.atr, self._information, self._opens = ATR, information, opens
        self._files = {b"\x01\x1e": COMMON, b"\x01\x01": group, b"\x01\x1d": signed}
        self._session: Session | None = None
        self.reset()

    def reset(self) -> None:
        """Nothing is selected, nobody was let in."""
        self._selected, self._session, self._file = False, None, b""
        self._gate = Gate(self._information, secrets.token_bytes(8), secrets.token_bytes(16))

    def answer(self, command: bytes) -> bytes:
        """Return the response to a command, protected once somebody was let in."""
        it = asked(command)
        if it is None:
            return WRONG_LENGTH
        if self._session is None:
            return self._outside(it)
        opened = self._session.opened(it)
        if opened is None:
            self._session = None
            return bytes.fromhex("6988")
        return self._session.protected(*self._inside(it, *opened))

    def _outside(self, it: Asked) -> bytes:
        match it.ins:
            case 0xA4 if it.p1 == 0x04:
                self._selected = it.data == APPLICATION
                return OK if self._selected else NOT_FOUND
            case 0x84 if self._selected and self._opens:
                return self._gate.challenge + OK
            case 0x82 if self._selected and self._opens:
                entered = self._gate.enter(it.data)
                if entered is None:
                    return bytes.fromhex("6300")
                answer, self._session = entered
                return answer + OK
            case 0xA4 | 0xB0:
                return NOT_SATISFIED
            case _:
                return UNKNOWN_INS

    def _inside(self, it: Asked, data: bytes, wanted: int) -> tuple[bytes, bytes]:
        match it.ins:
            case 0xA4 if data in self._files:
                self._file = self._files[data]
                return b"", OK
            case 0xA4:
                return b"", NOT_FOUND
            case 0xB0:
                start = it.p1 << 8 | it.p2
                return self._file[start : start + wanted], OK
            case _:
                return b"", UNKNOWN_INS


def group_of(zone: str) -> bytes:
    """Return data group 1 around a machine-readable zone."""
    text = b"\x5f\x1f" + bytes([len(zone)]) + zone.encode("ascii")
    return der(0x61, text)


def cards(issuer: Issuer) -> dict[str, Callable[[], virtual_card.CardImage]]:
    """Return the specimens as documents to be laid, issued by a state."""
    genuine, permit, changed = group_of(ERIKSSON), group_of(PERMIT), group_of(ERIKSEN)
    signed = issuer.security_object({1: genuine})
    stranger = Issuer("UT").security_object({1: genuine})
    permit_signed = issuer.security_object({1: permit})
    return {
        "passport": lambda: Passport(_INFORMATION[ERIKSSON], genuine, signed),
        "entry_permit": lambda: Passport(_INFORMATION[PERMIT], permit, permit_signed),
        "forged": lambda: Passport(_INFORMATION[ERIKSSON], changed, signed),
        "stranger": lambda: Passport(_INFORMATION[ERIKSSON], genuine, stranger),
        "copy": lambda: Passport(_INFORMATION[ERIKSSON], permit, permit_signed),
        "pace": lambda: Passport(_INFORMATION[ERIKSSON], genuine, signed, opens=False),
    }


def main(argv: Sequence[str]) -> int:
    """Run the simulated document until it is stopped."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--csca", type=Path, help="directory to write the authority's certificate into")
    args, rest = parser.parse_known_args(argv)
    issuer = Issuer("UT")
    if args.csca is not None:
        for state in ("UTO", "CHN"):
            issuer.publish(args.csca, state)
    return virtual_card.serve("passport", cards(issuer), rest)
