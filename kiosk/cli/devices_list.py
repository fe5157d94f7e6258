"""`kiosk devices list`: the drivers there are, what is plugged in, what is configured, what nobody supports."""

import argparse
from dataclasses import asdict
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kiosk.cli.output import add_json, emit
from kiosk.home import home

if TYPE_CHECKING:
    from config.settings import Devices


def configure(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of `kiosk devices`."""
    listing = commands.add_parser(
        "list", help="drivers, what is plugged in and configured, what nobody supports"
    )
    add_json(listing)
    listing.set_defaults(run=_list)


def _list(args: argparse.Namespace) -> int:
    drivers, ports = import_module("devices.drivers").drivers(), import_module("devices.ports")
    usb = import_module("devices.usb_ids").usb_devices()
    document = {
        "drivers": [
            {"name": each.name, "device": each.device, "about": each.about, "package": each.package}
            for each in drivers
        ],
        "serial_ports": ports.serial_ports(),
        "cameras": ports.cameras(),
        "pcsc_readers": import_module("devices.card_reader.pcsc_readers").reader_names(),
        "usb": [asdict(each) for each in usb],
        "configured": _configured({(each.device, each.name) for each in drivers}),
        "unsupported": [each.ids for each in usb if not each.supported],
    }
    return emit(args, document, "\n".join(_lines(document)))


def _configured(known: set[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return the devices of this terminal's settings; `known` says whether their driver is installed."""
    terminal = import_module("provisioning.selftest").bench(home()).terminal
    if terminal is None:
        return []
    roll = import_module("devices.printer.roll").kept(home())
    more: dict[str, dict[str, Any]] = {"printer": {"receipts_left": roll.receipts_left}} if roll else {}
    more["camera"] = {"reads_document_lines": import_module("devices.camera.zone").FONT.is_file()}
    return [
        {"device": device, "driver": driver, "address": address, "known": (device, driver) in known}
        | more.get(device, {})
        for device, driver, address in _chosen(terminal.settings.devices)
        if address
    ]


def _chosen(devices: "Devices") -> list[tuple[str, str, str]]:
    return [
        ("card_reader", devices.card_reader.driver, devices.card_reader.port),
        ("card_reader", devices.chip_reader.driver, devices.chip_reader.port),
        ("printer", devices.printer.driver, devices.printer.address),
        ("document_printer", devices.document_printer.driver, devices.document_printer.address),
        ("camera", devices.camera.driver, devices.camera.source),
        ("scanner", devices.scanner.driver, devices.scanner.port),
        ("voice", devices.voice.driver, devices.voice.loudspeaker or devices.voice.headphones),
        *(
            ("keypad", each.driver, each.path)
            for each in (devices.keypad, devices.switches, devices.headphones)
        ),
    ]


def _lines(document: dict[str, Any]) -> list[str]:
    lines = [f"{each['device']:16} {each['name']:14} {each['about']}" for each in document["drivers"]]
    lines += [f"{'serial port':16} {each['port']:14} {each['about']}" for each in document["serial_ports"]]
    lines += [f"{'V4L2 camera':16} {node}" for node in document["cameras"]]
    lines += [f"{'PC/SC reader':16} {name}" for name in document["pcsc_readers"]]
    for each in document["usb"]:
        fits = "unsupported" if not each["supported"] else ", ".join(each["drivers"])
        lines.append(f"{'USB':16} {each['ids']:14} {each['about']} {fits}".rstrip())
    for each in document["configured"]:
        unknown = "" if each["known"] else " (no such driver: install its package, or correct the settings)"
        left = _left(each["receipts_left"]) if "receipts_left" in each else ""
        left += _reads(ready=each["reads_document_lines"]) if "reads_document_lines" in each else ""
        lines.append(
            f"{'configured':16} {each['device']:14} {each['driver']} {each['address']}{left}{unknown}"
        )
    return lines


def _reads(*, ready: bool) -> str:
    """Return whether the camera can read the lines of travel documents, in both languages."""
    return _both("doctor-document-lines-ready" if ready else "doctor-document-lines-missing")


def _left(count: int) -> str:
    """Return how many receipts the roll still gives, in both languages."""
    return _both("doctor-paper-left", count=count)


def _both(message: str, **values: int) -> str:
    from screens.texts import words  # noqa: PLC0415  # only this command needs it

    return "  " + " · ".join(words(language)(message, **values) for language in ("zh-Hans", "en"))
