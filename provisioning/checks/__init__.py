"""What a technician wants to know of a terminal: one small check each.

A check never raises for what it looks for; it says what it found. The words are in `screens/texts/*/doctor.ftl`:
message `doctor-<check>-<found>` says what is and, when it is not well, the remedy.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from provisioning.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found; `found` names the message, `values` go into it. Nothing personal is ever in it."""

    check: str
    ok: bool
    found: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The id of the message."""
        return f"doctor-{self.check}-{self.found}"


@dataclass(frozen=True, slots=True)
class Bench:
    """What is on the bench: the state directory, and the terminal in it if there is one.

    `trouble` is why there is none.
    """

    home: Path
    terminal: Terminal | None
    trouble: Exception | None = None
