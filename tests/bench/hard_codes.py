"""Pictures of codes under everything that makes them hard to read, the same at every start: 1280×720, grey."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt
import zxingcpp
from cv2.typing import MatLike

SIZE = (1280, 720)
PAPER = 232
MODULE = 6  # pixels, where nothing else is said
VARIANTS = 8
FORMATS = {
    "QR": zxingcpp.BarcodeFormat.QRCode,
    "DataMatrix": zxingcpp.BarcodeFormat.DataMatrix,
    "PDF417": zxingcpp.BarcodeFormat.PDF417,
    "Code128": zxingcpp.BarcodeFormat.Code128,
}
HARDSHIPS = ("none", "rotation", "perspective", "blur", "motion", "small", "noise")
STRONGEST_BLUR = 3.0
#: Of each variant: standard deviations in pixels, lengths in pixels, pixels a module, standard deviations of 255 levels.
BLURS = (1.0, 1.5, 1.5, 2.0, 2.0, 2.5, STRONGEST_BLUR, STRONGEST_BLUR)
MOTIONS = (3, 5, 5, 7, 7, 9, 9, 11)
SMALL = (4.0, 3.5, 3.0, 3.0, 2.5, 2.5, 2.0, 2.0)
NOISES = (10, 15, 20, 25, 30, 35, 40, 50)


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture, what stands in it (empty: nothing), and how it was made."""

    image: MatLike
    text: str
    symbology: str
    hardship: str
    strongest_blur: bool = False


def samples(variants: int = VARIANTS) -> Iterator[Sample]:
    """Yield every symbology under every hardship, `variants` of each (eight are all), then pictures of textures without a code."""
    for symbology in FORMATS:
        for hardship in HARDSHIPS:
            for variant in range(variants):
                yield sample(symbology, hardship, variant)
    for variant in range(2 * variants):
        yield Sample(_empty(variant), "", "nothing", "nothing")


def sample(symbology: str, hardship: str, variant: int) -> Sample:
    """Return one picture; the same arguments give the same picture."""
    luck = np.random.default_rng([variant, *map(ord, symbology + hardship)])
    text = _text(symbology, variant, luck)
    module = SMALL[variant] if hardship == "small" else MODULE if symbology != "PDF417" else 3.5
    flat = _printed(symbology, text, module)
    image = cv2.add(_laid(flat, hardship, luck), _grain(luck, 3), dtype=cv2.CV_8U)
    match hardship:
        case "blur":
            image = cv2.GaussianBlur(image, (0, 0), BLURS[variant])
        case "motion":
            image = cv2.filter2D(image, -1, _streak(MOTIONS[variant], luck.uniform(0, 180)))
        case "noise":
            image = cv2.add(image, _grain(luck, NOISES[variant]), dtype=cv2.CV_8U)
        case _:
            pass
    strongest = hardship == "blur" and BLURS[variant] == STRONGEST_BLUR
    return Sample(image, text, symbology, hardship, strongest)


def _text(symbology: str, variant: int, luck: np.random.Generator) -> str:
    number = "".join(str(digit) for digit in luck.integers(0, 10, 8))
    if symbology == "Code128":
        return f"SP{number}"
    return f"DSK-{number}-{'ABCDEFGH'[variant]}" if variant % 2 else f"https://example.com/s/{number}"


def _printed(symbology: str, text: str, module: float) -> MatLike:
    """Return the code on white paper, `module` pixels a module."""
    barcode = zxingcpp.create_barcode(text, FORMATS[symbology])
    code = np.asarray(zxingcpp.write_barcode_to_image(barcode, add_quiet_zones=True))
    if symbology == "Code128":
        code = np.repeat(code[:1], 30, axis=0)
    paper: MatLike = np.where(code < 128, 24, PAPER).astype(np.uint8)
    paper = cv2.copyMakeBorder(paper, 3, 3, 3, 3, cv2.BORDER_CONSTANT, value=PAPER)
    fine = np.kron(paper, np.ones((8, 8), np.uint8))
    return cv2.resize(fine, None, fx=module / 8, fy=module / 8, interpolation=cv2.INTER_AREA)


def _laid(flat: MatLike, hardship: str, luck: np.random.Generator) -> MatLike:
    """Return the paper in the picture: anywhere, turned or seen at a slant when that is the hardship."""
    height, width = flat.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = corners - corners.mean(axis=0)
    if hardship == "rotation":
        seen = seen @ _turn(luck.uniform(0, 360))
    if hardship == "perspective":
        seen = seen * (1 + luck.uniform(-0.16, 0.16, (4, 1))) @ _turn(luck.uniform(-12, 12))
    seen = seen * min(1.0, *(0.94 * np.array(SIZE) / (np.ptp(seen, axis=0) + 1)))
    room = (np.array(SIZE) - np.ptp(seen, axis=0)) / 2 - 4
    seen = (seen - (seen.min(axis=0) + seen.max(axis=0)) / 2 + np.array(SIZE) / 2).astype(np.float32)
    seen += (room * luck.uniform(-1, 1, 2)).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    desk: MatLike = _desk().copy()
    return cv2.warpPerspective(
        flat, matrix, SIZE, dst=desk, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_TRANSPARENT
    )


def _turn(degrees: float) -> npt.NDArray[np.float64]:
    angle = np.radians(degrees)
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def _streak(length: int, degrees: float) -> MatLike:
    """Return what a movement of `length` pixels does to a point."""
    kernel = np.zeros((2 * length + 1, 2 * length + 1), np.float32)
    reach = length / 2 * np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    start, end = (length - reach) * 256, (length + reach) * 256
    cv2.line(kernel, start.astype(int).tolist(), end.astype(int).tolist(), 1.0, 1, cv2.LINE_AA, 8)
    cv2.normalize(kernel, kernel, 1.0, norm_type=cv2.NORM_L1)
    return kernel


@cache
def _desk() -> npt.NDArray[np.uint8]:
    """Return what lies under the paper: a dark weave, darker to the corners."""
    across, down = np.linspace(-1, 1, SIZE[0]), np.linspace(-1, 1, SIZE[1])
    light = 96 - 30 * (across[None, :] ** 2 + down[:, None] ** 2)
    weave = 2.5 * np.sin(1.3 * np.arange(SIZE[0]))[None, :] * np.sin(1.1 * np.arange(SIZE[1]))[:, None]
    desk: npt.NDArray[np.uint8] = np.clip(light + weave, 0, 255).astype(np.uint8)
    return desk


def _grain(luck: np.random.Generator, deviation: float) -> npt.NDArray[np.int16]:
    return (deviation * luck.standard_normal((SIZE[1], SIZE[0]), np.float32)).astype(np.int16)


def _empty(variant: int) -> MatLike:
    """Return a desk, stripes, text or a chequered cloth, with noise: what might be taken for a code."""
    luck = np.random.default_rng(variant)
    image = _desk().copy()
    for _ in range(40):
        x, y = (int(value) for value in luck.integers(0, SIZE))
        match variant % 4:
            case 1:
                cv2.rectangle(image, (x, 0), (x + int(luck.integers(2, 9)), SIZE[1]), PAPER, -1)
            case 2:
                cv2.putText(image, "DOORSTEP 2026", (x - 200, y), cv2.FONT_HERSHEY_PLAIN, 2, PAPER, 2)
            case 3:
                cv2.rectangle(image, (x, y), (x + 40, y + 40), int(luck.integers(0, 255)), -1)
            case _:
                pass
    return cv2.add(image, _grain(luck, 5 + 3 * variant), dtype=cv2.CV_8U)
