"""The one-time notice: everything at once, printed or not, and the truth about what stands in the way."""

import pytest

from config.catalogue import Item
from config.language import Language
from config.settings import Settings
from kiosk.commands.printing import PrintReceipt
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import AdmissionChanged, DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys import start
from screens.views.frame import Tone
from screens.views.inputs import Touched
from screens.views.reading import Article
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, Terminal, still_to_come, willing


def _guide(code: str, *, online: bool = True) -> Article:
    page = Terminal().open(code, online=online).view
    assert isinstance(page, Article)
    return page


def _guide_in_english(code: str) -> Article:
    page = Terminal().open(code).touch("language").view
    assert isinstance(page, Article)
    return page


def _text(page: Article) -> str:
    return "\n".join(line for paragraph in page.paragraphs for line in (paragraph.heading, *paragraph.lines))


def test_the_guide_tells_everything_once() -> None:
    text = _text(_guide("MZ-001"))
    for said in (
        "人均收入低于当地低保标准",
        "1. 居民身份证（放在读卡器上读取）",
        "2. 居民户口簿（部门可以核验，带了就拍照）",
        "3. 家庭经济状况核对授权书（在本机签名）",
        "4. 家庭成员收入证明（拍照，没有可以写承诺）",
        "疾病诊断证明和费用单据（没有可以不交）",
        "承诺时限：20个工作日",
        "法定时限：30个工作日",
        "公示（7个自然日）",
        "不收费",
        "不用再跑窗口",
        "依据：最低生活保障审核确认办法",
        "未与原文核对，以窗口答复为准",
        "街道公共服务办（民政）",
        "监护人、近亲属",
        "请到北京街道公共服务办，或拨打 12345。",
    ):
        assert said in text


def test_a_fee_is_told_from_the_time_limits() -> None:
    assert "费用：按本市养犬管理规定收取" in _text(_guide("GA-009"))
    assert "费用：" not in _text(_guide("MZ-001"))


def test_one_day_is_one_day_in_english() -> None:
    assert "Promised: 1 working day\n" in _text(_guide_in_english("RS-001"))
    assert "Promised: 20 working days\n" in _text(_guide_in_english("MZ-001"))
    assert "Public notice (7 calendar days)" in _text(_guide_in_english("MZ-001"))


@pytest.mark.parametrize("item", CATALOGUE.items, ids=lambda item: str(item.code))
def test_every_guide_speaks_both_languages_and_leaves_no_blank(item: Item) -> None:
    terminal = Terminal().open(item.code)
    chinese = terminal.view
    english = terminal.touch("language").view
    assert isinstance(chinese, Article)
    assert isinstance(english, Article)
    assert len(chinese.paragraphs) == len(english.paragraphs)
    assert english.title == item.name(Language.ENGLISH)
    for page in (chinese, english):
        assert all(line.strip() for paragraph in page.paragraphs for line in paragraph.lines)


@pytest.mark.parametrize("code", ["MZ-004", "CP-001"])
def test_urgent_numbers_come_first_where_somebody_may_be_in_need(code: str) -> None:
    first = _guide(code).paragraphs[0]
    assert first.tone is Tone.WARNING
    assert all(number in " ".join(first.lines) for number in ("110", "119", "120", "12345"))


def test_a_report_says_what_happens_to_what_is_written() -> None:
    page = _guide("CP-002")
    assert "不用登录" in _text(page)
    assert page.primary
    assert page.primary.label == "开始填写"


def test_nobody_may_act_is_said_with_the_reason() -> None:
    assert "不可以。" in _text(_guide("RS-005"))


def test_without_a_network_a_forbidden_item_says_so_before_anything_is_asked() -> None:
    page = _guide("JY-001", online=False)
    assert page.paragraphs[0].tone is Tone.WARNING
    assert page.paragraphs[0].lines[0].startswith("网络中断，现在不能办。")
    assert "请到北京街道公共服务办" in page.paragraphs[0].lines[0]
    assert page.primary
    assert not page.primary.enabled
    assert page.primary.reason == page.paragraphs[0].lines[0]


def test_a_greyed_start_does_not_start() -> None:
    terminal = Terminal().open("JY-001", online=False).post(Touched("start"))
    assert terminal.page == "guide"
    terminal.post(NetworkChanged(True)).touch("start")
    assert terminal.page == "privacy"


def test_a_broken_reader_is_said_before_the_first_question() -> None:
    terminal = Terminal().open("MZ-010").post(DeviceChanged(DeviceClass.CARD_READER, working=False, code="X"))
    page = terminal.view
    assert isinstance(page, Article)
    assert page.paragraphs[0].lines[0].startswith("读卡器现在不能用")
    assert page.primary
    assert not page.primary.enabled


def test_a_broken_camera_stops_only_what_cannot_do_without_pictures() -> None:
    broken = DeviceChanged(DeviceClass.CAMERA, working=False, code="X")
    for code, possible in (
        ("CL-009", False),
        ("GA-009", False),
        ("MZ-004", True),
        ("CP-001", True),
        ("MZ-005", True),
    ):
        page = Terminal().open(code).post(broken).view
        if page.primary:
            assert page.primary.enabled is possible, code


def test_the_guide_is_printed_once_and_claimed_only_on_proof() -> None:
    terminal = Terminal().open("MZ-004")
    terminal.answer = lambda command: None if isinstance(command, PrintReceipt) else willing(command)
    terminal.touch("print")
    (command,) = terminal.commanded(PrintReceipt)
    assert command.transaction == ""
    assert terminal.view.banners[-1].text == "正在打印指南…"
    assert terminal.view.secondary
    assert not terminal.view.secondary.enabled
    assert terminal.post(Touched("print")).commanded(PrintReceipt) == [command]
    terminal.post(PrintEnded(command.id + 1, Paper.PRINTED))
    assert terminal.view.banners[-1].text == "正在打印指南…"
    terminal.post(PrintEnded(command.id, Paper.PRINTED))
    assert terminal.view.banners[-1].text == "指南已打印，请取走。"
    assert terminal.post(Touched("print")).commanded(PrintReceipt) == [command]


def test_a_guide_that_was_not_printed_can_be_tried_again() -> None:
    terminal = Terminal().open("MZ-004")
    terminal.answer = lambda command: (
        PrintEnded(command.id, Paper.FAILED, "PAPER_OUT")
        if isinstance(command, PrintReceipt)
        else willing(command)
    )
    terminal.touch("print")
    assert terminal.view.banners[-1].text == "指南没有打印：打印机没有纸。请用手机拍下本页。"
    terminal.answer = lambda command: (
        PrintEnded(command.id, Paper.UNKNOWN) if isinstance(command, PrintReceipt) else willing(command)
    )
    terminal.touch("print")
    assert terminal.view.banners[-1].text.startswith("不知道指南有没有打印出来")
    assert terminal.view.secondary
    assert not terminal.view.secondary.enabled


def test_without_a_printer_the_guide_says_how_to_keep_it() -> None:
    terminal = (
        Terminal().open("MZ-004").post(DeviceChanged(DeviceClass.PRINTER, working=False, code="PAPER_OUT"))
    )
    page = terminal.view
    assert isinstance(page, Article)
    assert page.secondary
    assert page.secondary.reason == "打印机现在不能用。请用手机拍下本页。"
    assert "办完后编号显示在屏幕上" in _text(page)


def test_leaving_the_guide_leaves_nothing_of_the_item() -> None:
    terminal = Terminal().open("MZ-004").touch("back")
    assert terminal.page == "shelf.group"
    assert terminal.state.session.item == ""


def test_without_a_window_in_the_settings_the_hotline_is_named() -> None:
    terminal = Terminal(start(Settings(), still_to_come("GA-008"), TODAY, "GZ044")).open("GA-008")
    page = terminal.view
    assert isinstance(page, Article)
    assert "请到街道或社区的服务窗口，或拨打 12345。" in page.paragraphs[0].lines[0]


def test_what_the_catalogue_leaves_out_is_said_in_plain_words_or_not_at_all() -> None:
    item = CATALOGUE.by_code["MZ-010"]
    bare = {
        "fee": item.fee.model_copy(update={"note_zh": "", "note_en": "", "charged": True}),
        "result": item.result.model_copy(update={"delivery": ()}),
        "statutory_limit": item.statutory_limit.model_copy(update={"basis": "", "basis_en": ""}),
        "materials": (),
    }
    items = tuple(one.model_copy(update=bare) if one is item else one for one in CATALOGUE.items)
    catalogue = CATALOGUE.model_copy(update={"items": items})
    vars(catalogue).pop("by_code", None)
    terminal = Terminal(start(SETTINGS, catalogue, TODAY, "GZ044")).open("MZ-010")
    page = terminal.view
    assert isinstance(page, Article)
    text = _text(page)
    assert "要收费" in text
    for word in ("结果：", "依据：", "要准备的材料"):
        assert word not in text


@pytest.mark.parametrize(
    ("admission", "chinese", "english"),
    [
        (AdmissionChanged("queue_full"), "本机等待提交的太多", "Too much waits to be sent"),
        (AdmissionChanged("queue_old"), "本机等待提交的太多", "Too much waits to be sent"),
        (AdmissionChanged("", frozenset({"MZ-001"})), "这一项等待提交的太多", "Too many of these wait"),
    ],
)
def test_what_the_queue_does_not_take_is_said_before_the_form(
    admission: AdmissionChanged, chinese: str, english: str
) -> None:
    terminal = Terminal().open("MZ-001")
    page = terminal.post(admission).view
    assert isinstance(page, Article)
    assert page.primary
    assert not page.primary.enabled
    assert chinese in _text(page)
    assert terminal.post(Touched("start")).page == "guide"
    translated = terminal.touch("language").view
    assert isinstance(translated, Article)
    assert english in _text(translated)
    again = terminal.post(AdmissionChanged()).view
    assert isinstance(again, Article)
    assert again.primary
    assert again.primary.enabled
