"""The staff's page: who does not mean to find it does not, who has not the PIN does not get in, and it ends by itself."""

import dataclasses

import pytest

from config.language import Language
from fleet import parking
from kiosk import staff
from kiosk.events.staff import StaffAdmitted, StaffRefused
from kiosk.events.world import AdmissionChanged, DeviceChanged, DeviceClass, NetworkChanged, TimedOut
from kiosk.journeys import deadline
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.exploring.specimens import REPORT
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.staff import is_asked_for
from kiosk.remedies import REMEDIES
from kiosk.staff import ParkedItem
from screens.texts import LANGUAGES, words
from screens.views.inputs import Edited, Touched
from screens.views.listing import Listing, Row, RowState
from tests.kiosk.journeys.terminal import PIN, Terminal
from tests.kiosk.journeys.walker import Walker


def searching(text: str) -> Terminal:
    return Terminal().post(Touched("start"), Touched("search"), Edited(text))


@pytest.fixture
def typing() -> Terminal:
    return searching("#gz044").post(Touched("staff"))


@pytest.fixture
def inside(typing: Terminal) -> Terminal:
    return typing.post(Edited(PIN), Touched("next"))


def rows(terminal: Terminal) -> dict[str, Row]:
    assert isinstance(terminal.view, Listing)
    return {row.label: row for group in terminal.view.groups for row in group.rows}


@pytest.mark.parametrize("text", ["", "#", "#GZ04", "GZ044", "#GZ0444", "staff", "维护", "##GZ044"])
def test_nobody_finds_the_way_in_by_accident(text: str) -> None:
    terminal = searching(text)
    assert "staff" not in touches(terminal.view)
    assert terminal.post(Touched("staff")).page == "search"


def test_without_a_pin_in_the_settings_there_is_no_way_in() -> None:
    terminal = searching("#GZ044")
    assert "staff" in touches(terminal.view)
    settings = terminal.state.outside.settings
    bare = settings.model_copy(update={"staff": type(settings.staff)()})
    outside = dataclasses.replace(terminal.state.outside, settings=bare)
    terminal.state = dataclasses.replace(terminal.state, outside=outside)
    assert "staff" not in touches(terminal.view)
    assert not is_asked_for(terminal.state, "#GZ044")
    assert terminal.post(Touched("staff")).page == "search"


def test_the_pin_is_asked_for_and_never_shown_or_logged(typing: Terminal) -> None:
    assert typing.page == "staff.pin"
    typing.post(Edited(f"{PIN}x"))
    assert typing.view.masked  # type: ignore[union-attr]  # an entry
    assert PIN not in repr(typing.state)
    typing.answer = lambda _: None
    typing.post(Touched("next"))
    assert typing.page == "staff.admitting"
    assert PIN not in repr(typing.commands)
    assert typing.post(StaffRefused(typing.commands[-1].id - 1), Touched("next")).page == "staff.admitting"


def test_a_wrong_pin_says_so_and_a_third_one_how_long_to_wait(typing: Terminal) -> None:
    typing.post(Touched("next"))
    assert typing.page == "staff.pin"  # nothing was typed
    typing.post(Edited("11112222"), Touched("next"))
    assert (typing.page, typing.view.error) == ("staff.pin", "密码不正确。")
    typing.answer = lambda command: StaffRefused(command.id, 30)
    typing.post(Edited("11112223"), Touched("next"))
    assert "30" in typing.view.error
    typing.answer = lambda _: None
    typing.post(Edited("11112224"), Touched("next"))
    typing.post(TimedOut(typing.state.entered))
    assert typing.view.error == "终端没有响应，请重试。"
    assert typing.post(Touched("back")).page == "search"


def test_devices_are_shown_as_they_are_with_the_remedy(inside: Terminal) -> None:
    inside.post(*(DeviceChanged(device, working=True) for device in DeviceClass))
    assert (rows(inside)["回执打印机"].value, rows(inside)["回执打印机"].state) == ("正常", None)
    inside.post(DeviceChanged(DeviceClass.PRINTER, working=False, code="PAPER_OUT"))
    inside.post(DeviceChanged(DeviceClass.CAMERA, working=False, code="SOMETHING_NEW"))
    inside.post(DeviceChanged(DeviceClass.KEYPAD, working=False, code="NOT_CONFIGURED"))
    shown = rows(inside)
    assert (shown["回执打印机"].value, shown["回执打印机"].hint) == ("PAPER_OUT", "装入纸张。")
    assert (shown["高拍仪"].value, shown["高拍仪"].hint) == (
        "SOMETHING_NEW",
        "运行 kiosk doctor 查看处理办法。",
    )
    assert (shown["触感按键"].value, shown["触感按键"].state) == ("未配置", None)


def test_the_queue_is_shown_with_what_was_refused_why_and_whose_task_it_is(inside: Terminal) -> None:
    shown = rows(inside)
    assert shown["待发送"].value == "3 件，最早一件已等 30 分钟"
    assert shown["结果未知，将向平台查询"].value == "1 件"
    refused = shown["P-GZ000-20261125-0001-A"]
    assert (refused.value, refused.hint) == ("MZ-004 · HTTP 422", "负责：终端技术员")
    assert (shown["保存"].value, refused.state) == ("可以保存", RowState.CARE)
    inside.post(AdmissionChanged(closed="queue_full"), NetworkChanged(False))
    shown = rows(inside)
    assert "queue_full" in shown["保存"].value
    assert shown["网络"].hint
    inside.post(Touched("language"))
    assert rows(inside)["P-GZ000-20261125-0001-A"].hint == "Seen to by: Terminal technician"


def test_an_empty_queue_and_a_long_list_say_what_they_are(typing: Terminal) -> None:
    many = dataclasses.replace(
        REPORT, parked_count=9, next_seconds=None, release=None, queue_trouble="damaged"
    )
    typing.answer = lambda command: StaffAdmitted(command.id, many)
    typing.post(Edited(PIN), Touched("next"))
    shown = rows(typing)
    assert "另有 8 件" in shown
    assert shown["下次发送"].value == "没有待发送内容"
    assert "damaged" in shown["保存"].value
    assert "实验室" in shown["软件"].value


def test_it_ends_by_itself_and_leaves_nothing(inside: Terminal) -> None:
    walker = Walker(inside)
    assert deadline(inside.state) is not None
    walker.rest()
    assert isinstance(walker.state.phase, Attract)
    assert inside.post(Touched("back")).page == "home"


def test_the_owner_is_the_one_that_the_platform_s_page_names() -> None:
    names = {staff.OPERATOR: "operator", staff.TECHNICIAN: "technician", staff.MAINTAINER: "maintainer"}
    for status in (400, 403, 404, 409, 410, 413, 415, 422):
        said = words(Language.ENGLISH.value)(f"staff-owner-{names[staff.owner(f'HTTP {status} X')]}")
        assert said == parking.care(status).owner[1]
    assert staff.owner("A sealed part is missing") == staff.TECHNICIAN


def test_every_device_and_every_remedy_has_words() -> None:
    for language in LANGUAGES:
        say = words(language)
        for device in DeviceClass:
            assert say(f"staff-device-{device.value.replace('_', '-')}")
        for code in REMEDIES:
            assert say(f"staff-remedy-{code.lower().replace('_', '-')}")


def test_a_refused_one_is_nobody_s_name() -> None:
    assert {field.name for field in dataclasses.fields(ParkedItem)} == {"reference", "item", "reason"}
