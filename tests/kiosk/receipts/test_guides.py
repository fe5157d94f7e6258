import pytest

from config.language import Language
from config.settings import Site
from kiosk.receipts import Facts, guide
from tests.kiosk.receipts.reading import codes, words


def of(facts: Facts, code: str, *, training: bool = False) -> str:
    item = facts.catalogue.by_code[code]
    return words(guide(facts.language, facts.catalogue, item, facts.site, training=training))


def test_it_says_what_a_resident_asks(facts: Facts) -> None:
    item = facts.catalogue.by_code["GA-003"]
    said = of(facts, "GA-003")
    english = facts.language is Language.ENGLISH
    assert item.name(facts.language) in said
    assert (item.conditions_en if english else item.conditions_zh) in said
    assert (item.fee.note_en if english else item.fee.note_zh) in said
    assert ("Promised: 1 working day" if english else "承诺: 1个工作日") in said
    assert ("By law: 5 working days" if english else "法定: 5个工作日") in said
    assert (facts.site.window_en if english else facts.site.window_zh) in said
    assert (facts.site.address_en if english else facts.site.address_zh) in said
    assert facts.site.hotline in said
    assert facts.catalogue.catalogue.version in said


def test_every_paper_is_listed_with_whether_it_must_be_shown(facts: Facts) -> None:
    english = facts.language is Language.ENGLISH
    said = of(facts, "GA-003")
    assert ("1. Resident ID card (Original" if english else "1. 居民身份证（原件核验）") in said
    assert ("not needed when shared data" if english else "能共享核验的免交") in said
    assert ("; optional)" if english else "；可不交）") in of(facts, "GA-004")


def test_a_service_that_asks_for_no_papers(facts: Facts) -> None:
    without = next(item for item in facts.catalogue.items if not item.materials)
    assert ("No papers" if facts.language is Language.ENGLISH else "不需要材料") in of(facts, without.code)


@pytest.mark.parametrize(
    ("unit", "value", "zh", "en"),
    [
        ("now", 0, "承诺: 当场办结", "Promised: On the spot"),
        ("h", 1, "承诺: 1小时", "Promised: 1 hour"),
        ("day", 15, "承诺: 15天", "Promised: 15 days"),
    ],
)
def test_every_unit_of_time_has_its_words(facts: Facts, unit: str, value: int, zh: str, en: str) -> None:
    item = facts.item
    limit = item.promised_limit.model_copy(update={"unit": unit, "value": value})
    receipt = guide(
        facts.language, facts.catalogue, item.model_copy(update={"promised_limit": limit}), facts.site
    )
    assert (en if facts.language is Language.ENGLISH else zh) in words(receipt)


@pytest.mark.parametrize(
    ("charged", "zh", "en"), [(True, "按规定收费", "Charged"), (False, "不收费", "Free of charge")]
)
def test_a_fee_without_a_note(facts: Facts, charged: bool, zh: str, en: str) -> None:
    fee = facts.item.fee.model_copy(update={"charged": charged, "note_zh": "", "note_en": ""})
    receipt = guide(facts.language, facts.catalogue, facts.item.model_copy(update={"fee": fee}), facts.site)
    assert (en if facts.language is Language.ENGLISH else zh) in words(receipt)


def test_a_site_without_a_window_is_named_itself(facts: Facts) -> None:
    receipt = guide(facts.language, facts.catalogue, facts.item, Site(name_zh="站", name_en="Point"))
    lines = words(receipt).splitlines()
    where = lines.index("Where to go" if facts.language is Language.ENGLISH else "到哪里办")
    assert lines[where + 1] == ("Point" if facts.language is Language.ENGLISH else "站")


def test_the_code_leads_to_the_page_of_the_service(facts: Facts) -> None:
    receipt = guide(
        facts.language,
        facts.catalogue,
        facts.item,
        facts.site,
        as_of="2026-11-23",
        address="https://a.example/",
    )
    assert codes(receipt) == ["https://a.example/"]
    assert "2026-11-23" in words(receipt)
    assert codes(guide(facts.language, facts.catalogue, facts.item, facts.site)) == []


def test_training(facts: Facts) -> None:
    assert "TRAINING" in of(facts, "GA-003", training=True)
    assert "TRAINING" not in of(facts, "GA-003")


def test_every_item_has_a_guide_and_no_blank_is_left(facts: Facts) -> None:
    for item in facts.catalogue.items:
        said = of(facts, item.code)
        assert item.name(facts.language) in said
        assert "____" not in said
