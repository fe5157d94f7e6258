"""What does not work of a terminal's devices, kept for the agent: its heartbeat tells the operator."""

import json
import logging
import threading
from pathlib import Path

from config import durable
from kiosk.conditions import FILE, kept
from kiosk.events import Event
from kiosk.events.world import DeviceChanged
from kiosk.runtime.executor import NOT_CONFIGURED
from kiosk.runtime.hardware import Post

log = logging.getLogger(__name__)


class DeviceBoard:
    """Writes down every condition on its way to the journey; `post` may be called by any thread."""

    def __init__(self, home: Path, post: Post) -> None:
        self._home, self._post = home, post
        self._door = threading.Lock()
        self._broken: dict[str, str] = {}
        if kept(home):
            self._keep()  # what an earlier run saw is to be seen again

    def post(self, event: Event) -> None:
        """Note what an event says of a device, and hand it on."""
        if isinstance(event, DeviceChanged):
            with self._door:
                self._note(event)
        self._post(event)

    def _note(self, event: DeviceChanged) -> None:
        before = dict(self._broken)
        self._broken.pop(event.device.value, None)
        if not event.working and event.code != NOT_CONFIGURED:
            self._broken[event.device.value] = event.code
        if self._broken != before:
            self._keep()

    def _keep(self) -> None:
        try:
            durable.write(self._home / FILE, json.dumps(self._broken).encode())
        except OSError as error:
            log.warning("what does not work cannot be kept (%s)", error.strerror)
