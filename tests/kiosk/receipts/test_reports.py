from dataclasses import replace

import pytest

from config.language import Language
from kiosk.receipts import Facts, report_receipt
from tests.kiosk.receipts.reading import codes, words

CASE = "440104-20261123-00002-0"


@pytest.fixture
def stored(facts: Facts) -> Facts:
    """A report made by somebody who did not sign in, kept by the terminal."""
    return replace(
        facts,
        item=facts.catalogue.by_code["CP-001"],
        applicant="",
        materials=(),
        details=(("地点", "样本巷口"),),
        training=False,
    )


def test_a_report_that_the_platform_has(stored: Facts) -> None:
    receipt = report_receipt(replace(stored, case_number=CASE, received_at="2026-11-23T15:05:00+08:00"))
    said = words(receipt)
    assert "问题反映回执" in said
    assert said.count(CASE) == 2
    assert stored.reference not in said
    assert "地点: 样本巷口" in said
    assert "2026-11-23 15:05:00" in said
    assert "5个工作日内答复" in said or "within 5 working days" in said
    assert "____" not in said
    assert "尚未" not in said
    assert codes(receipt) == [stored.follow_up]


def test_a_report_that_only_the_terminal_has(stored: Facts) -> None:
    receipt = report_receipt(stored)
    said = words(receipt)
    assert stored.reference in said
    assert "2026-11-23 15:04:05" in said
    if stored.language is Language.ENGLISH:
        assert "NOT YET SUBMITTED" in said
        assert "has not been delivered" in said
        assert "working days" not in said  # no time limit runs
    else:
        assert "已存在本机，尚未提交" in said
        assert "尚未送达" in said
        assert "工作日" not in said
    assert codes(receipt) == [stored.follow_up]


def test_nobody_is_promised_an_sms_who_gave_no_number(stored: Facts) -> None:
    said = words(report_receipt(stored))
    assert "短信" not in said
    assert "SMS" not in said


def test_a_report_without_a_promise_in_working_days(stored: Facts) -> None:
    rating = replace(stored, item=stored.catalogue.by_code["CP-012"], case_number=CASE)
    said = words(report_receipt(rating))
    assert said.count(CASE) == 2
    assert "working days" not in said
    assert "工作日" not in said


def test_somebody_who_signed_in_is_named_with_their_photos(stored: Facts) -> None:
    said = words(report_receipt(replace(stored, applicant="张小三", materials=(("照片", 2),))))
    assert "张*三" in said
    assert "1. 照片" in said


def test_marks(stored: Facts) -> None:
    said = words(report_receipt(replace(stored, training=True, copy=True)))
    assert "TRAINING" in said
    assert "COPY" in said
