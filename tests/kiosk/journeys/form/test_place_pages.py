"""Regions, addresses, periods, places: questions of several steps, each with its way back."""

from dataclasses import replace

from config.language import Language
from kiosk.journeys.form import Address, Period, Place, begin
from screens.views.entry import Keyboard
from screens.views.inputs import Edited
from tests.kiosk.journeys.form.pages import page
from tests.kiosk.journeys.form.specimens import CARD, SITE, context

HERE = context("MZ-006")
REGION = "address_now.live_region"
DISTRICT, STREET, COMMUNITY = "region:440104000000", "region:440104002000", "region:440104002901"


def test_the_walk_begins_in_the_district_of_the_site() -> None:
    asked = page(HERE, REGION)
    assert asked.labels[:2] == ["洪桥街道", "北京街道"]
    assert asked.labels[-1] == "不在越秀区"
    assert asked.choice.lead == "越秀区。请选街道。"
    assert asked.choice.primary is None


def test_a_walk_down_to_a_community() -> None:
    asked = page(HERE, REGION).do(STREET)
    assert asked.choice.lead == "越秀区 · 北京街道。请选社区。"
    assert "不在越秀区" not in asked.labels
    assert asked.answer(COMMUNITY) == "440104002901"


def test_what_does_not_lie_below_is_no_way() -> None:
    asked = page(HERE, REGION)
    assert asked.do(COMMUNITY, "region:", "next", "skip").draft.regions == ("440104000000",)


def test_another_district() -> None:
    asked = page(HERE, REGION).do("elsewhere")
    assert asked.labels[:2] == ["越秀区", "荔湾区"]
    assert asked.choice.lead == "请选所在的区。"
    assert not asked.back()
    assert asked.do(DISTRICT).choice.lead == "越秀区。请选街道。"


def test_a_district_with_nothing_to_choose_is_the_answer() -> None:
    street = page(HERE, REGION).do("elsewhere").answer("region:440103000000")
    catalogue = HERE.catalogue
    assert street == catalogue.regions[1].children[0].code
    assert page(HERE, REGION).do("elsewhere").answer("region:990000000000") == "990000000000"


def test_back_leads_up_and_then_out() -> None:
    asked = page(HERE, REGION).do(STREET)
    assert asked.back()
    assert asked.choice.lead == "越秀区。请选街道。"
    assert not asked.back()


def test_a_site_outside_of_the_tree_begins_with_all_districts() -> None:
    for site in ("", "110101000000"):
        asked = page(context("MZ-006", region=site), REGION)
        assert asked.labels[:2] == ["越秀区", "荔湾区"]
        asked.do(DISTRICT)
        assert "不在越秀区" not in asked.labels
        assert asked.back()


def test_an_answer_given_before_is_marked_on_the_way() -> None:
    answers = begin(HERE).with_value(REGION, "440104002901")
    asked = page(HERE, REGION, answers)
    assert asked.marked == [COMMUNITY]
    assert asked.answer("next") == "440104002901"
    assert asked.back()
    assert asked.marked == [STREET]
    assert asked.do("next").marked == [COMMUNITY]
    assert asked.answer("region:440104002902") == "440104002902"


def test_an_answer_at_the_top_is_marked_there() -> None:
    asked = page(HERE, REGION, begin(HERE).with_value(REGION, "990000000000")).do("elsewhere")
    assert asked.marked == ["region:990000000000"]


def test_regions_in_english() -> None:
    asked = page(context("MZ-006", language=Language.ENGLISH), REGION)
    assert asked.choice.lead == "Yuexiu District. Choose the street."
    assert asked.labels[-1] == "Not in Yuexiu District"


def test_where_one_lives_is_not_said_aloud() -> None:
    asked = page(HERE, REGION).do(STREET)
    assert asked.choice.speech[1] == "请选社区。"


def test_the_rest_of_an_address_whose_region_was_asked_before() -> None:
    answers = begin(HERE).with_value(REGION, "440104002901")
    asked = page(HERE, "address_now.live_detail", answers)
    assert asked.entry.lead == "越秀区北京街道盐运西社区。请填路名、门牌和房号。"
    assert asked.entry.keyboard is Keyboard.CHINESE
    assert not asked.back()
    assert asked.answer(Edited(" 北京路168号 "), "next") == Address("", "北京路168号")


def test_an_address_without_its_region_yet() -> None:
    asked = page(HERE, "address_now.live_detail")
    assert asked.entry.lead == "请填路名、门牌和房号。"
    assert "北京路" in asked.entry.example


def test_the_address_of_the_card_is_offered() -> None:
    here = context("MZ-001")
    asked = page(here, "address_hukou.hukou_detail")
    assert asked.entry.value == CARD.address
    assert asked.answer("next") == Address("", CARD.address)


def test_an_address_with_a_region_of_its_own() -> None:
    here = context("RS-002")
    path = "flex_job.flex_place"
    asked = page(here, path)
    assert asked.labels[0] == "洪桥街道"
    asked.do("region:440104001000", "region:440104001901")
    assert asked.entry.lead.startswith("越秀区洪桥街道三眼井社区。")
    asked.do("option:yes", "next")
    assert asked.entry.error == "请先填写，再按“下一步”。"
    assert asked.do(Edited("示范路2号")).entry.error == ""
    assert asked.back()
    assert asked.marked == ["region:440104001901"]
    assert asked.do(Edited("不在这一步")).draft.text == "示范路2号"
    assert asked.do("next").entry.value == "示范路2号"
    assert asked.answer("next") == Address("440104001901", "示范路2号")
    assert asked.back()
    assert asked.back()
    assert not asked.back()


def test_an_address_given_before_begins_with_its_words() -> None:
    here = context("RS-002")
    value = Address("440104001901", "示范路2号")
    asked = page(here, "flex_job.flex_place", begin(here).with_value("flex_job.flex_place", value))
    assert asked.entry.value == "示范路2号"
    assert asked.answer("next") == value


def test_an_optional_address_can_be_skipped_at_either_step() -> None:
    here = context("MZ-006")
    answers = begin(here).with_value("delivery.delivery", "mail")
    asked = page(here, "delivery.mail_address", answers)
    assert asked.answer("skip") is None
    asked.do("region:440104001000", "region:440104001901")
    assert asked.answer("next") is None
    assert asked.answer("skip") is None


def test_a_period_is_asked_as_two_days() -> None:
    here = context("ZJ-003")
    asked = page(here, "lease.term")
    assert asked.entry.keyboard is Keyboard.DATE
    assert asked.entry.lead == "先填开始的日期。"
    asked.do(Edited("2026-01-01"), "next")
    assert asked.entry.lead == "从2026年01月01日开始。再填结束的日期。"
    assert "2026" not in " ".join(asked.entry.speech)
    assert asked.answer(Edited("2026-12-31"), "next") == Period("2026-01-01", "2026-12-31")


def test_a_period_that_ends_before_it_begins() -> None:
    asked = page(context("ZJ-003"), "lease.term").do(
        Edited("2026-01-01"), "next", Edited("2025-12-31"), "next"
    )
    assert asked.entry.error == "结束的日期早于开始的日期，请核对。"
    assert asked.back()
    assert asked.entry.value == "2026-01-01"
    assert asked.entry.error == ""
    assert asked.do("next").entry.value == "2025-12-31"


def test_days_of_a_period_are_checked_one_by_one() -> None:
    asked = page(context("ZJ-003"), "lease.term")
    assert asked.do("next").entry.error == "请先填写，再按“下一步”。"
    assert "没填完" in asked.do(Edited("2026"), "next").entry.error
    assert "没有这一天" in asked.do(Edited("2026-02-30"), "next").entry.error
    assert asked.do("option:yes").draft.step == 0
    assert not asked.back()


def test_a_period_given_before() -> None:
    here = context("ZJ-003")
    value = Period("2026-01-01", "2026-12-31")
    asked = page(here, "lease.term", begin(here).with_value("lease.term", value))
    assert asked.entry.value == "2026-01-01"
    assert asked.do("next").entry.value == "2026-12-31"
    assert asked.answer("next") == value


def test_an_optional_period_can_be_skipped() -> None:
    here = context("RS-010")
    assert page(here, "query_period.range").answer("skip") is None


def test_here_at_this_terminal() -> None:
    here = context("CP-001", card=None)
    asked = page(here, "problem.where")
    assert asked.marked == []
    assert asked.answer("option:here") == Place(True, SITE, "")


def test_somewhere_else_in_words() -> None:
    here = context("CP-001", card=None)
    asked = page(here, "problem.where")
    assert asked.do("gone", "next", Edited("北京路")).draft == page(here, "problem.where").draft
    asked.do("option:elsewhere")
    assert asked.entry.lead == "请说清楚在哪里。"
    assert asked.do("next", "option:here").entry.error == "请选一项。"
    asked.do(Edited("北京路口"))
    assert asked.back()
    assert asked.marked == ["option:elsewhere"]
    assert asked.do("next").answer("next") == Place(False, "", "北京路口")
    assert asked.back()
    assert not asked.back()


def test_a_place_given_before() -> None:
    here = context("CP-001", card=None)
    answers = begin(here).with_value("problem.where", Place(True, SITE, ""))
    asked = page(here, "problem.where", answers)
    assert asked.marked == ["option:here"]
    assert asked.answer("next") == Place(True, SITE, "")
    elsewhere = replace(answers).with_value("problem.where", Place(False, "", "北京路口"))
    assert page(here, "problem.where", elsewhere).do("next").entry.value == "北京路口"
