"""A simulated camera that serves Motion JPEG over HTTP (`multipart/x-mixed-replace`) on this machine.

`kiosk simulate camera [--listen HOST:PORT] [--control PATH] [--scene NAME] [--fault FAULT] [--rate N]`

When it is ready it prints one JSON line, `{"url": ..., "control": ...}`. Over the control socket it understands (`do`
and what goes with it): `scene` (`name`), `fault` (`kind`, `value`, `seconds`, `times`; see
`devices.simulators.camera_faults`), `clear` (no fault any more), `unplug`, `plug`, `reset` (as it was started), `look`
(changes nothing), `stop`. It answers with `{"ok": true, "watching": connections, "sent": frames}`. A new fault takes
the place of the one before; on the command line it is written `kind,value=3,times=0`.

It departs from a real camera in this: a scene lies still, only noise and the hand of a clock move, and they repeat every
seven frames; exposure and focus are right from the first frame; a fault takes effect with the next frame; there is no
authentication, and it is not a USB camera: V4L2 cannot be simulated by a process.
"""

import argparse
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from devices.simulators.camera_codes import is_code
from devices.simulators.camera_faults import Fault, Kind, fault_of
from devices.simulators.camera_frames import frame
from devices.simulators.camera_scenes import SCENES
from devices.simulators.camera_stream import Stream
from devices.simulators.camera_zone import is_zone
from devices.simulators.control import Message, serve


class SimulatedCamera:
    """A camera at `host:port`, plugged in while the context lasts. `tell` may be called from any thread."""

    def __init__(
        self,
        address: tuple[str, int] = ("127.0.0.1", 0),
        scene: str = "paper",
        fault: Fault | None = None,
        rate: float = 10.0,
    ) -> None:
        self._start = (scene, fault)
        self._scene, self._fault = self._start
        self._lock = threading.Lock()
        self._turn = 0
        self._frozen: bytes | None = None
        self.stopping = threading.Event()
        frame(scene, fault, self._turn)  # takes half a second: before anybody waits for it
        self._stream = Stream(address, self._next, rate)

    @property
    def url(self) -> str:
        """Where a driver reaches the camera."""
        return self._stream.url

    def __enter__(self) -> "SimulatedCamera":
        self._stream.plug()
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.unplug()

    def tell(self, message: Message) -> Message:
        """Have the camera do what the message says and return its answer.

        Raises:
            ValueError, KeyError: it does not understand the message.
        """
        match message["do"]:
            case "scene":
                self._look_at(_scene(message["name"]))
            case "fault":
                self._suffer(fault_of(message))
            case "clear":
                self._suffer(None)
            case "unplug":
                self._stream.unplug()
            case "plug":
                self._stream.plug()
            case "reset":
                self._as_started()
                self._stream.plug()
            case "look":
                pass
            case "stop":
                self.stopping.set()
            case other:
                raise ValueError(f"a camera cannot {other}")
        return {"ok": True, "watching": self._stream.watching, "sent": self._turn}

    def _next(self) -> tuple[bytes, Fault | None]:
        """Return the frame that the lens gives now, and what happens to it on its way."""
        with self._lock:
            scene, fault = self._scene, self._fault
            if fault is not None and fault.times is not None:
                self._fault = replace(fault, times=fault.times - 1) if fault.times > 1 else None
            self._turn += 1
            turn = self._turn
        fresh = frame(scene, fault, turn)  # takes its time: whoever steers the camera does not wait for it
        frozen = fault is not None and fault.kind is Kind.FREEZE
        with self._lock:
            self._frozen = (self._frozen or fresh) if frozen else None
            return self._frozen or fresh, fault

    def _look_at(self, scene: str) -> None:
        with self._lock:
            self._scene = scene

    def _suffer(self, fault: Fault | None) -> None:
        with self._lock:
            self._fault = fault

    def _as_started(self) -> None:
        with self._lock:
            self._scene, self._fault = self._start


def _scene(name: str) -> str:
    if name not in SCENES and not is_code(name) and not is_zone(name):
        raise ValueError(f"there is no scene {name}: look at one of {', '.join(SCENES)}")
    return name


def main(argv: Sequence[str]) -> int:
    """Run a simulated camera until it is told to stop, interrupted or terminated."""
    args = _parser().parse_args(argv)
    host, _, port = args.listen.rpartition(":")
    fault = fault_of(args.fault) if args.fault else None
    camera = SimulatedCamera((host or "127.0.0.1", int(port)), args.scene, fault, args.rate)
    with camera:
        serve(camera, args.control, url=camera.url)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk simulate camera", description="A simulated camera.")
    parser.add_argument("--listen", default="127.0.0.1:0", metavar="HOST:PORT", help="port 0 takes any")
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    scenes = f"{', '.join(SCENES)}, zone:LINE|LINE, qr:TEXT, data_matrix:TEXT, pdf417:TEXT, code_128:TEXT"
    parser.add_argument("--scene", default="paper", type=_scene, help=f"what it looks at at first: {scenes}")
    parser.add_argument("--rate", type=float, default=10.0, help="frames a second")
    kinds = ", ".join(kind.value for kind in Kind)
    parser.add_argument("--fault", type=_fault_option, help=f"KIND[,value=N…]; kinds: {kinds}")
    return parser


def _fault_option(text: str) -> dict[str, Any]:
    kind, *more = text.split(",")
    fault = {"kind": kind, **dict(pair.split("=", 1) for pair in more)}
    fault_of(fault)  # a mistake is told at once, as wrong use
    return fault
