"""The window of a public place: it listens to nobody's environment and cannot be left."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from screens import environment
from screens.environment import BUSY_FPS, IDLE_FPS, TooLateError
from tests.screens import sdl
from tests.screens.conftest import Show
from tests.screens.samples import VIEWS

REPORT = """
import json, os, sys
from pathlib import Path
from screens import environment
from screens.theme import ScreenSize
environment.prepare(Path(sys.argv[1]))
window = environment.open_window(ScreenSize(540, 960, 168.0), fullscreen=sys.argv[2] == "full")
from kivy.base import EventLoop, runTouchApp
from kivy.config import Config
from tests.screens import sdl
runTouchApp(embedded=True)
sdl.press_key(sdl.ESCAPE)
sdl.press_key(sdl.F1)
sdl.write("a")
sdl.close_window()
window.mainloop()
print(json.dumps({
    "arguments": sys.argv[3:],
    "size": list(window.size),
    "quit": EventLoop.quit,
    "children": len(window.children),
    "multisamples": Config.get("graphics", "multisamples"),
    "borderless": Config.get("graphics", "borderless"),
    "input": Config.items("input"),
    "modules": [value for value in Config.items("modules")],
    "kivy": {name: value for name, value in os.environ.items() if name.startswith(("KIVY_", "KCFG_"))},
    "offscreen": type(window).__name__,
}))
"""

HOSTILE = {
    "KIVY_WINDOW": "mock",
    "KIVY_NO_ARGS": "0",
    "KCFG_GRAPHICS_MULTISAMPLES": "4",
    "KCFG_MODULES_INSPECTOR": "",
    "KIVY_HOME": "/nowhere",
    "SDL_VIDEODRIVER": "offscreen",
}


def opened(tmp_path: Path, fullscreen: bool, *arguments: str) -> dict[str, object]:
    """What a process of its own says about its window, after somebody pressed every key to get out."""
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            REPORT,
            str(tmp_path / "cache"),
            "full" if fullscreen else "window",
            *arguments,
        ],
        env={**os.environ, **HOSTILE, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    report: dict[str, object] = json.loads(run.stdout)
    return report


def test_nobody_gets_out_of_a_fullscreen_window(tmp_path: Path) -> None:
    report = opened(tmp_path, True)
    assert report["quit"] is False
    assert report["borderless"] == "1"


def test_a_window_on_a_desk_can_be_closed(tmp_path: Path) -> None:
    assert opened(tmp_path, False)["quit"] is True


def test_it_listens_to_no_environment_no_arguments_and_no_home(tmp_path: Path) -> None:
    report = opened(tmp_path, False, "--module", "inspector")
    assert report["arguments"] == ["--module", "inspector"]
    assert report["multisamples"] == "0"
    assert report["modules"] == []
    assert report["input"] == [["mouse", "mouse,disable_multitouch"]]
    assert report["size"] == [540, 960]
    kivy = report["kivy"]
    assert isinstance(kivy, dict)
    assert kivy["KIVY_HOME"] == str(tmp_path / "cache")
    assert "KCFG_GRAPHICS_MULTISAMPLES" not in kivy
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file() and path.suffix != ".otf"]


def test_to_prepare_after_kivy_is_an_error_with_its_remedy(tmp_path: Path) -> None:
    script = "import kivy; from screens import environment; environment.prepare()"
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "HOME": str(tmp_path), "KIVY_HOME": str(tmp_path), "KIVY_NO_CONFIG": "0"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 1
    assert TooLateError.__name__ in run.stderr
    assert "before anything imports kivy" in run.stderr


@pytest.mark.usefixtures("window")
def test_to_prepare_twice_changes_nothing(tmp_path: Path) -> None:
    before = environment.cache_folder()
    environment.prepare(tmp_path)
    assert environment.cache_folder() == before


@pytest.mark.parametrize(
    ("variables", "folder"),
    [
        ({"KIOSK_HOME": "/k"}, "/k/cache"),
        ({"XDG_CACHE_HOME": "/x"}, "/x/kiosk"),
        ({"HOME": "/h"}, "/h/.cache/kiosk"),
    ],
)
def test_where_the_fonts_are_kept(variables: dict[str, str], folder: str) -> None:
    script = "from screens import environment; print(environment._default_cache())"
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={"PATH": os.environ["PATH"], "HOME": "/root", **variables},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stdout.strip() == folder


def test_keys_mean_nothing_and_a_click_is_a_touch(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    for key in (sdl.ESCAPE, sdl.F1, ord("a")):
        sdl.press_key(key)
    sdl.write("a")
    shown.window.mainloop()
    assert shown.drain() == []
    sdl.click(*shown.middle("fire"))
    shown.window.mainloop()
    shown.frames(1)
    assert [event.id for event in shown.drain()] == ["fire"]  # type: ignore[union-attr]  # a touch


def test_the_right_button_means_nothing(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    sdl.click(*shown.middle("fire"), button=3)
    shown.window.mainloop()
    shown.frames(1)
    assert shown.drain() == []
    shown.tap("fire")
    assert len(shown.drain()) == 1


def test_fewer_frames_while_nobody_is_there(show: Show) -> None:
    from kivy.clock import Clock  # noqa: PLC0415  # only after prepare

    shown = show(VIEWS["attract"])
    assert Clock._max_fps == IDLE_FPS
    shown.show(VIEWS["home"])
    assert Clock._max_fps == BUSY_FPS
    shown.show(VIEWS["attract"])
    assert Clock._max_fps == IDLE_FPS
