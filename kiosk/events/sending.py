"""Answers of the queue, and what the platform says of what it was sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recorded:
    """Answer to `Record`: the transaction is durable in the queue under this id and reference.

    `recorded_at` is the terminal's time then, ISO 8601 with offset.
    """

    command: int
    transaction: str
    reference: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """Answer to `Record`: nothing was kept; `reason` is `disk_full`, `queue_full`, or another code of the queue's errors."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """The platform holds the transaction; `case_number` is its number there, `follow_up` the address to follow it."""

    transaction: str
    case_number: str
    follow_up: str
    received_at: str = ""  # ISO time by the platform


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform will not take the transaction as it is; staff will look after it."""

    transaction: str
    reason: str
