"""A print job of a phase."""

from dataclasses import dataclass

from kiosk.events.printing import Paper


@dataclass(frozen=True, slots=True)
class Printing:
    """A print job: `paper` is None until it has ended, or until it has taken too long to be waited for.

    `copy`: a paper may have come out before, this one says that it is a copy.
    """

    command: int
    paper: Paper | None = None
    code: str = ""
    copy: bool = False
