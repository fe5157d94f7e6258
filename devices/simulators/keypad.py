"""A simulated keypad, switches or headphone socket: input events (struct input_event) on a pseudo-terminal.

`kiosk simulate keypad [--link PATH] [--control PATH]`

When it is ready it prints one JSON line, `{"port": ..., "control": ...}`. Over the control socket it understands: `press`
(`code` of linux/input-event-codes.h, or `key` by what it does, `times`, `held`: how often the kernel repeats it),
`headphones` (`plugged`), `half` (the next events come in two pieces), `dropped` (the kernel lost events), `unplug`, `plug`,
`reset`, `stop`. It answers with `{"ok": true}`.

It departs from a real device in this: it cannot be asked for the state of its switches, nor be grabbed; whoever opens it
after headphones were plugged in is not told of them.
"""

import argparse
import contextlib
import threading
import time
from collections.abc import Sequence

from devices.keypad import Key
from devices.keypad.evdev import CODES, EV_KEY, EV_SW, EV_SYN, EVENT, SW_HEADPHONE_INSERT, SYN_DROPPED
from devices.simulators.control import Message, serve
from devices.simulators.wires import Wire, add_options, wire_of

_RELEASED, _PRESSED, _REPEATED = 0, 1, 2
_CODE_OF = {key: code for code, key in reversed(list(CODES.items()))}


class SimulatedKeypad:
    """A keypad on a wire. `tell` is called by one thread at a time."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.stopping = threading.Event()
        self._half = False

    @property
    def port(self) -> str:
        """Where a driver reaches it."""
        return self._wire.port

    def tell(self, message: Message) -> Message:
        """Have it do what the message says.

        Raises:
            ValueError, KeyError: it does not understand the message.
        """
        match message["do"]:
            case "press":
                code = int(message["code"]) if "code" in message else _CODE_OF[Key(message["key"])]
                for _ in range(int(message.get("times", 1))):
                    self._press(code, int(message.get("held", 0)))
            case "headphones":
                self._send((EV_SW, SW_HEADPHONE_INSERT, int(bool(message["plugged"]))))
            case "half":
                self._half = True
            case "dropped":
                self._send((EV_SYN, SYN_DROPPED, 0))
            case "unplug":
                self._wire.unplug()
            case "plug":
                self._wire.plug()
            case "reset":
                self._wire.plug()
                self._half = False
            case "stop":
                self.stopping.set()
            case other:
                raise ValueError(f"a keypad cannot {other}")
        return {"ok": True}

    def close(self) -> None:
        """Unplug it."""
        self._wire.unplug()

    def _press(self, code: int, held: int) -> None:
        self._send((EV_KEY, code, _PRESSED), *[(EV_KEY, code, _REPEATED)] * held, (EV_KEY, code, _RELEASED))

    def _send(self, *events: tuple[int, int, int]) -> None:
        seconds, micro = divmod(time.time_ns() // 1000, 1_000_000)
        told = b"".join(EVENT.pack(seconds, micro, *event) for event in (*events, (EV_SYN, 0, 0)))
        cut = EVENT.size + 7 if self._half else len(told)
        self._half = False
        for piece in (told[:cut], told[cut:]):
            if piece:
                self._wire.send(piece)


def main(argv: Sequence[str]) -> int:
    """Run a simulated keypad until it is told to stop, interrupted or terminated."""
    args = _parser().parse_args(argv)
    keypad = SimulatedKeypad(wire_of(args))
    with contextlib.closing(keypad):
        serve(keypad, args.control, port=keypad.port)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk simulate keypad", description="A simulated keypad, switches or headphone socket."
    )
    add_options(parser)
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    return parser
