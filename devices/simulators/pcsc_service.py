"""A pcscd of its own with virtual readers (vsmartcard's vpcd), apart from the machine's: `kiosk simulate pcsc-service`.

`kiosk simulate pcsc-service [--directory DIR] [--port N] [--control PATH]`

When it is ready it prints one JSON line, `{"socket": ..., "reader": ..., "control": ...}`: a program that has `socket` in
its environment as PCSCLITE_CSOCK_NAME uses this pcscd, and a simulated card is laid with `--reader` of it. Over the control
socket it understands `end` (pcscd is killed) and `begin` (another one begins, at the same places).

It departs from a terminal's pcscd in nothing but where it is: `unshare` gives it a mount namespace, in which a directory of
ours lies over /run. Needs root or user namespaces, and Debian's packages pcscd and vsmartcard-vpcd. vpcd listens on all
addresses: never on a production terminal.
"""

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from devices.simulators.control import ControlServer, Message, announce

#: In the environment of a program: where its PC/SC library looks for pcscd, once in its life.
ENVIRONMENT = "PCSCLITE_CSOCK_NAME"
LIBRARY = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
_CONFIGURATION = """FRIENDLYNAME "Virtual PCD"
DEVICENAME /dev/null:0x{port:X}
LIBPATH {library}
CHANNELID 0x{port:X}
"""
_START = 'mount --bind "$0" /run && exec pcscd --foreground --config "$1"'
_PATIENCE, _BETWEEN = 10.0, 0.02


def missing() -> str:
    """Return what is missing on this machine, in words that name the remedy; empty when nothing is."""
    if shutil.which("pcscd", path=os.environ.get("PATH", "") + ":/usr/sbin") is None or not LIBRARY.exists():
        return "pcscd and vpcd are not installed: apt-get install pcscd vsmartcard-vpcd"
    return "" if shutil.which("unshare") else "unshare is not installed: apt-get install util-linux"


def socket_below(directory: Path) -> Path:
    """Return where pcscd listens when everything it needs is below `directory`."""
    return directory / "run" / "pcscd" / "pcscd.comm"


class PcscService:
    """One pcscd with two virtual readers, at `port` and the next; everything it needs is below `directory`."""

    def __init__(self, directory: Path, port: int) -> None:
        self._port = port
        self._run, self._configuration = directory / "run", directory / "readers"
        self._socket = socket_below(directory)
        self._process: subprocess.Popen[bytes] | None = None
        self._socket.parent.mkdir(parents=True, exist_ok=True)
        self._configuration.mkdir(exist_ok=True)
        text = _CONFIGURATION.format(port=port, library=LIBRARY)
        (self._configuration / "virtual").write_text(text, encoding="ascii")

    @property
    def reader(self) -> str:
        """Where a simulated card is laid, host:port."""
        return f"127.0.0.1:{self._port}"

    @property
    def socket(self) -> str:
        """What PCSCLITE_CSOCK_NAME must be."""
        return str(self._socket)

    def begin(self) -> None:
        """Start pcscd, if it does not run; returns when it can be reached.

        Raises:
            ValueError: it ended at once, or cannot be reached in time; its reason is on stderr.
        """
        if self._process is not None:
            return
        command = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
        command += ["sh", "-c", _START, str(self._run), str(self._configuration)]
        path = os.environ.get("PATH", "") + ":/usr/sbin"
        self._process = subprocess.Popen(command, stdout=sys.stderr, env=os.environ | {"PATH": path})
        until = time.monotonic() + _PATIENCE
        while not self._reachable():
            if self._process.poll() is not None or time.monotonic() > until:
                self.end()
                raise ValueError("pcscd did not start: see its message on stderr")
            time.sleep(_BETWEEN)

    def end(self) -> None:
        """Kill pcscd, as a crash would; returns when it is gone."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
            self._socket.unlink(missing_ok=True)

    def tell(self, message: Message) -> Message:
        """Do what the message says.

        Raises:
            ValueError, KeyError: it is not understood, or pcscd did not start.
        """
        match message["do"]:
            case "begin":
                self.begin()
            case "end":
                self.end()
            case other:
                raise ValueError(f"a smart card service cannot {other}")
        return {"ok": True}

    def _reachable(self) -> bool:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(self.socket)
            return True
        return False


def main(argv: Sequence[str]) -> int:
    """Run pcscd until interrupted or terminated."""
    args = _parser().parse_args(argv)
    ended = _ended_by(signal.SIGTERM, signal.SIGINT)
    with contextlib.ExitStack() as stack:
        directory = args.directory or stack.enter_context(tempfile.TemporaryDirectory(prefix="pcsc"))
        service = PcscService(Path(directory), args.port or _free_ports())
        stack.callback(service.end)
        try:
            service.begin()
        except ValueError as error:
            print(f"SIMULATOR: {missing() or error}", file=sys.stderr)  # noqa: T201  # a command's answer
            return 1
        if args.control:
            stack.enter_context(ControlServer(args.control, service.tell))
        announce(socket=service.socket, reader=service.reader, control=args.control)
        os.read(ended, 1)
    return 0


def _ended_by(*numbers: signal.Signals) -> int:
    """Return what becomes readable when one of the signals comes."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    for number in numbers:
        signal.signal(number, lambda *_: None)
    return reading


def _free_ports() -> int:
    """Return a port that is free, and whose next is free."""
    while True:
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", 0)) as first:
            port = int(first.getsockname()[1])
            with socket.create_server(("127.0.0.1", port + 1)):
                return port


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk simulate pcsc-service", description="A pcscd of its own.")
    parser.add_argument("--directory", default="", help="where its socket and configuration lie; short")
    parser.add_argument("--port", type=int, default=0, help="where vpcd listens; 0 takes any")
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    return parser
