"""Answers of the printers."""

from dataclasses import dataclass
from enum import Enum

PRINTED_BEFORE = "PRINTED_BEFORE"
"""The code of a print that was not begun: this terminal's journal knows of a paper that may be out."""


class Paper(Enum):
    """What is known about a print job; `PRINTED` is claimed only on the printer's proof."""

    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrintEnded:
    """Answer to `PrintReceipt` and `PrintDocument`. `code` is the device error's code unless printed."""

    command: int
    paper: Paper
    code: str = ""
