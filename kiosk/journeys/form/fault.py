"""What is wrong with an answer, as the id of a text that names the remedy."""

from dataclasses import dataclass

from config.language import Language
from kiosk.journeys.form.dates import day
from screens.texts import words

_LIMIT = "limit"  # the name of a date or month


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding about an answer; `values` go into the text."""

    text: str
    values: tuple[tuple[str, str], ...] = ()

    def said(self, language: Language) -> str:
        """Return the sentence for the resident, with what to do."""
        values = {name: day(language, value) if name == _LIMIT else value for name, value in self.values}
        return words(language.value)(f"form-error-{self.text}", **values)


def fault(text: str, **values: object) -> Fault:
    """Return a fault; numbers are written without separators, `limit` is an ISO date or month."""
    return Fault(text, tuple((name, str(value)) for name, value in values.items()))
