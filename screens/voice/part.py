"""One thing on a page, as it is heard."""

from dataclasses import dataclass, field
from enum import Enum


class Reading(Enum):
    """How the digits of a text are meant, where the text alone does not tell."""

    TEXT = "text"
    DIGITS = "digits"  # one by one: a code, a telephone number
    DATE = "date"  # "1945-05-01", or the part of it that was typed


@dataclass(frozen=True, slots=True)
class Part:
    """What is written there (`shown`), what its mark, picture or state means (`meant`), what pressing it posts (`target`).

    A part that is `personal` is heard in headphones only; out loud it is `instead`, or nothing.
    """

    shown: tuple[str, ...] = field(repr=False)
    target: str = ""
    meant: str = ""
    personal: bool = False
    reading: Reading = Reading.TEXT
    instead: str = ""

    def words(self, private: bool) -> tuple[str, ...]:
        """Return what is said of it: everything to headphones, what everybody may hear out loud."""
        if self.personal and not private:
            return (self.instead,) if self.instead else ()
        return tuple(filter(None, (*self.shown, self.meant)))
