"""What a resident is asked to consent to, box by box."""

from kiosk.journeys.state import State

NOTICE_VERSION = "2026-11"
"""The version of the privacy notice (texts `journey-privacy-…`); every consent names it."""

BASIC, SENSITIVE, GUARDIAN = "consent.basic", "consent.sensitive", "consent.guardian"
"""The boxes: 个人信息保护法 art. 13 (processing), art. 29 (sensitive, separately), art. 31 (a child's guardian)."""

_SENSITIVE = ("health", "finance", "biometric", "identity", "location", "minor")
"""Kinds of personal information whose leak does most harm (art. 28), in the catalogue's words."""


def boxes(state: State) -> tuple[str, ...]:
    """Return the boxes that must be ticked: one for all, one for what is sensitive, one for a child's guardian."""
    found = [BASIC]
    if sensitive(state):
        found.append(SENSITIVE)
    if "minor" in state.item.pii:
        found.append(GUARDIAN)
    return tuple(found)


def sensitive(state: State) -> tuple[str, ...]:
    """Return the kinds of sensitive information that the item asks for."""
    return tuple(kind for kind in state.item.pii if kind in _SENSITIVE)
