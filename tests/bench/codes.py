"""How well and how fast codes are read: ours against zxing-cpp as it comes, OpenCV and ZBar, on the same hard pictures."""

import os
import statistics
import time
from collections.abc import Callable

import cv2
import zxingcpp
from cv2.typing import MatLike
from pyzbar import pyzbar

from devices.scanner.decoder import decode
from tests.bench.hard_codes import FORMATS, HARDSHIPS, Sample, samples

Reader = Callable[[MatLike], list[str]]
_FORMATS = zxingcpp.BarcodeFormats(list(FORMATS.values()))
_ZBAR = [pyzbar.ZBarSymbol[name] for name in ("QRCODE", "CODE128", "PDF417")]


def measure() -> dict[str, float]:
    """Return, of every symbology under every hardship, how many of eight ours misses against the best of the others.

    Also the part of QR codes that is read, all but the strongest blur; wrong reads; and the median time on one core.
    """
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        return _measure(list(samples()))
    finally:
        os.sched_setaffinity(0, cores)


def _measure(pictures: list[Sample]) -> dict[str, float]:
    times: list[float] = []
    ours = [_timed(picture, times) for picture in pictures]
    right = {"ours": [p.text in read for p, read in zip(pictures, ours, strict=True)]}
    for name, reader in OTHERS.items():
        right[name] = [bool(p.text) and p.text in reader(p.image) for p in pictures]
    numbers: dict[str, float] = {}
    for symbology in FORMATS:
        for hardship in HARDSHIPS:
            at = [n for n, p in enumerate(pictures) if (p.symbology, p.hardship) == (symbology, hardship)]
            count = {name: sum(found[n] for n in at) for name, found in right.items()}
            best = max(count[name] for name in OTHERS)
            numbers[f"codes.{symbology}.{hardship}.read"] = count["ours"]
            numbers[f"codes.{symbology}.{hardship}.below_best"] = max(0, best - count["ours"])
    qr = [n for n, p in enumerate(pictures) if p.symbology == "QR" and not p.strongest_blur]
    numbers["codes.qr_missed_percent"] = 100 * (1 - sum(right["ours"][n] for n in qr) / len(qr))
    wrong = [any(text != p.text for text in read) for p, read in zip(pictures, ours, strict=True)]
    numbers["codes.wrong"] = sum(wrong)
    numbers["codes.median_ms"] = 1000 * statistics.median(times)
    return numbers


def _timed(picture: Sample, times: list[float]) -> list[str]:
    began = time.perf_counter()
    codes = decode(picture.image)
    times.append(time.perf_counter() - began)
    return [code.text for code in codes]


def _zxing(image: MatLike) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(image, formats=_FORMATS)]


def _opencv(image: MatLike) -> list[str]:
    return [cv2.QRCodeDetector().detectAndDecode(image)[0]]


def _zbar(image: MatLike) -> list[str]:
    return [each.data.decode(errors="replace") for each in pyzbar.decode(image, symbols=_ZBAR)]


OTHERS: dict[str, Reader] = {"zxing-cpp": _zxing, "OpenCV": _opencv, "ZBar": _zbar}
