"""What is decided on the spot."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AwaitDecision:
    """Ask how a case stands until it is decided. Answered by `DecisionHeard` for every news, until `Wipe`."""

    id: int
    case_number: str
