"""Chip cards before the real pcscd: what is read is the card that was laid last, or an error."""

import os
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from devices.card_reader import Card
from devices.card_reader.mrz import parse
from devices.card_reader.pcsc import PcscReader
from devices.simulators.card_faults import Kind
from devices.simulators.passport import ERIKSSON
from devices.simulators.pcsc_service import ENVIRONMENT
from devices.simulators.process import Simulated
from tests.faults.worlds.world import BrokenError, World

NUMBERS = {
    "social-card": {"trace": "HA1046924", "v1": "X00000019", "v2": "D2143569X", "backwards": ""},
    "passport": {"passport": "L898902C3", "forged": "", "pace": ""},
    "library-card": {"library": "DEADBEEF", "library7": "04A1B2C3D4E5F6", "phone": "", "blank": ""},
}
LAID = [(device, name) for device, names in NUMBERS.items() for name in names]
KEY = parse(ERIKSSON).key
_SEEN = 0.7  # pcscd looks for a card every 0.4 s


class ChipCardWorld(World):
    """One reader, a process for each kind of card, and a pcscd that may be lost and come back."""

    simulator: ClassVar[tuple[str, ...]] = ()
    limit: ClassVar[float] = 20.0  # the driver's 15 s, and what the thread does in between
    #: A pcscd that runs already: the library looks once in a process for where it is.
    service: ClassVar[Simulated | None] = None

    def __init__(self, service: Simulated, cards: dict[str, Simulated], csca: Path) -> None:
        super().__init__(service)
        self._cards, self._csca = cards, csca

    @classmethod
    def made(cls, start: Callable[..., Simulated], folder: Path) -> "ChipCardWorld":
        """Start the cards, and pcscd unless it runs."""
        service = cls.service or start("pcsc-service")
        os.environ[ENVIRONMENT] = service.where["socket"]
        reader = ("--reader", str(service.where["reader"]))
        cards = {device: start(device, *reader) for device in ("social-card", "library-card")}
        cards["passport"] = start("passport", *reader, "--csca", str(folder / "csca"))
        return cls(service, cards, folder / "csca")

    def begin(self) -> None:
        self._laid = ""
        super().begin()

    def end(self) -> None:
        super().end()
        self._tell("reset")  # a command that hangs at a card returns when that is lifted

    def _tell(self, do: str, **more: object) -> dict[str, Any]:
        """Tell every card, and have pcscd run."""
        self._simulated.tell("begin")
        return {device: card.tell(do, **more) for device, card in self._cards.items()}

    def _driver(self) -> PcscReader:
        return PcscReader(csca=self._csca, limit=2.0)

    def _serve(self, device: PcscReader) -> None:
        device.card_present()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(12):
            case 0:
                self._simulated.tell("end")
            case 1:
                self._tell(chance.choice(("lift", "clear")))
            case 2 | 3 | 4:
                self._lay(*chance.choice(LAID))
            case _:
                device = chance.choice(list(NUMBERS))
                kinds = [kind for kind in Kind if device != "library-card" or kind is not Kind.GARBLE]
                fault = {"kind": chance.choice(kinds).value, "at": chance.randrange(1, 12)}
                self._cards[device].tell("fault", **fault)

    def _lay(self, device: str, name: str) -> None:
        self._tell("lift")
        self._laid = NUMBERS[device][name]
        self._cards[device].tell("lay", card=name)

    def use(self, chance: random.Random) -> None:
        cards: list[Card | None] = []
        until = time.monotonic() + chance.choice((0.0, _SEEN, _SEEN))
        while self.command(partial(_read, cards)) is None and not any(cards) and time.monotonic() < until:
            time.sleep(0.05)
        for card in cards:
            if card is not None and card.card_number != self._laid:
                raise BrokenError(f"{self._laid or 'no good card'} was laid, and something else was read")


def _read(cards: list[Card | None], reader: PcscReader) -> None:
    reader.expect(KEY)
    cards.append(reader.read_card())
