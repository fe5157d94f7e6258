"""A reader on a desk, and whoever lays cards on it."""

import time
from collections.abc import Callable
from pathlib import Path

from devices.card_reader import Card
from devices.card_reader.mrz import DocumentKey, parse
from devices.card_reader.pcsc import PcscReader
from devices.card_reader.pcsc_link import PcscLink, Plate
from devices.errors import DeviceError
from devices.simulators.passport import ERIKSSON
from devices.simulators.process import Simulated

WHOLE_LIMIT = 15.0
PATIENT = 10.0
CARDS = {
    "trace": "social-card",
    "v1": "social-card",
    "v2": "social-card",
    "v3": "social-card",
    "backwards": "social-card",
    "passport": "passport",
    "entry_permit": "passport",
    "forged": "passport",
    "stranger": "passport",
    "copy": "passport",
    "pace": "passport",
    "library": "library-card",
    "library7": "library-card",
    "phone": "library-card",
    "blank": "library-card",
}
NUMBERS = {
    "trace": "HA1046924",
    "v1": "X00000019",
    "v2": "D2143569X",
    "v3": "HA1046924",
    "passport": "L898902C3",
    "entry_permit": "H00000000",
    "library": "DEADBEEF",
    "library7": "04A1B2C3D4E5F6",
}
KEY = parse(ERIKSSON).key


class Desk:
    """A reader on a desk, and whoever lays cards on it; lays and lifts until pcscd has seen it."""

    def __init__(self, service: Simulated, cards: dict[str, Simulated], csca: Path) -> None:
        self.service, self.csca, self._cards = service, csca, cards
        self._observer = PcscLink("first", 2.0)

    def lay(self, name: str) -> None:
        chosen = self._cards[CARDS[name]]
        for card in self._cards.values():
            if card is not chosen:
                card.tell("lift")
        before = self._plate()
        chosen.tell("lay", card=name)
        self._until(lambda plate: plate.present and plate != before)

    def swap(self, name: str) -> None:
        """Lay another card so quickly that pcscd, which looks every 0.4 s, need not see the first one leave."""
        self.tell("lift")
        self._cards[CARDS[name]].tell("lay", card=name)

    def lift(self) -> None:
        self.tell("lift")
        self.sees(present=False)

    def tell(self, do: str, **more: str | int | float) -> None:
        for card in self._cards.values():
            card.tell(do, **more)

    def instructions(self, name: str) -> list[str]:
        """The commands that the card has heard since it was laid."""
        return str(self._cards[CARDS[name]].tell("clear")["instructions"]).split()

    def sees(self, *, present: bool) -> None:
        self._until(lambda plate: plate.present is present)

    def _until(self, condition: Callable[[Plate], bool]) -> None:
        until = time.monotonic() + PATIENT
        while not condition(self._plate()):
            assert time.monotonic() < until

    def _plate(self) -> Plate:
        """What pcscd says to somebody else than the driver."""
        self._observer.open()
        try:
            return self._observer.plate()
        finally:
            self._observer.close()


def read(reader: PcscReader, key: DocumentKey = KEY) -> Card | DeviceError | None:
    """Read; whatever happens, within the limit."""
    reader.expect(key)
    began = time.monotonic()
    try:
        return reader.read_card()
    except DeviceError as error:
        return error
    finally:
        assert time.monotonic() - began < WHOLE_LIMIT


def number(outcome: Card | DeviceError | None) -> str:
    assert isinstance(outcome, Card), outcome
    return outcome.card_number


def code(outcome: Card | DeviceError | None) -> str:
    assert isinstance(outcome, DeviceError), outcome
    return outcome.code
