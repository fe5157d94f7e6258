"""Whether a card that was dealt with still lies on the reader, as far as SDT readers let one know.

There is no event for it. A card that was read is not found again until it is lifted, with most readers; some find it
again and again. While it lies there most readers go on reading its additional address (the probe), and fail when it is
gone; some cannot do that at all, and one may say "no such item" also to an empty plate.
"""

from collections.abc import Callable

_FRESH = 2.0  # polls further apart than this say nothing about what happened in between


class Presence:
    """Remembers one card that was dealt with (read, or refused), until it is lifted.

    `find` asks whether a card can be found; `probe` whether the card that was read can be read on, and is not used
    unless `dealt_with` says that it was answered for this card.
    """

    def __init__(self, find: Callable[[], bool], probe: Callable[[], bool], now: Callable[[], float]) -> None:
        self._find, self._probe, self._now = find, probe, now
        self._probe_fails_when_lifted = False  # seen once, the probe alone is believed
        self.forget()

    def forget(self) -> None:
        """No card is known to lie there."""
        self._remembered = self._probing = self._hidden = False
        self._seen = 0.0

    def dealt_with(self, *, probing: bool) -> None:
        """The card that lies there now has been read or refused."""
        self._remembered, self._probing, self._hidden = True, probing, False
        self._seen = self._now()

    def still_lies_there(self) -> bool:
        """Return whether the card that was dealt with still lies there; when not, it is forgotten."""
        if self._remembered and (self._probed() if self._probing else self._refound()):
            self._seen = self._now()
            return True
        self.forget()
        return False

    def _probed(self) -> bool:
        lies = self._probe()
        if lies and self._probe_fails_when_lifted:
            return True
        if self._find():
            return lies and not self._hidden and self._fresh()
        self._hidden = True
        self._probe_fails_when_lifted |= not lies
        return lies

    def _refound(self) -> bool:
        return self._find() and self._fresh()

    def _fresh(self) -> bool:
        return self._now() - self._seen < _FRESH
