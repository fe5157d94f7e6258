"""What of a terminal is heard and felt: the voice, keys, switches, the socket for headphones."""

from collections.abc import Iterator
from queue import SimpleQueue
from typing import Any

from config.settings import Devices, Settings
from devices import catalog
from devices.errors import DeviceError
from devices.keypad import Key
from devices.thread import DeviceThread
from kiosk.events.world import DeviceChanged, DeviceClass, HeadphonesChanged
from kiosk.runtime.executor import NOT_CONFIGURED
from kiosk.runtime.hardware import Post
from kiosk.runtime.keypad_desk import KeypadDesk
from kiosk.runtime.simulated import SIMULATOR_REFUSED, is_simulated
from kiosk.runtime.voice_desk import VoiceDesk


class Senses:
    """The desks of what the settings name. `voice` is None where there is none; `cues` is whether sounds go with pages."""

    def __init__(self, settings: Settings, post: Post) -> None:
        self._keys: SimpleQueue[Key] = SimpleQueue()
        self._post, self._training = post, settings.training
        self.voice = self._voice(settings)
        self.cues = settings.devices.voice.cues
        self._pads = self._keypads(settings.devices)

    @property
    def is_there(self) -> bool:
        """Whether there is anything to hear or to feel."""
        return self.voice is not None or bool(self._pads)

    @property
    def threads(self) -> tuple[DeviceThread[Any], ...]:
        """The threads that own the devices."""
        voice = (self.voice.thread,) if self.voice else ()
        return (*voice, *(pad.thread for pad in self._pads))

    def pressed(self) -> Iterator[Key]:
        """Take out the keys that were pressed, in order."""
        for _ in range(self._keys.qsize()):
            yield self._keys.get_nowait()

    def silence(self) -> None:
        """Say nothing any more."""
        if self.voice is not None:
            self.voice.silence()

    def _keypads(self, devices: Devices) -> tuple[KeypadDesk, ...]:
        named = [each for each in (devices.keypad, devices.switches, devices.headphones) if each.path]
        if not named:
            self._missing(DeviceClass.KEYPAD, NOT_CONFIGURED)
        return tuple(
            KeypadDesk(catalog.keypad(each), self._keys, self._plug, self._post)
            for each in named
            if self._allowed(DeviceClass.KEYPAD, each.path)
        )

    def _voice(self, settings: Settings) -> VoiceDesk | None:
        choice = settings.devices.voice
        named = tuple(filter(None, (choice.loudspeaker, choice.headphones)))
        if not named:
            self._missing(DeviceClass.VOICE, NOT_CONFIGURED)
        if not named or not all(self._allowed(DeviceClass.VOICE, name, choice.driver) for name in named):
            return None
        try:
            return VoiceDesk(catalog.voice(choice), self._post)
        except DeviceError as error:
            self._missing(DeviceClass.VOICE, error.code)
            return None

    def _allowed(self, device: DeviceClass, address: str, driver: str = "") -> bool:
        allowed = self._training or not is_simulated(address, driver)
        if not allowed:
            self._missing(device, SIMULATOR_REFUSED)
        return allowed

    def _missing(self, device: DeviceClass, code: str) -> None:
        self._post(DeviceChanged(device, working=False, code=code))

    def _plug(self, there: bool) -> None:
        if self.voice is not None:
            self.voice.plug(there)
        else:
            self._post(HeadphonesChanged(there))
