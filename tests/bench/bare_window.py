"""What the touchscreen's start is compared with: a Kivy window of the same size and settings, with nothing in it.

`python -m tests.bench.bare_window CACHE WIDTH HEIGHT` says on stdout after how many seconds its first frame was there.
"""

import sys
from pathlib import Path
from typing import Any

from screens import environment
from screens.theme import ScreenSize


def main(cache: str, width: str, height: str) -> None:
    """Open the window, draw one frame, say when, end."""
    environment.prepare(Path(cache))
    window = environment.open_window(ScreenSize(int(width), int(height), 336.0), fullscreen=True)
    from kivy.base import runTouchApp, stopTouchApp  # noqa: PLC0415  # only after prepare

    from kiosk.process import age  # noqa: PLC0415  # not part of what is measured

    def flip(shown: Any) -> bool:
        shown.flip()
        print(age(), flush=True)  # noqa: T201  # what it is run for
        stopTouchApp()
        return True

    window.bind(on_flip=flip)
    runTouchApp()


if __name__ == "__main__":
    main(*sys.argv[1:])
