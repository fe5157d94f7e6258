"""What the platform knows of the items: the catalogue it publishes, the shipped demonstration while it publishes none."""

import logging
import threading
from pathlib import Path

from config.catalogue import Catalogue, Item
from config.catalogue.load import demonstration, load_json
from config.repository import CATALOGUE, Repository

log = logging.getLogger(__name__)


class Services:
    """The catalogue of the newest release in `releases`; read again when there is a newer one."""

    def __init__(self, releases: Path) -> None:
        self._releases = releases
        self._lock = threading.Lock()
        self._digest: str | None = None
        self._stamp: int | None = None
        self._catalogue: Catalogue | None = None

    def item(self, code: str) -> Item | None:
        """Return the item of that code, None when the catalogue has none."""
        try:
            return self.catalogue().by_code.get(code)
        except Exception:
            # A broken release must not keep anything from being taken in: staff see to what it is.
            log.exception(
                "the catalogue cannot be read: publish it again (`kiosk config publish --catalogue`)"
            )
            return None

    def catalogue(self) -> Catalogue:
        """Return the catalogue."""
        with self._lock:
            stamp = self._changed_at()
            if self._catalogue is None or stamp != self._stamp:
                self._catalogue = self._read()
                self._stamp = stamp
            return self._catalogue

    def _changed_at(self) -> int | None:
        timestamp = self._releases / "metadata" / "timestamp.json"
        return timestamp.stat().st_mtime_ns if timestamp.exists() else None

    def _read(self) -> Catalogue:
        repository = Repository(self._releases, Path())  # only read, so without keys
        digest = repository.versions()[-1].targets.get(CATALOGUE) if repository.exists else None
        if digest is None:
            return demonstration()
        if digest == self._digest and self._catalogue is not None:
            return self._catalogue
        self._digest = digest
        return load_json((self._releases / "targets" / f"{digest}.{CATALOGUE}").read_bytes())
