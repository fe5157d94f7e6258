"""Where the focus is, for who presses keys or two switches instead of the panel: a pure model, drawn by the display.

Rows follow each other in a ring; a row of one thing is that thing, into a row of keys one goes by confirming it and out of
it past either end: a letter is a dozen presses away instead of forty.
"""

from dataclasses import dataclass

from screens.voice.part import Part

Rows = tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """The row of that number; within it the key of that number, None on the row as a whole. No row before the first key."""

    rows: Rows = ()
    row: int | None = None
    key: int | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What the focus is on: one thing, or all of a row; nothing before the first key."""
        if self.row is None:
            return ()
        row = self.rows[self.row]
        return row if self.key is None else (row[self.key],)

    def over(self, rows: Rows) -> "Focus":
        """Return the focus on the same thing of other rows, or on none when it has gone.

        Several things may do the same: it stays with the nearest, or nobody came past them.
        """
        wanted, here = [part.target for part in self.parts], self.row or 0
        for number in sorted(range(len(rows)), key=lambda each: abs(each - here)):
            row, targets = rows[number], [part.target for part in rows[number]]
            if wanted and targets == wanted:
                return Focus(rows, number)
            if len(wanted) == 1 and wanted[0] in targets:
                return Focus(rows, number, targets.index(wanted[0]) if len(row) > 1 else None)
        return Focus(rows)

    @property
    def before(self) -> int:
        """How many rows before this one do the same."""
        targets = [part.target for part in self.parts]
        return sum([part.target for part in row] == targets for row in self.rows[: self.row or 0])

    def moved(self, ways: int) -> "Focus":
        """Return the focus one farther (1) or back (-1)."""
        if not self.rows:
            return self
        if self.row is None:
            return Focus(self.rows, 0 if ways > 0 else len(self.rows) - 1)
        if self.key is None:
            return Focus(self.rows, (self.row + ways) % len(self.rows))
        key = self.key + ways
        return Focus(self.rows, self.row, key if 0 <= key < len(self.rows[self.row]) else None)

    def entered(self) -> "Focus":
        """Return the focus on the first key of the row."""
        return Focus(self.rows, self.row, 0)

    def left(self) -> "Focus":
        """Return the focus on the row as a whole."""
        return Focus(self.rows, self.row)
