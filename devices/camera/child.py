"""The process that a camera is apart in: `python -m devices.camera.child MODULE:CLASS SOURCE DESCRIPTOR`.

Over the descriptor comes one word at a time: `open`, `frame`, `still`, `document_key`, `close`. The answer to each is two messages: a JSON
object about it, `{"error": {"kind", "code", "message"}}` when it failed, and bytes (pixels of a frame, a picture's JPEG).
It ends when the other side is gone.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection

from devices.camera import Camera
from devices.driver_fault import driver_fault
from devices.errors import ConfigurationError, DeviceError

Answer = tuple[dict[str, object], bytes]


def main(argv: Sequence[str]) -> int:
    """Serve one camera until nobody asks any more."""
    driver, source, descriptor = argv
    line = Connection(int(descriptor))
    camera: Camera | None = None
    with suppress(EOFError, OSError):  # whoever asked is gone
        while True:
            word = line.recv_bytes().decode()
            try:
                camera = camera or _made(driver, source)
                head, body = _asked(camera, word)
            except DeviceError as error:
                about = {"kind": type(error).__name__, "code": error.code, "message": error.message}
                head, body = {"error": about}, b""
            line.send_bytes(json.dumps(head).encode())
            line.send_bytes(body)
    if camera is not None:
        camera.close()
    return 0


def _made(driver: str, source: str) -> Camera:
    module, _, name = driver.partition(":")
    try:
        made: Camera = getattr(import_module(module), name)(source=source)
    except ImportError as error:
        raise _missing() from error
    return made


def _missing() -> ConfigurationError:
    return ConfigurationError(
        "DRIVER_MISSING", "The camera's driver cannot be loaded: install the terminal's software anew (make)."
    )


def _open(camera: Camera) -> Answer:
    camera.open()
    return {}, b""


def _close(camera: Camera) -> Answer:
    camera.close()
    return {}, b""


def _frame(camera: Camera) -> Answer:
    frame = camera.frame()
    return {"width": frame.width, "height": frame.height, "seen": frame.seen}, frame.pixels


def _still(camera: Camera) -> Answer:
    it = camera.still()
    return {"width": it.width, "height": it.height, "warnings": list(it.warnings)}, it.jpeg


def _document_key(camera: Camera) -> Answer:
    seen = camera.document_key()
    key = seen.key
    return {"lines": seen.lines, "key": [key.number, key.birth, key.expiry] if key else None}, b""


def _asked(camera: Camera, word: str) -> Answer:
    """Return the camera's answer; of a driver's mistake only type and place are logged."""
    try:
        return _DOES[word](camera)
    except DeviceError:
        raise
    except ImportError as error:
        raise _missing() from error
    except Exception as error:
        raise driver_fault("camera", error) from error


_DOES: dict[str, Callable[[Camera], Answer]] = {
    "open": _open,
    "close": _close,
    "frame": _frame,
    "still": _still,
    "document_key": _document_key,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
