"""A terminal that prints one receipt and is killed at a step; run again, it says what the journal knows.

`python -m tests.faults.printing_worker HOME PRINTER kill STEP`: keep a transaction, print its receipt, die at the step.
`python -m tests.faults.printing_worker HOME PRINTER print [copy]`: start anew and print the receipt of the same transaction.
The second says the journal's word when it started, and how the print ended.
"""

import os
import signal
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from config.language import Language
from devices.printer import Receipt
from devices.printer.escpos_tcp import EscposTcpPrinter
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from kiosk.events import Event
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Recorded
from kiosk.receipts import pre_receipt
from kiosk.receipts.samples import sample_facts
from kiosk.runtime.hardware import ReceiptDesk
from kiosk.runtime.recorder import Recorder
from offline_queue.seal import Sealer
from offline_queue.store import Store
from provisioning.identity import parse_key

STEPS = ("queued", "sending", "sent", "taken", "printing", "proved", "printed")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Mortal:
    """The recorder's journal of print jobs, up to the step at which the power goes."""

    def __init__(self, recorder: Recorder, step: str) -> None:
        self._recorder, self._step = recorder, step

    def sending(self, transaction: str, *, copy: bool) -> str:
        self._at("sending")
        code = self._recorder.sending(transaction, copy=copy)
        self._at("sent")
        return code

    def printing(self, transaction: str) -> None:
        self._at("taken")
        self._recorder.printing(transaction)
        self._at("printing")

    def printed(self, transaction: str, paper: Paper) -> None:
        self._at("proved")
        self._recorder.printed(transaction, paper)
        self._at("printed")

    def _at(self, step: str) -> None:
        if step == self._step:
            die()


class Inbox:
    """Waits for one kind of event."""

    def __init__(self) -> None:
        self._came = threading.Condition()
        self._events: list[Event] = []

    def post(self, event: Event) -> None:
        with self._came:
            self._events.append(event)
            self._came.notify()

    def wait(self, kind: type[Event]) -> Event:
        with self._came:
            while not (found := [event for event in self._events if isinstance(event, kind)]):
                self._came.wait()
        return found[0]


def store(home: Path) -> Store:
    sealer = Sealer("GZ044", parse_key((home / "key.pem").read_bytes()), [(home / "recipient").read_text()])
    return Store(home / "queue", sealer, lambda: datetime.now(UTC).astimezone())


def receipt(*, copy: bool) -> Receipt:
    return pre_receipt(replace(sample_facts(Language.CHINESE), copy=copy))


def print_and_die(home: Path, printer: str, step: str) -> None:
    inbox = Inbox()
    recorder = Recorder(lambda: store(home), inbox.post)
    recorder.record(Record(1, "MZ-004", "{}"))
    kept = inbox.wait(Recorded)
    if step == "queued":
        die()
    transaction = kept.transaction if isinstance(kept, Recorded) else ""
    _printed(printer, Mortal(recorder, step), PrintReceipt(2, receipt(copy=False), transaction), inbox)


def start_anew(home: Path) -> str:
    """Start, say what the journal says, and return the transaction's id."""
    recorder = Recorder(lambda: store(home), lambda _: None)
    recorder.check()
    recorder.stop()  # after the check
    with store(home) as looked:
        (entry,) = looked.list()
    print(entry.print_job, flush=True)  # noqa: T201  # what the test reads
    return entry.id


def print_again(home: Path, printer: str, *, copy: bool) -> None:
    transaction = start_anew(home)
    recorder = Recorder(lambda: store(home), lambda _: None)
    command = PrintReceipt(3, receipt(copy=copy), transaction, copy)
    ended = _printed(printer, Mortal(recorder, ""), command, Inbox())
    recorder.stop()
    print(f"{ended.paper.value} {ended.code}".strip(), flush=True)  # noqa: T201  # what the test reads


def _printed(printer: str, journal: Mortal, command: PrintReceipt, inbox: Inbox) -> PrintEnded:
    desk = ReceiptDesk(EscposTcpPrinter(printer, 80), journal, inbox.post)
    with desk.thread:
        desk.print(command)
        ended = inbox.wait(PrintEnded)
    if not isinstance(ended, PrintEnded):
        raise TypeError
    return ended


if __name__ == "__main__":
    match sys.argv[1:]:
        case [home, printer, "kill", step]:
            print_and_die(Path(home), printer, step)
        case [home, printer, "print", *more]:
            print_again(Path(home), printer, copy="copy" in more)
        case wrong:
            sys.exit(f"this terminal cannot {wrong}")
