"""Readers of identity cards on every line: what is read is what lies there, or an error."""

import random
from dataclasses import replace
from typing import Any, ClassVar

from devices.card_reader import CardReader
from devices.card_reader.layouts import card_of
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.card_reader.sdt_usb import SdtUsbReader
from devices.simulators.sdt_faults import Kind as ReaderFault
from devices.simulators.sdt_pipes import ONE_PAIR, TWO_PAIRS, SdtPipes
from devices.simulators.specimens import SPECIMENS
from tests.faults.worlds.world import BrokenError, World, hurried

LAID = ("resident", "foreign_2017")


class ReaderWorld(World):
    """A reader on a line: what is read is the card that was laid last."""

    simulator: ClassVar[tuple[str, ...]] = ("sdt-reader", "--link", "{link}")
    limit: ClassVar[float] = 10.0

    def begin(self) -> None:
        self._laid = ""
        super().begin()

    def _driver(self) -> CardReader:
        return SdtSerialReader(self._simulated.port, now=hurried)

    def _serve(self, device: CardReader) -> None:
        device.card_present()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(6):
            case 0:
                self._tell(chance.choice(("clear", "lift", "plug", "unplug")))
            case 1:
                self._laid = chance.choice(LAID)
                self._tell("lay", card=self._laid)
            case _:
                kind = chance.choice(list(ReaderFault))
                value = {} if chance.random() < 0.5 else {"value": chance.randrange(1, 1300)}
                if kind in {ReaderFault.STATUS, ReaderFault.STRAY_IN_PREAMBLE, ReaderFault.SPLIT}:
                    value = {}
                self._tell("fault", kind=kind.value, times=1, **value)

    def use(self, chance: random.Random) -> None:
        cards: list[Any] = []
        if chance.random() < 0.4:
            self.command(lambda reader: reader.card_present())
            return
        self.command(lambda reader: cards.append(reader.read_card()))
        laid = card_of(SPECIMENS[self._laid].text) if self._laid else None
        for card in cards:
            if card is not None and (laid is None or replace(card, extra=laid.extra) != laid):
                raise BrokenError(f"{self._laid or 'no card'} was laid, and something else was read")


class TcpReaderWorld(ReaderWorld):
    """The same behind a pyserial URL."""

    simulator = ("sdt-reader", "--listen", "127.0.0.1:0")


class UsbReaderWorld(TcpReaderWorld):
    """The same over two pairs of bulk pipes."""

    pipes: ClassVar[tuple[int, ...]] = TWO_PAIRS

    def _driver(self) -> CardReader:
        host, _, number = self._simulated.port.removeprefix("socket://").rpartition(":")
        return SdtUsbReader(backend=SdtPipes((host, int(number)), self.pipes), now=hurried)


class OnePairReaderWorld(UsbReaderWorld):
    """The same over one pair."""

    pipes = ONE_PAIR
