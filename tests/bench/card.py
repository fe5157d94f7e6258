"""How long a card takes to be read, and from being laid to being told of, against its bytes' time at 115200 baud."""

import queue
import re
import statistics
import tempfile
import time
from pathlib import Path

from devices.card_reader.sdt_serial import SdtSerialReader
from devices.simulators.process import Simulated, simulated
from kiosk.events import Event
from kiosk.events.cards import CardLifted, CardPresented
from kiosk.runtime.hardware import CardWatch

CARDS = 20
RATE = 115200
POLL = 0.4  # seconds from one question for a card to the next, as terminals have it
CHANGE = 0.4  # seconds from one resident to the next: a module must not be asked for cards more often
SECONDS_A_BYTE = 10 / RATE  # a start bit, eight, a stop bit
#: A line of what pyserial's spy:// writes: the time, the direction, the offset, up to sixteen bytes, the same as text.
_SPIED = re.compile(r"^\S+ [RT]X +[0-9A-F]{4}  (.{49})", re.MULTILINE)


def measure() -> dict[str, float]:
    """Return the time of a card, of its bytes on the wire, and their ratio.

    A pseudo-terminal carries bytes at once and a simulated card answers at once, so that the time is the driver's and the
    simulator's own: below 1 the wire is the limit. From laid to told is measured on a line that takes the time of its bytes,
    through the thread that polls; its limit is 1.2 times the wire's time and one poll.
    """
    with tempfile.TemporaryDirectory() as name:
        spied, tty = Path(name) / "bytes", Path(name) / "tty"
        with simulated("sdt-reader", "--link", str(tty), "--control", f"{name}/c") as it:
            taken = statistics.median(_read(it, str(tty)))
            _read(it, f"spy://{tty}?file={spied}")
        rows = _SPIED.findall(spied.read_text("ascii", "replace"))
        wire = sum(len(row.split()) for row in rows) / CARDS * SECONDS_A_BYTE
        with simulated(
            "sdt-reader", "--link", f"{name}/paced", "--control", f"{name}/p", "--rate", str(RATE)
        ) as it:
            told = _laid_to_told(it)
    return {
        "card.read_ms": 1000 * taken,
        "card.wire_ms": 1000 * wire,
        "card.read_to_wire": taken / wire,
        "card.told_ms": 1000 * statistics.median(told),
        "card.told_to_limit": statistics.median(told) / (1.2 * wire + POLL),
        "card.latest_told_to_limit": max(told) / (1.2 * wire + POLL),
    }


def _laid_to_told(it: Simulated) -> list[float]:
    """Lay cards; return how long it took each until the terminal had it as an event."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    watch = CardWatch(SdtSerialReader(it.port), events.put)
    watch.thread.start()
    times = []
    for number in range(CARDS):
        time.sleep(POLL + number * POLL / CARDS)  # at another moment of the poll each time
        began = time.perf_counter()
        it.tell("lay", card=("resident", "foreign_2023")[number % 2])
        _await(events, CardPresented)
        times.append(time.perf_counter() - began)
        it.tell("lift")
        _await(events, CardLifted)
    watch.thread.stop()
    return times


def _await(events: "queue.SimpleQueue[Event]", kind: type[Event]) -> None:
    while not isinstance(events.get(timeout=10), kind):
        continue


def _read(it: Simulated, port: str) -> list[float]:
    times = []
    with SdtSerialReader(port) as reader:
        for number in range(CARDS):
            time.sleep(CHANGE)
            it.tell("lay", card=("resident", "foreign_2023")[number % 2])
            began = time.perf_counter()
            if reader.read_card() is None:
                raise RuntimeError("the simulated card was not read")
            times.append(time.perf_counter() - began)
    return times
