from dataclasses import replace

import pytest

from config.language import Language
from kiosk.receipts import Facts, appointment
from tests.kiosk.receipts.reading import words


def booked(facts: Facts, code: str = "SF-004") -> Facts:
    return replace(
        facts,
        item=facts.catalogue.by_code[code],
        details=(("T", "2026-11-27 09:00"),),
        case_number="440104-20261123-00001-2",
        received_at="2026-11-23T07:04:07Z",
    )


def test_it_says_where_when_and_what_to_bring(facts: Facts) -> None:
    english = facts.language is Language.ENGLISH
    said = words(appointment(booked(facts)))
    assert "440104-20261123-00001-2" in said
    assert "2026-11-27 09:00" in said
    assert ("1. Resident ID card" if english else "1. 居民身份证") in said
    assert ("Please come on time" if english else "按时到场") in said
    assert ("No papers" if english else "不需要材料") in words(appointment(booked(facts, "SF-003")))


def test_there_is_none_before_the_platform_has_taken_it(facts: Facts) -> None:
    with pytest.raises(ValueError, match="print none"):
        appointment(replace(booked(facts), case_number=""))
