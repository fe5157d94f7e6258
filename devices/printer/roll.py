"""About how many receipts a roll of paper still gives: from what was printed and what the paper sensors said. Pure.

Nobody tells how long a roll is. It is learned: what a whole roll gave until it ran out, and what was left when its end came
into sight of the near-end sensor. Until one has run out, what is usual is taken. A roll that is changed before its end was
in sight is not noticed; as long as the sensor sees plenty, at least what it leaves is there.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from devices.printer import Paper, PrinterStatus

FILE = "printer-roll.json"
FEW = 30  # receipts; a roll should be at hand
_LENGTH, _REST = (
    50_000.0,
    4_000.0,
)  # mm: a roll of 80 mm width and diameter; what near-end sensors usually leave
_RECEIPT, _ENOUGH = 200.0, 3  # mm; so many receipts say more than what is usual


@dataclass(frozen=True, slots=True)
class Roll:
    """The roll in the printer; lengths in millimetres. `paper` is what the sensors said last, empty before they did."""

    printed: float = 0.0
    receipts: int = 0
    paper: str = ""
    low_at: float | None = None  # what was printed when its end came into sight
    whole: bool = False  # whether it was seen from its beginning
    length: float = _LENGTH
    rest: float = _REST

    def after(self, millimetres: float) -> "Roll":
        """Return it after a receipt."""
        return replace(self, printed=self.printed + millimetres, receipts=self.receipts + 1)

    def seen(self, status: PrinterStatus) -> "Roll":
        """Return it as the sensors see it; while the cover is open they see nothing."""
        if status.cover_open or status.paper.value == self.paper:
            return self
        match Paper(self.paper or status.paper.value), status.paper:
            case ((Paper.LOW | Paper.OUT), Paper.PLENTY):
                return self._new(status.paper, None)
            case Paper.OUT, Paper.LOW:
                return self._new(status.paper, 0.0)
            case _, Paper.LOW:
                return replace(self, paper=status.paper.value, low_at=self.printed)
            case _, Paper.OUT:
                return self._ended()
            case _:
                return replace(self, paper=status.paper.value)

    @property
    def receipts_left(self) -> int:
        """About how many receipts it still gives; of twenty and more in tens."""
        if self.paper == Paper.OUT.value:
            return 0
        average = self.printed / self.receipts if self.receipts >= _ENOUGH else _RECEIPT
        count = int(self._left() / average)
        return count if count < 20 else count // 10 * 10

    def _left(self) -> float:
        if self.low_at is not None:
            return max(0.0, self.rest - (self.printed - self.low_at))
        return max(self.rest, self.length - self.printed)

    def _new(self, paper: Paper, low_at: float | None) -> "Roll":
        whole = low_at is None
        return Roll(paper=paper.value, low_at=low_at, whole=whole, length=self.length, rest=self.rest)

    def _ended(self) -> "Roll":
        """Return it empty, with what is to be learned from it."""
        was_seen = self.paper == Paper.LOW.value and bool(self.low_at)
        return replace(
            self,
            paper=Paper.OUT.value,
            length=self.printed if self.whole and self.printed else self.length,
            rest=self.printed - (self.low_at or 0.0) if was_seen else self.rest,
        )

    def written(self) -> bytes:
        """Return it as it is kept."""
        return json.dumps(asdict(self)).encode()


def kept(home: Path) -> Roll | None:
    """Return the roll that is kept in a state directory; None before the first receipt, or when the file is none."""
    try:
        return Roll(**json.loads((home / FILE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
