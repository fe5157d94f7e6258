"""Real events for Kivy's window, put into SDL's own queue (SDL_events.h of SDL 2)."""

import ctypes
from ctypes import Structure, c_char, c_int32, c_uint8, c_uint16, c_uint32
from pathlib import Path

_QUIT, _KEYDOWN, _KEYUP, _TEXTINPUT, _BUTTONDOWN, _BUTTONUP = 0x100, 0x300, 0x301, 0x303, 0x401, 0x402
_PRESSED = 1
ESCAPE, F1 = 27, 0x4000003A


class _Key(Structure):
    _fields_ = (
        ("type", c_uint32), ("timestamp", c_uint32), ("window", c_uint32), ("state", c_uint8), ("repeat", c_uint8),
        ("padding", c_uint16), ("scancode", c_int32), ("key", c_int32), ("modifiers", c_uint16), ("unused", c_uint32),
    )  # fmt: skip


class _Text(Structure):
    _fields_ = (("type", c_uint32), ("timestamp", c_uint32), ("window", c_uint32), ("text", c_char * 32))


class _Button(Structure):
    _fields_ = (
        ("type", c_uint32), ("timestamp", c_uint32), ("window", c_uint32), ("which", c_uint32), ("button", c_uint8),
        ("state", c_uint8), ("clicks", c_uint8), ("padding", c_uint8), ("x", c_int32), ("y", c_int32),
    )  # fmt: skip


class _Event(ctypes.Union):
    _fields_ = (
        ("type", c_uint32),
        ("key", _Key),
        ("text", _Text),
        ("button", _Button),
        ("size", c_uint8 * 56),
    )


def press_key(key: int) -> None:
    """A key of a keyboard is pressed and let go."""
    for kind, state in ((_KEYDOWN, _PRESSED), (_KEYUP, 0)):
        event = _Event()
        event.key = _Key(kind, 0, 1, state, 0, 0, 0, key, 0, 0)
        _push(event)


def write(text: str) -> None:
    """A keyboard writes a text."""
    event = _Event()
    event.text = _Text(_TEXTINPUT, 0, 1, text.encode())
    _push(event)


def click(x: float, y: float, button: int = 1) -> None:
    """A button of the mouse is pressed and let go: 1 is the left one, 3 the right one."""
    for kind, state in ((_BUTTONDOWN, _PRESSED), (_BUTTONUP, 0)):
        event = _Event()
        event.button = _Button(kind, 0, 1, 0, button, state, 1, 0, round(x), round(y))
        _push(event)


def close_window() -> None:
    """The window manager asks the window to close."""
    event = _Event()
    event.type = _QUIT
    _push(event)


def _push(event: _Event) -> None:
    assert _library().SDL_PushEvent(ctypes.byref(event)) == 1


def _library() -> ctypes.CDLL:
    """The SDL that Kivy has loaded into this process."""
    maps = Path("/proc/self/maps").read_text("utf-8").splitlines()
    (path,) = {line.split()[-1] for line in maps if "/libSDL2-2" in line}
    return ctypes.CDLL(path)
