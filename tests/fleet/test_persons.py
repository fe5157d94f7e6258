"""Who shows a code of their phone: checked, once, for a minute, and as good as a one-time code."""

import json
from pathlib import Path
from typing import Any

import pytest

from devices.card_reader import Card, CardKind
from devices.scanner.serial_scanner import SerialScanner
from devices.simulators.process import simulated
from fleet.persons.codes import AppCodes
from fleet.platform import Platform
from fleet.problems import PlatformError
from kiosk.cli import main
from kiosk.commands import Command
from kiosk.commands.holder_check import SendCode
from kiosk.commands.lookups import LookUp
from kiosk.commands.persons import FindPerson
from kiosk.commands.scanning import OpenScanner
from kiosk.events import Event
from kiosk.events.cards import CardLifted, CardPresented
from kiosk.events.scanning import CodeScanned
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from kiosk.runtime.executor import answer
from kiosk.runtime.scanning import ScanDesk
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal, files_below
from tests.kiosk.conftest import Heard
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import Terminal as Screen
from tests.kiosk.journeys.terminal import willing

PERSON, OTHER, CARD_NUMBER = "440102194501010011", "440104198808080023", "HA1046924"


def test_a_code_says_who_it_is_and_that_they_are_the_holder(platform: Platform) -> None:
    code = platform.persons.codes.show(PERSON, platform.now(), "e-social-card")
    found = platform.persons.by_code("T1", code)
    assert (found["name"], found["id_number"], found["birth_date"]) == ("示范甲", PERSON, "1945-01-01")
    assert platform.holder_checks.is_holder("T1", found["holder_check"], PERSON)
    assert not platform.holder_checks.is_holder("T2", found["holder_check"], PERSON)
    assert not platform.holder_checks.is_holder("T1", found["holder_check"], OTHER)


def test_a_code_is_good_once_and_for_a_minute(platform: Platform, clock: Clock) -> None:
    code = platform.persons.codes.show(PERSON, platform.now())
    assert platform.persons.by_code("T1", code)
    with pytest.raises(PlatformError) as used:
        platform.persons.by_code("T1", code)
    late = platform.persons.codes.show(PERSON, platform.now())
    clock.pass_(seconds=70)
    with pytest.raises(PlatformError) as over:
        platform.persons.by_code("T1", late)
    assert used.value.status == over.value.status == 410


@pytest.mark.parametrize("code", ["x", "a.b.c", "https://example.org/", "e" * 2000])
def test_what_is_no_code_says_nobody(platform: Platform, code: str) -> None:
    with pytest.raises(PlatformError) as refused:
        platform.persons.by_code("T1", code)
    assert refused.value.status == 422


def test_another_apps_signature_is_none(platform: Platform) -> None:
    forged = AppCodes.load(AppCodes.new_key()).show(PERSON, platform.now())
    with pytest.raises(PlatformError) as refused:
        platform.persons.by_code("T1", forged)
    assert refused.value.status == 422
    strange = platform.persons.codes.show(PERSON, platform.now(), "another-app")
    with pytest.raises(PlatformError):
        platform.persons.by_code("T1", strange)


def test_a_cards_number_says_whose_it_is_and_no_more(terminal: Terminal) -> None:
    def asked(number: str) -> Any:
        return terminal.post("/v1/persons", {"code": "", "card_number": number})

    assert asked(CARD_NUMBER).json() | {"name": ""} == {
        "name": "",
        "id_number": PERSON,
        "sex": "male",
        "birth_date": "1945-01-01",
        "holder_check": "",
    }
    assert asked("HA0000000").status_code == 404
    assert asked("").status_code == 404


def test_over_the_wire_a_phones_code_is_enough_for_what_is_personal(
    server: Server, terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fleet", "app-code", OTHER, "--home", str(server.home), "--json"]) == 0
    code = json.loads(capsys.readouterr().out)["code"]
    found = terminal.post("/v1/persons", {"code": code, "card_number": ""}).json()
    asked = {"form": {}, "id_number": OTHER, "holder_check": found["holder_check"], "link": ""}
    assert terminal.post("/v1/lookups/PY-012", asked).status_code == 200
    assert terminal.post("/v1/persons", {"code": code, "card_number": ""}).status_code == 410
    assert terminal.post("/v1/persons", {"code": "x", "card_number": ""}).status_code == 422
    for path in files_below(server.home):
        assert code.encode() not in path.read_bytes(), path.name


@pytest.fixture
def client(terminal: Terminal, tmp_path: Path) -> PlatformClient:
    return PlatformClient(terminal.server.url, terminal.identity.session, PublicSheets(tmp_path / "sheets"))


def test_a_phone_held_before_the_scanner_signs_in_at_the_real_platform(
    server: Server, client: PlatformClient, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the bytes of a scanner to what departments hold: real line, real TLS, the app's real signature."""
    main(["fleet", "app-code", OTHER, "--home", str(server.home), "--json"])
    code = json.loads(capsys.readouterr().out)["code"]
    heard = Heard()
    with simulated("scanner", "--control", str(tmp_path / "c")) as scanner:
        desk = ScanDesk(SerialScanner(scanner.port), heard.post)
        screen = Screen(answer=lambda command: _carried_out(client, desk, command))
        desk.thread.start()
        try:
            screen.post(heard.wait_for(DeviceChanged)).open("PY-012")
            Resident(screen).walk("card.waiting")
            scanner.tell("scan", text=code)
            screen.post(heard.wait_for(CodeScanned))
        finally:
            desk.thread.stop(5.0)
    assert screen.page == "card.confirm"
    screen.touch("yes")
    Resident(screen).walk("lookup.found")
    assert not screen.commanded(SendCode)
    assert "公积金账户" in str([group.heading for group in screen.view.groups])  # type: ignore[union-attr]  # a Listing


def test_a_social_card_is_looked_up_at_the_real_platform(client: PlatformClient) -> None:
    screen = Screen(answer=lambda command: _carried_out(client, None, command))
    screen.post(DeviceChanged(DeviceClass.CHIP_READER, working=True)).open("MZ-004")
    Resident(screen).walk("card.waiting")
    card = Card(CardKind.SOCIAL_SECURITY, card_number=CARD_NUMBER, extra={"holder": "platform"})
    assert screen.post(CardPresented(card), CardLifted()).page == "card.confirm"
    found = screen.touch("yes").state.session.card
    assert found
    assert (found.kind, found.id_number, found.card_number) == (CardKind.SOCIAL_SECURITY, PERSON, CARD_NUMBER)


def _carried_out(client: PlatformClient, desk: ScanDesk | None, command: Command) -> Event | None:
    match command:
        case FindPerson() | LookUp():
            return answer(client, command)
        case OpenScanner() if desk:
            desk.open()
            return None
        case _:
            return willing(command)
