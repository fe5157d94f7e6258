"""The end of a session."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wipe:
    """The session is over: forget frames, drafts of the keyboard, anything a worker still holds.

    The runtime adds `trail`: how long the session's steps took, for supervision.
    """

    id: int
    trail: Mapping[str, object] | None = None
