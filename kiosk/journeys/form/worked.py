"""What was worked out of answers, kept with them: a step works out anew only what it has changed."""

from typing import Any


class Worked:
    """What was worked out under some `facts`: in general (`case`), by field set, and for the `whole` form.

    It belongs to the answers that it was worked out of, says nothing that they do not say, and goes when they go.
    """

    __slots__ = ("by_set", "case", "facts", "whole")

    def __init__(
        self, facts: tuple[object, ...] = (), case: Any = None, by_set: dict[str, Any] | None = None
    ) -> None:
        self.facts = facts
        self.case = case
        self.by_set = {} if by_set is None else by_set
        self.whole: Any = None

    def without(self, field_set: str) -> "Worked":
        """Return what remains when an answer in a field set is another one."""
        by_set = self.by_set.copy()
        by_set.pop(field_set, None)
        return Worked(self.facts, self.case, by_set)
