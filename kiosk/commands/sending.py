"""Handing in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from screens.views.inputs import Stroke


@dataclass(frozen=True, slots=True)
class Attached:
    """Something that goes with a transaction: a page photographed (JPEG), or a signature's strokes."""

    name: str
    jpeg: bytes = field(default=b"", repr=False)
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """Seal and durably keep a transaction together with its print job. Answered by `Recorded` or `NotRecorded`.

    `payload` is the JSON document of the application; `type` is the item's code; `resident` the number by which the day's
    residents are told apart, "" without one: only its salted digest is kept, for the day. The runtime adds `times`: what
    supervision hears of it, by the kind of event (ISO 8601).
    """

    id: int
    type: str
    payload: str = field(repr=False)
    attachments: tuple[Attached, ...] = field(default=(), repr=False)
    resident: str = field(default="", repr=False)
    times: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AwaitDelivery:
    """Watch the queue for the fate of a transaction. Answered by `Delivered` or `Refused`, or never."""

    id: int
    transaction: str
