"""What the states and reasons of IPP mean to us (RFC 8011, 5.4.11 and 5.3.7; PWG 5100.9 for supplies)."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from devices.document_printer import DocumentPrinterStatus
from devices.printer import Paper


class JobState(IntEnum):
    """`job-state`."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


_STOPPED = 5  # `printer-state`
_SUFFIXES = ("-error", "-warning", "-report")
_MEANING = {
    "cover-open": "COVER_OPEN",
    "door-open": "COVER_OPEN",
    "interlock-open": "COVER_OPEN",
    "media-jam": "PAPER_JAM",
    "media-empty": "PAPER_OUT",
    "media-needed": "PAPER_OUT",
    "output-area-full": "OUTPUT_FULL",
    "toner-empty": "TONER_OUT",
    "marker-supply-empty": "TONER_OUT",
    "offline": "OFFLINE",
    "shutdown": "OFFLINE",
    "timed-out": "OFFLINE",
    "connecting-to-device": "OFFLINE",
}
#: What is worst is named first.
_ORDER = ("COVER_OPEN", "PAPER_JAM", "PAPER_OUT", "OUTPUT_FULL", "TONER_OUT", "OFFLINE")


def reasons(value: Any) -> frozenset[str]:
    """Return `…-state-reasons` (one keyword or several) without their severity."""
    keywords = [value] if isinstance(value, str) else list(value or ())
    return frozenset(_bare(keyword) for keyword in keywords)


def problem(found: frozenset[str]) -> str:
    """Return the code of the worst of some reasons, `OK` when none stands in the way."""
    codes = {_MEANING[reason] for reason in found if reason in _MEANING}
    return next((code for code in _ORDER if code in codes), "OK")


def status(printer: Mapping[str, Any]) -> DocumentPrinterStatus:
    """Return what the attributes of a queue or a printer mean."""
    found = reasons(printer.get("printer-state-reasons"))
    code = problem(found)
    if code == "OK" and not printer.get("printer-is-accepting-jobs", True):
        code = "QUEUE_CLOSED"
    if code == "OK" and printer.get("printer-state") == _STOPPED:
        code = "QUEUE_STOPPED"
    paper = Paper.OUT if code == "PAPER_OUT" else Paper.LOW if "media-low" in found else Paper.PLENTY
    return DocumentPrinterStatus(paper, code)


def _bare(keyword: str) -> str:
    for suffix in _SUFFIXES:
        keyword = keyword.removesuffix(suffix)
    return keyword
