"""How long a card takes to be read, against the time that its bytes take on a line of 115200 baud."""

import re
import statistics
import tempfile
import time
from pathlib import Path

from devices.card_reader.sdt_serial import SdtSerialReader
from devices.simulators.process import Simulated, simulated

CARDS = 20
CHANGE = 0.4  # seconds from one resident to the next: a module must not be asked for cards more often
SECONDS_A_BYTE = 10 / 115200  # a start bit, eight, a stop bit
#: A line of what pyserial's spy:// writes: the time, the direction, the offset, up to sixteen bytes, the same as text.
_SPIED = re.compile(r"^\S+ [RT]X +[0-9A-F]{4}  (.{49})", re.MULTILINE)


def measure() -> dict[str, float]:
    """Return the time of a card, of its bytes on the wire, and their ratio.

    A pseudo-terminal carries bytes at once and a simulated card answers at once, so that the time is the driver's and the
    simulator's own: below 1 the wire is the limit.
    """
    with tempfile.TemporaryDirectory() as name:
        spied, tty = Path(name) / "bytes", Path(name) / "tty"
        with simulated("sdt-reader", "--link", str(tty), "--control", f"{name}/c") as it:
            taken = statistics.median(_read(it, str(tty)))
            _read(it, f"spy://{tty}?file={spied}")
        rows = _SPIED.findall(spied.read_text("ascii", "replace"))
        wire = sum(len(row.split()) for row in rows) / CARDS * SECONDS_A_BYTE
    return {"card.read_ms": 1000 * taken, "card.wire_ms": 1000 * wire, "card.read_to_wire": taken / wire}


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
