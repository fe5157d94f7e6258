"""F21: a display that sleeps may not wake again, so it never sleeps while the touchscreen runs.

The X server's screen saver stands for the panel: what suspends it suspends the panel's power saving with it (X11 Screen Saver
Extension, `XScreenSaverSuspend`). A virtual screen has no panel: whether one wakes cannot be tried here.
"""

import os
import select
import subprocess
import sys
from pathlib import Path

from Xlib import X
from Xlib.display import Display

from kiosk.demo.virtual_screen import virtual_screen

AFTER = 1  # second of idleness, the shortest that a server knows
STAYS_AWAKE = 1300  # milliseconds of idleness after which it would have slept
WINDOW = """
import sys
from pathlib import Path
from screens import environment
from screens.theme import ScreenSize
environment.prepare(Path(sys.argv[1]))
environment.open_window(ScreenSize(540, 960, 336.0), fullscreen=True)
print("open", flush=True)
sys.stdin.read()
"""


def asleep(server: Display) -> bool:
    """Let nobody touch anything for longer than the display stays awake; return whether it sleeps."""
    server.set_screen_saver(AFTER, 0, X.PreferBlanking, X.AllowExposures)
    while (seen := server.screen().root.screensaver_query_info()).idle < STAYS_AWAKE:
        select.select([server], [], [], (STAYS_AWAKE - seen.idle) / 1000)
    return bool(seen.state)


def test_the_display_stays_awake_while_the_touchscreen_runs_and_only_then(tmp_path: Path) -> None:
    with virtual_screen(540, 960) as name:
        server = Display(name)
        command = [sys.executable, "-c", WINDOW, str(tmp_path)]
        environment = {**os.environ, "DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
        with subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as touchscreen:
            assert touchscreen.stdout
            assert touchscreen.stdout.readline() == "open\n"
            assert not asleep(server)
        assert asleep(server)
        server.close()
