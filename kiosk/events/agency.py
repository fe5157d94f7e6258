"""Answers about acting for residents."""

from dataclasses import dataclass, field

from kiosk.roster import Standing
from kiosk.sheet import Sheet


@dataclass(frozen=True, slots=True)
class StandingTold:
    """Answer to `AskStanding`: how whoever laid the card stands in the roster of agents."""

    command: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class StandingUnknown:
    """Answer to `AskStanding`: the platform did not say; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class AgentTimeUp:
    """Answer to `CountAgentTime`: the time of an agent's session is over."""

    command: int


@dataclass(frozen=True, slots=True)
class MandateRevoked:
    """Answer to `RevokeMandate`: it is revoked; `sheet` is the mandate as it stands now."""

    command: int
    sheet: Sheet = field(repr=False)


@dataclass(frozen=True, slots=True)
class MandateStands:
    """Answer to `RevokeMandate`: nothing was revoked as far as is known; `reason` is `offline`, `unknown` or `refused`."""

    command: int
    reason: str
