"""Free times at a window, as the platform tells them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

MOST_SLOTS = 600


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that can be booked. `at` is when it begins (ISO 8601), `left` how many may still come."""

    id: str
    at: str
    place_zh: str
    place_en: str
    left: int

    @property
    def day(self) -> str:
        """The day, as an ISO date."""
        return self.at[:10]

    @property
    def time(self) -> str:
        """The time of day, to the minute."""
        return self.at[11:16]


def slots_of(document: object) -> tuple[Slot, ...]:
    """Return the free slots of a JSON document (`POST /v1/slots` of `docs/platform-api.yaml`), the earliest first.

    Raises:
        ValueError: it holds none of that, or more than anybody can look through.
    """
    try:
        found = [_slot(one) for one in document["slots"]]  # type: ignore[index]  # whatever it is: caught below
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("those are no slots: ask again, or look at the platform's answer") from error
    if len(found) > MOST_SLOTS:
        raise ValueError("more slots than anybody looks through")
    return tuple(sorted((slot for slot in found if slot.left > 0), key=lambda slot: (slot.at, slot.id)))


def _slot(said: Mapping[str, object]) -> Slot:
    name, at, left, place = said["id"], said["at"], said["left"], said["place"]
    if not (isinstance(name, str) and isinstance(at, str) and isinstance(left, int)):
        raise TypeError
    if not isinstance(place, Mapping) or datetime.fromisoformat(at).tzinfo is None:
        raise TypeError
    return Slot(name, at, str(place["zh"]), str(place["en"]), left)
