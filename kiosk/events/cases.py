"""Answers about a resident's cases."""

from dataclasses import dataclass, field

from kiosk.case_file import CaseFile


@dataclass(frozen=True, slots=True)
class CasesFound:
    """Answer to `FindCases`: the cases, the newest first; may be none."""

    command: int
    cases: tuple[CaseFile, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CasesNotFound:
    """Answer to `FindCases`: the platform did not say; `reason` is `offline` or `refused`."""

    command: int
    reason: str
