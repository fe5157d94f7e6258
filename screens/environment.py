"""What must be set before Kivy is imported, and a window that a resident cannot get out of.

Kivy listens to its environment, to a configuration file, to the command line and to a dozen keys; a terminal in a
public place listens to none of them. Call `prepare` before anything imports Kivy, then `open_window`.
"""

import os
import sys
from pathlib import Path
from typing import Any

from screens.theme import ScreenSize

BUSY_FPS = 60
IDLE_FPS = 15
ESCAPE_KEY, SETTINGS_KEY = 27, 282
NO_RULES = Path(__file__).parent / "rules"

_FIXED = {
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_ENV_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_NO_CONSOLELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",
    "KIVY_WINDOW": "sdl2",
    "KIVY_TEXT": "sdl2",
    "KIVY_IMAGE": "sdl2",
    "KIVY_CLIPBOARD": "dummy",
    "KIVY_METRICS_DENSITY": "1",
    "KIVY_METRICS_FONTSCALE": "1",
    "KIVY_DPI": "96",
}


class TooLateError(RuntimeError):
    """Kivy was imported before `prepare`: import `screens.environment` and call `prepare` first."""


class NoDisplayError(RuntimeError):
    """No window can be opened; the message names the remedy."""

    def __init__(self) -> None:
        super().__init__(
            "There is no display to open a window on: start the X server (or set DISPLAY), check the panel's cable. "
            "没有可用的显示器：请启动图形界面（或设置 DISPLAY），并检查屏幕连线。"
        )


def prepare(cache: Path | None = None) -> None:
    """Fix everything that Kivy reads while it is imported; what the caller's environment says is dropped.

    `cache` is a folder of ours for extracted fonts (default: `cache` below `KIOSK_HOME`, else the user's XDG cache).

    Raises:
        TooLateError: Kivy was imported already, so that it may have listened to somebody else.
    """
    if "kivy" in sys.modules:
        if os.environ.get("KIVY_NO_CONFIG") == "1":
            return
        raise TooLateError("call screens.environment.prepare() before anything imports kivy")
    for name in [name for name in os.environ if name.startswith(("KIVY_", "KCFG_"))]:
        del os.environ[name]
    folder = cache or _default_cache()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(_FIXED, KIVY_HOME=str(folder))
    _import_without_rules()


def _import_without_rules() -> None:
    """Import Kivy without the rules for its own widgets: none of them is shown, and reading the rules takes as long as a page."""
    import kivy  # noqa: PLC0415  # only after its environment is set

    theirs, kivy.kivy_data_dir = kivy.kivy_data_dir, str(NO_RULES)
    import kivy.lang.builder  # noqa: PLC0415  # it reads them while it is imported

    kivy.kivy_data_dir = theirs


def cache_folder() -> Path:
    """Return the folder that `prepare` chose."""
    return Path(os.environ["KIVY_HOME"])


def open_window(size: ScreenSize, fullscreen: bool) -> Any:
    """Open the window and return it: no frame, no keys, no simulated touches, one finger.

    A fullscreen window also refuses to be closed by the window manager; the service manager ends it by a signal.

    Raises:
        NoDisplayError: none can be opened.
    """
    from kivy.config import Config  # noqa: PLC0415  # only after prepare

    for section, options in _configuration(size, fullscreen).items():
        for option, value in options.items():
            Config.set(section, option, value)
    for option in list(Config.options("input")):
        Config.remove_option("input", option)
    Config.set("input", "mouse", "mouse,disable_multitouch")
    from kivy.core.window import Window  # noqa: PLC0415  # importing it opens the window

    if Window is None:
        raise NoDisplayError
    harden(Window, closable=not fullscreen)
    return Window


def harden(window: Any, closable: bool) -> None:
    """Take every key from the window (escape ends Kivy, F1 opens its settings) and, unless closable, its closing."""

    def swallow(*_event: object) -> bool:
        return True

    window.bind(on_key_down=swallow, on_key_up=swallow, on_keyboard=swallow, on_textinput=swallow)
    if not closable:
        window.bind(on_request_close=swallow)


def pace(busy: bool) -> None:
    """Look for touches less often while nobody uses the terminal: a third of the processor time at rest."""
    from kivy.clock import Clock  # noqa: PLC0415  # only after prepare

    Clock._max_fps = BUSY_FPS if busy else IDLE_FPS  # noqa: SLF001  # Kivy reads it once and offers no other way


def _configuration(size: ScreenSize, fullscreen: bool) -> dict[str, dict[str, object]]:
    return {
        "kivy": {"exit_on_escape": 0, "pause_on_minimize": 0, "keyboard_mode": "", "log_level": "warning"},
        "graphics": {
            "multisamples": 0,  # three times the frame rate under software OpenGL; our edges are smooth by themselves
            "width": size.width,
            "height": size.height,
            "position": "custom",
            "left": 0,
            "top": 0,
            "fullscreen": "auto" if fullscreen else 0,
            "borderless": int(fullscreen),
            "resizable": 0,
            "show_cursor": int(not fullscreen),
            "allow_screensaver": 0,
            "maxfps": BUSY_FPS,
        },
    }


def _default_cache() -> Path:
    if home := os.environ.get("KIOSK_HOME"):
        return Path(home) / "cache"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "kiosk"
