"""What a terminal remembers about its releases: two small files, each replaced in one step."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from config import durable

PROBATION_SECONDS = 60.0
PROBATION_STARTS = 2
REMEMBERED_REFUSALS = 20


@dataclass(frozen=True, slots=True)
class Alarm:
    """Why the last attempt to follow the platform brought nothing; `code` is stable, `message` names the remedy."""

    code: str
    message: str
    at: str


@dataclass(frozen=True, slots=True)
class Followed:
    """What following the platform found; times are ISO 8601 in UTC, "" for never. `staged` names a slot, or is ""."""

    checked_at: str = ""
    succeeded_at: str = ""
    staged: str = ""
    alarm: Alarm | None = None

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what the file says; nothing when it is not there or damaged."""
        document = _read(path)
        alarm = document.pop("alarm", None)
        return cls(**document, alarm=Alarm(**alarm) if alarm else None)

    def write(self, path: Path) -> None:
        """Replace the file."""
        durable.write(path, json.dumps(asdict(self)).encode())


@dataclass(frozen=True, slots=True)
class Activated:
    """What is in use, and `good`, the release to return to.

    Until `confirmed` the active release is on probation and `starts` counts how often the touchscreen was started with
    it. `refused` are the digests of releases that failed.
    """

    active: str = ""
    good: str = ""
    activated_at: str = ""
    confirmed: bool = True
    starts: int = 0
    refused: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what the file says; nothing when it is not there or damaged."""
        document = _read(path)
        return cls(**{**document, "refused": tuple(document.get("refused", ()))})

    def write(self, path: Path) -> None:
        """Replace the file."""
        durable.write(path, json.dumps(asdict(self)).encode())

    @property
    def crash_loop(self) -> bool:
        """Whether the touchscreen was started often enough with a release that never was confirmed."""
        return not self.confirmed and self.starts >= PROBATION_STARTS

    def activate(self, slot: str) -> Self:
        """Take a release into use, on probation; the way back leads to the last one that proved good.

        The touchscreen that does so counts as its first start.
        """
        good = self.active if self.confirmed or not self.good else self.good
        return replace(self, active=slot, good=good, activated_at=_now(), confirmed=False, starts=1)

    def fall_back(self, failed: str) -> Self:
        """Return to the good release; `failed` is the digest of the active one, refused from now on."""
        refused = (*self.refused, failed)[-REMEMBERED_REFUSALS:]
        return replace(self, active=self.good, activated_at=_now(), confirmed=True, starts=0, refused=refused)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _read(path: Path) -> dict[str, Any]:
    try:
        document: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return document
