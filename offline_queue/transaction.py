"""What is kept: one act of a resident, with what goes with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

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


@dataclass(frozen=True, slots=True)
class Sending:
    """How a transaction is to be sent. Nothing of it is sealed or signed: nothing personal in it.

    `case`: what belongs together and must arrive in the order it was kept, such as a case number. `deadline`: the day by which
    the law or a promise wants it at the platform; the earliest goes first. `resident`: the resident's salted digest of the day.
    """

    case: str = ""
    deadline: date | None = None
    resident: str = ""


ORDINARY = Sending()


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be kept: an `id` that was kept before stands for what was kept then, without one it gets a new one.

    `sending`: what it must follow, how urgent it is. `print_job`: its receipt is to be printed.
    """

    type: str
    payload: bytes = field(repr=False)
    attachments: Sequence[Attachment] = ()
    print_job: bool = False
    id: str | None = None
    sending: Sending = ORDINARY


def new_id() -> str:
    """Return a new UUIDv7 (RFC 9562): the key that makes every submission of one transaction the same submission."""
    return str(uuid7())
