"""What is wrong with an answer, as the id of a text that names the remedy."""

from dataclasses import dataclass

from screens.texts import Words


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding about an answer; `values` go into the text."""

    text: str
    values: tuple[tuple[str, str], ...] = ()

    def said(self, words: Words) -> str:
        """Return the sentence for the resident, with what to do."""
        return words(f"form-error-{self.text}", **dict(self.values))


def fault(text: str, **values: object) -> Fault:
    """Return a fault; numbers are written without separators."""
    return Fault(text, tuple((name, str(value)) for name, value in values.items()))
