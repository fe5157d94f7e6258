"""Sheets of which the corners are known, on desks of many kinds: textures, perspective, gradients of light, shadows, lamps."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from devices.camera.library import Image, cv2
from devices.simulators.camera_scenes import sheet

SIZE = (1920, 1080)
TEXTURES = ("mat", "wood", "leather", "felt", "slate")
_PAGE = np.asarray(sheet())[:, :, ::-1]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Desk:
    """A picture of a desk; `corners` are those of the sheet, clockwise from its top left, or None on an empty one."""

    image: Image
    corners: Floats | None
    texture: str


def desk(seed: int, *, empty: bool = False, cut: bool = False) -> Desk:
    """Return one of many desks; a sheet that is `cut` lies partly outside the picture."""
    chance = np.random.default_rng(seed)
    texture = TEXTURES[seed % len(TEXTURES)]
    picture = _surface(texture, chance)
    corners = None if empty else _place(chance, cut=cut)
    if corners is not None:
        picture = _laid(picture, corners)
    light = _light(chance, corners)
    seen = picture * light[:, :, None] + chance.normal(0, chance.uniform(1, 5), (SIZE[1], SIZE[0], 1))
    coded = cv2.imencode(".jpg", np.clip(seen, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 88])[1]
    shown = cv2.imdecode(np.frombuffer(coded.tobytes(), np.uint8), cv2.IMREAD_COLOR)
    assert shown is not None
    return Desk(shown, corners, texture)


def _surface(texture: str, chance: np.random.Generator) -> Floats:
    width, height = SIZE
    base = {"mat": 50, "wood": 74, "leather": 38, "felt": 62, "slate": 84}[texture]
    rough = chance.normal(0, 1, (height, width)).astype(np.float32)
    match texture:
        case "wood":
            grain = _wide(chance, (width // 60, height // 2))
            tone = base + 16 * grain
        case "leather":
            tone = base + 5 * _wide(chance, (width // 5, height // 5))
        case "felt":
            tone = base + 3 * rough
        case "slate":
            tone = base + 9 * _wide(chance, (width // 40, height // 40))
        case _:
            tone = base + 3 * np.sin(1.3 * np.arange(width, dtype=np.float32))[None, :] + 0 * rough
    tint = np.asarray((0.86, 0.94, 1.1) if texture == "wood" else (1.05, 1.0, 0.95), np.float32)
    return np.asarray(np.clip(tone, 4, 140)[:, :, None] * tint, np.float32)


def _wide(chance: np.random.Generator, size: tuple[int, int]) -> Floats:
    """Noise whose spots are as many times larger than a pixel as `size` is smaller than the picture."""
    spots = chance.normal(0, 1, (size[1], size[0])).astype(np.float32)
    field = cv2.resize(spots, SIZE, interpolation=cv2.INTER_CUBIC)
    return np.asarray(field / field.std(), np.float32)


def _place(chance: np.random.Generator, *, cut: bool) -> Floats:
    """The four corners of an A4 sheet: turned, pushed, seen at a slant."""
    tall = chance.uniform(700, 900)
    half = np.asarray(
        [
            (-tall / 2.83, -tall / 2),
            (tall / 2.83, -tall / 2),
            (tall / 2.83, tall / 2),
            (-tall / 2.83, tall / 2),
        ]
    )
    turn = np.radians(chance.uniform(-12, 12))
    rotated = half @ np.asarray([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    slant = chance.uniform(-0.06, 0.06, (4, 2)) * tall
    corners = np.asarray(rotated + slant, np.float32)
    room = 6.0
    low, high = room - corners.min(axis=0), np.asarray(SIZE) - room - corners.max(axis=0)
    if (high < low).any():
        corners *= 0.9
        low, high = room - corners.min(axis=0), np.asarray(SIZE) - room - corners.max(axis=0)
    at = chance.uniform(low, high)
    if cut:
        at[1] = (high[1] + 0.3 * tall) if chance.random() < 0.5 else (low[1] - 0.3 * tall)
    return np.asarray(corners + at, np.float32)


def _laid(picture: Floats, corners: Floats) -> Floats:
    height, width = _PAGE.shape[:2]
    flat = np.asarray([(0, 0), (width, 0), (width, height), (0, height)], np.float32) - 0.5
    matrix = cv2.getPerspectiveTransform(flat, corners)
    page = cv2.warpPerspective(_PAGE, matrix, SIZE, flags=cv2.INTER_AREA).astype(np.float32)
    ones = np.full((height, width), 255, np.uint8)
    cover = (
        cv2.warpPerspective(ones, matrix, SIZE, flags=cv2.INTER_LINEAR).astype(np.float32)[:, :, None] / 255
    )
    shadow = cv2.GaussianBlur(np.roll(cover, (5, 4), (0, 1)), (0, 0), 6)[:, :, None]
    lying = picture * (1 - 0.25 * shadow)
    return np.asarray(lying * (1 - cover) + page * cover, np.float32)


def _light(chance: np.random.Generator, corners: Floats | None) -> Floats:
    """A gradient of up to a third across the picture, and every third time the soft shadow of a hand or a head."""
    width, height = SIZE
    across = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None, :]
    down = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None]
    strength, way = chance.uniform(0, 0.33), chance.uniform(0, 6.28)
    light = np.asarray(
        chance.uniform(0.8, 1.05) + strength * (np.cos(way) * across + np.sin(way) * down), np.float32
    )
    if chance.random() < 0.34:
        shade = np.zeros((height // 8, width // 8), np.float32)
        middle = (
            chance.uniform((0, 0), SIZE)
            if corners is None
            else corners.mean(axis=0) + chance.uniform(-400, 400, 2)
        )
        cv2.circle(shade, (int(middle[0] / 8), int(middle[1] / 8)), int(chance.uniform(15, 48)), 1.0, -1)
        soft = cv2.resize(cv2.GaussianBlur(shade, (0, 0), 7.5), SIZE, interpolation=cv2.INTER_CUBIC)
        light *= 1 - chance.uniform(0.1, 0.35) * soft
    return light


def corner_error(found: Floats, right: Floats) -> float:
    """The largest distance of a corner from where it is, in parts of the sheet's diagonal."""
    diagonal = float(np.linalg.norm(right[2] - right[0]))
    distances = [min(float(np.linalg.norm(corner - other)) for other in found) for corner in right]
    return max(distances) / diagonal
