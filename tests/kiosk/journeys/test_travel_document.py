"""Signing in with a passport: laid, opened with what is printed on it, read, confirmed."""

from dataclasses import replace
from typing import Any

import pytest

from config.settings import Settings
from devices.card_reader.mrz import DocumentKey
from kiosk.commands.cards import ExpectDocument, ReadDocumentKey
from kiosk.commands.pictures import CloseCamera, OpenCamera
from kiosk.commands.scanning import OpenScanner
from kiosk.events.cards import (
    CardFailed,
    CardLifted,
    CardPresented,
    CardReading,
    DocumentKeyRead,
    DocumentKeyUnread,
)
from kiosk.events.scanning import CodeScanned
from kiosk.events.world import DeviceChanged, DeviceClass, TimedOut
from kiosk.journeys import start
from kiosk.journeys.exploring.specimens import DOCUMENT_HOLDER
from screens.views.card import PresentCard
from screens.views.inputs import Edited, Touched
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, SETTINGS, TODAY, Terminal

ZONE = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
KEY = DocumentKey("L898902C3", "740812", "120415")
TYPED = ("l898902c3", "1974-08-12", "2012-04-15")
NEEDED = CardFailed("MRZ_NEEDED", "ask_resident")
MISMATCH = CardFailed("MRZ_MISMATCH", "ask_resident")


def verifying(csca: str = "/etc/kiosk/csca") -> Settings:
    readers = {"chip_reader": {"driver": "pcsc", "port": "first", "csca": csca}}
    return Settings.model_validate({**SETTINGS.model_dump(), "devices": readers})


def at_reader(code: str = "MZ-004", csca: str = "/etc/kiosk/csca") -> Terminal:
    terminal = Terminal(start(verifying(csca), CATALOGUE, TODAY, "GZ044"))
    terminal.post(
        *(DeviceChanged(one, working=True) for one in (DeviceClass.CHIP_READER, DeviceClass.SCANNER))
    )
    terminal.open(code)
    Resident(terminal).walk("card.waiting")
    return terminal


def typed(terminal: Terminal, *texts: str) -> Terminal:
    for text in texts:
        terminal.post(Edited(text)).touch("next")
    return terminal


def shown(terminal: Terminal) -> Any:
    return terminal.view


def ways(terminal: Terminal) -> list[str]:
    page = terminal.view
    assert isinstance(page, PresentCard)
    return [way.label for way in page.ways]


def test_a_passport_signs_in_once_its_number_and_dates_were_typed() -> None:
    terminal = at_reader()
    assert "护照或通行证" in ways(terminal)
    assert terminal.post(CardReading(), NEEDED, CardLifted()).page == "card.key.number"
    assert typed(terminal, *TYPED[:1]).page == "card.key.birth"
    assert typed(terminal, *TYPED[1:]).page == "card.waiting"
    assert [command.document for command in terminal.commanded(ExpectDocument)] == [KEY]
    assert shown(terminal).lines == ("请把证件平放在芯片读卡器上",)
    terminal.post(CardReading(), CardPresented(DOCUMENT_HOLDER), CardLifted())
    assert terminal.page == "card.confirm"
    assert "ANNA" not in str(shown(terminal).groups)
    terminal.touch("yes")
    assert terminal.state.session.card == DOCUMENT_HOLDER


def test_what_was_typed_wrong_is_there_again_to_be_mended() -> None:
    terminal = typed(at_reader().post(NEEDED), "L898902C4", *TYPED[1:]).post(CardReading(), MISMATCH)
    assert (terminal.page, shown(terminal).value) == ("card.key.number", "L898902C4")
    assert "没有打开" in shown(terminal).error
    typed(terminal, *TYPED)
    assert terminal.commanded(ExpectDocument)[-1].document == KEY
    assert terminal.touch("without_card").page == "card.none"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("",), "只有字母和数字"),
        (("E1234!",), "只有字母和数字"),
        (("E1", "1974-08"), "完整"),
        (("E1", "2099-01-01"), "晚于今天"),
    ],
)
def test_what_cannot_be_is_said_on_the_page(texts: tuple[str, ...], said: str) -> None:
    terminal = typed(at_reader().post(NEEDED), *texts)
    assert said in shown(terminal).error
    assert not terminal.commanded(ExpectDocument)


def test_back_goes_from_part_to_part() -> None:
    terminal = typed(at_reader().post(NEEDED), *TYPED[:2])
    pages = [terminal.page, *(terminal.touch("back").page for _ in range(3))]
    assert pages == ["card.key.expiry", "card.key.birth", "card.key.number", "card.waiting"]


@pytest.mark.parametrize("laid", [True, False])
def test_a_scanner_that_reads_the_zone_saves_the_typing(laid: bool) -> None:
    terminal = at_reader()
    if laid:
        terminal.post(NEEDED)
    assert terminal.post(CodeScanned(ZONE)).page == "card.waiting"
    assert terminal.commanded(ExpectDocument)[0].document == KEY
    assert terminal.commanded(OpenScanner)
    assert "L898902C3" not in repr(terminal.commands) + repr(terminal.state)


def at_camera(part: int = 0) -> Terminal:
    terminal = typed(at_reader().post(DeviceChanged(DeviceClass.CAMERA, working=True), NEEDED), *TYPED[:part])
    terminal.answer = lambda _: None
    return terminal.touch("camera")


def reading(terminal: Terminal) -> int:
    return terminal.commanded(ReadDocumentKey)[-1].id


def test_the_camera_saves_the_typing() -> None:
    terminal = at_camera()
    assert terminal.page == "card.key.camera"
    assert terminal.commanded(OpenCamera)
    terminal.post(CardLifted(), DocumentKeyRead(reading(terminal), KEY))
    assert terminal.page == "card.waiting"
    assert terminal.commanded(ExpectDocument)[0].document == KEY
    assert terminal.commanded(CloseCamera)
    assert "L898902C3" not in repr(terminal.commands) + repr(terminal.state)


def test_what_the_camera_read_of_another_document_can_be_mended() -> None:
    terminal = at_camera()
    terminal.post(DocumentKeyRead(reading(terminal), KEY), MISMATCH)
    assert (terminal.page, shown(terminal).value) == ("card.key.number", "L898902C3")
    pages = [shown(terminal.touch("next")).value for _ in range(2)]
    assert pages == ["1974-08-12", "2012-04-15"]


def test_a_date_that_is_open_in_part_is_not_made_up() -> None:
    terminal = at_camera()
    terminal.post(DocumentKeyRead(reading(terminal), DocumentKey("E1", "90<<<<", "300101")), MISMATCH)
    assert shown(terminal.touch("next")).value == ""


@pytest.mark.parametrize(
    ("reason", "said"),
    [("no-lines", "没看到"), ("unclear", "看不清"), ("unavailable", "手工输入"), ("stopped", "")],
)
def test_what_the_camera_cannot_read_is_told_and_read_again_or_typed(reason: str, said: str) -> None:
    terminal = at_camera(part=1)
    assert shown(terminal).primary is None
    terminal.post(DocumentKeyUnread(reading(terminal), reason))
    assert said in shown(terminal).error
    assert not terminal.commanded(ExpectDocument)
    first = reading(terminal)
    assert shown(terminal.touch("again")).primary is None
    assert terminal.post(DocumentKeyUnread(first, "unclear")).page == "card.key.camera"
    assert shown(terminal).error == ""
    assert terminal.touch("type").page == "card.key.birth"
    assert terminal.touch("back").touch("camera", "back").page == "card.key.number"
    assert shown(terminal).value == "L898902C3"


def test_a_late_reading_is_not_the_next_ones() -> None:
    terminal = at_camera()
    terminal.post(DocumentKeyRead(reading(terminal) - 1, KEY))
    assert terminal.page == "card.key.camera"


def test_without_a_camera_it_is_typed() -> None:
    terminal = at_camera().post(DeviceChanged(DeviceClass.CAMERA, working=False))
    assert not shown(terminal).camera_ready
    assert "手工输入" in shown(terminal).error
    assert shown(terminal.touch("type")).secondary is None
    assert terminal.post(Touched("camera")).page == "card.key.number"


def test_a_page_over_the_cameras_closes_it_and_it_reads_on_when_asked() -> None:
    terminal = at_camera()
    terminal.post(TimedOut(terminal.state.entered))
    assert terminal.page == "still_there"
    terminal.post(DocumentKeyUnread(reading(terminal), "stopped"))
    terminal.touch("go_on")
    assert (terminal.page, shown(terminal).primary.id) == ("card.key.camera", "again")


def test_another_card_may_be_laid_instead() -> None:
    assert at_reader().post(NEEDED, CardPresented(CARD), CardLifted()).page == "card.confirm"


@pytest.mark.parametrize("authenticity", ["not_checked", "issuer_unknown"])
def test_a_document_that_nobody_verified_is_nobodys(authenticity: str) -> None:
    copied = replace(DOCUMENT_HOLDER, extra={"authenticity": authenticity})
    terminal = at_reader().post(CardPresented(copied))
    assert terminal.page == "card.waiting"
    assert "真伪" in shown(terminal).error


def test_without_certificates_passports_are_no_way_in() -> None:
    terminal = at_reader(csca="")
    assert "护照或通行证" not in ways(terminal)
    assert terminal.post(NEEDED).page == "card.waiting"
    assert "不是身份证" in shown(terminal).error


def test_a_chip_that_opens_otherwise_is_told() -> None:
    terminal = at_reader().post(CardFailed("DOCUMENT_NEEDS_PACE", "ask_resident"))
    assert "打不开" in shown(terminal).error
