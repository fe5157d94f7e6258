"""emupos, a simulator of receipt printers by others, as the second witness of what our receipts say.

It is written for Python 3.13. What Python 3.11 does not understand of it are two forms of syntax that only concern types;
they are rewritten while it is imported. Install it as `independent.lock` says.
"""

import importlib.machinery
import io
import re
import socket
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from PIL import Image

_PROFILE = "epson-tm-t20iii"


class _Rewriting(importlib.machinery.SourceFileLoader):
    def source_to_code(self, data: Any, path: Any, **options: Any) -> CodeType:  # type: ignore[override]  # as importlib calls it
        source = re.sub(rb"(?m)^type (\w+) =", rb"\1 =", bytes(data))
        source = re.sub(rb"(?m)^((?:async )?def \w+)\[\w+\]\(", rb"\1(", source)
        source = re.sub(
            rb'(?s)\A((?:""".*?""")?)', rb"\1\nfrom __future__ import annotations\n", source, count=1
        )
        code: CodeType = super().source_to_code(source, path, **options)
        return code

    def get_code(self, fullname: str) -> CodeType | None:
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)  # never from, or into, a cache


class _Finder(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(
        cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] != "emupos":
            return None
        spec = super().find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = _Rewriting(fullname, spec.origin)
        return spec


def _emupos(module: str) -> Any:
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)
    try:
        return import_module(f"emupos.{module}")
    except ModuleNotFoundError as error:
        raise RuntimeError("emupos is not installed: see tests/devices/printer/independent.lock") from error


@dataclass(frozen=True)
class Printed:
    """A receipt as the other simulator printed it."""

    text: list[str]
    picture: Image.Image


class IndependentPrinter:
    """The other simulator's printer. `unknown` are the commands that it did not know, by name."""

    def __init__(self, paper_dots: int = 576) -> None:
        profile = _emupos("config")._load_profile(_PROFILE, "printer", Path())
        self._module = _emupos("printer.printer")
        self._printer = self._module.Printer(
            "printer",
            profile.model_copy(update={"width_dots": paper_dots}),
            sensor_open_level="high",
            job_idle_timeout_ms=60_000,
        )
        self.receipts: list[Printed] = []
        self.unknown: set[str] = set()

    def connect(self) -> None:
        """Begin a connection."""
        self._printer.open_connection(1, 0.0)

    def receive(self, data: bytes) -> bytes:
        """Take what came over the connection and return the answer."""
        return self._out(self._printer.receive(1, data, 0.0))

    def fail(self, fault: str, *, active: bool = True) -> None:
        """Have something go wrong (`paper-out`, `cover-open`, `offline`, `paper-near-end`), or right again."""
        self._out(self._printer.set_fault(self._module.PrinterFault(fault), active, 0.0))

    def _out(self, output: Any) -> bytes:
        self.unknown |= {event.data["command"] for event in output.events if "command" in event.data}
        self.receipts += [_printed(receipt) for receipt in output.receipts]
        return b"".join(write.data for write in output.writes)


def _printed(receipt: Any) -> Printed:
    # It knows no Chinese: it shows each byte as a character of its code page, which can be turned back.
    text = receipt.text.encode("cp437").decode("gb18030")
    return Printed(text.splitlines(), Image.open(io.BytesIO(receipt.png)))


class Served:
    """The other simulator's printer at a TCP port of this machine, for one connection."""

    def __init__(self, printer: IndependentPrinter) -> None:
        self._printer = printer
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = "{}:{}".format(*self._listening.getsockname())
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> "Served":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()
        self._thread.join()

    def _serve(self) -> None:
        line, _ = self._listening.accept()
        self._printer.connect()
        with line, suppress(ConnectionError):
            while data := line.recv(4096):
                line.sendall(self._printer.receive(data))
