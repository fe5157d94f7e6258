"""What everybody may read, kept for when there is no network: one file an item, always with the moment it was true."""

import json
import logging
import re
from pathlib import Path

from config import durable
from kiosk.sheet import Sheet, sheet_of

log = logging.getLogger(__name__)

CODE = re.compile(r"[A-Z]{2}-[0-9]{3}")


class PublicSheets:
    """Sheets below `directory`, which is made with the first of them. Losing one loses nothing: it is asked for again."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def keep(self, item: str, document: object) -> None:
        """Keep the platform's answer for an item; a full disk only keeps it from being there later."""
        if not CODE.fullmatch(item):
            return
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            durable.write(self._path(item), json.dumps(document, ensure_ascii=False).encode())
        except OSError as error:
            log.warning("a public sheet was not kept: free the disk (%s)", error)

    def find(self, item: str) -> Sheet | None:
        """Return what was kept for an item, None when there is nothing that can be read."""
        try:
            return sheet_of(json.loads(self._path(item).read_bytes()), cached=True)
        except (OSError, ValueError):
            return None

    def _path(self, item: str) -> Path:
        return self._directory / f"{item}.json"
