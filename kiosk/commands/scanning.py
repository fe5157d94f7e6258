"""The scanner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenScanner:
    """Pass on what is scanned from now on, as `CodeScanned` or `CodeUnusable`. Has no answer."""

    id: int


@dataclass(frozen=True, slots=True)
class CloseScanner:
    """Pass on nothing more."""

    id: int
