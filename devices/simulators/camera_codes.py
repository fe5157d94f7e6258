"""Codes that a simulated camera looks at: the scene `qr:TEXT`, `data_matrix:…`, `pdf417:…` or `code_128:…`."""

import zxingcpp
from PIL import Image

from devices.simulators.camera_scenes import SIZE, empty_desk

_FORMATS = {
    "qr": zxingcpp.BarcodeFormat.QRCode,
    "data_matrix": zxingcpp.BarcodeFormat.DataMatrix,
    "pdf417": zxingcpp.BarcodeFormat.PDF417,
    "code_128": zxingcpp.BarcodeFormat.Code128,
}
_MODULE = 5


def is_code(scene: str) -> bool:
    """Whether the scene's name is that of a code, or of several."""
    parts = (name.partition(":") for name in scene.split("|"))
    return all(symbology in _FORMATS and text for symbology, _, text in parts)


def code_on_desk(scene: str) -> Image.Image:
    """Return the code on white paper in the middle of the desk, several when their names are joined by a bar."""
    desk = empty_desk()
    names = scene.split("|")
    for number, name in enumerate(names):
        paper = _paper(*name.split(":", 1))
        left = (2 * number + 1) * SIZE[0] // (2 * len(names)) - paper.width // 2
        desk.paste(paper, (left, (SIZE[1] - paper.height) // 2))
    return desk


def _paper(symbology: str, text: str) -> Image.Image:
    barcode = zxingcpp.create_barcode(text, _FORMATS[symbology])
    drawn = Image.fromarray(zxingcpp.write_barcode_to_image(barcode, scale=_MODULE, add_quiet_zones=True))
    paper = Image.new("RGB", (drawn.width + 80, drawn.height + 80), (236, 235, 230))
    paper.paste(drawn.convert("RGB"), (40, 40))
    return paper
