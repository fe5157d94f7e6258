"""The A4 printer: documents printed one at a time, never twice unasked; asked again and again how it is."""

import math
import time
from collections.abc import Callable

from devices.document_printer import DocumentPrinter, status_error
from devices.thread import DeviceThread
from kiosk.commands.documents import PrintDocument
from kiosk.events import Event
from kiosk.events.world import DeviceClass
from kiosk.runtime.hardware import telling
from kiosk.runtime.print_desk import Job, PrintJournal

STATUS_SECONDS = 10.0


class DocumentDesk:
    """Prints documents on the printer's own thread."""

    def __init__(
        self,
        printer: DocumentPrinter,
        journal: PrintJournal,
        post: Callable[[Event], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._journal, self._post, self._now = journal, post, now
        self._due, self._code = -math.inf, "OK"
        self.thread = DeviceThread(
            printer, self._look, telling(DeviceClass.DOCUMENT_PRINTER, post), name="document-printer", now=now
        )

    def print(self, command: PrintDocument) -> None:
        """Print; posts `PrintEnded`. The journal knows of the attempt before the first byte leaves."""
        job = Job(command.id, command.document, command.copy)
        done = self.thread.submit(
            lambda printer: printer.print(command.pdf, lambda step: job.note(self._journal, step))
        )
        done.add_done_callback(lambda future: job.ended(self._journal, self._post, future))

    def _look(self, printer: DocumentPrinter) -> None:
        """Raise what stands in the way of printing, as last measured."""
        if self._now() >= self._due or self._code != "OK":
            self._due = -math.inf  # unless it answers
            self._code = printer.status().code
            self._due = self._now() + STATUS_SECONDS
        error = status_error(self._code)
        if error is not None:
            raise error
