"""A terminal made of its real processes: touchscreen, agent, simulated devices, and a finger on a screen."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage

from devices.simulators.process import Simulated, simulated
from kiosk.demo.eyes import Eyes
from kiosk.demo.hand import Hand
from offline_queue.records import Entry
from offline_queue.store import Store
from provisioning import lab

PANEL = {"width": 1080, "height": 1920, "width_mm": 336.0}
END_SECONDS = 20


class Terminal:
    """A laboratory terminal in `home`, on an X screen. Sockets are in `sockets`: their paths must be short."""

    def __init__(self, home: Path, display: str, sockets: Path, stack: ExitStack) -> None:
        self.home, self.display, self.sockets = home, display, sockets
        self._stack = stack
        self._started = 0
        home.mkdir()
        self.configure()

    def configure(self, **settings: Any) -> None:
        """Write the laboratory's settings."""
        written = self.home / "settings.part"
        written.write_text(json.dumps({"screen": PANEL, **settings}))
        written.replace(self.home / "settings.json")

    def enrol(self, platform_url: str) -> None:
        """Give it a laboratory identity."""
        recipient = str(pyrage.x25519.Identity.generate().to_public())
        lab.make(self.home / "identity", platform_url, (recipient,))

    def plug_in(self) -> dict[str, Simulated]:
        """Plug in all three devices, simulated."""
        wanted = {
            "reader": ("sdt-reader", "--link", str(self.sockets / "tty")),
            "printer": ("escpos-printer", "--listen", "127.0.0.1:0"),
            "camera": ("camera",),
        }
        devices = {
            name: self._stack.enter_context(simulated(*how, "--control", str(self.sockets / name)))
            for name, how in wanted.items()
        }
        self.configure(
            devices={
                "card_reader": {"port": devices["reader"].port},
                "printer": {"address": devices["printer"].port},
                "camera": {"source": devices["camera"].where["url"]},
            }
        )
        return devices

    def plug_in_a_reader_of_passports(self, reader: str, folder: Path) -> tuple[Simulated, Simulated]:
        """Plug in a camera and a chip reader; return the camera and the passport, whose state's certificates lie in `folder`."""
        csca = folder / "csca"
        csca.mkdir()
        camera, passport = (
            self._stack.enter_context(simulated(*how, "--control", str(self.sockets / how[0])))
            for how in (("camera",), ("passport", "--reader", reader, "--csca", str(csca)))
        )
        self.configure(
            training=True,
            devices={
                "camera": {"source": camera.where["url"]},
                "chip_reader": {"port": "first", "csca": str(csca)},
            },
        )
        return camera, passport

    def start(self, *command: str, **environment: str) -> "Process":
        """Start one of its processes; it is killed at the end of the test if it still runs."""
        self._started += 1
        log = self.sockets / f"{self._started}.log"
        process = Process(
            command, {"DISPLAY": self.display, "KIOSK_HOME": str(self.home), **environment}, log
        )
        self._stack.callback(process.kill)
        return process

    def run(self, *options: str) -> "Touchscreen":
        """Start the touchscreen and look at it."""
        probe = self.sockets / "probe"
        probe.unlink(missing_ok=True)
        process = self.start("run", "--probe", str(probe), *options)
        eyes = self._stack.enter_context(Eyes(probe))
        return Touchscreen(process, eyes, self._stack.enter_context(Hand(self.display, eyes)))

    def entries(self) -> list[Entry]:
        """Return what its queue holds."""
        with Store(self.home / "queue", None, lambda: datetime.now(UTC)) as store:
            return store.list()


class Process:
    """A running `kiosk …` command."""

    def __init__(self, command: tuple[str, ...], environment: dict[str, str], log: Path) -> None:
        self._log = log
        inherited = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
        with log.open("w") as stderr:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "kiosk", *command],
                env={**inherited, **environment},
                stdout=subprocess.DEVNULL,
                stderr=stderr,
            )

    @property
    def log(self) -> str:
        """What it has logged so far."""
        return self._log.read_text()

    @property
    def runs(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def wait(self) -> int:
        """Wait for its end; return its exit code."""
        return self._process.wait(END_SECONDS)

    def stop(self) -> int:
        """End it as the service manager does; return its exit code."""
        self._process.terminate()
        return self.wait()

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.kill()
        self._process.wait()


class Touchscreen:
    """A touchscreen that runs, with eyes and a hand for it."""

    def __init__(self, process: Process, eyes: Eyes, hand: Hand) -> None:
        self.process, self.eyes, self.hand = process, eyes, hand

    def to_review(self) -> None:
        """Rate a service, the shortest journey that hands something in: from the resting page to its review."""
        self.walk(
            ("start", "home"),
            ("group.community", "shelf"),
            ("item.CP-012", "guide"),
            ("start", "question.case_no"),
            ("skip", "question.stars"),
            ("option:5", "question.tags"),
            ("skip", "question.words"),
            ("skip", "review"),
        )

    def to_photograph(self) -> None:
        """Report a hole in the road, as far as its photograph."""
        self.walk(
            ("start", "home"),
            ("group.community", "shelf"),
            ("item.CP-001", "guide"),
            ("start", "question.category"),
            ("option:road", "question.where"),
            ("option:here", "question.what"),
        )
        for letters in ("lukou", "jishui", "yanzhong"):
            self.hand.write(letters, candidate=0)
        self.hand.touch("next", "capture")

    def from_photograph_to_outcome(self) -> None:
        """Finish that report and hand it in."""
        for target, page in (
            ("next", "question.anonymous"),
            ("option:yes", "review"),
            ("next", "outcome"),
        ):
            self.hand.touch(target, page)

    def walk(self, *steps: tuple[str, str]) -> None:
        """Touch target after target from the resting page, each leading to the page that is named with it."""
        self.eyes.wait_for("attract")
        for target, page in steps:
            self.hand.touch(target, page)

    def leave(self) -> None:
        """End the session, from any page that can be left, back to the resting page."""
        if self.hand.touch("leave", "goodbye", "attract").page == "goodbye":
            self.hand.touch("done", "attract")
