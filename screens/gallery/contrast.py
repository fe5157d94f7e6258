"""Contrast as it is on the panel: a page is photographed with and without what is written on it.

The two pictures tell for every pixel of ink what lies below it, also where that is a picture or a gradient.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from screens.gallery.findings import Box, Finding

Pixels = NDArray[np.uint8]
"""Rows from the top, columns, red, green and blue."""

TEXT = 7.0  # WCAG 2.2, 1.4.6 (AAA); 10 and more is aimed at
MARK = 3.0  # icons and edges of controls, 1.4.11

_SAME_INK = 12
"""How far a pixel may be from the ink, summed over its channels, to be ink through and through."""

_OUTSIDE, _EDGE = 3, 4
"""Pixels before the edge of a control, and behind where it begins, where its contrast is looked for."""

_MEASURED = 0.97
"""What colours of eight bits and smooth edges take from a contrast."""


def ink_contrast(written: Pixels, blank: Pixels, box: Box) -> float:
    """Return the least contrast of the ink in a box with what lies below it, 1 where nothing is to be seen."""
    x, y, wide, high = (round(value) for value in box)
    ink, ground = (
        picture[max(0, y) : y + high, max(0, x) : x + wide].reshape(-1, 3) for picture in (written, blank)
    )
    if not ink.size:
        return 1.0
    change = np.abs(ink.astype(int) - ground.astype(int)).sum(axis=1)
    pure = ink[change.argmax()].astype(int)
    inked = (np.abs(ink.astype(int) - pure).sum(axis=1) <= _SAME_INK) & (change > 0)
    return float(contrasts(ink[inked], ground[inked]).min()) if inked.any() else 1.0


def edge_contrast(written: Pixels, box: Box) -> float:
    """Return the largest contrast of a control's left edge, or of its surface, with what is beside it."""
    x, y, _wide, high = (round(value) for value in box)
    row = written[y + high // 2]
    outside = row[max(0, x - _OUTSIDE)]
    return float(contrasts(row[x : x + _EDGE], np.broadcast_to(outside, (_EDGE, 3))).max())


def contrasts(one: Pixels, other: Pixels) -> NDArray[np.float64]:
    """Return the contrast ratios of two rows of colours, each 1..21 (WCAG 2.2)."""
    lighter, darker = (pick(_luminance(one), _luminance(other)) for pick in (np.maximum, np.minimum))
    ratios: NDArray[np.float64] = (lighter + 0.05) / (darker + 0.05)
    return ratios


def contrast_findings(
    written: Pixels, blank: Pixels, texts: dict[str, Box], marks: dict[str, Box], targets: dict[str, Box]
) -> Iterator[Finding]:
    """Yield texts, marks and edges of controls that stand out too little."""
    measured = (
        *((name, ink_contrast(written, blank, box), TEXT) for name, box in texts.items()),
        *((name, ink_contrast(written, blank, box), MARK) for name, box in marks.items()),
        *((f"edge of {name}", edge_contrast(written, box), MARK) for name, box in targets.items()),
    )
    for name, ratio, least in measured:
        if ratio < least * _MEASURED:
            yield Finding("contrast", f"{name} {ratio:.1f}:1")


def _luminance(colours: Pixels) -> NDArray[np.float64]:
    value = colours / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    weighed: NDArray[np.float64] = linear @ np.array((0.2126, 0.7152, 0.0722))
    return weighed
