"""How long a receipt takes to be composed, and to be printed with proof, against sending the same bytes with none."""

import socket
import statistics
import tempfile
import time
from collections.abc import Callable

from config.language import Language
from devices.printer.encoding import encode
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.simulators.process import simulated
from kiosk.receipts import pre_receipt
from kiosk.receipts.samples import sample_facts

RECEIPTS = 30
PAPER_MM = 80
ASK_PAPER = b"\x10\x04\x04"  # DLE EOT 4: one byte comes back


def measure() -> dict[str, float]:
    """Return milliseconds to compose a pre-receipt as bytes, to print it, to send its bytes and get one answer.

    Of the printing, 80 ms are the silence in which the driver makes sure that no earlier job has anything left to say.
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
    return {
        "receipt.compose_ms": compose,
        "receipt.print_ms": prints,
        "receipt.raw_send_ms": raw,
        "receipt.print_to_raw": prints / raw,
    }


def _send(line: socket.socket, data: bytes) -> None:
    line.sendall(data + ASK_PAPER)
    line.recv(1)


def _timed(operation: Callable[[], object]) -> float:
    began = time.perf_counter()
    operation()
    return time.perf_counter() - began
