"""Pages to read, with boxes to tick."""

from dataclasses import dataclass

from screens.views.frame import Tone, View


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading with lines below; `icon` names a picture of `screens/icons`, `tone` marks what needs care."""

    heading: str
    lines: tuple[str, ...]
    icon: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Check:
    """A box to tick, never ticked beforehand. Pressing posts `Touched(id)` and the journey toggles it."""

    id: str
    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(View):
    """Something to read: the guide of an item, the privacy notice (with boxes to tick), where else to go."""

    paragraphs: tuple[Paragraph, ...]
    checks: tuple[Check, ...] = ()
