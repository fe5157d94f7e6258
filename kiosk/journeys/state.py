"""The state of a terminal's journey, and the few ways to change it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from config.catalogue import Item
from kiosk.commands import Command
from kiosk.journeys.outside import Outside
from kiosk.journeys.phases import Phase
from kiosk.journeys.session import Session
from screens.appearance import Appearance, TextSize, Theme


@dataclass(frozen=True, slots=True)
class State:
    """Where the journey is, whose it is, what is known outside.

    `entered` changes whenever a deadline starts anew. `issued` counts the commands ever issued: ids are never used
    twice. `extended` counts how often in a row "still there?" was answered. `commands` are those of the step that is
    being made; `step` hands them out and leaves none.
    """

    outside: Outside
    session: Session
    phase: Phase
    entered: int = 0
    issued: int = 0
    extended: int = 0
    commands: tuple[Command, ...] = ()

    @property
    def item(self) -> Item:
        """The item that is open; KeyError when none is."""
        return self.outside.catalogue.by_code[self.session.item]

    @property
    def appearance(self) -> Appearance:
        """How pages look: as the resident chose, else as the settings say."""
        screen = self.outside.settings.screen
        sizes = tuple(TextSize)
        return self.session.appearance or Appearance(
            sizes[screen.text_size - 1], Theme(screen.theme), screen.reach, still=screen.still
        )

    def at(self, phase: Phase) -> "State":
        """Return the state at another phase."""
        return self._with(self.session, phase)

    def having(self, **changes: object) -> "State":
        """Return the state with changes to the session, by the names of its fields."""
        session = replace(self.session, **changes)  # type: ignore[arg-type]  # names are checked by tests
        return self._with(session, self.phase)

    def commanding(self, make: Callable[[int], Command]) -> "State":
        """Return the state with one more command, made with the id `issued` of the state returned."""
        number = self.issued + 1
        return replace(self, issued=number, commands=(*self.commands, make(number)))

    def handed_out(self, entered: int) -> "State":
        """Return the state at the end of a step: without commands, its deadline that of `entered`."""
        return State(self.outside, self.session, self.phase, entered, self.issued, self.extended)

    def _with(self, session: Session, phase: Phase) -> "State":
        """Every step comes here: made directly, a state takes half the time that `replace` takes."""
        return State(self.outside, session, phase, self.entered, self.issued, self.extended, self.commands)
