"""Answers about what departments hold."""

from dataclasses import dataclass, field

from kiosk.profile import Profile


@dataclass(frozen=True, slots=True)
class ProfileFound:
    """Answer to `FindProfile`: what departments hold for the item; may be nothing."""

    command: int
    profile: Profile = field(repr=False)


@dataclass(frozen=True, slots=True)
class ProfileNotFound:
    """Answer to `FindProfile`: the platform did not say; `reason` is `offline` or `refused`."""

    command: int
    reason: str
