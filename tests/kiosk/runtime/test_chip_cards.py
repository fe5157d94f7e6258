"""Chip cards from the real pcscd to the pages: a passport opened with what was typed, a social security card."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.settings import Settings
from devices.card_reader.mrz import parse
from devices.card_reader.pcsc import PcscReader
from devices.simulators.passport import ERIKSSON
from devices.simulators.process import Simulated
from kiosk.commands import Command
from kiosk.commands.cards import ExpectDocument
from kiosk.events import Event
from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys import start
from kiosk.runtime.hardware import CardWatch
from screens.views.inputs import Edited
from tests.kiosk.conftest import Heard
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, Terminal, willing

KEY = parse(ERIKSSON).key
TYPED = ("L898902C3", "1974-08-12", "2012-04-15")
Simulate = Callable[..., Simulated]


@pytest.fixture(scope="module")
def csca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("csca")


@pytest.fixture(scope="module")
def document(pcsc_service: Simulated, simulate: Simulate, csca: Path) -> Simulated:
    return simulate("passport", "--reader", str(pcsc_service.where["reader"]), "--csca", str(csca))


@pytest.fixture
def passport(document: Simulated) -> Simulated:
    document.tell("reset")
    return document


@pytest.fixture
def chips(passport: Simulated, heard: Heard, csca: Path) -> Iterator[CardWatch]:
    watch = CardWatch(PcscReader(csca=csca), heard.post, DeviceClass.CHIP_READER)
    watch.thread.start()
    assert heard.wait_for(DeviceChanged) == DeviceChanged(DeviceClass.CHIP_READER, working=True, code="OK")
    yield watch
    passport.tell("reset")
    watch.thread.stop()


def at_reader(chips: CardWatch, csca: Path) -> Terminal:
    """A terminal whose chip reader is that one, at the page that asks for a card."""

    def answer(command: Command) -> Event | None:
        if isinstance(command, ExpectDocument):
            chips.expect(command.document)
            return None
        return willing(command)

    reader = {"chip_reader": {"driver": "pcsc", "port": "first", "csca": str(csca)}}
    settings = Settings.model_validate({**SETTINGS.model_dump(), "devices": reader})
    terminal = Terminal(start(settings, CATALOGUE, TODAY, "GZ044"), answer)
    terminal.post(DeviceChanged(DeviceClass.CHIP_READER, working=True)).open("MZ-004")
    Resident(terminal).walk("card.waiting")
    return terminal


def typed(terminal: Terminal, *texts: str) -> None:
    for text in texts:
        terminal.post(Edited(text)).touch("next")


def test_a_passport_is_laid_asked_about_opened_and_lifted(
    chips: CardWatch, csca: Path, passport: Simulated, heard: Heard
) -> None:
    terminal = at_reader(chips, csca)
    passport.tell("lay", card="passport")
    terminal.post(heard.wait_for(CardReading), heard.wait_for(CardFailed))
    typed(terminal, "L898902C4", *TYPED[1:])
    terminal.post(heard.wait_for(CardReading), heard.wait_for(CardFailed))
    assert "没有打开" in str(getattr(terminal.view, "error", ""))
    typed(terminal, *TYPED)
    terminal.post(heard.wait_for(CardReading), heard.wait_for(CardPresented))
    assert terminal.page == "card.lift"
    passport.tell("lift")
    assert terminal.post(heard.wait_for(CardLifted)).page == "card.confirm"
    card = terminal.touch("yes").state.session.card
    assert card
    assert (card.name, card.id_number, card.extra["authenticity"]) == (
        "ERIKSSON, ANNA MARIA",
        KEY.number,
        "verified",
    )


def test_a_forged_passport_signs_nobody_in(
    chips: CardWatch, csca: Path, passport: Simulated, heard: Heard
) -> None:
    terminal = at_reader(chips, csca)
    chips.expect(KEY)
    passport.tell("lay", card="forged")
    failed = heard.wait_for(CardFailed)
    assert failed.code == "CARD_NOT_GENUINE"
    assert terminal.post(failed).page == "card.waiting"


def test_a_key_is_forgotten_with_the_session(chips: CardWatch, passport: Simulated, heard: Heard) -> None:
    chips.expect(KEY)
    chips.expect(None)
    passport.tell("lay", card="passport")
    assert heard.wait_for(CardFailed).code == "MRZ_NEEDED"


def test_a_social_card_is_read_and_lifted(
    pcsc_service: Simulated, simulate: Simulate, chips: CardWatch, csca: Path, heard: Heard
) -> None:
    terminal = at_reader(chips, csca)
    card = simulate("social-card", "--reader", str(pcsc_service.where["reader"]))
    card.tell("lay", card="v2")
    terminal.post(heard.wait_for(CardPresented))
    assert terminal.page == "card.lift"
    card.tell("lift")
    assert terminal.post(heard.wait_for(CardLifted)).page == "card.confirm"
