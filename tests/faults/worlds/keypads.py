"""Keypads: a press is felt once, none that nobody made, headphones as they were last plugged or pulled."""

import random
from typing import ClassVar

from devices.keypad import Headphones, Key, Keypad
from devices.keypad.evdev import EvdevKeypad
from tests.faults.worlds.world import BrokenError, World, hurried


class KeypadWorld(World):
    """A keypad with a socket for headphones."""

    simulator: ClassVar[tuple[str, ...]] = ("keypad", "--link", "{link}")
    limit: ClassVar[float] = 5.0

    def begin(self) -> None:
        self._pressed, self._felt = list[Key](), list[Key]()
        self._plugged: bool | None = None
        super().begin()

    def end(self) -> None:
        super().end()
        for key in Key:
            if self._felt.count(key) > self._pressed.count(key):
                raise BrokenError(f"{key.value} was felt more often than it was pressed")

    def _driver(self) -> Keypad:
        return EvdevKeypad(self._simulated.port, now=hurried)

    def _serve(self, device: Keypad) -> None:
        felt = device.next()
        if isinstance(felt, Headphones):
            if felt.plugged != self._plugged:
                raise BrokenError("headphones are told as nobody plugged them")
        elif felt is not None:
            self._felt.append(felt)

    def _mishap(self, chance: random.Random) -> None:
        self._tell(chance.choice(("half", "half", "plug", "unplug")))

    def use(self, chance: random.Random) -> None:
        if chance.randrange(3):
            key = chance.choice(list(Key))
            self._pressed.append(key)
            self._tell("press", key=key.value, held=chance.choice((0, 0, 5)))
        else:
            plugged = not self._plugged
            self._plugged = plugged
            self._tell("headphones", plugged=plugged)
        self.command(self._serve)
