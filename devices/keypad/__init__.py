"""What is felt instead of seen: keys beside the panel, switches, and the socket for headphones."""

from abc import abstractmethod
from dataclasses import dataclass
from enum import Enum

from devices.device import Device


class Key(Enum):
    """The keys, by what they do; two switches are `DOWN` and `CONFIRM`."""

    UP = "up"
    DOWN = "down"
    CONFIRM = "confirm"
    BACK = "back"
    HELP = "help"
    REPEAT = "repeat"
    PAUSE = "pause"
    LOUDER = "louder"
    QUIETER = "quieter"
    FASTER = "faster"
    SLOWER = "slower"


@dataclass(frozen=True, slots=True)
class Headphones:
    """Headphones were plugged in, or pulled."""

    plugged: bool


Felt = Key | Headphones
"""What a keypad tells."""


class Keypad(Device):
    """Tells which keys were pressed, and of headphones, one after the other."""

    def next(self) -> Felt | None:
        """Return what was felt next, or None when nothing was within a moment.

        A key that is held is told once. Right after `open` headphones that are in already are told.

        Raises:
            DeviceError: it is gone.
        """
        with self._translated("read the keypad"):
            return self._next()

    @abstractmethod
    def _next(self) -> Felt | None: ...
