"""Phases of filling in from what departments hold. What was found is in the session."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharingConsent:
    """Whether departments are to be asked at all: a page of its own, nothing ticked beforehand."""


@dataclass(frozen=True, slots=True)
class FindingProfile:
    """The platform is asked."""

    command: int


@dataclass(frozen=True, slots=True)
class ProfileShown:
    """Each value with source and date, and how many papers need not be brought."""


@dataclass(frozen=True, slots=True)
class ValueOpen:
    """One value: use it, do not use it, or it is wrong. `place` is its place in the profile."""

    place: int


@dataclass(frozen=True, slots=True)
class NoProfile:
    """Nothing can be fetched; `reason` is the event's. Everything can be filled in by hand all the same."""

    reason: str


Sharing = SharingConsent | FindingProfile | ProfileShown | ValueOpen | NoProfile
"""Phases of filling in from what departments hold."""
