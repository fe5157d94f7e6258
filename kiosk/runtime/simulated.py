"""Which addresses lead to a simulator on this machine instead of to a device (rule 9 of docs/ARCHITECTURE.md)."""

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

SIMULATOR_REFUSED = "SIMULATOR_REFUSED"


def is_simulated(address: str, driver: str = "") -> bool:
    """Whether a device's address is a loopback address, a pseudo-terminal (also behind a link), a picture or sound file.

    With PC/SC the address is a reader's name: the virtual one's is `Virtual PCD`. Only a training terminal may use such a
    device.
    """
    if driver == "espeak-ng":  # an ALSA device that writes down what was said
        return address.partition(":")[0] in {"file", "tee"}
    if driver == "pcsc":
        return address.startswith("Virtual PCD")
    if address.partition("@")[0].isdecimal():
        return False  # the number of a V4L2 camera, and the size of its pictures
    if "://" in address:
        url = urlsplit(address)
        if url.scheme in {"ipp", "ipps"} and url.path.startswith("/printers/"):
            return False  # a queue of this machine's own CUPS
        return url.scheme in {"file", "loop"} or (
            _is_loopback(url.hostname) if url.hostname else _is_no_device(url.path)
        )
    host, colon, _port = address.rpartition(":")
    return _is_loopback(host) if colon and "/" not in address else _is_no_device(address)


def _is_no_device(path: str) -> bool:
    where = Path(path).resolve()
    return not where.is_relative_to("/dev") or where.is_relative_to("/dev/pts")


def _is_loopback(host: str) -> bool:
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
