"""Phases of the check that it is really the holder of the card."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CodeOffer:
    """A code will be sent to the mobile that was entered."""


@dataclass(frozen=True, slots=True)
class CodeSending:
    """The platform is asked to send it."""

    command: int


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """The code is typed; `trouble` is the text of what was wrong with the last one."""

    check: str
    text: str = field(default="", repr=False)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class CodeChecking:
    """The platform is asked whether it is right."""

    command: int
    check: str


@dataclass(frozen=True, slots=True)
class CodeStuck:
    """No code, or no more tries: `reason` is `offline`, `too_many`, `refused`, or `app` (the code on a phone was none of theirs)."""

    reason: str


@dataclass(frozen=True, slots=True)
class AppChecking:
    """The platform is asked whether the code on a phone is that of the holder of the card."""

    command: int
