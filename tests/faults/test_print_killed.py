"""Print truth: a terminal killed between any two steps of printing neither claims a paper nor prints one twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from devices.simulators.process import Simulated, simulated
from provisioning.identity import new_key, private_pem

LIMIT = 50.0
#: What the journal says after a death at a step, and how many papers can lie there then.
TRUTH = {
    "queued": ("failed", {0}),
    "sending": ("failed", {0}),
    "sent": ("unknown", {0}),
    "taken": ("unknown", {0, 1}),
    "printing": ("unknown", {0, 1}),
    "proved": ("unknown", {1}),
    "printed": ("printed", {1}),
}


@pytest.fixture(scope="module")
def a_printer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    control = tmp_path_factory.mktemp("control") / "c"
    with simulated("escpos-printer", "--control", str(control)) as printer:
        yield printer


@pytest.fixture
def printer(a_printer: Simulated) -> Simulated:
    a_printer.tell("reset")
    return a_printer


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "key.pem").write_bytes(private_pem(new_key()))
    (tmp_path / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
    return tmp_path


def terminal(home: Path, printer: Simulated, *what: str) -> "subprocess.Popen[str]":
    command = (sys.executable, "-m", "tests.faults.printing_worker", str(home), printer.port, *what)
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def said(home: Path, printer: Simulated, *what: str) -> list[str]:
    with terminal(home, printer, *what) as process:
        out, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    return out.split("\n")[:-1]


def papers(printer: Simulated) -> int:
    count = printer.tell("look")["receipts"]
    assert isinstance(count, int)
    return count


def text(printer: Simulated) -> str:
    return "\n".join(printer.tell("picture")["text"])


@pytest.mark.parametrize("step", TRUTH)
def test_killed_at_a_step_the_journal_says_what_is_known(home: Path, printer: Simulated, step: str) -> None:
    with terminal(home, printer, "kill", step) as process:
        assert process.wait(LIMIT) == -signal.SIGKILL
    state, possible = TRUTH[step]
    before = papers(printer)
    assert before in possible
    if state == "failed":
        assert said(home, printer, "print") == [state, "printed"]
        assert (papers(printer), "COPY" in text(printer)) == (1, False)
        return
    assert said(home, printer, "print") == [state, "failed PRINTED_BEFORE"]
    assert papers(printer) == before  # never twice unasked
    assert said(home, printer, "print", "copy") == [state, "printed"]
    assert papers(printer) == before + 1
    assert "补打 COPY" in text(printer)


def test_killed_while_the_paper_comes_out_nobody_claims_it(home: Path, printer: Simulated) -> None:
    printer.tell("fault", kind="slow", seconds=0.3)
    with terminal(home, printer, "kill", "never") as process:
        until = time.monotonic() + LIMIT
        while not printer.tell("look")["hanging"]:
            assert time.monotonic() < until
        os.kill(process.pid, signal.SIGKILL)
    printer.tell("mend")  # the rest comes out at once
    assert said(home, printer, "print") == ["unknown", "failed PRINTED_BEFORE"]
    assert papers(printer) <= 1
    assert said(home, printer, "print", "copy") == ["unknown", "printed"]
    assert "补打 COPY" in text(printer)
