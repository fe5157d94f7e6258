"""Pages answered by typing."""

from dataclasses import dataclass, field
from enum import Enum

from screens.views.frame import View


class Keyboard(Enum):
    """Which keyboard an entry opens."""

    DIGITS = "digits"  # 0-9
    ID_NUMBER = "id_number"  # 0-9 and X
    DECIMAL = "decimal"  # 0-9 and a point
    DATE = "date"  # 0-9, shown as 1945年05月01日 / 1945-05-01; value "1945-05-01", partial "1945-0"
    MONTH = "month"  # as DATE without the day; value "1945-05"
    LATIN = "latin"  # letters, digits and signs
    CHINESE = "chinese"  # Pinyin with candidates, switchable to writing by hand, letters, digits and signs
    HANDWRITING = "handwriting"  # the same, with the pad to write on first


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(View):
    """One question answered by typing. Every change posts `Edited(whole text)`; the journey holds the text.

    `example` is shown while empty; `unit` stands behind the value (元, m²). `lines` > 1 makes a tall field.
    """

    keyboard: Keyboard
    value: str = field(default="", repr=False)
    example: str = ""
    unit: str = ""
    why: str = ""
    max_length: int = 60
    lines: int = 1
    masked: bool = False
