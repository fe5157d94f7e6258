"""Drivers by entry point: a package that declares one is found, ours are declared in `pyproject.toml` as a vendor's are.

An entry point of the group `doorstep_kiosk.devices` is named `CLASS.NAME`, as `card_reader.sdt-serial`, and leads to the
driver's class, `package.module:ClassName`.
"""

import ast
import inspect
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from devices.errors import ConfigurationError

GROUP = "doorstep_kiosk.devices"
OURS = "doorstep-kiosk"
CLASSES = ("card_reader", "printer", "document_printer", "camera", "scanner", "voice", "keypad")
_TREE = Path(__file__).parents[1] / "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Driver:
    """A driver by its name in the settings, the class of device it drives, where its code is, and who ships it."""

    name: str
    device: str
    module: str
    class_name: str
    package: str

    @property
    def about(self) -> str:
        """The first line of its module's text; the module is not imported. Empty when there is none."""
        try:
            spec = find_spec(self.module)
            text = Path(spec.origin).read_text("utf-8") if spec and spec.origin else ""
            return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0].rstrip(".")
        except (ImportError, OSError, SyntaxError):
            return ""

    def make(self, **options: Any) -> Any:
        """Return the driver, not yet open; of the settings it is given those that it takes.

        Raises:
            DeviceError: what the driver itself refuses.
            ImportError: its code or its library is not installed.
        """
        kind = getattr(import_module(self.module), self.class_name)
        taken = inspect.signature(kind).parameters
        return kind(**{name: value for name, value in options.items() if name in taken})


def drivers() -> tuple[Driver, ...]:
    """Return every driver: ours, then those of other packages; of two with the same name the first counts."""
    found: dict[tuple[str, str], Driver] = {}
    for package, point in _points():
        device, _, name = point.name.partition(".")
        module, _, class_name = point.value.partition(":")
        if name and class_name and device in CLASSES:
            driver = Driver(name, device, module.strip(), class_name.strip(), package)
            found.setdefault((device, name), driver)
    return tuple(found.values())


def named(name: str, device: str) -> Driver:
    """Return the driver that the settings name.

    Raises:
        ConfigurationError: there is no such driver (`UNKNOWN_DRIVER`).
    """
    there = [driver for driver in drivers() if driver.device == device]
    for driver in there:
        if driver.name == name:
            return driver
    names = ", ".join(driver.name for driver in there)
    message = f"There is no driver {name} for a {device}: set one of {names}, or install the package that brings it."
    raise ConfigurationError("UNKNOWN_DRIVER", message)


def _points() -> Iterator[tuple[str, EntryPoint]]:
    installed = [(point.dist.name if point.dist else "", point) for point in entry_points(group=GROUP)]
    yield from _of_the_tree() or (each for each in installed if each[0] == OURS)
    yield from sorted(each for each in installed if each[0] != OURS)


def _of_the_tree() -> list[tuple[str, EntryPoint]]:
    """Return ours where the terminal runs from its source: what was installed from it may be older."""
    if not _TREE.is_file():
        return []
    declared = tomllib.loads(_TREE.read_text("utf-8"))["project"]["entry-points"][GROUP]
    return [(OURS, EntryPoint(name, value, GROUP)) for name, value in declared.items()]
