"""The page of the card reader."""

from dataclasses import dataclass
from enum import Enum

from screens.views.frame import View


class CardStage(Enum):
    """What happens at the card reader."""

    WAITING = "waiting"
    READING = "reading"
    LIFT = "lift"  # the card was read and still lies there


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentCard(View):
    """Where to lay the card, and what the reader is doing; `options` are other ways."""

    stage: CardStage
    lines: tuple[str, ...] = ()
