"""The state of a terminal's journey, and the few ways to change it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.commands import Command
from kiosk.journeys.outside import Outside
from kiosk.journeys.phases import Phase
from kiosk.journeys.session import Session


@dataclass(frozen=True, slots=True)
class State:
    """Where the journey is, whose it is, what is known outside.

    `entered` changes whenever a deadline starts anew. `issued` counts the commands ever issued: ids are never used
    twice. `commands` are those of the step that is being made; `step` hands them out and leaves none.
    """

    outside: Outside
    session: Session
    phase: Phase
    entered: int = 0
    issued: int = 0
    commands: tuple[Command, ...] = ()

    def at(self, phase: Phase) -> "State":
        """Return the state at another phase."""
        return replace(self, phase=phase)

    def commanding(self, make: Callable[[int], Command]) -> "State":
        """Return the state with one more command, made with the id `issued` of the state returned."""
        number = self.issued + 1
        return replace(self, issued=number, commands=(*self.commands, make(number)))
