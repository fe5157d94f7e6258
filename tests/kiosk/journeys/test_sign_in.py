"""Signing in: lay the card, lift it, say that it is you; every trouble has its remedy."""

import hashlib
import hmac
from dataclasses import replace
from datetime import date

import pytest

from devices.card_reader import Card, CardKind
from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.events.world import AdmissionChanged, DeviceChanged, DeviceClass, FullResidents
from kiosk.journeys.plan import Stage
from kiosk.journeys.stepping import step
from screens.views.card import CardStage, PresentCard
from screens.views.inputs import Touched
from screens.views.listing import Listing
from screens.views.reading import Article
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, Terminal


@pytest.fixture
def terminal() -> Terminal:
    """A terminal that asks for the card."""
    return Terminal().open("CP-010").touch("start", "consent.basic", "next")


def _stage(terminal: Terminal) -> tuple[CardStage, str, str]:
    page = terminal.view
    assert isinstance(page, PresentCard)
    return page.stage, page.lines[0], page.error


def test_the_three_stages(terminal: Terminal) -> None:
    assert _stage(terminal) == (CardStage.WAITING, "把身份证平放在读卡器上", "")
    assert _stage(terminal.post(CardReading())) == (CardStage.READING, "正在读取，请不要移动", "")
    assert _stage(terminal.post(CardPresented(CARD))) == (CardStage.LIFT, "读好了，请拿回身份证", "")
    assert terminal.post(CardLifted()).page == "card.confirm"


def test_is_this_you_shows_the_holder_masked(terminal: Terminal) -> None:
    page = terminal.post(CardPresented(CARD), CardLifted()).view
    assert isinstance(page, Listing)
    assert [row.value for row in page.groups[0].rows] == ["张*丰", "440104********0023"]
    assert terminal.state.session.card is None
    assert terminal.touch("yes").state.session.card == CARD


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("CARD_READ_FAILED", "没有读出来"),
        ("CARD_LIFTED", "拿得太快了"),
        ("NO_CARD", "拿得太快了"),
        ("WRONG_CARD", "这不是身份证"),
        ("CARD_NOT_GENUINE", "可能损坏"),
        ("CARD_UNKNOWN", "本机不认识这张证"),
    ],
)
def test_a_card_that_fails_says_what_to_do(terminal: Terminal, code: str, said: str) -> None:
    stage, line, error = _stage(terminal.post(CardReading(), CardFailed(code, "ask_resident")))
    assert stage is CardStage.WAITING
    assert line == "请先拿起证件，再放一次"
    assert said in error
    stage, line, error = _stage(terminal.post(CardLifted()))
    assert line == "把身份证平放在读卡器上"
    assert said in error
    assert _stage(terminal.post(CardReading()))[2] == ""


def test_after_three_failures_the_staff_are_named(terminal: Terminal) -> None:
    for _ in range(2):
        terminal.post(CardFailed("CARD_READ_FAILED", "ask_resident"), CardLifted())
    assert "工作人员" not in _stage(terminal)[2]
    terminal.post(CardFailed("CARD_READ_FAILED", "ask_resident"))
    assert _stage(terminal)[2].endswith("多次读不出来，请叫工作人员帮忙。")


def test_a_card_that_is_no_identity_card_signs_nobody_in(terminal: Terminal) -> None:
    terminal.post(CardPresented(Card(CardKind.SOCIAL_SECURITY, name="张三丰")), CardLifted())
    assert "这不是身份证" in _stage(terminal)[2]


@pytest.mark.parametrize("kind", [CardKind.FOREIGN_PERMANENT_RESIDENT, CardKind.HK_MACAU_TAIWAN_RESIDENT])
def test_other_identity_cards_sign_in(terminal: Terminal, kind: CardKind) -> None:
    card = Card(kind, english_name="JOHN SMITH", id_number="911124198108030024")
    page = terminal.post(CardPresented(card), CardLifted()).view
    assert isinstance(page, Listing)
    assert page.groups[0].rows[0].value == "J*** S****"


def test_a_card_that_already_lies_there_must_be_laid_anew() -> None:
    terminal = Terminal().post(CardPresented(CARD))
    terminal.touch("group.community", "item.CP-010", "start", "consent.basic", "next")
    assert _stage(terminal) == (CardStage.WAITING, "请先拿起证件，再放一次", "")
    assert _stage(terminal.post(CardLifted()))[1] == "把身份证平放在读卡器上"


def test_an_expired_card_is_told_of_and_not_refused(terminal: Terminal) -> None:
    terminal.post(CardPresented(replace(CARD, valid_until=date(2026, 11, 24))), CardLifted())
    assert terminal.view.banners[-1].text.startswith("这张证已过有效期")
    assert terminal.touch("yes").page == "for_whom"


def test_a_card_without_an_end_is_not_expired(terminal: Terminal) -> None:
    terminal.post(CardPresented(replace(CARD, valid_until=None, long_term=True)), CardLifted())
    assert not terminal.view.banners


def test_a_reader_that_fails_now_says_so_and_may_come_back(terminal: Terminal) -> None:
    terminal.post(DeviceChanged(DeviceClass.CARD_READER, working=False, code="READER_SILENT"))
    assert "读卡器现在不能用" in _stage(terminal)[2]
    assert _stage(terminal)[1] == "现在先不要放身份证"
    terminal.post(DeviceChanged(DeviceClass.CARD_READER, working=True))
    assert _stage(terminal)[2] == ""


def test_without_a_card_other_ways_are_told(terminal: Terminal) -> None:
    page = terminal.touch("without_card").view
    assert page.page == "card.none"
    assert terminal.post(CardLifted()).page == "card.none"
    assert terminal.touch("back").page == "card.waiting"
    assert terminal.touch("back").page == "privacy"


def test_not_me_forgets_the_card_and_all_that_was_entered_with_it(terminal: Terminal) -> None:
    terminal.post(CardPresented(CARD), CardLifted()).touch("yes")
    Resident(terminal).walk("question.truth")
    while not terminal.page.startswith("card"):
        terminal.touch("back")
    assert terminal.page == "card.confirm"
    terminal.touch("not_me")
    assert terminal.page == "card.waiting"
    session = terminal.state.session
    assert (session.card, session.answers, session.trail) == (None, None, ())
    assert session.consented


def test_going_back_over_the_sign_in_loses_no_answer(terminal: Terminal) -> None:
    terminal.post(CardPresented(CARD), CardLifted()).touch("yes", "for.self")
    Resident(terminal).walk("question.truth")
    answers = terminal.state.session.answers
    while terminal.page != "privacy":
        terminal.touch("back")
    terminal.touch("next")
    assert terminal.page.startswith("question.")
    assert terminal.state.session.answers == answers


def test_back_from_the_question_asks_again_who_it_is(terminal: Terminal) -> None:
    terminal.post(CardPresented(CARD), CardLifted()).touch("yes", "for.self", "back")
    assert terminal.page == "for_whom"
    assert terminal.touch("back").page == "card.confirm"
    assert terminal.post(CardReading()).page == "card.confirm"
    assert terminal.touch("back").page == "privacy"


def test_who_has_too_much_waiting_hears_it_before_the_first_question(terminal: Terminal) -> None:
    terminal.post(_full_for(CARD), CardPresented(CARD), CardLifted()).touch("yes")
    page = terminal.view
    assert isinstance(page, Article)
    assert (page.page, page.title) == ("card.too_many", "您在本机等待提交的太多了")
    assert terminal.state.session.card is None
    english = terminal.touch("language").view
    assert isinstance(english, Article)
    assert english.title == "Too many of yours wait in this machine"
    other = replace(CARD, id_number="440104199001010019")
    assert (
        terminal.touch("back").post(CardPresented(other), CardLifted()).touch("yes").page != "card.too_many"
    )
    assert terminal.state.session.card == other


def test_what_is_only_asked_is_not_held_up_by_what_waits() -> None:
    terminal = Terminal().post(_full_for(CARD)).open("CP-010")
    signed_in = terminal.touch("start", "consent.basic", "next").post(CardPresented(CARD), CardLifted())
    asks = replace(signed_in.state.session, plan=(Stage.SIGN_IN, Stage.LOOKUP))
    state, _ = step(replace(signed_in.state, session=asks), Touched("yes"))
    assert state.session.card == CARD


def _full_for(card: Card) -> AdmissionChanged:
    salt = b"the day's"
    digest = hmac.new(salt, card.id_number.encode(), hashlib.sha256).hexdigest()[:32]
    return AdmissionChanged(residents=FullResidents(salt, frozenset({digest})))
