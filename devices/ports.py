"""What is plugged into this machine, to help a technician: paths are configuration, discovery only helps."""

from pathlib import Path

from serial.tools import list_ports


def serial_ports() -> list[dict[str, str]]:
    """Return the serial ports with a device behind them: `port`, and `about` what it says of itself.

    Pseudo-terminals are never among them.
    """
    return [{"port": str(found.device), "about": str(found.description)} for found in list_ports.comports()]


def cameras(directory: Path = Path("/dev")) -> list[str]:
    """Return the V4L2 nodes of this machine, by number."""
    return [str(node) for node in sorted(directory.glob("video[0-9]*"), key=lambda node: int(node.name[5:]))]
