"""Other ways to say who one is: a social security card, a code on the phone; and answers that are scanned."""

import json
from dataclasses import replace
from typing import Any

import pytest

from devices.card_reader import Card, CardKind
from kiosk.commands import Command
from kiosk.commands.holder_check import SendCode
from kiosk.commands.persons import FindPerson
from kiosk.commands.scanning import CloseScanner, OpenScanner
from kiosk.commands.sending import Record
from kiosk.events import Event
from kiosk.events.cards import CardLifted, CardPresented
from kiosk.events.persons import PersonFound, PersonNotFound
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys.exploring.happenings import happenings
from kiosk.journeys.sign_in_ways import Way, accepted, ways
from screens.views.card import PresentCard
from screens.views.outcome import OutcomeKind
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, Terminal, willing

SOCIAL = Card(
    CardKind.SOCIAL_SECURITY, card_number="HA1046924", extra={"holder": "platform", "version": "3.00"}
)
OLD_SOCIAL = replace(CARD, kind=CardKind.SOCIAL_SECURITY, card_number="C00000000")


def equipped(**changes: Any) -> Terminal:
    """A terminal with a chip card reader and a scanner."""
    devices = (DeviceClass.CHIP_READER, DeviceClass.SCANNER)
    return Terminal(**changes).post(*(DeviceChanged(device, working=True) for device in devices))


def at_reader(code: str = "MZ-004", **changes: Any) -> Terminal:
    terminal = equipped(**changes).open(code)
    Resident(terminal).walk("card.waiting")
    return terminal


def shown(terminal: Terminal) -> list[str]:
    page = terminal.view
    assert isinstance(page, PresentCard)
    return [way.label for way in page.ways]


def error(terminal: Terminal) -> str:
    return str(getattr(terminal.view, "error", ""))


def saying(reason: str) -> Any:
    def answer(command: Command) -> Event | None:
        return PersonNotFound(command.id, reason) if isinstance(command, FindPerson) else willing(command)

    return answer


def test_the_level_of_an_item_says_which_ways_it_accepts() -> None:
    levels = {item.sign_in: accepted(item) for item in CATALOGUE.items}
    assert levels["L0"] == ()
    assert levels["L1"] == levels["L2"] == tuple(Way)
    assert Way.SOCIAL_CARD not in levels["L3"]


def test_only_what_works_here_now_is_shown() -> None:
    terminal = at_reader()
    assert shown(terminal) == ["身份证", "社保卡", "手机码"]
    assert terminal.view.title == "请表明身份"
    terminal.post(NetworkChanged(False))
    assert shown(terminal) == ["身份证", "社保卡"]
    terminal.post(NetworkChanged(True), DeviceChanged(DeviceClass.CARD_READER, working=False, code="GONE"))
    assert shown(terminal) == ["社保卡", "手机码"]
    assert not error(terminal)
    assert Terminal().state.outside.works(DeviceClass.SCANNER) is False


def test_without_a_card_reader_a_phone_is_enough_to_begin() -> None:
    terminal = (
        equipped().post(DeviceChanged(DeviceClass.CARD_READER, working=False, code="GONE")).open("MZ-004")
    )
    assert ways(terminal.state.outside, terminal.state.item) == (Way.SOCIAL_CARD, Way.APP_CODE)
    assert terminal.view.primary
    assert terminal.view.primary.enabled


@pytest.mark.parametrize("code", ["MZ-004", "MZ-001"])
def test_a_phones_code_signs_in_and_checks_the_holder(code: str) -> None:
    terminal = at_reader(code).post(CodeScanned("a.b.c"))
    assert terminal.page == "card.confirm"
    resident = Resident(terminal)
    assert getattr(resident.walk(), "kind", None) is OutcomeKind.DONE
    assert terminal.commanded(FindPerson)[0].code == "a.b.c"
    assert not terminal.commanded(SendCode), "their phone has said that it is they"
    said = json.loads(terminal.commanded(Record)[0].payload)
    assert said["applicant"]["id_number"] == CARD.id_number
    if code == "MZ-001":
        assert said["holder_check"] == {"outcome": "verified", "id": "check-app"}


def test_a_social_card_that_does_not_say_it_is_looked_up() -> None:
    terminal = at_reader(answer=_of_card).post(CardPresented(SOCIAL))
    assert terminal.page == "card.lift"
    assert terminal.post(CardLifted()).page == "card.confirm"
    assert terminal.commanded(FindPerson)[0].card_number == SOCIAL.card_number
    Resident(terminal).walk()
    said = json.loads(terminal.commanded(Record)[0].payload)
    assert said["applicant"]["card"] == "social_security"


def _of_card(command: Command) -> Event | None:
    match command:
        case FindPerson(number):
            return PersonFound(number, OLD_SOCIAL)
        case _:
            return willing(command)


def test_a_social_card_that_says_it_needs_nobody() -> None:
    terminal = at_reader().post(NetworkChanged(False), CardPresented(OLD_SOCIAL), CardLifted())
    assert terminal.page == "card.confirm"
    assert not terminal.commanded(FindPerson)


@pytest.mark.parametrize(
    ("reason", "said"),
    [("offline", "没有答复"), ("over", "过期"), ("unknown", "没有查到"), ("refused", "不是身份码")],
)
def test_whoever_is_not_found_is_told_what_else_to_do(reason: str, said: str) -> None:
    terminal = at_reader(answer=saying(reason)).post(CodeScanned("x"))
    assert terminal.page == "card.waiting"
    assert said in error(terminal)
    assert terminal.post(CardPresented(CARD), CardLifted()).page == "card.confirm"


def test_time_over_while_somebody_is_looked_up() -> None:
    terminal = at_reader(answer=lambda command: None if isinstance(command, FindPerson) else willing(command))
    assert terminal.post(CodeScanned("x")).page == "card.finding"
    assert len(happenings(terminal.state)) == 4
    assert "没有答复" in error(terminal.wait())


def test_a_code_that_pays_is_never_taken() -> None:
    terminal = at_reader().post(CodeUnusable("payment"))
    assert "付款码" in error(terminal)
    assert not terminal.commanded(FindPerson)


def test_the_holder_is_checked_by_their_phone_instead_of_a_message() -> None:
    terminal = at_reader("PY-012")
    Resident(terminal).walk("code.offer")
    assert "或者用手机码" in [one.heading for one in getattr(terminal.view, "paragraphs", ())]
    assert terminal.post(CodeScanned("a.b.c")).page == "lookup.found"
    assert not terminal.commanded(SendCode)


@pytest.mark.parametrize(
    "found", [PersonFound(0, replace(CARD, id_number="440102194501010011"), "c"), PersonFound(0, CARD)]
)
def test_only_the_card_holders_own_phone_counts(found: PersonFound) -> None:
    terminal = at_reader("PY-012")
    Resident(terminal).walk("code.offer")
    terminal.answer = lambda command: (
        replace(found, command=command.id) if isinstance(command, FindPerson) else willing(command)
    )
    assert terminal.post(CodeScanned("a.b.c")).page == "code.stuck"
    assert "手机码没有核对成功" in terminal.view.title
    assert terminal.state.session.holder is None


def test_the_scanner_listens_only_where_a_code_is_asked_for() -> None:
    terminal = at_reader()
    assert (len(terminal.commanded(OpenScanner)), len(terminal.commanded(CloseScanner))) == (1, 0)
    terminal.post(CardPresented(CARD), CardLifted())
    assert len(terminal.commanded(CloseScanner)) == 1
    assert "a.b" not in repr(CodeScanned("a.b"))


def test_an_account_can_be_scanned_instead_of_typed() -> None:
    terminal = equipped().open("PY-007").touch("start")
    Resident(terminal).walk("question.account_no")
    assert "对准扫码口" in terminal.view.lead
    terminal.post(CodeScanned("44010126000000000017"))
    assert getattr(terminal.view, "value", "") == "44010126000000000017"
    assert terminal.touch("next").page != "question.account_no"


def test_a_licences_code_gives_its_number() -> None:
    terminal = equipped().open("RS-014")
    Resident(terminal).walk("question.biz_uscc")
    terminal.post(CodeScanned("https://example.org/l?uscc=91440101000000003U&v=1"))
    assert getattr(terminal.view, "value", "") == "91440101000000003U"
