"""A bill and an order for its payment, as the platform tells of them; amounts are whole fen (1/100 yuan)."""

from dataclasses import dataclass, field

from config.language import Language, in_language

OPEN = frozenset({"created", "pending", "userpaying"})
"""Money may still come."""

NOTHING_CHARGED = frozenset({"closed", "reversed"})
"""Nothing was paid, and nothing can be."""

GOES_BACK = frozenset({"settle_failed", "refunding", "refunded"})
"""Paid, but not credited: the platform gives it back."""

FINAL = frozenset({"settled", "closed", "reversed", "refunded"})
"""Nothing more happens by itself. A state that this terminal does not know is none of these: it is asked for again."""

PAID = frozenset({"paid", "settled"})
"""Paid, and credited at once or soon."""

UNKNOWN = "unknown"
"""What the terminal calls an order of which the platform has said nothing (that it understands) in time."""


@dataclass(frozen=True, slots=True)
class Bill:
    """One bill; `locked` while it is being paid somewhere else. What is owed is nobody else's business."""

    id: str
    title_zh: str
    title_en: str
    payee_zh: str
    payee_en: str
    period: str = field(repr=False)
    amount: int = field(repr=False)
    locked: bool = False

    def title(self, language: Language) -> str:
        """Return what it is for."""
        return in_language(language, self.title_zh, self.title_en)

    def payee(self, language: Language) -> str:
        """Return who gets the money."""
        return in_language(language, self.payee_zh, self.payee_en)


@dataclass(frozen=True, slots=True)
class Order:
    """One order: `id` is the terminal's, `number` for people, `code` what is scanned, `follow_up` a page for the phone."""

    id: str
    number: str
    state: str
    code: str = field(repr=False)
    seconds_left: int
    follow_up: str = field(repr=False)


def mirrored(said: str) -> str:
    """Return a state of the platform; `UNKNOWN` for one from the future, which is neither called paid nor failed."""
    return said if said in OPEN | NOTHING_CHARGED | GOES_BACK | PAID else UNKNOWN


def yuan(fen: int) -> str:
    """Return an amount in words: ¥1,234.56."""
    return f"¥{fen // 100:,}.{fen % 100:02d}"
