"""Acting for residents."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AskStanding:
    """Ask how the holder of a card stands in the roster of agents. Answered by `StandingTold` or `StandingUnknown`."""

    id: int
    id_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CountAgentTime:
    """Count the seconds of an agent's session; another count ends this one. Answered by `AgentTimeUp`."""

    id: int
    seconds: float


@dataclass(frozen=True, slots=True)
class RevokeMandate:
    """Have a mandate revoked by whoever gave it. Answered by `MandateRevoked` or `MandateStands`."""

    id: int
    mandate: str = field(repr=False)
    id_number: str = field(repr=False)
    holder_check: str
