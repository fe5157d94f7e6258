"""Phases of what is asked and what is shown to the camera."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.journeys.form import Draft, Question


@dataclass(frozen=True, slots=True)
class Asking:
    """One question, and what stands on its page."""

    question: "Question"
    draft: "Draft" = field(repr=False)


@dataclass(frozen=True, slots=True)
class Papers:
    """The checklist of materials."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is photographed: a material of the item, or a question of the form that asks for photos."""

    material: str = ""
    question: str = ""

    @property
    def key(self) -> str:
        """The name of its pictures in the session; attachments are named after it."""
        return self.material or self.question


@dataclass(frozen=True, slots=True)
class Capturing:
    """At the camera. `pages` were kept so far, `taking` is the command that is awaited."""

    target: Target
    pages: tuple[bytes, ...] = field(default=(), repr=False)
    taking: int | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class CheckingPicture:
    """A picture just taken: keep it, or take it again."""

    target: Target
    jpeg: bytes = field(repr=False)
    warnings: tuple[str, ...] = ()
    pages: tuple[bytes, ...] = field(default=(), repr=False)
