"""How long a receipt takes to be composed, and to be printed with proof, against its bytes alone: sent, and on a line."""

import socket
import statistics
import tempfile
import time
from collections.abc import Callable

from config.language import Language
from devices.printer import Receipt
from devices.printer.encoding import encode
from devices.printer.escpos_serial import EscposSerialPrinter
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.simulators.process import simulated
from kiosk.receipts import pre_receipt
from kiosk.receipts.samples import sample_facts

RECEIPTS = 30
RATE = 115200
SILENCE_MS = (
    100.0  # in which the driver makes sure that no earlier job has anything left to say, with its questions
)
PAPER_MM = 80
ASK_PAPER = b"\x10\x04\x04"  # DLE EOT 4: one byte comes back


def measure() -> dict[str, float]:
    """Return milliseconds to compose a pre-receipt as bytes, to print it, to send its bytes and get one answer.

    Of the printing, 80 ms are a silence that the driver waits for. On the line, composed and printed, it may take 1.2 times
    the time of its bytes and that silence.
    """
    facts = sample_facts(Language.CHINESE)
    receipt = pre_receipt(facts)
    data = encode(receipt, PAPER_MM).data
    composed, printed = [], []
    with (
        tempfile.TemporaryDirectory() as name,
        simulated("escpos-printer", "--listen", "127.0.0.1:0", "--control", f"{name}/c") as it,
    ):
        with EscposTcpPrinter(it.port) as printer:
            for _ in range(RECEIPTS):
                composed.append(_timed(lambda: encode(pre_receipt(facts), PAPER_MM)))
                printed.append(_timed(lambda: printer.print(receipt)))
        host, port = it.port.rsplit(":", 1)
        with socket.create_connection((host, int(port))) as line:  # a printer serves one at a time
            sent = [_timed(lambda: _send(line, data)) for _ in range(RECEIPTS)]
    compose, prints, raw = (1000 * statistics.median(each) for each in (composed, printed, sent))
    line_time = 1000 * len(data) * 10 / RATE
    on_line = 1000 * statistics.median(_on_a_line(lambda: pre_receipt(facts)))
    return {
        "receipt.line_ms": line_time,
        "receipt.composed_and_printed_ms": on_line,
        "receipt.composed_and_printed_to_line": on_line / line_time,
        "receipt.composed_and_printed_to_limit": on_line / (1.2 * line_time + SILENCE_MS),
        "receipt.compose_ms": compose,
        "receipt.print_ms": prints,
        "receipt.raw_send_ms": raw,
        "receipt.print_to_raw": prints / raw,
    }


def _on_a_line(compose: Callable[[], Receipt]) -> list[float]:
    """Compose and print over a serial line that takes the time of its bytes; return how long that took each time."""
    with (
        tempfile.TemporaryDirectory() as name,
        simulated(
            "escpos-printer", "--link", f"{name}/tty", "--control", f"{name}/c", "--rate", str(RATE)
        ) as it,
        EscposSerialPrinter(it.port, PAPER_MM, RATE) as printer,
    ):
        return [_timed(lambda: printer.print(compose())) for _ in range(RECEIPTS)]


def _send(line: socket.socket, data: bytes) -> None:
    line.sendall(data + ASK_PAPER)
    line.recv(1)


def _timed(operation: Callable[[], object]) -> float:
    began = time.perf_counter()
    operation()
    return time.perf_counter() - began
