"""Keys and headphones from a keypad on its line, and that one that is gone leaves nobody's words to the loudspeaker."""

from pathlib import Path
from queue import SimpleQueue

from devices.keypad import Key
from devices.keypad.evdev import EvdevKeypad
from devices.simulators.process import simulated
from kiosk.events.world import DeviceChanged, HeadphonesChanged
from kiosk.runtime.keypad_desk import KeypadDesk
from tests.kiosk.conftest import Heard


def test_keys_and_headphones_are_told_and_a_socket_that_is_gone_is_an_empty_one(
    heard: Heard, tmp_path: Path
) -> None:
    options = ("--link", str(tmp_path / "event0"), "--control", str(tmp_path / "c"))
    with simulated("keypad", *options) as simulator:
        keys: SimpleQueue[Key] = SimpleQueue()
        driver = EvdevKeypad(simulator.port)
        desk = KeypadDesk(driver, keys, lambda there: heard.post(HeadphonesChanged(there)), heard.post)
        desk.thread.start()
        assert heard.wait_for(DeviceChanged).working
        simulator.tell("press", key="confirm")
        assert keys.get(timeout=20) is Key.CONFIRM
        simulator.tell("headphones", plugged=True)
        assert heard.wait_for(HeadphonesChanged).plugged
        simulator.tell("unplug")
        heard.wait_for(HeadphonesChanged, lambda event: not event.plugged)
        desk.thread.stop(20)
