"""Answers about what is decided at once."""

from dataclasses import dataclass

from kiosk.decision import Decision


@dataclass(frozen=True, slots=True)
class DecisionHeard:
    """Answer to `AwaitDecision`, whenever the case stands otherwise: the last one has an outcome."""

    command: int
    decision: Decision
