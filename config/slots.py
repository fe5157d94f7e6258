"""A release as a folder on the terminal: checked before it is put there, never changed afterwards."""

import hashlib
import json
import secrets
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from config import durable, layers
from config.settings import Settings

SETTINGS = "settings.json"
CATALOGUE = "catalogue.json"
RELEASE = "release.json"
CALENDAR = "calendar-"


@dataclass(frozen=True, slots=True)
class Release:
    """One release as this terminal got it. `number` is the version of the platform's signed list it came with.

    `catalogue_path` is None when it brought no catalogue, `calendars` are years of working days; `activated_at` is None while it is not in use. `slot` is the
    name of its folder; `digest` the fingerprint of its content: two releases with the same content have the same.
    """

    number: int
    settings: Settings = field(repr=False)
    catalogue_path: Path | None
    activated_at: datetime | None
    slot: str
    digest: str
    calendars: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What the platform offers this terminal: merged settings and the catalogue, signatures already verified."""

    number: int
    settings: bytes = field(repr=False)
    catalogue: bytes | None = field(repr=False)
    calendars: tuple[bytes, ...] = field(default=(), repr=False)

    @property
    def digest(self) -> str:
        """The fingerprint of the content (hexadecimal SHA-256)."""
        contents = (self.settings, self.catalogue or b"", *self.calendars)
        parts = [hashlib.sha256(part).digest() for part in contents]
        return hashlib.sha256(b"".join(parts)).hexdigest()

    @property
    def slot(self) -> str:
        """The name of its folder."""
        return f"{self.number}-{self.digest[:16]}"


def load(slot: Path) -> Release | None:
    """Return the release in a folder; None when there is none or the disk has damaged it."""
    try:
        about = json.loads((slot / RELEASE).read_bytes())
        catalogue = slot / CATALOGUE
        found = Found(
            about["number"],
            (slot / SETTINGS).read_bytes(),
            catalogue.read_bytes() if catalogue.exists() else None,
            tuple(path.read_bytes() for path in sorted(slot.glob(f"{CALENDAR}*.json"))),
        )
        if found.digest != about["digest"]:
            return None
        settings = layers.settings_of(json.loads(found.settings), str(slot / SETTINGS))
    except (OSError, ValueError, KeyError, TypeError, layers.InvalidSettingsError):
        return None
    return Release(
        number=found.number,
        settings=settings,
        catalogue_path=catalogue if found.catalogue else None,
        calendars=found.calendars,
        activated_at=None,
        slot=slot.name,
        digest=found.digest,
    )


def put(slots: Path, found: Found) -> None:
    """Make the release's folder below `slots`, whole and durable, or not at all."""
    files = {
        SETTINGS: found.settings,
        RELEASE: json.dumps({"number": found.number, "digest": found.digest}).encode(),
    }
    if found.catalogue:
        files[CATALOGUE] = found.catalogue
    files |= {f"{CALENDAR}{place:02d}.json": one for place, one in enumerate(found.calendars)}
    fresh = slots / f".{secrets.token_hex(8)}"
    durable.write_directory(fresh, files)
    shutil.rmtree(slots / found.slot, ignore_errors=True)  # a damaged one of the same name
    fresh.rename(slots / found.slot)
    durable.sync_directory(slots)
