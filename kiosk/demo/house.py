"""Everything of a demo but its resident: platform, line, simulated devices, an enrolled terminal, its two processes."""

import base64
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from devices.simulators.control import Message, send
from kiosk.demo.line import Line
from kiosk.demo.processes import Processes

TERMINAL = "GZ044"
ORGANISATION = "91440101000000003U"
"""A specimen of the platform's register, which lets the holder of the demonstration's card act for it."""

PANEL = {"width": 1080, "height": 1920, "width_mm": 336.0}
CATALOGUE = str(resources.files("config.catalogue") / "demonstration.yaml")
SITE = {
    "code": TERMINAL,
    "name_zh": "北京街道越秀社区服务站",
    "name_en": "Yuexiu Community Service Point",
    "window_zh": "街道公共服务办，工作日 9:00-12:00，14:00-17:30",
    "window_en": "Street public service office, working days 9:00-12:00, 14:00-17:30",
    "address_zh": "示范路 1 号",
    "address_en": "1 Demonstration Road",
}


def say(what: str) -> None:
    """Say what the demo does."""
    print(f"== {what}", flush=True)  # noqa: T201  # a command


@dataclass(frozen=True)
class House:
    """A running demo. Files that stay are in `folder`; sockets lie elsewhere, since their paths must be short."""

    folder: Path
    sockets: Path
    processes: Processes
    line: Line
    platform_url: str
    admin: Path

    @property
    def probe(self) -> Path:
        """The socket through which a scripted resident sees the touchscreen."""
        return self.sockets / "probe"

    def tell(self, device: str, do: str, **more: Any) -> Message:
        """Steer a simulated device: `reader`, `printer`, `camera`, `documents` (the A4 printer) or `scanner`."""
        return send(self.sockets / device, do=do, **more)

    def receipts(self) -> list[bytes]:
        """Return the bytes of every piece of paper the printer has cut off so far."""
        return [base64.b64decode(receipt) for receipt in self.tell("printer", "receipts")["receipts"]]

    def receipt_picture(self, number: int) -> Message:
        """Return the picture of a receipt: `png` in base64, `text` by lines, `codes`: what its QR codes say."""
        return self.tell("printer", "picture", number=number)

    def cases(self) -> list[dict[str, Any]]:
        """Return the cases that the platform holds."""
        return list(self._ask_platform("cases")["cases"])

    def messages(self) -> list[dict[str, Any]]:
        """Return the short messages that the platform would have sent to telephones."""
        return list(self._ask_platform("messages")["messages"])

    def pay(self, code: str) -> None:
        """Pay with a phone that has scanned a code."""
        self.processes.answer("pay", "fleet", "pay", code, "--home", str(self.admin))

    def show_licence(self) -> None:
        """Hold a phone before the scanner, on which an organisation's electronic licence shows its code."""
        code = self.processes.answer(
            "licence",
            *("fleet", "app-code", ORGANISATION, "--issuer", "e-licence"),
            *("--home", str(self.admin), "--json"),
        )
        self.tell("scanner", "scan", text=json.loads(code)["code"])

    def touchscreen(self, *options: str, environment: Mapping[str, str] | None = None) -> None:
        """Start the terminal's touchscreen."""
        self.processes.kiosk("run", "run", *options, environment=environment)

    def _ask_platform(self, what: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(
            self.processes.answer(f"platform-{what}", "fleet", what, "--home", str(self.admin), "--json")
        )
        return answer


@contextmanager
def house(folder: Path, more: Mapping[str, Any] | None = None, *, scanner: bool = False) -> Iterator[House]:
    """Build a house under `folder` (emptied first) and tear it down at the end.

    With a `scanner` when it is wanted; `more` are devices by their settings.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    state = folder / "state"
    environment = {"KIOSK_HOME": str(state / "terminal"), "TZ": "CST-8"}  # China has one time
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-demo-") as sockets,
        Line() as line,
        Processes(folder / "logs", environment) as processes,
    ):
        say(
            "simulated hardware: card reader, two printers, camera  模拟设备：读卡器、凭条与 A4 打印机、高拍仪"
        )
        devices = {**_devices(processes, Path(sockets), state, scanner=scanner), **(more or {})}
        say("reference platform  参考平台")
        ready = _platform(processes, line, state)
        made = House(folder, Path(sockets), processes, line, ready["url"], state / "platform")
        say("signed release: settings and 123 services  发布签名配置与服务目录")
        _publish(processes, state, devices, ready["recipient"])
        say("enrolment with a one-time code  一次性注册码注册终端")
        _enrol(processes, state)
        say("the terminal's agent  终端代理进程")
        processes.kiosk("agent", "agent")
        yield made


def _devices(processes: Processes, sockets: Path, state: Path, *, scanner: bool) -> dict[str, Any]:
    state.mkdir()
    tcp = ("--listen", "127.0.0.1:0")
    simulators = {
        "reader": ("sdt-reader", "--link", str(sockets / "tty")),
        "printer": ("escpos-printer", *tcp),
        "camera": ("camera", *tcp),
        "documents": ("ipp-printer",),
        **({"scanner": ("scanner", "--link", str(sockets / "scanned"))} if scanner else {}),
    }
    begun = {  # at the same time: each takes a second
        name: processes.kiosk(name, "simulate", *options, "--control", str(sockets / name))
        for name, options in simulators.items()
    }
    at = {name: processes.ready(name, process) for name, process in begun.items()}
    return {
        "card_reader": {"driver": "sdt-serial", "port": at["reader"]["port"]},
        "printer": {"driver": "escpos-tcp", "address": at["printer"]["port"]},
        "camera": {"driver": "opencv", "source": at["camera"]["url"]},
        "document_printer": {"driver": "ipp", "address": at["documents"]["uri"]},
        **({"scanner": {"port": at["scanner"]["port"]}} if scanner else {}),
    }


def _platform(processes: Processes, line: Line, state: Path) -> dict[str, Any]:
    ready = processes.announced(
        "platform",
        *("fleet", "serve", "--home", str(state / "platform"), "--port", "0", "--json"),
        *("--url", f"https://127.0.0.1:{line.port}"),
    )
    line.target = int(ready["port"])
    return ready


def _publish(processes: Processes, state: Path, devices: Mapping[str, Any], recipient: str) -> None:
    settings = {
        "training": True,  # simulators are reachable on training terminals only
        "site": SITE,
        "platform": {"recipients": [recipient]},
        "devices": devices,
        "screen": {**PANEL, "fullscreen": True},
    }
    file = state / "settings.json"
    file.write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
    processes.answer(
        "publish",
        *("config", "publish", "--repository", str(state / "platform" / "releases")),
        *("--keys", str(state / "keys"), "--settings", str(file), "--catalogue", CATALOGUE),
    )


def _enrol(processes: Processes, state: Path) -> None:
    document = processes.answer(
        "invite", "fleet", "invite", "--home", str(state / "platform"), "--id", TERMINAL, "--json"
    )
    processes.answer("enrol", "provision", "enrol", "--document", document.strip(), "--json")
