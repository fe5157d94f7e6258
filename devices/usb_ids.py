"""What is on the USB bus of this machine, from the kernel's own account (sysfs), and which of our drivers may fit."""

from dataclasses import dataclass
from pathlib import Path

SYSFS = Path("/sys/bus/usb/devices")
_HUB = "09"
#: Classes of interfaces (USB-IF) and the drivers that may fit; what the kernel serves itself (keyboards, sound, disks) needs none.
_BY_CLASS = {
    "02": ("sdt-serial", "escpos-serial", "serial"),
    "07": ("escpos-usb", "escpos-file", "ipp"),
    "0a": ("sdt-serial", "escpos-serial", "serial"),
    "0b": ("pcsc",),
    "0e": ("opencv", "camera"),
}
_BY_KERNEL = frozenset({"01", "03", "08", "e0"})
_BY_IDS = {"0400:c35a": ("sdt-usb",)}


@dataclass(frozen=True, slots=True)
class UsbDevice:
    """A device: `ids` as `0400:c35a`, what it says of itself, drivers that may fit; `supported` by them or the kernel."""

    ids: str
    about: str
    drivers: tuple[str, ...]
    supported: bool


def usb_devices(root: Path = SYSFS) -> list[UsbDevice]:
    """Return the devices that are no hubs, by their place on the bus."""
    found = []
    for node in sorted(root.glob("*")):
        if (node / "idVendor").is_file() and _read(node / "bDeviceClass") != _HUB:
            found.append(_device(node))
    return found


def _device(node: Path) -> UsbDevice:
    ids = f"{_read(node / 'idVendor')}:{_read(node / 'idProduct')}"
    interfaces = sorted(node.glob(f"{node.name}:*"))
    classes = {_read(each / "bInterfaceClass") for each in interfaces}
    fitting = [*_BY_IDS.get(ids, ()), *(name for each in sorted(classes) for name in _BY_CLASS.get(each, ()))]
    if any(list(each.glob("tty*")) for each in interfaces):
        fitting += _BY_CLASS["02"]  # a converter to a serial line
    about = " ".join(filter(None, (_read(node / "manufacturer"), _read(node / "product"))))
    drivers = tuple(dict.fromkeys(fitting))
    return UsbDevice(ids, about, drivers, bool(drivers) or bool(classes & _BY_KERNEL))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
