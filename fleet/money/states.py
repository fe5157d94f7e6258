"""The states of an order for payment, and which may follow which. Amounts are whole fen everywhere."""

from collections.abc import Mapping

CREATED, PENDING, USERPAYING = "created", "pending", "userpaying"
PAID, SETTLED, SETTLE_FAILED = "paid", "settled", "settle_failed"
CLOSED, REVERSED = "closed", "reversed"
REFUNDING, REFUNDED = "refunding", "refunded"

FOLLOWS: Mapping[str, frozenset[str]] = {
    CREATED: frozenset({PENDING}),
    PENDING: frozenset({USERPAYING, PAID, CLOSED}),
    USERPAYING: frozenset({PAID, REVERSED}),
    PAID: frozenset({SETTLED, SETTLE_FAILED}),
    SETTLE_FAILED: frozenset({REFUNDING}),
    SETTLED: frozenset({REFUNDING}),
    REFUNDING: frozenset({REFUNDED}),
    CLOSED: frozenset(),
    REVERSED: frozenset(),
    REFUNDED: frozenset(),
}

OPEN = (CREATED, PENDING, USERPAYING)
"""Money may still come."""

UNFINISHED = (*OPEN, PAID, SETTLE_FAILED, REFUNDING)
"""The platform still has something to do."""

TAKEN = (PAID, SETTLED, SETTLE_FAILED, REFUNDING)
"""The resident's money was taken and is not back."""


def may_follow(before: str, after: str) -> bool:
    """Whether an order may go from one state to the other."""
    return after in FOLLOWS[before]
