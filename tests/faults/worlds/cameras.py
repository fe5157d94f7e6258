"""Cameras: a picture or an error."""

import random
from typing import ClassVar

from devices.camera import Camera
from devices.camera.apart import CameraApart
from devices.camera.opencv import OpencvCamera
from devices.simulators.camera_faults import Kind as CameraFault
from tests.faults.worlds.world import World, hurried


class CameraWorld(World):
    """The driver in this process."""

    simulator: ClassVar[tuple[str, ...]] = ("camera", "--rate", "30")
    limit: ClassVar[float] = 10.0

    def _driver(self) -> Camera:
        return OpencvCamera(str(self._simulated.where["url"]), now=hurried)

    def _serve(self, device: Camera) -> None:
        device.frame()

    def _mishap(self, chance: random.Random) -> None:
        match chance.randrange(5):
            case 0:
                self._tell(chance.choice(("clear", "plug", "unplug")))
            case _:
                kind = chance.choice(list(CameraFault))
                self._tell("fault", kind=kind.value, times=chance.choice((1, 3, 0)))

    def use(self, chance: random.Random) -> None:
        self.command(Camera.still if chance.random() < 0.5 else Camera.frame)


class ApartCameraWorld(CameraWorld):
    """The driver in a process of its own, as terminals have it."""

    limit = 35.0  # what its thread is doing may be an opening (9 s, and 7 for an answer), and so may this

    def _driver(self) -> Camera:
        return CameraApart("devices.camera.opencv:OpencvCamera", str(self._simulated.where["url"]))
