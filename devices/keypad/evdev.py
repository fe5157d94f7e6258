"""Driver for keypads, switches and headphone sockets as Linux has them: input events (linux/input.h), without a library."""

import fcntl
import os
import select
import struct
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress

from devices.errors import StaffError
from devices.keypad import Felt, Headphones, Key, Keypad

EVENT = struct.Struct("llHHi")
"""struct input_event: seconds, microseconds, type, code, value."""

EV_SYN, EV_KEY, EV_SW = 0x00, 0x01, 0x05
SYN_DROPPED = 3
SW_HEADPHONE_INSERT = 0x02
PRESSED = 1  # 0 is released, 2 repeated by the kernel while it is held

CODES: Mapping[int, Key] = {
    103: Key.UP, 105: Key.UP, 108: Key.DOWN, 106: Key.DOWN, 15: Key.DOWN, 57: Key.DOWN,
    28: Key.CONFIRM, 96: Key.CONFIRM, 352: Key.CONFIRM, 353: Key.CONFIRM, 158: Key.BACK, 1: Key.BACK, 14: Key.BACK,
    138: Key.HELP, 59: Key.HELP, 129: Key.REPEAT, 60: Key.REPEAT, 119: Key.PAUSE, 164: Key.PAUSE,
    115: Key.LOUDER, 114: Key.QUIETER, 208: Key.FASTER, 168: Key.SLOWER, 409: Key.SLOWER,
}  # fmt: skip
"""KEY_* of linux/input-event-codes.h: arrows, tab and space (a switch), enter, OK, select, back, help, again, pause, volume…"""

_GRAB = 0x40044590  # EVIOCGRAB: nobody else is typed at
_SWITCHES = 0x8008451B  # EVIOCGSW(8): which switches are on
_WAIT = 0.4


class EvdevKeypad(Keypad):
    """The input device at `path` (`/dev/input/by-id/…-event-kbd`). `codes` are more keys by their Linux code.

    The same key within `debounce` seconds is a trembling finger.
    """

    def __init__(
        self,
        path: str,
        codes: Mapping[int, str] | None = None,
        debounce: float = 0.1,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path, self._debounce, self._now = path, debounce, now
        self._keys = {**CODES, **{code: Key(name) for code, name in (codes or {}).items()}}
        self._line: int | None = None
        self._waiting: deque[Felt] = deque()
        self._half = b""
        self._last: dict[Key, float] = {}

    def _open(self) -> None:
        if self._line is not None:
            return
        self._line = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        self._waiting.clear()
        self._last.clear()
        self._half = b""
        with suppress(OSError):  # a pipe cannot be grabbed
            fcntl.ioctl(self._line, _GRAB, 1)
        if self._plugged():
            self._waiting.append(Headphones(plugged=True))

    def _close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            os.close(line)

    def _next(self) -> Felt | None:
        if not self._waiting and self._line is not None and select.select([self._line], [], [], _WAIT)[0]:
            self._listen(self._line)
        return self._waiting.popleft() if self._waiting else None

    def _listen(self, line: int) -> None:
        try:
            read = os.read(line, EVENT.size * 64)
        except BlockingIOError:
            return
        if not read:
            raise StaffError("DEVICE_GONE", "The keypad was unplugged: plug it in again.")
        whole = self._half + read
        end = len(whole) - len(whole) % EVENT.size
        self._half = whole[end:]
        for _second, _micro, kind, code, value in EVENT.iter_unpack(whole[:end]):
            self._feel(kind, code, value)

    def _feel(self, kind: int, code: int, value: int) -> None:
        if kind == EV_KEY and value == PRESSED and code in self._keys:
            self._press(self._keys[code])
        elif kind == EV_SW and code == SW_HEADPHONE_INSERT:
            self._waiting.append(Headphones(bool(value)))
        elif kind == EV_SYN and code == SYN_DROPPED:
            self._waiting.append(Headphones(self._plugged()))  # what was lost may have been the plug

    def _press(self, key: Key) -> None:
        now, before = self._now(), self._last.get(key, float("-inf"))
        self._last[key] = now
        if now - before >= self._debounce:
            self._waiting.append(key)

    def _plugged(self) -> bool:
        state = bytearray(8)
        with suppress(OSError, TypeError):  # a pipe has no switches
            fcntl.ioctl(self._line or 0, _SWITCHES, state)
        return bool(state[0] & 1 << SW_HEADPHONE_INSERT)
