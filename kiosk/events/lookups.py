"""Answers to looking up what the platform holds or publishes."""

from dataclasses import dataclass, field

from kiosk.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SheetFound:
    """Answer to `LookUp`: what the platform holds, or what was kept of it here (`sheet.cached`)."""

    command: int
    sheet: Sheet = field(repr=False)


@dataclass(frozen=True, slots=True)
class SheetNotFound:
    """Answer to `LookUp`: nothing can be shown; `reason` is `offline`, `unknown` (no such record) or `refused`."""

    command: int
    reason: str
