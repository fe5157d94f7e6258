"""Printers of documents: as receipts, counted."""

import random
from typing import ClassVar

from devices.document_printer.ipp import IppPrinter
from tests.conformance.test_document_printers import pdf
from tests.faults.worlds.world import BrokenError, World


class DocumentWorld(World):
    """A printer that is spoken to without a queue before it."""

    simulator: ClassVar[tuple[str, ...]] = ("ipp-printer",)
    limit: ClassVar[float] = 30.0

    def begin(self) -> None:
        self._claimed, self._possible = 0, 0
        super().begin()

    def _driver(self) -> IppPrinter:
        return IppPrinter(str(self._simulated.where["uri"]), patience=0.5, longest=2.0)

    def _serve(self, device: IppPrinter) -> None:
        device.status()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(4):
            case 0:
                self._tell(chance.choice(("mend", "plug", "unplug")))
            case _:
                self._tell(
                    "fault", kind=chance.choice(("media_empty", "door_open", "jam", "aborted", "slow"))
                )

    def use(self, chance: random.Random) -> None:
        if chance.random() < 0.3:
            self.command(lambda printer: printer.status())
            return
        error = self.command(lambda printer: printer.print(pdf()))
        self._claimed += error is None
        self._possible += error is None or error.code.startswith("PRINT_")
        papers = self._tell("look")["papers"]
        if not self._claimed <= papers <= self._possible:
            raise BrokenError(f"{papers} papers, {self._claimed} claimed, {self._possible} possible")
