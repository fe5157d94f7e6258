"""Between a keypad and the touchscreen: keys into a queue, headphones to whoever must know at once."""

from collections.abc import Callable
from queue import SimpleQueue

from devices.damping import Condition
from devices.keypad import Headphones, Key, Keypad
from devices.thread import DeviceThread
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.runtime.hardware import Post


class KeypadDesk:
    """Tells of keys (`keys`) and headphones (`plug`). A socket that is gone counts as one that headphones were pulled from."""

    def __init__(
        self, keypad: Keypad, keys: "SimpleQueue[Key]", plug: Callable[[bool], None], post: Post
    ) -> None:
        self._keys, self._plug, self._post = keys, plug, post
        self._told = False  # of headphones
        self.thread = DeviceThread(keypad, self._serve, self._changed, name="keypad", pause=0.0)

    def _serve(self, keypad: Keypad) -> None:
        felt = keypad.next()
        if isinstance(felt, Headphones):
            self._told = felt.plugged
            self._plug(felt.plugged)
        elif felt is not None:
            self._keys.put(felt)

    def _changed(self, condition: Condition) -> None:
        if not condition.working and self._told:
            self._told = False
            self._plug(False)
        self._post(DeviceChanged(DeviceClass.KEYPAD, condition.working, condition.code))
