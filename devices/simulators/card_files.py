"""Parts that simulated chip cards share: taking a command apart, and status words. Apart from the driver's own code."""

from dataclasses import dataclass, field

OK = bytes.fromhex("9000")
NOT_FOUND = bytes.fromhex("6A82")
NO_RECORD = bytes.fromhex("6A83")
NOT_SATISFIED = bytes.fromhex("6982")
WRONG_LENGTH = bytes.fromhex("6700")
UNKNOWN_INS = bytes.fromhex("6D00")


@dataclass(frozen=True, slots=True)
class Asked:
    """A command APDU in its short form; `le` 0 asks for nothing, 256 for whatever there is."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = field(repr=False)
    le: int


def asked(command: bytes) -> Asked | None:
    """Take a command apart; None when its lengths do not fit."""
    if len(command) < 4:
        return None
    (cla, ins, p1, p2), body = command[:4], command[4:]
    if len(body) <= 1:
        return Asked(cla, ins, p1, p2, b"", (body[0] or 256) if body else 0)
    data, rest = body[1 : 1 + body[0]], body[1 + body[0] :]
    if len(data) != body[0] or len(rest) > 1:
        return None
    return Asked(cla, ins, p1, p2, data, (rest[0] or 256) if rest else 0)
