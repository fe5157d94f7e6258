"""Phases of taking an application along on a phone, and of going on with it at a terminal another time."""

from dataclasses import dataclass, field

from kiosk.handover import Draft


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The platform keeps it: what a phone scans, the code for next time, until when. Nothing else of the session is left."""

    draft: Draft = field(repr=False)


@dataclass(frozen=True, slots=True)
class DraftCode:
    """The code is typed that the phone shows; `trouble` names the text that says what was wrong with the last one."""

    text: str = field(default="", repr=False)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class FetchingDraft:
    """The platform is asked for what was answered before."""

    command: int


Handover = HandedOver | DraftCode | FetchingDraft
"""Phases of this chapter; `HandingOver` is an overlay."""
