"""What every printer of documents owes: straight over IPP, and through CUPS' real scheduler. Never a hang, never a lie."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.document_printer import DocumentPrinter, status_error
from devices.document_printer.ipp import IppPrinter
from devices.document_printer.ipptool import groups
from devices.document_printer.reasons import JobState
from devices.errors import Action, ConfigurationError, DeviceError, MediaError, StaffError
from devices.printer import Paper, Step
from devices.simulators.process import Simulated
from tests.devices.document_printer.scheduler import Scheduler, scheduler

LIMIT = 30.0
PATIENCE = 3.0  # CUPS takes a second to say that it is connected
FAULTS = {
    "media_empty": "PAPER_OUT",
    "door_open": "COVER_OPEN",
    "jam": "PAPER_JAM",
    "toner_empty": "TONER_OUT",
}


def pdf(text: str = "Specimen") -> bytes:
    """One A4 page, as small as it can be."""
    content = f"BT /F1 12 Tf 72 770 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            table,
            len(out),
        )
    )


@pytest.fixture(scope="module")
def simulated(start: Callable[..., Simulated]) -> Simulated:
    return start("ipp-printer")


@pytest.fixture(scope="module")
def cups() -> Iterator[Scheduler]:
    with scheduler() as running:
        yield running


@pytest.fixture(scope="module", params=["direct", "cups"])
def address(request: pytest.FixtureRequest, simulated: Simulated, cups: Scheduler) -> str:
    uri = str(simulated.where["uri"])
    return uri if request.param == "direct" else cups.add("a4", uri)


@pytest.fixture
def machine(simulated: Simulated) -> Simulated:
    simulated.tell("reset")
    return simulated


@pytest.fixture
def printer(machine: Simulated, address: str) -> Iterator[DocumentPrinter]:  # noqa: ARG001  # it must run
    with IppPrinter(address, patience=PATIENCE) as device:
        yield device


def attempt(printer: DocumentPrinter, tell: Callable[[Step], None] = lambda _: None) -> DeviceError | None:
    began, failure = time.monotonic(), None
    try:
        printer.print(pdf(), tell)
    except DeviceError as error:
        failure = error
    assert time.monotonic() - began < LIMIT
    assert failure is None or len(failure.message) > 20
    return failure


def until(holds: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < limit
        time.sleep(0.02)


@pytest.mark.commands("status")
def test_a_printer_with_nothing_wrong(printer: DocumentPrinter) -> None:
    status = printer.status()
    assert (status.code, status.paper) == ("OK", Paper.PLENTY)
    assert status_error(status.code) is None


@pytest.mark.commands("print")
def test_a_document_comes_out_once(printer: DocumentPrinter, machine: Simulated) -> None:
    told: list[Step] = []
    assert attempt(printer, told.append) is None
    assert told == [Step.SENDING, Step.TAKEN]
    assert machine.tell("look")["papers"] == 1


@pytest.mark.commands("print")
def test_documents_one_after_the_other(printer: DocumentPrinter, machine: Simulated) -> None:
    for count in range(1, 4):
        assert attempt(printer) is None
        assert machine.tell("look")["papers"] == count


@pytest.mark.commands("status", "print")
@pytest.mark.parametrize("kind", FAULTS)
def test_nothing_is_sent_to_a_printer_that_cannot_print(
    printer: DocumentPrinter, machine: Simulated, kind: str
) -> None:
    machine.tell("fault", kind=kind)
    until(lambda: printer.status().code == FAULTS[kind])
    error = attempt(printer)
    assert isinstance(error, MediaError)
    assert error.code == FAULTS[kind]
    assert (printer.status().paper is Paper.OUT) == (kind == "media_empty")
    assert machine.tell("look")["begun"] == 0
    machine.tell("mend")
    until(lambda: printer.status().code == "OK")


@pytest.mark.commands("print")
@pytest.mark.parametrize("kind", ["media_empty", "jam"])
def test_a_document_that_stops_is_never_claimed(
    printer: DocumentPrinter, machine: Simulated, kind: str
) -> None:
    machine.tell("fault", kind="slow")

    def tell(step: Step) -> None:
        if step is Step.TAKEN:
            until(lambda: machine.tell("look")["begun"] == 1)
            machine.tell("fault", kind=kind)

    error = attempt(printer, tell)
    assert isinstance(error, MediaError)
    assert error.code == "PRINT_INCOMPLETE"
    assert status_error(FAULTS[kind]).message in error.message  # type: ignore[union-attr]  # there is one
    assert machine.tell("look")["papers"] == 0


@pytest.mark.commands("print")
def test_a_problem_that_is_mended_in_time_is_waited_for(printer: DocumentPrinter, machine: Simulated) -> None:
    machine.tell("fault", kind="slow")

    def tell(step: Step) -> None:
        if step is Step.TAKEN:
            until(lambda: machine.tell("look")["begun"] == 1)
            machine.tell("mend")

    assert attempt(printer, tell) is None
    assert machine.tell("look")["papers"] == 1


@pytest.mark.commands("print")
def test_a_job_that_is_given_up_is_not_claimed_and_not_printed_again(
    printer: DocumentPrinter, machine: Simulated
) -> None:
    machine.tell("fault", kind="aborted")
    error = attempt(printer)
    assert isinstance(error, StaffError)
    assert error.code == "PRINT_ABORTED"
    machine.tell("mend")
    assert attempt(printer) is None
    look = machine.tell("look")
    assert (look["papers"], look["begun"]) == (1, 2)


@pytest.mark.commands("open", "print")
def test_what_a_queue_calls_completed_is_not_claimed_when_its_printer_gave_it_up(machine: Simulated) -> None:
    with scheduler(lying=True) as cups, IppPrinter(cups.add("liar", str(machine.where["uri"]))) as printer:
        machine.tell("fault", kind="aborted")
        error = attempt(printer)
        assert error is not None
        assert error.code == "PRINT_ABORTED"
        assert queue_says(cups.queue("liar")) == {JobState.COMPLETED}
        machine.tell("mend")
        assert attempt(printer) is None
    look = machine.tell("look")
    assert (look["papers"], look["begun"]) == (1, 2)


def queue_says(address: str) -> set[JobState]:
    asked = "ATTR keyword which-jobs completed\n ATTR keyword requested-attributes job-state"
    jobs = groups(address, "Get-Jobs", asked, LIMIT)[1:]
    return {JobState(job["job-state"]) for job in jobs}


@pytest.mark.commands("print")
def test_what_the_printer_has_never_heard_of_is_unknown(cups: Scheduler, machine: Simulated) -> None:
    with IppPrinter(cups.add_raw("void", "file:///dev/null"), printer=str(machine.where["uri"])) as printer:
        error = attempt(printer)
    assert error is not None
    assert error.code == "PRINT_UNKNOWN"


@pytest.mark.commands("open")
def test_a_queue_whose_printer_cannot_be_asked_is_refused(cups: Scheduler) -> None:
    with pytest.raises(ConfigurationError, match=r"PRINTER_NOT_ASKABLE: .*ipp://"):
        IppPrinter(cups.add_raw("mute", "file:///dev/null")).open()


@pytest.mark.commands("print")
def test_a_printer_that_vanishes_while_it_prints(address: str, machine: Simulated) -> None:
    machine.tell("fault", kind="slow")

    def tell(step: Step) -> None:
        if step is Step.TAKEN:
            until(lambda: machine.tell("look")["begun"] == 1)
            machine.tell("unplug")

    with IppPrinter(address, longest=5.0) as printer:
        error = attempt(printer, tell)
    assert error is not None
    assert error.code in {"PRINT_UNKNOWN", "PRINT_ABORTED"}
    assert machine.tell("look")["papers"] == 0


@pytest.mark.commands("status", "print")
def test_a_printer_that_is_off(printer: DocumentPrinter, machine: Simulated) -> None:
    machine.tell("unplug")
    error = attempt(printer)
    assert isinstance(error, StaffError)
    assert error.code in {"OFFLINE", "DEVICE_GONE"}
    machine.tell("plug")
    until(lambda: printer.status().code == "OK")
    assert attempt(printer) is None


@pytest.mark.commands("print")
def test_whoever_is_told_may_object(printer: DocumentPrinter, machine: Simulated) -> None:
    def tell(_: Step) -> None:
        raise MediaError("NO", "This is not to be printed, says the one who keeps the journal.")

    error = attempt(printer, tell)
    assert error is not None
    assert error.code == "NO"
    assert machine.tell("look")["begun"] == 0


@pytest.mark.commands("print")
def test_what_is_no_pdf_is_not_claimed(printer: DocumentPrinter, machine: Simulated) -> None:
    with pytest.raises(DeviceError):
        printer.print(b"")
    assert machine.tell("look")["papers"] == 0


@pytest.mark.commands("open", "close", "print")
def test_a_queue_that_is_stopped_or_closed_says_how_it_is_started(
    cups: Scheduler, machine: Simulated
) -> None:
    address = cups.add("stopped", str(machine.where["uri"]))
    with IppPrinter(address) as printer:
        for stop, go, code in (
            ("cupsdisable", "cupsenable", "QUEUE_STOPPED"),
            ("cupsreject", "cupsaccept", "QUEUE_CLOSED"),
        ):
            cups.do(stop, "stopped")
            error = attempt(printer)
            assert isinstance(error, StaffError)
            assert error.code == code
            assert go in error.message
            cups.do(go, "stopped")
        assert attempt(printer) is None


@pytest.mark.commands("open")
def test_a_queue_that_would_print_again_by_itself_is_refused(cups: Scheduler, machine: Simulated) -> None:
    address = cups.add("again", str(machine.where["uri"]), policy="retry-job")
    with pytest.raises(ConfigurationError, match=r"QUEUE_RETRIES: .*abort-job"):
        IppPrinter(address).open()


@pytest.mark.commands("print")
def test_nothing_of_a_document_stays_in_the_spool(cups: Scheduler, machine: Simulated) -> None:
    with IppPrinter(cups.add("spool", str(machine.where["uri"]))) as printer:
        assert attempt(printer) is None
    until(lambda: not list((cups.folder / "spool").glob("d*")))
    assert b"Specimen" not in b"".join(each.read_bytes() for each in cups.folder.rglob("*") if each.is_file())


@pytest.mark.commands("open")
def test_no_such_queue(cups: Scheduler) -> None:
    with pytest.raises(ConfigurationError, match="NO_SUCH_QUEUE"):
        IppPrinter(cups.queue("nowhere")).open()


@pytest.mark.parametrize("address", ["", "a4", "http://localhost/printers/a4", "ipp://localhost"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ConfigurationError, match="NO_SUCH_ADDRESS") as caught:
        IppPrinter(address)
    assert caught.value.action is Action.CONFIGURATION


@pytest.mark.commands("open")
def test_nobody_listens(tmp_path: Path) -> None:
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        IppPrinter("ipp://127.0.0.1:9/ipp/print").open()
    assert subprocess.run(["ipptool", "--version"], capture_output=True, check=False, cwd=tmp_path).stdout


@pytest.mark.commands("open")
def test_ipptool_that_is_not_installed_names_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigurationError, match="apt-get install cups-ipp-utils"):
        IppPrinter("ipp://127.0.0.1:9/ipp/print").open()


@pytest.mark.commands("open", "status")
@pytest.mark.parametrize("kind", FAULTS)
def test_a_printer_that_cannot_print_is_opened_and_says_why(machine: Simulated, kind: str) -> None:
    machine.tell("fault", kind=kind)
    with IppPrinter(str(machine.where["uri"]), patience=PATIENCE) as printer:
        until(lambda: printer.status().code == FAULTS[kind])


@pytest.mark.commands("open", "status")
def test_opening_and_closing_twice(machine: Simulated, address: str) -> None:
    machine.tell("mend")
    printer = IppPrinter(address, patience=PATIENCE)
    for _ in range(2):
        printer.open()
    assert printer.status().code == "OK"
    for _ in range(2):
        printer.close()
