"""The inside of a simulated receipt printer: a buffer, paper, a knife, sensors. Pure: time comes in, answers go out."""

from collections import deque

from devices.simulators.escpos_commands import Command, CommandReader
from devices.simulators.escpos_faults import Fault, Kind

_REAL_TIME = {"DLE EOT", "DLE DC4", "DLE ENQ"}
_QUESTIONS = {"GS r", "GS I", "GS ( H"}
_CLEAR = bytes((8, 1, 3, 20, 1, 6, 2, 8))
_PRINT_SYMBOL = b"\x31\x51"
_FAILURES = {Kind.CUTTER_JAM, Kind.JAM, Kind.OVERHEATED, Kind.BROKEN}
_STOPS = {*_FAILURES, Kind.PAPER_OUT, Kind.COVER_OPEN, Kind.OFFLINE}
_CHATTER = bytes((0x14, 0x00, 0x00, 0x0F, 0xF5))  # an automatic status, and noise


class Mechanism:
    """Hears bytes, prints, answers. `receipts` are the bytes of each piece of paper that was cut off, oldest first."""

    def __init__(self, maker: str) -> None:
        self._maker = maker.encode("ascii")
        self._reader = CommandReader()
        self._buffer: deque[Command] = deque()
        self._paper = bytearray()
        self._lines = 0
        self._to_come: list[Fault] = []
        self._wrong: dict[Kind, Fault] = {}
        self._next_line = 0.0
        self._automatic = 0  # what GS a asked to be told of
        self._told = b""
        self.receipts: list[bytes] = []
        self.unknown = 0

    @property
    def hanging(self) -> bytes:
        """The bytes of what hangs out of the printer, not cut yet."""
        return bytes(self._paper)

    def suffers(self, kind: Kind) -> bool:
        """Whether the fault is there now."""
        return kind in self._wrong

    def fail(self, fault: Fault) -> None:
        """Have something go wrong, now or later."""
        self._to_come.append(fault)
        self._happen()

    def mend(self) -> None:
        """Put paper in, close the cover, free the knife, cool the head: nothing is wrong any more."""
        self._to_come.clear()
        self._wrong.clear()

    def hear(self, data: bytes) -> bytes:
        """Take data into the buffer and return what is answered at once."""
        said = b""
        for command in self._reader.feed(data):
            if command.name in _REAL_TIME:
                said += self._in_real_time(command)
            elif command.name == "GS r" and self.suffers(Kind.AHEAD):
                said += self._say(self._paper_sensor())
            else:
                self._buffer.append(command)
        return said

    def work(self, now: float) -> tuple[bytes, float | None]:
        """Do what can be done at `now`; return what is answered, and when to go on (None: when something happens)."""
        said = b""
        while self._buffer:
            self._happen()
            if any(kind in _STOPS for kind in self._wrong):
                break
            slow = self._wrong.get(Kind.SLOW)
            if slow and lines_of(self._buffer[0]):
                if now < self._next_line:
                    return said, self._next_line
                self._next_line = now + slow.seconds
            said += self._do(self._buffer.popleft())
        self._happen()
        return said + self._unasked(), None

    def _unasked(self) -> bytes:
        """The automatic status, when it is wanted and has changed."""
        status = bytes((self._general(), self._errors(), self._sensor(), 0x0F))
        if not self._automatic or status == self._told:
            return b""
        self._told = status
        return self._say(status)

    def _happen(self) -> None:
        at_the_knife = bool(self._buffer) and self._buffer[0].name == "GS V"
        for fault in tuple(self._to_come):
            if fault.after <= self._lines and (fault.kind is not Kind.CUTTER_JAM or at_the_knife):
                self._to_come.remove(fault)
                self._wrong[fault.kind] = fault

    def _do(self, command: Command) -> bytes:
        if command.name in _QUESTIONS:
            return self._say(self._answer(command))
        if command.name == "GS a":
            self._automatic, self._told = command.arguments[0], b""
            return b""
        self.unknown += command.name == "unknown"
        self._lines += lines_of(command)
        self._paper += command.raw
        if command.name == "GS V":
            self.receipts.append(bytes(self._paper))
            self._paper.clear()
            self._lines = 0
        return b""

    def _answer(self, command: Command) -> bytes:
        arguments = command.arguments
        match command.name:
            case "GS I" if arguments == b"\x42":
                return b"\x5f" + self._maker + b"\0" if self._maker else b""
            case "GS ( H" if arguments[:4] == b"\x06\x0000" and self._knows_process_ids:
                return b"\x37\x22" + arguments[4:] + b"\0"
            case "GS r" if not self.suffers(Kind.NOT_IN_ORDER):
                return self._paper_sensor()
        return b""

    @property
    def _knows_process_ids(self) -> bool:
        return self._maker == b"EPSON" and not self.suffers(Kind.NOT_IN_ORDER)

    def _in_real_time(self, command: Command) -> bytes:
        if command.name == "DLE DC4" and command.arguments == _CLEAR and not self.suffers(Kind.KEEPS):
            self._buffer.clear()
            return self._say(b"\x37\x25\0")
        if command.name != "DLE EOT" or (self.suffers(Kind.BUSY) and self._buffer):
            return b""
        answers = {1: self._printer, 2: self._offline_cause, 3: self._error_cause, 4: self._paper_sensors}
        number = command.arguments[0]
        return self._say(bytes((answers[number](),))) if number in answers else b""

    def _say(self, answer: bytes) -> bytes:
        if not answer or self.suffers(Kind.SILENT):
            return b""
        return _CHATTER + answer if self.suffers(Kind.CHATTY) else answer

    def _bits(self, **meant: Kind) -> int:
        """0xx1xx10 with the bits of what is wrong: `_20=Kind.PAPER_OUT`."""
        return sum((int(bit[1:], 16) for bit, kind in meant.items() if self.suffers(kind)), 0x12)

    def _printer(self) -> int:
        return 0x12 | (0x08 if any(kind in _STOPS for kind in self._wrong) else 0)

    def _offline_cause(self) -> int:
        failed = any(self.suffers(kind) for kind in _FAILURES)
        return self._bits(_04=Kind.COVER_OPEN, _20=Kind.PAPER_OUT) | (0x40 if failed else 0)

    def _error_cause(self) -> int:
        return 0x12 | self._errors()

    def _errors(self) -> int:
        kinds = {Kind.JAM: 0x04, Kind.CUTTER_JAM: 0x08, Kind.BROKEN: 0x20, Kind.OVERHEATED: 0x40}
        return sum(bit for kind, bit in kinds.items() if self.suffers(kind))

    def _general(self) -> int:
        stopped = 0x08 if any(kind in _STOPS for kind in self._wrong) else 0
        return 0x10 | stopped | (0x20 if self.suffers(Kind.COVER_OPEN) else 0)

    def _paper_sensors(self) -> int:
        near = self.suffers(Kind.PAPER_NEAR_END) or self.suffers(Kind.PAPER_OUT)
        return self._bits(_60=Kind.PAPER_OUT) | (0x0C if near else 0)

    def _paper_sensor(self) -> bytes:
        return bytes((self._sensor(),))

    def _sensor(self) -> int:
        near = self.suffers(Kind.PAPER_NEAR_END) or self.suffers(Kind.PAPER_OUT)
        return (0x03 if near else 0) | (0x0C if self.suffers(Kind.PAPER_OUT) else 0)


def lines_of(command: Command) -> int:
    """Return how many lines a command prints; a picture and a symbol are one."""
    match command.name:
        case "LF" | "GS v 0":
            return 1
        case "ESC d":
            return command.arguments[0]
        case "GS ( k":
            return int(command.arguments[2:4] == _PRINT_SYMBOL)
        case _:
            return 0
