"""What a form is filled in for: the service, the person at the terminal, the place, the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from config.catalogue import Catalogue, Field, Item, Option
from config.language import Language
from devices.card_reader import Card


@dataclass(frozen=True, slots=True)
class Context:
    """Everything outside the answers that decides what is asked and how.

    `region` is the 12-digit code of the site (GB/T 2260), `signin_level` is "L0" to "L3", `mode` "self", "agency" or
    "legal". The card is that of whom it is about, `agent_card` that of whoever acts for them. The field sets `left_out` are
    not asked at all, the questions `settled` only on the review page: what they ask is known already. `earlier` is what was
    given in matters of the same session, by meaning (`kiosk.journeys.form.prefill`).
    """

    catalogue: Catalogue = field(repr=False, compare=False)
    item: Item = field(repr=False, compare=False)
    language: Language
    today: date
    card: Card | None = None
    region: str = ""
    signin_level: str = "L0"
    mode: str = "self"
    agent_card: Card | None = None
    left_out: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    earlier: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)

    def options_of(self, field: Field) -> tuple[Option, ...]:
        """Return the answers a field offers; none when it is no choice."""
        return self.catalogue.options_of(field) if field.options else ()
