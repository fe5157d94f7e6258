"""When the camera looks for a travel document's zone, and when it is believed: the same twice, or it is not read."""

from devices.camera import Sighting
from devices.card_reader.mrz import DocumentKey
from kiosk.events.cards import DocumentKeyRead, DocumentKeyUnread

EVERY = 5
"""Frames from one look to the next: the live picture must go on moving, and a look takes a tenth of a second."""

LOOKS = 40
"""After so many the resident is told what to do: about twenty seconds, time enough to turn to the page and lay it down."""


class KeyWatch:
    """The looks that answer one `ReadDocumentKey`."""

    def __init__(self, command: int) -> None:
        self.command = command
        self._frames = self._looks = 0
        self._lines = False
        self._before: DocumentKey | None = None

    def is_due(self) -> bool:
        """Count a frame; return whether to look now. What was read once is looked at again at once."""
        self._frames += 1
        return self._before is not None or self._frames % EVERY == 0

    def seen(self, sighting: Sighting) -> DocumentKeyRead | DocumentKeyUnread | None:
        """Count a look; return the answer when there is one."""
        if sighting.key and sighting.key == self._before:
            return DocumentKeyRead(self.command, sighting.key)
        self._looks, self._before = self._looks + 1, sighting.key
        self._lines = self._lines or sighting.lines
        if self._looks < LOOKS:
            return None
        return self.ended("unclear" if self._lines else "no-lines")

    def ended(self, reason: str) -> DocumentKeyUnread:
        """Return the answer of a watch that is over without a key."""
        return DocumentKeyUnread(self.command, reason)
