"""What the signs of a zone say: only when each is clear and every check digit is right."""

from contextlib import suppress

import numpy as np
import numpy.typing as npt

from devices.camera.zone.lines import Floats
from devices.camera.zone.signs import ALPHABET
from devices.card_reader.mrz import DocumentKey, MrzError, parse
from devices.card_reader.mrz_layouts import LAYOUTS, Layout

_CLEAR, _AHEAD = 0.6, 0.02  # how like its sign a cell must be, and how much more than any other
_DIGITS = np.array([sign.isdigit() for sign in ALPHABET])
_LETTERS = ~_DIGITS  # and the filler


def key_of(likely: Floats) -> DocumentKey | None:
    """Return what these cells show in the first layout in which it holds."""
    for layout in LAYOUTS:
        if layout.size != len(likely):
            continue
        allowed = np.where(_allowed(layout), likely, -1.0)
        text = "".join(ALPHABET[at] for at in allowed.argmax(axis=1))
        with suppress(MrzError):
            zone = parse(text)
            if zone.layout == layout.name and _is_clear(allowed, layout):
                return zone.key
    return None


def _allowed(layout: Layout) -> npt.NDArray[np.bool_]:
    """Return which signs may stand where: digits in dates and check digits, letters in names and codes of states."""
    allowed = np.ones((layout.size, len(ALPHABET)), np.bool_)
    for place in (layout.birth, layout.expiry):
        allowed[place.start : place.stop + 1] = _DIGITS
    if layout.whole:
        allowed[layout.whole[-1].stop] = _DIGITS
    for letters in (layout.holder, layout.issuer, layout.nationality):
        if letters:
            allowed[letters] = _LETTERS
    return allowed


def _is_clear(allowed: Floats, layout: Layout) -> bool:
    """Return whether no sign of what opens the document could be taken for another one."""
    key = (layout.number, layout.birth, layout.expiry)
    at = [place for each in key for place in range(each.start, each.stop + 1)]
    if layout.more and ALPHABET[allowed[layout.number.stop].argmax()] == "<":
        at += range(layout.more.start, layout.more.stop)
    second, first = np.sort(allowed[at], axis=1)[:, -2:].T
    return bool((first > _CLEAR).all() and (first - second > _AHEAD).all())
