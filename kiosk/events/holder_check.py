"""Answers about one-time codes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodeSent:
    """Answer to `SendCode`: the platform has sent a one-time code."""

    command: int
    check: str


@dataclass(frozen=True, slots=True)
class CodeNotSent:
    """Answer to `SendCode`: not sent; `reason` is `offline`, `too_many` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class CodeChecked:
    """Answer to `CheckCode`. `outcome` is `verified`, `wrong`, `expired`, `too_many` or `offline`."""

    command: int
    outcome: str
