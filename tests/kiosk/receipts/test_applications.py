from collections.abc import Callable
from dataclasses import replace

import pytest

from config.language import Language
from config.settings import Site
from devices.printer import Line, Receipt
from kiosk.receipts import Facts, pre_receipt, received
from tests.kiosk.receipts.reading import codes, words

Paper = Callable[[Facts], Receipt]
CASE = "440104-20261123-00001-2"


@pytest.fixture
def held(facts: Facts) -> Facts:
    """The same application, received by the platform two minutes later."""
    return replace(facts, case_number=CASE, received_at="2026-11-23T07:06:07Z")


def wording(facts: Facts, key: str) -> str:
    template = facts.catalogue.receipts[key]
    return template.wording_en if facts.language is Language.ENGLISH else template.wording_zh


def title(receipt: Receipt) -> str:
    return next(part.text for part in receipt.parts if isinstance(part, Line) and part.size == 2)


def test_a_pre_receipt_says_that_nothing_has_reached_the_authority(facts: Facts) -> None:
    receipt = pre_receipt(replace(facts, training=False))
    said = words(receipt)
    assert title(receipt) in {"预收件回执", "Pre-receipt"}
    assert wording(facts, "R_PRE") in said
    assert facts.reference in said
    assert facts.transaction in said
    assert "2026-11-23 15:04:05" in said
    assert "2026-11-26" in said  # the day to ask, when there is no news
    assert codes(receipt) == [facts.follow_up]


def test_a_pre_receipt_is_never_taken_for_an_acceptance(facts: Facts) -> None:
    said = words(pre_receipt(replace(facts, training=False))).replace(wording(facts, "R_PRE"), "")
    assert said.replace("尚未受理", "").count("受理") == 0
    assert "accepted" not in said
    assert "NOT YET SUBMITTED" in said or "尚未提交" in said


def test_a_receipt_of_papers_has_the_case_number_and_is_no_acceptance(held: Facts) -> None:
    receipt = received(replace(held, training=False))
    said = words(receipt)
    assert title(receipt) in {"收件回执", "Receipt of papers"}
    assert CASE in said
    assert "已收件，是否受理另行告知" in said or "Acceptance is a separate step" in said
    assert "受理回执" not in said
    assert codes(receipt) == [held.follow_up]


def test_what_the_law_gives_the_authority_is_filled_in(held: Facts) -> None:
    said = words(received(held))
    assert "____" not in said
    assert wording(held, "R_RECV").replace("____", "5") in said


def test_the_platforms_time_is_told_as_the_terminals_clock_shows_it(held: Facts) -> None:
    assert "2026-11-23 15:06:07" in words(received(held))
    assert "2026-11-23 15:04:05" in words(received(replace(held, received_at="")))


def test_nothing_is_called_received_without_a_case_number(facts: Facts) -> None:
    with pytest.raises(ValueError, match="case number"):
        received(facts)


@pytest.mark.parametrize("paper", [pre_receipt, received])
def test_the_name_is_masked_and_the_papers_are_listed(held: Facts, paper: Paper) -> None:
    said = words(paper(held))
    assert "张*三" in said
    assert "张小三" not in said
    for place, (name, _) in enumerate(held.materials, 1):
        assert f"{place}. {name}" in said


def test_pages_are_counted_where_there_are_pages(facts: Facts) -> None:
    counted = words(pre_receipt(replace(facts, materials=(("A", 1), ("B", 12), ("C", 0)))))
    if facts.language is Language.ENGLISH:
        assert "1. A (1 page)\n2. B (12 pages)\n3. C" in counted
    else:
        assert "1. A（1 页）\n2. B（12 页）\n3. C" in counted


@pytest.mark.parametrize("paper", [pre_receipt, received])
def test_what_is_not_known_is_left_out(held: Facts, paper: Paper) -> None:
    site = Site(name_en="", address_zh="", address_en="")
    bare = paper(replace(held, applicant="", materials=(), follow_up="", site=site))
    said = words(bare)
    assert "申请人" not in said
    assert "Applicant" not in said
    assert "已接收材料" not in said
    assert "Papers taken" not in said
    assert "地址" not in said
    assert codes(bare) == []
    assert "扫一扫" not in said
    assert "Scan" not in said
    assert "社区服务站" in said  # the other language, when there is none in this


@pytest.mark.parametrize("paper", [pre_receipt, received])
def test_a_training_receipt_says_so_first_and_last_in_both_languages(held: Facts, paper: Paper) -> None:
    said = words(paper(held)).splitlines()
    assert said[0] == said[-1] == "培训样张 TRAINING"
    assert {"Training only, void", "仅供培训，没有任何效力"} <= set(said)
    assert "TRAINING" not in words(paper(replace(held, training=False)))


@pytest.mark.parametrize("paper", [pre_receipt, received])
def test_a_second_receipt_is_marked_as_a_copy(held: Facts, paper: Paper) -> None:
    assert "COPY" not in words(paper(held))
    assert "COPY" in words(paper(replace(held, copy=True)))
    assert "补打" in words(paper(replace(held, copy=True)))


def test_an_english_paper_has_what_chinese_staff_look_for(held: Facts) -> None:
    said = words(received(held))
    assert held.item.name_zh in said
    assert "收件回执" in said
    assert held.item.name(held.language) in said


def test_who_decides_is_named(held: Facts) -> None:
    assert "派出所" in words(received(held)) or "Police station" in words(received(held))
    street = replace(held, item=held.item.model_copy(update={"owner": "JD"}))
    assert "街道办事处" in words(received(street)) or "Street office" in words(received(street))
    unknown = words(received(replace(held, item=held.item.model_copy(update={"owner": "XX"}))))
    assert "承办单位" not in unknown
    assert "Authority" not in unknown


def test_the_facts_keep_personal_values_out_of_their_repr(held: Facts) -> None:
    shown = f"{held!r}{pre_receipt(held)!r}"
    assert "张" not in shown
    assert "居民身份证" not in shown
    assert held.follow_up not in shown


def test_the_day_to_hear_by_is_told_only_when_it_is_known(held: Facts) -> None:
    told = words(received(held))
    assert "以部门通知为准" in told or "The office tells you the date" in told
    known = words(received(replace(held, answer_by="2026-11-30")))
    assert "2026-11-30" in known
    assert "以部门通知为准" not in known
