"""A simulated A4 printer: CUPS' own `ippeveprinter` on loopback, with faults.

`kiosk simulate ipp-printer [--control PATH]`

When it is ready it prints one JSON line, `{"port": ..., "uri": ..., "control": ...}`. Over the control socket it understands:

* `look`: only the answer counts; `fault` (`kind`: `media_empty`, `door_open`, `jam`, `toner_empty`: there now, a job waits;
  `aborted`: the next job is given up; `slow`: jobs wait until they are mended; `stall`: it answers nothing), `mend`, `reset`
  (as it was started);
* `unplug`, `plug`: nothing listens at its port any more, or again; `stop`.

It answers with `{"ok": true, "papers": documents that came out whole, "begun": those begun, "copies": sizes in bytes}`.

It departs from a real printer in this: the document is not drawn, only counted; a fault while nothing is printed becomes
known by a job of the simulator's own; a job's sheets come out at once when it ends. A private D-Bus is started with it, for
`ippeveprinter` insists on one; DNS-SD is not spoken.
"""

import argparse
import contextlib
import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from devices.simulators.control import ControlServer, Message, announce

REASONS = {
    "media_empty": "media-empty-error",
    "door_open": "cover-open-error",
    "jam": "media-jam-error",
    "toner_empty": "toner-empty-error",
}
KINDS = {*REASONS, "aborted", "slow", "stall"}
_OWN_JOB = "state"
_READY = 10.0
_BUS = """<busconfig><type>custom</type><listen>unix:path={}</listen><auth>EXTERNAL</auth><policy context="default">
<allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/></policy></busconfig>"""
_PRINT = """{
    OPERATION Print-Job
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR naturalLanguage attributes-natural-language en
    ATTR uri printer-uri $uri
    ATTR name requesting-user-name simulator
    ATTR name job-name state
    ATTR mimeMediaType document-format application/pdf
    FILE $filename
    STATUS successful-ok
}"""


class IppPrinter:
    """The printer's process, and what is wrong with it. `tell` may be called by one thread at a time."""

    def __init__(self, folder: Path, control: str) -> None:
        self._folder, self._control = folder, control
        self._wrong: set[str] = set()
        self._begun, self._ended, self._sizes = 0, 0, list[int]()
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = threading.Event()
        self.port = _free_port()
        self._write_down()

    @property
    def uri(self) -> str:
        """Where it is reached."""
        return f"ipp://localhost:{self.port}/ipp/print"

    def plug(self) -> None:
        """Start it, unless it runs; returns when it listens."""
        if "bus" not in self._children:
            command = ["dbus-daemon", f"--config-file={self._folder / 'bus.conf'}", "--nofork", "--nopidfile"]
            self._children["bus"] = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            _until((self._folder / "bus").exists)
        if "printer" in self._children:
            return
        command = [
            "ippeveprinter",
            "-p",
            str(self.port),
            "-n",
            "localhost",
            "-r",
            "off",
            "-d",
            str(self._folder),
        ]
        command += ["-c", str(self._folder / "job"), "-f", "application/pdf", "Simulated A4 printer"]
        environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self._folder / 'bus'}"}
        self._children["printer"] = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _until(self._listens)

    def unplug(self) -> None:
        """End it at once."""
        self._end("printer")

    def close(self) -> None:
        """End everything."""
        for name in tuple(self._children):
            self._end(name)

    def tell(self, message: Message) -> Message:
        """Do what the message says and return the answer.

        Raises:
            ValueError, KeyError: it is not understood.
        """
        more: Message = {}
        match message["do"]:
            case "look":
                pass
            case "job":
                more = self._job(str(message["name"]), str(message["step"]), int(message.get("size", 0)))
            case "fault":
                self._fail(str(message["kind"]))
            case "mend":
                self._mend()
            case "unplug":
                self.unplug()
            case "plug":
                self.plug()
            case "reset":
                self.unplug()
                self._wrong.clear()
                self._begun, self._ended, self._sizes = 0, 0, []
                self.plug()
            case "stop":
                self.stopping.set()
            case other:
                raise ValueError(f"a document printer cannot {other}")
        return {"ok": True, "papers": len(self._sizes), "begun": self._begun, "copies": self._sizes, **more}

    def _job(self, name: str, step: str, size: int) -> Message:
        """What a job has to do next: the reasons it reports, whether it waits, whether it gives up."""
        own = name == _OWN_JOB
        if step == "begun" and not own:
            self._begun += 1
        if step in {"ended", "given up"} and not own:
            self._ended += 1
        if step == "ended" and not own:
            self._sizes.append(size)
        reasons = [REASONS[kind] for kind in sorted(self._wrong & REASONS.keys())]
        waits = bool(reasons or "slow" in self._wrong) and not own
        return {"reasons": reasons, "waits": waits, "aborted": "aborted" in self._wrong and not own}

    def _fail(self, kind: str) -> None:
        if kind not in KINDS:
            raise ValueError(f"there is no fault {kind}: one of {', '.join(sorted(KINDS))}")
        self._wrong.add(kind)
        if kind == "stall":
            self._signal(signal.SIGSTOP)
        elif kind in REASONS and not self._prints:
            self._say_so()

    def _mend(self) -> None:
        self._wrong.clear()
        self._signal(signal.SIGCONT)
        if not self._prints and "printer" in self._children:
            self.unplug()  # it would wait for paper for ever
            self.plug()

    @property
    def _prints(self) -> bool:
        return self._begun > self._ended

    def _signal(self, number: signal.Signals) -> None:
        if "printer" in self._children:
            self._children["printer"].send_signal(number)

    def _say_so(self) -> None:
        """Have a job of the printer's own report what is wrong; one that prints finds out by itself."""
        command = [
            "ipptool",
            "-T",
            "5",
            "-f",
            str(self._folder / "job"),
            self.uri,
            str(self._folder / "state.test"),
        ]
        threading.Thread(
            target=subprocess.run,
            args=(command,),
            kwargs={"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL},
            daemon=True,
        ).start()

    def _listens(self) -> bool:
        try:
            socket.create_connection(("localhost", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _write_down(self) -> None:
        (self._folder / "bus.conf").write_text(_BUS.format(self._folder / "bus"))
        (self._folder / "state.test").write_text(_PRINT)
        job = shlex.join([sys.executable, "-m", "devices.simulators.ipp_job", self._control])
        script = self._folder / "job"
        script.write_text(f'#!/bin/sh\ncd {shlex.quote(str(Path.cwd()))}\nexec {job} "$@"\n')
        script.chmod(0o700)

    def _end(self, name: str) -> None:
        child = self._children.pop(name, None)
        if child is not None:
            if name == "printer":
                os.killpg(child.pid, signal.SIGKILL)  # with the job that it prints
            child.kill()
            child.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def _until(holds: Any) -> None:
    limit = time.monotonic() + _READY
    while not holds():
        if time.monotonic() > limit:
            raise TimeoutError("the printer does not start: apt-get install cups-ipp-utils dbus-daemon")
        time.sleep(0.01)


def main(argv: Sequence[str]) -> int:
    """Run a simulated printer until it is told to stop, interrupted or terminated."""
    parser = argparse.ArgumentParser(prog="kiosk simulate ipp-printer", description="A simulated A4 printer.")
    parser.add_argument("--control", default="", help="Unix socket that takes JSON lines")
    args = parser.parse_args(argv)
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ipp-")))
        control = args.control or str(folder / "control")
        printer = IppPrinter(folder, control)
        stack.callback(printer.close)
        stack.enter_context(ControlServer(control, printer.tell))
        printer.plug()
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: printer.stopping.set())
        announce(port=printer.port, uri=printer.uri, control=control)
        while not printer.stopping.wait(0.2):
            continue
    return 0
