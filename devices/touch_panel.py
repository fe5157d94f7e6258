"""The touch panel as Linux shows it: whether it is plugged in. Its touches are left to whoever draws.

Who draws opens a panel that is back by itself, at once. Without a display server SDL does (KMSDRM: each turn of its loop polls
udev, and its `SDL_EVDEV_udev_callback` opens and closes what came and went, SDL 2 `src/core/linux/SDL_evdev.c`; needs libudev);
else the X server (`config/udev.c`, `AutoAddDevices`) or the Wayland compositor (libinput). None of them says so to us, and a
panel that stays away leaves a screen that looks well and hears nobody: that is what is watched here.
"""

import os
from pathlib import Path

from devices.device import Device
from devices.errors import ConfigurationError, StaffError

NEVER_SEEN = "NO_SUCH_PORT"


class TouchPanel(Device):
    """The panel at `path`, a node or a pattern of one (`/dev/input/by-id/usb-*-event-if00`): the first that fits is it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._was_there = False

    def look(self) -> None:
        """Return when the panel is there.

        Raises:
            StaffError: it was and is not any more (`DEVICE_GONE`).
            ConfigurationError: it has never been there (`NO_SUCH_PORT`): the settings may name another.
        """
        with self._translated("find the touch panel"):
            if not any(map(_answers, self._nodes())):
                raise self._missing()
            self._was_there = True

    def _open(self) -> None:
        self.look()

    def _close(self) -> None: ...

    def _nodes(self) -> list[Path]:
        pattern = Path(self._path)
        return sorted(Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor))))

    def _missing(self) -> ConfigurationError | StaffError:
        if self._was_there:
            return StaffError(
                "DEVICE_GONE", "The touch panel is not connected: check its cable and its power."
            )
        message = f"There is no touch panel at {self._path}: plug it in, or correct its node in the settings."
        return ConfigurationError(NEVER_SEEN, message)


def _answers(node: Path) -> bool:
    """Return whether a node can be opened; one that is not for us to read is the display server's, and there."""
    try:
        os.close(os.open(node, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC))
    except PermissionError:
        return True
    except OSError:
        return False
    return True
