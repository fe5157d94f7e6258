"""How many cases of the conformance suites are about which command of which driver, over which line.

`python -m tests.conformance.table docs/device-conformance.md` writes the table anew. A case says by its mark `commands` what it is
about, and fails when it never gives that command (see `tests/conformance/conftest.py`).
"""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

ENOUGH = 10
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Suite:
    """The cases of a class of devices: where they are, what they are about, and what each parameter stands for."""

    title: str
    device: str  # the class, as drivers are declared for it
    commands: tuple[str, ...]
    lines: dict[
        str, tuple[str, str]
    ]  # from a parameter to the driver and what is between it and its simulator


SUITES = {
    "card_readers": Suite(
        "Readers of identity cards",
        "card_reader",
        ("open", "card_present", "read_card", "serial_number"),
        {
            "pty": ("sdt-serial", "tty"),
            "tcp": ("sdt-serial", "TCP"),
            "usb-two-pairs": ("sdt-usb", "two pairs of bulk pipes"),
            "usb-one-pair": ("sdt-usb", "one pair of bulk pipes"),
        },
    ),
    "chip_card_readers": Suite(
        "Readers of chip cards",
        "card_reader",
        ("open", "card_present", "read_card"),
        {"": ("pcsc", "pcscd and vpcd")},
    ),
    "receipt_printers": Suite(
        "Receipt printers",
        "printer",
        ("open", "status", "noticed", "print"),
        {
            "tcp-process-ids": ("escpos-tcp", "TCP"),
            "serial-in-order": ("escpos-serial", "tty"),
            "file-in-order": ("escpos-file", "device file"),
            "usb-process-ids": ("escpos-usb", "bulk pipes"),
        },
    ),
    "document_printers": Suite(
        "Printers of documents",
        "document_printer",
        ("open", "status", "print"),
        {"direct": ("ipp", "IPP"), "cups": ("ipp", "CUPS"), "": ("ipp", "either")},
    ),
    "cameras": Suite(
        "Cameras",
        "camera",
        ("open", "frame", "still", "document_key"),
        {
            "http": ("opencv", "HTTP Motion JPEG"),
            "": ("opencv", "HTTP Motion JPEG"),
            "apart": ("opencv", "HTTP Motion JPEG"),
            "file": ("opencv", "picture file"),
        },
    ),
    "scanners": Suite(
        "Scanners",
        "scanner",
        ("open", "scan"),
        {
            "tty": ("serial", "tty"),
            "tcp": ("serial", "TCP"),
            "camera": ("camera", "HTTP Motion JPEG"),
        },
    ),
    "keypads": Suite("Keypads and headphone sockets", "keypad", ("open", "next"), {"": ("evdev", "tty")}),
    "voices": Suite("Voices", "voice", ("open", "begin", "chime"), {"": ("espeak-ng", "ALSA")}),
}
_SKIPPED = "v4l2"  # a real camera: counts where there is one, and there is none to be counted on


def commands_of(item: pytest.Item) -> set[str]:
    """Return the commands that a case is about, as its mark says."""
    parameters: dict[str, Any] = item.callspec.params if hasattr(item, "callspec") else {}
    named = {name for mark in item.iter_markers("commands") for name in mark.args}
    return {parameters["ask"].__name__ if name == "ask" else name for name in named}


Counts = dict[str, dict[tuple[str, str], Counter[str]]]


class Counted:
    """What was collected, as a plugin of pytest."""

    def __init__(self) -> None:
        self.counts: Counts = {name: {} for name in SUITES}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Count them."""
        for item in items:
            name = item.path.relative_to(HERE).parts[0].removeprefix("test_").removesuffix(".py")
            if (line := _line(item)) != _SKIPPED:
                lines = SUITES[name].lines
                driver = lines.get(line) or lines[""]
                self.counts[name].setdefault(driver, Counter()).update(commands_of(item))


def _line(item: pytest.Item) -> str:
    parameters: dict[str, Any] = item.callspec.params if hasattr(item, "callspec") else {}
    return str(next((parameters[name] for name in _PARAMETERS if name in parameters), ""))


_PARAMETERS = ("simulated", "any_camera", "bench", "address")


def counted() -> Counts:
    """Return the number of cases by suite, driver and line, and command."""
    it = Counted()
    said = StringIO()
    with redirect_stdout(said):
        code = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", str(HERE)], plugins=[it])
    if code != 0:
        raise RuntimeError(said.getvalue()[-2000:])
    return it.counts


def by_driver(lines: dict[tuple[str, str], Counter[str]]) -> dict[str, Counter[str]]:
    """Return the cases of each driver, over all its lines."""
    drivers: dict[str, Counter[str]] = {}
    for (driver, _), counts in lines.items():
        drivers.setdefault(driver, Counter()).update(counts)
    return drivers


def text(counts: Counts) -> str:
    """Return the table as Markdown."""
    return "\n".join([_HEAD.format(enough=ENOUGH), *(row for each in counts.items() for row in _rows(*each))])


def _rows(name: str, lines: dict[tuple[str, str], Counter[str]]) -> Iterator[str]:
    suite = SUITES[name]
    where = f"{name}/" if (HERE / name).is_dir() else f"test_{name}.py"
    yield f"\n## {suite.title} (`{suite.device}`, `tests/conformance/{where}`)\n"
    yield "| driver | line | " + " | ".join(f"`{command}`" for command in suite.commands) + " |"
    yield "|---|---|" + "--:|" * len(suite.commands)
    for (driver, line), counts in sorted(lines.items()):
        yield f"| {driver} | {line} | " + " | ".join(str(counts[each]) for each in suite.commands) + " |"


_HEAD = """# Cases of the conformance suites

Written by `python -m tests.conformance.table docs/device-conformance.md`, checked by `tests/docs/test_device_conformance.py`.

One suite a class of devices, the same for every driver of it; each case runs against a simulator that is a process of its
own, through the real tty, pcscd, TCP stack, CUPS scheduler or HTTP stream. A case counts for a command when it is about it
and gives it; every driver has at least {enough} cases a command, over all its lines together."""


def too_few(counts: Counts) -> list[str]:
    """Return the commands that a driver has not enough cases of."""
    return [
        f"{driver}: {each[command]} of {command}"
        for name, suite in SUITES.items()
        for driver, each in by_driver(counts[name]).items()
        for command in suite.commands
        if each[command] < ENOUGH
    ]


def main() -> int:
    """Write the table where the argument says; 1 when a driver has not enough cases."""
    counts = counted()
    Path(sys.argv[1]).write_text(text(counts) + "\n", "utf-8")
    for line in too_few(counts):
        print(line, file=sys.stderr)  # noqa: T201  # what it is run for
    return 1 if too_few(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
