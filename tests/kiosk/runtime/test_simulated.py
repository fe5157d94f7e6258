"""Which addresses are simulators: rule 9 of docs/ARCHITECTURE.md."""

import os
from pathlib import Path

import pytest

from kiosk.runtime.simulated import is_simulated


@pytest.mark.parametrize(
    "address",
    [
        "socket://127.0.0.1:4001",
        "socket://localhost:4001",
        "socket://[::1]:4001",
        "rfc2217://reader.localhost:4001",
        "loop://",
        "spy:///dev/pts/3",
        "127.0.0.1:9100",
        "localhost:9100",
        "[::1]:9100",
        "0.0.0.0:9100",
        "127.8.8.8:9100",
        "http://127.0.0.1:8080/stream",
        "http://LOCALHOST:8080/stream",
        "file:///var/lib/kiosk/picture.jpg",
        "/var/lib/kiosk/picture.jpg",
        "/dev/pts/3",
    ],
)
def test_what_runs_on_this_machine_is_a_simulator(address: str) -> None:
    assert is_simulated(address)


@pytest.mark.parametrize(
    "address",
    [
        "/dev/ttyUSB0",
        "0@2592x1944",
        "/dev/video0@2592x1944",
        "/dev/serial/by-path/pci-0000:00:14.0-usb-0:1:1.0-port0",
        "/dev/video2",
        "/dev/v4l/by-path/pci-0000:00:14.0-usb-0:2:1.0-video-index0",
        "0",
        "192.168.1.50:9100",
        "printer.example:9100",
        "socket://192.168.1.60:4001",
        "http://192.168.1.70/mjpeg",
        "spy:///dev/ttyUSB0",
    ],
)
def test_a_device_is_none(address: str) -> None:
    assert not is_simulated(address)


def test_a_link_to_a_pseudo_terminal_is_seen_through(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    link = tmp_path / "tty"
    link.symlink_to(os.ttyname(theirs))
    assert is_simulated(str(link))
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    ("name", "simulated"),
    [("first", False), ("ACS ACR122U PICC Interface 00 00", False), ("Virtual PCD 00 00", True)],
)
def test_a_readers_name_is_no_path(name: str, *, simulated: bool) -> None:
    assert is_simulated(name, "pcsc") is simulated
