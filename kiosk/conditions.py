"""Which devices do not work, as the touchscreen keeps it for the agent (`kiosk.runtime.device_board`)."""

import json
from pathlib import Path

FILE = "devices.json"


def kept(home: Path) -> dict[str, str]:
    """Return the devices that do not work, each with its code, as the touchscreen last knew; none when nothing is kept."""
    try:
        found = json.loads((home / FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(device): str(code) for device, code in found.items()} if isinstance(found, dict) else {}
