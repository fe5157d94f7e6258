"""The page of the card reader."""

from dataclasses import dataclass
from enum import Enum

from screens.views.frame import View


class CardStage(Enum):
    """What happens at the card reader."""

    WAITING = "waiting"
    READING = "reading"
    LIFT = "lift"  # the card was read and still lies there


@dataclass(frozen=True, slots=True)
class SignInWay:
    """A way to say who one is, and how; `icon` names a picture of `screens/icons`."""

    icon: str
    label: str
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentCard(View):
    """Where to lay the card, and what the reader is doing; `ways` are those that work here, when there are several."""

    stage: CardStage
    lines: tuple[str, ...] = ()
    ways: tuple[SignInWay, ...] = ()
