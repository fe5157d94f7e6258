"""A sound card that is a pipe: what an ALSA player writes to it is listened to."""

import os
import threading
import time
from contextlib import suppress
from pathlib import Path


class Card:
    """`name` is the ALSA device; `began` is when the first sound came that is no silence, `sounds` when all of them came."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.name = f"file:{path},raw"
        self.began = 0.0
        self.sounds: list[float] = []
        self._end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def after(self, moment: float) -> float | None:
        """Return when the first sound came after a moment (monotonic seconds), None when there was none yet."""
        return next((sound for sound in self.sounds if sound > moment), None)

    def close(self) -> None:
        """Listen no longer."""
        self._stopping.set()
        self._thread.join(20)
        os.close(self._end)

    def _listen(self) -> None:
        while not self._stopping.wait(0.002):
            with suppress(BlockingIOError):
                if any(os.read(self._end, 65536)):
                    self.sounds.append(time.monotonic())
                    self.began = self.began or self.sounds[0]
