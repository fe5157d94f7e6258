"""Answers about an application that a resident takes along on a phone, to go on with it another time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.handover import Draft


@dataclass(frozen=True, slots=True)
class DraftKept:
    """Answer to `KeepDraft`: the platform keeps it; nothing has been handed in."""

    command: int
    draft: Draft = field(repr=False)


@dataclass(frozen=True, slots=True)
class DraftNotKept:
    """Answer to `KeepDraft`: as far as is known nothing is kept; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class DraftFetched:
    """Answer to `FetchDraft`: what was answered before, by path, as `kiosk.journeys.form.carried` packs it."""

    command: int
    answers: Mapping[str, object] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DraftNotFetched:
    """Answer to `FetchDraft`; `reason` is `offline`, `unknown` (none under that code), `too_many` or `refused`."""

    command: int
    reason: str
