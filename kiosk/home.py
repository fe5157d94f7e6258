"""Where a terminal keeps its state."""

import os
from pathlib import Path

SERVICE_HOME = Path("/var/lib/kiosk")


def home() -> Path:
    """Return the state directory: `KIOSK_HOME`, else that of the service when it exists, else the user's (XDG)."""
    if given := os.environ.get("KIOSK_HOME"):
        return Path(given)
    if SERVICE_HOME.is_dir() and os.access(SERVICE_HOME, os.W_OK):
        return SERVICE_HOME
    state = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(state) / "kiosk"
