"""A text broken into lines by Chinese rules, measured before anything is drawn: a page asks for many widths."""

from screens import bidi, fonts
from screens.linebreak import balanced, break_lines, shorten, unorphaned, widest_unit
from screens.theme import Measures, Type
from screens.wording import LONG, clean

MOST_LINES = 120
_MOST_IN_LINE = 160
_MOST_KNOWN = 4000
_known: dict[tuple[object, ...], tuple[int, list[str]]] = {}
_widths: dict[tuple[str, int, bool], float] = {}


def forget() -> None:
    """Forget every text that was set; called when a session ends."""
    _known.clear()
    _widths.clear()


class Setting:
    """A text in a role, in `most` lines, then an ellipsis; `em` is its size in pixels and `lines` are those of the last `fit`.

    Lines of a text that is being `typed` break where they are full, so that nothing jumps; others are made even. A
    heading whose longest word is wider than its room gets smaller, in steps down to the smallest size, before the word is
    broken.
    """

    def __init__(
        self,
        measures: Measures,
        text: str,
        role: Type,
        most: int = MOST_LINES,
        *,
        size: int = 0,
        typed: bool = False,
    ) -> None:
        self.text = clean(text, min(LONG, most * _MOST_IN_LINE))
        self.joins = bidi.has_arabic(self.text)
        self.role = role
        self.em = size or measures.em(role)
        self.lines: list[str] = []
        self._measures = measures
        self._most = most
        self._typed = typed
        self._bold = role.bold
        self._largest = self.em
        self._fitted = -1.0

    def advance(self, text: str) -> float:
        """Return the width of a piece of text in this role, in pixels."""
        em, bold = self.em, self._bold
        if self.joins:
            return sum(self._piece(run) for run in bidi.pieces(text))
        return sum([fonts.advance(character, em, bold) for character in text])

    def _piece(self, run: bidi.Run) -> float:
        if not run.joined:
            return sum([fonts.advance(character, self.em, self._bold) for character in run.text])
        asked = run.text, self.em, self._bold
        if asked not in _widths:
            if len(_widths) >= _MOST_KNOWN:
                _widths.clear()
            _widths[asked] = fonts.joined_width(*asked)
        return _widths[asked]

    def natural_width(self) -> float:
        """Return the width of its longest line when nothing is broken."""
        return max(self.advance(line) for line in self.text.split("\n")) + 2

    def fit(self, width: float) -> float:
        """Return the height of its lines at a width, in whole pixels as it is placed: a fraction may be a line more."""
        whole = float(round(width))
        if whole != self._fitted:
            self._fitted = whole
            self.em, self.lines = self._set(whole)
        return float(len(self.lines) * fonts.line_height(self.em, self._bold))

    def squeeze(self, width: float, height: float) -> None:
        """Get smaller, down to the smallest size, until the lines fit into a rectangle."""
        least = self._measures.unit(Type.SMALL.value[0])
        while self.fit(width) > height and self._largest > least:
            self._largest = max(least, self._largest - max(1, self._largest // 12))
            self._fitted = -1.0

    def _set(self, width: float) -> tuple[int, list[str]]:
        """Its size and lines: as before in this session, when the same text stood as wide."""
        asked = (self._measures, self.text, self.role, self._largest, self._most, self._typed, width)
        if (known := _known.get(asked)) is None:
            self._resize(width)
            known = self.em, self._broken(width) if self.text else []
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
            _known[asked] = known
        return known

    def _resize(self, width: float) -> None:
        self.em = self._largest
        least = self._measures.unit(Type.SMALL.value[0])
        if not (self._bold or self._most == 1) or self._typed or self.em <= least:
            return
        widest = self.natural_width() if self._most == 1 else widest_unit(self.text, self.advance)
        if widest > max(width, 0.0):  # a label without words needs no room, and may be given less than none
            self.em = max(least, self._measures.smaller(self.em * width / widest))

    def _broken(self, width: float) -> list[str]:
        if self._most == 1:
            return [shorten(" ".join(self.text.split("\n")), width, self.advance)]
        if self._typed:
            return break_lines(self.text, width, self.advance, self._most)
        breaking = balanced if self._bold and self.role is not Type.STRONG else unorphaned
        return breaking(self.text, width, self.advance, self._most)
