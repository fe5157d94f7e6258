"""Each check finds what it looks for, and every finding has words in both languages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from PIL import Image

from config.settings import CameraSettings, CardReaderSettings, ChipReaderSettings, Devices, PrinterSettings
from devices.errors import Action, DeviceError
from devices.printer import Paper, PrinterStatus, Receipt, ReceiptPrinter, Step
from devices.printer.roll import Roll
from devices.simulators.process import simulated
from kiosk.cli.doctor import document, said, table
from provisioning import lab, selftest
from provisioning.checks import (
    Bench,
    Result,
    asking,
    belonging,
    hardware,
    machine,
    network,
    printers,
    readers,
)
from provisioning.terminal import Terminal
from tests.provisioning.conftest import Authority, Platform
from tests.provisioning.test_terminal import RECIPIENT


def _in_words(result: Result) -> Result:
    """Every result can be said."""
    for language in ("zh-Hans", "en"):
        assert said(result, language)
    return result


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A laboratory terminal."""
    lab.make(tmp_path / "identity", "http://127.0.0.1:9", (RECIPIENT,))
    return selftest.bench(tmp_path)


@contextmanager
def _platform(status: int, date: str) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response_only(status)
            if date:
                self.send_header("Date", date)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so by http.server
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _at(bench: Bench, url: str) -> Bench:
    assert bench.terminal
    platform = replace_platform(bench.terminal, url)
    return replace(bench, terminal=platform)


def replace_platform(terminal: Terminal, url: str) -> Terminal:
    settings = terminal.settings
    moved = settings.model_copy(update={"platform": settings.platform.model_copy(update={"url": url})})
    return replace(terminal, settings=moved)


def test_a_blank_machine_is_checked_without_stumbling(tmp_path: Path) -> None:
    results = [_in_words(result) for result in selftest.run(tmp_path / "nothing" / "here")]
    unknown = [result.check for result in results if result.found == "unknown"]
    assert unknown == ["release", "catalogue", "site", "platform", "device"]
    assert "kiosk provision enrol" in table(tuple(results))
    assert document(tuple(results))["ok"] is False


def test_wrong_local_settings_are_the_finding(tmp_path: Path, bench: Bench) -> None:
    (tmp_path / "settings.json").write_text('{"timers": {"form": 1}}')
    result = _in_words(belonging.identity(selftest.bench(bench.home)))
    assert (result.ok, result.found) == (False, "settings")
    assert "timers.form" in said(result, "en")


@pytest.mark.parametrize(
    ("days", "found", "ok"),
    [(1, "enrolled", True), (80, "ending", False), (91, "expired", False), (-1, "early", False)],
)
def test_a_certificate_has_its_time(enrolled: Terminal, days: int, found: str, *, ok: bool) -> None:
    issued = x509.load_pem_x509_certificate(enrolled.identity.certificate.encode())
    at = issued.not_valid_before_utc + timedelta(days=days)
    result = _in_words(belonging._certificate(enrolled.identity, at))
    assert (result.ok, result.found) == (ok, found)
    assert belonging.identity(Bench(enrolled.home, enrolled)).found == "enrolled"


def test_a_laboratory_is_well(bench: Bench) -> None:
    checks = (belonging.identity, belonging.release, belonging.site)
    found = [_in_words(check(bench)) for check in checks]
    assert [result.found for result in found] == ["laboratory"] * 3
    assert all(result.ok for result in found)
    assert _in_words(belonging.catalogue(bench)).values["items"]


def test_a_release_and_its_alarm(platform: Platform, enrolled: Terminal) -> None:
    bench = Bench(enrolled.home, enrolled)
    assert _in_words(belonging.release(bench)) == Result(
        "release", ok=True, found="active", values={"number": 2}
    )
    assert _in_words(belonging.catalogue(bench)).found == "none"
    (platform.directory / "releases" / "metadata" / "timestamp.json").unlink()
    with enrolled.identity.session() as session:
        enrolled.releases.follow(session, f"{platform.url}/releases", "GZ-T1")
    result = _in_words(belonging.release(bench))
    assert (result.ok, result.found) == (False, "alarm")
    enrolled.releases.directory.joinpath("activated.json").unlink()
    assert _in_words(belonging.release(bench)).found == "none"


@pytest.mark.parametrize(
    ("status", "hours", "found"),
    [
        (200, 0, [("reachable", True), ("right", True)]),
        (503, 0, [("trouble", False), ("right", True)]),
        (200, 3, [("reachable", True), ("wrong", False)]),
        (200, None, [("reachable", True), ("unknown", True)]),
    ],
)
def test_the_way_to_the_platform(
    bench: Bench, status: int, hours: int | None, found: list[tuple[str, bool]]
) -> None:
    now = datetime.now(UTC) + timedelta(hours=hours or 0)
    date = f"{now:%a, %d %b %Y %H:%M:%S} GMT" if hours is not None else ""
    with _platform(status, date) as url:
        results = network.platform(_at(bench, url))
    assert [(_in_words(result).found, result.ok) for result in results] == found


def test_a_platform_that_is_silent(bench: Bench) -> None:
    (result,) = network.platform(bench)
    assert _in_words(result).found == "silent"


def test_a_platform_that_is_somebody_else(platform: Platform, enrolled: Terminal, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(Authority("Somebody").certificate.public_bytes(Encoding.PEM))
    suspicious = replace(enrolled, identity=replace(enrolled.identity, ca_file=stranger))
    (result,) = network.platform(Bench(enrolled.home, replace_platform(suspicious, platform.url)))
    assert _in_words(result).found == "untrusted"


def test_the_machine_below(tmp_path: Path) -> None:
    assert _in_words(machine._room(400_000_000)).found == "full"
    assert _in_words(machine._room(600_000_000)).found == "enough"
    assert _in_words(machine.fonts([tmp_path])).found == "missing"
    (tmp_path / "NotoSansCJK-Regular.ttc").touch()
    assert _in_words(machine.fonts([tmp_path])).ok
    assert _in_words(machine.pinyin("libnone.so.1")).found == "missing"
    assert _in_words(machine.pinyin("libc.so.6", tmp_path / "none")).found == "missing"
    assert _in_words(machine.pinyin("libc.so.6", tmp_path)).ok
    assert _in_words(machine.touch("libc.so.6")).ok
    assert _in_words(machine.touch("libnone.so.1")).found == "missing"


def test_whether_the_camera_reads_travel_documents_is_told_where_these_sign_in(tmp_path: Path) -> None:
    reading = Devices(chip_reader=ChipReaderSettings(csca="csca"), camera=CameraSettings(source="0"))
    (ready,) = readers.document_lines(reading)
    assert _in_words(ready).ok
    (missing,) = readers.document_lines(reading, tmp_path / "none.otf")
    assert "apt-get install fonts-ocr-b" in said(_in_words(missing), "zh-Hans")
    assert readers.document_lines(Devices(camera=CameraSettings(source="0"))) == ()


def _asked(bench: Bench, chosen: Devices) -> dict[str, Result]:
    assert bench.terminal
    terminal = replace(
        bench.terminal, settings=bench.terminal.settings.model_copy(update={"devices": chosen})
    )
    results = hardware.devices(replace(bench, terminal=terminal))
    return {str(_in_words(result).values["device"]): result for result in results}


def test_devices_that_are_not_configured_are_none(bench: Bench) -> None:
    assert {result.found for result in _asked(bench, Devices()).values()} == {"absent"}


def test_devices_that_are_not_there_name_the_action(bench: Bench, tmp_path: Path) -> None:
    chosen = Devices(
        card_reader=CardReaderSettings(port=str(tmp_path / "tty")),
        printer=PrinterSettings(address="127.0.0.1:1"),
        camera=CameraSettings(source=str(tmp_path / "none.jpg")),
    )
    for result in _asked(bench, chosen).values():
        if result.found == "absent":
            continue
        assert not result.ok
        assert result.values["code"]
        assert result.values["message"]


def test_a_driver_that_cannot_be_loaded_is_a_finding() -> None:
    def ask() -> Result:
        raise ImportError("libGL.so.1: cannot open shared object file")

    result = _in_words(asking.asked("camera", ask))
    assert (result.ok, result.found) == (False, "library")
    assert "libGL" in said(result, "en")


def test_an_unknown_driver_is_a_matter_of_settings(bench: Bench) -> None:
    found = _asked(bench, Devices(card_reader=CardReaderSettings(driver="x", port="y")))
    assert found["card-reader"].found == "configuration"


def test_a_card_reader_that_works(bench: Bench, tmp_path: Path) -> None:
    with simulated("sdt-reader", "--link", str(tmp_path / "tty"), "--control", str(tmp_path / "c")) as reader:
        found = _asked(bench, Devices(card_reader=CardReaderSettings(port=reader.port)))
    assert found["card-reader"].found == "works"


def test_a_camera_that_works(bench: Bench, tmp_path: Path) -> None:
    Image.effect_noise((2048, 1536), 80).convert("RGB").save(tmp_path / "frame.jpg")
    found = _asked(bench, Devices(camera=CameraSettings(source=str(tmp_path / "frame.jpg"))))
    assert found["camera"].found == "works"
    assert "2048×1536" in said(found["camera"], "en")


@pytest.mark.parametrize("training", [True, False])
def test_a_camera_that_is_too_coarse_for_papers(tmp_path: Path, *, training: bool) -> None:
    Image.effect_noise((1920, 1080), 80).convert("RGB").save(tmp_path / "frame.jpg")
    chosen = Devices(camera=CameraSettings(source=str(tmp_path / "frame.jpg")))
    camera = _in_words(hardware._camera(chosen, training=training))
    assert (camera.ok, camera.found) == (training, "coarse")
    assert "1536" in said(camera, "zh-Hans")


class Told(ReceiptPrinter):
    """A printer that says what it is told to say."""

    def __init__(self, status: PrinterStatus) -> None:
        self._told = status

    def _open(self) -> None: ...

    def _close(self) -> None: ...

    def _status(self) -> PrinterStatus:
        return self._told

    def _print(self, receipt: Receipt, tell: Callable[[Step], None]) -> None: ...


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (PrinterStatus(online=True, cover_open=False, paper=Paper.PLENTY), "works"),
        (PrinterStatus(online=True, cover_open=False, paper=Paper.LOW), "paper-low"),
        (PrinterStatus(online=False, cover_open=True, paper=Paper.PLENTY, code="COVER_OPEN"), "refuses"),
    ],
)
def test_a_printer_says_how_it_is(status: PrinterStatus, found: str) -> None:
    result = _in_words(printers.said(Told(status), "escpos-tcp"))
    assert (result.found, result.ok) == (found, found == "works")


@pytest.mark.parametrize(
    ("receipts", "count", "found"), [(100, 100, "left"), (180, 20, "few"), (199, 16, "few")]
)
def test_how_many_receipts_the_roll_still_gives(receipts: int, count: int, found: str) -> None:
    result = _in_words(printers.left(Roll(printed=receipts * 250.0, receipts=receipts)))
    assert (result.values["count"], result.found, result.ok) == (count, found, found == "left")


def test_every_action_of_a_device_has_its_words() -> None:
    for action in Action:
        error = DeviceError("CODE", "Do this.")
        error.action = action

        def ask(error: DeviceError = error) -> Result:
            raise error

        assert "Do this." in said(_in_words(asking.asked("printer", ask)), "en")
