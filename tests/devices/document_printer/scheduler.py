"""CUPS' own scheduler in a directory of its own, for as long as a test needs it."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from devices.document_printer.ipptool import ask

LIMIT = 30.0
_PROGRAMS = Path("/usr/lib/cups")
_SETTINGS = """LogLevel info
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
Allow all
</Location>
<Location /admin>
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FOLDERS = {
    "ServerRoot": "root",
    "CacheDir": "cache",
    "StateDir": "state",
    "RequestRoot": "spool",
    "TempDir": "tmp",
}


@dataclass(frozen=True)
class Scheduler:
    """A running scheduler; `folder` holds all it writes."""

    folder: Path
    port: int

    def queue(self, name: str) -> str:
        """Return the address of a queue."""
        return f"ipp://127.0.0.1:{self.port}/printers/{name}"

    def do(self, command: str, *options: str) -> None:
        """Run one of CUPS' commands."""
        subprocess.run(
            (command, "-h", f"127.0.0.1:{self.port}", *options),
            check=True,
            capture_output=True,
            timeout=LIMIT,
        )

    def add(self, name: str, device: str, policy: str = "abort-job") -> str:
        """Make a queue for a printer as IPP Everywhere finds it, and return its address once it is ready."""
        options = ("-v", device, "-m", "everywhere", "-o", f"printer-error-policy={policy}", "-E")
        self.do("lpadmin", "-p", name, *options)
        until = time.monotonic() + LIMIT
        while "IPP Everywhere" not in str(self._asked(name).get("printer-make-and-model")):
            assert time.monotonic() < until, "the queue is not ready"
        return self.queue(name)

    def add_raw(self, name: str, device: str) -> str:
        """Make a queue that hands on what it gets; return its address."""
        self.do(
            "lpadmin", "-p", name, "-v", device, "-m", "raw", "-o", "printer-error-policy=abort-job", "-E"
        )
        return self.queue(name)

    def _asked(self, name: str) -> dict[str, object]:
        return dict(ask(self.queue(name), "Get-Printer-Attributes", "", 5.0))


@contextmanager
def scheduler(*, lying: bool = False) -> Iterator[Scheduler]:
    """Run cupsd; its filters run as another user, who must get at its folder. `lying`: its backend always ends well."""
    with TemporaryDirectory(prefix="cups-") as made:
        Path(made).chmod(0o755)
        with _running(Path(made), _lying_programs(Path(made)) if lying else _PROGRAMS) as scheduler:
            yield scheduler


def _lying_programs(folder: Path) -> Path:
    """CUPS' programs, with an ipp backend that says that all went well whatever the real one says."""
    programs, backends = folder / "programs", folder / "programs/backend"
    backends.mkdir(parents=True)
    for real in (*_PROGRAMS.iterdir(), *(_PROGRAMS / "backend").iterdir()):
        if real.name not in {"backend", "ipp"}:
            (backends if real.parent.name == "backend" else programs).joinpath(real.name).symlink_to(real)
    (backends / "ipp").write_text(f'#!/bin/sh\n{_PROGRAMS}/backend/ipp "$@"\nexit 0\n')
    (backends / "ipp").chmod(0o755)
    return programs


@contextmanager
def _running(folder: Path, programs: Path) -> Iterator[Scheduler]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for name in _FOLDERS.values():
        (folder / name).mkdir()
    files = [f"{key} {folder / name}" for key, name in _FOLDERS.items()]
    files += [f"ServerBin {programs}"]
    files += [f"{key}Log {folder / 'log'}" for key in ("Access", "Error", "Page")]
    (folder / "cups-files.conf").write_text("\n".join([*files, "FatalErrors none", "FileDevice Yes", ""]))
    (folder / "cupsd.conf").write_text(_SETTINGS.format(port=port))
    command = ("cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf")
    with subprocess.Popen(command) as process:
        try:
            _await(port)
            yield Scheduler(folder, port)
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


def _await(port: int) -> None:
    until = time.monotonic() + LIMIT
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < until, "cupsd does not start"
            time.sleep(0.01)
