"""What is kept: one act of a resident, with what goes with it."""

from dataclasses import dataclass, field
from datetime import datetime

from uuid6 import uuid7


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a transaction. `name` and `media_type` are signed but not sealed: nothing personal in them."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Transaction:
    """A transaction as its receipt names it; `created_at` is the terminal's time, with its offset."""

    id: str
    reference: str
    type: str
    created_at: datetime


def new_id() -> str:
    """Return a new UUIDv7 (RFC 9562): the key that makes every submission of one transaction the same submission."""
    return str(uuid7())
