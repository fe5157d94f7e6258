"""docs/adding-a-service.md, done: its service is found, finished with and without a network, and refused when it is wrong."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.catalogue import Catalogue
from config.catalogue.load import load_json
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from kiosk.events.world import NetworkChanged
from kiosk.journeys import start
from screens.views.inputs import Edited
from screens.views.outcome import Outcome, OutcomeKind
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, SETTINGS, TODAY, Terminal
from tests.kiosk.receipts.reading import words

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "adding-a-service.md").read_text("utf-8")
SHIPPED = ROOT / "config" / "catalogue" / "demonstration.yaml"
CODE = "JD-001"


def written() -> str:
    """The shipped catalogue with the blocks of the page where the page puts them."""
    text = SHIPPED.read_text("utf-8").rstrip() + "\n"
    blocks = dict(re.findall(r"^```yaml under=(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    assert set(blocks) == {"field_sets", "items"}
    with_set = text.replace("\nfield_sets:\n", "\nfield_sets:\n" + blocks["field_sets"])
    assert with_set != text
    assert re.findall(r"^(\w+):", text, re.MULTILINE)[-1] == "items", "the items are the end of the file"
    return f"{with_set}{blocks['items']}"


def catalogue(command: str, file: Path) -> "subprocess.CompletedProcess[str]":
    line = [sys.executable, "-m", "kiosk", "catalogue", command, str(file)]
    return subprocess.run(line, capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue of the page as terminals get it: checked and published by the commands."""
    file = tmp_path_factory.mktemp("service") / "my.yaml"
    file.write_text(written(), "utf-8")
    checked = catalogue("validate", file)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    return load_json(catalogue("export", file).stdout.encode())


def terminal(mine: Catalogue) -> Terminal:
    return Terminal(start(SETTINGS, mine, TODAY, "GZ044"))


@pytest.mark.parametrize("query", ["jyly", "轮椅"])
def test_it_is_found(mine: Catalogue, query: str) -> None:
    screen = terminal(mine).touch("start", "search").post(Edited(query)).touch(f"item.{CODE}")
    assert screen.view.title == "轮椅借用登记"


@pytest.mark.parametrize("online", [True, False])
def test_it_is_finished(mine: Catalogue, online: bool) -> None:
    screen = terminal(mine).post(NetworkChanged(online)).touch("start", "event.old", f"item.{CODE}")
    page = Resident(screen).walk()
    assert isinstance(page, Outcome)
    assert page.kind is (OutcomeKind.DONE if online else OutcomeKind.SAVED)
    (record,) = screen.commanded(Record)
    document = json.loads(record.payload)
    assert document["form"]["wheelchair_loan"] == {"chair_size": "small", "loan_days": 13}
    assert document["applicant"]["id_number"] == CARD.id_number
    printed = words(screen.commanded(PrintReceipt)[-1].receipt)
    assert ("收件回执" if online else "预收件回执") in printed
    assert "轮椅借用登记" in printed


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    file = tmp_path / "my.yaml"
    file.write_text(written().replace("short_zh: 借用轮椅\n", "short_zh: 借用轮椅七个字\n"), "utf-8")
    refused = catalogue("validate", file)
    (said,) = re.findall(r"^```text said\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert refused.returncode == 1
    assert said.strip() in refused.stdout + refused.stderr


def test_the_page_names_what_there_is(mine: Catalogue) -> None:
    assert {"contact", "applicant", "bank_account", "household"} <= set(mine.field_sets)
    assert len(mine.field_sets) - 1 > 80
