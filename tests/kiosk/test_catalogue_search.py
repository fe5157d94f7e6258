"""Residents find items by whatever they can type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.catalogue import Catalogue
from config.catalogue.load import demonstration
from kiosk.catalogue.search import find

CATALOGUE = demonstration()


def first(query: str) -> str:
    return find(CATALOGUE, query, 1)[0].code


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("MZ-004", "MZ-004"),
        ("mz004", "MZ-004"),
        ("申请低保", "MZ-001"),
        ("高龄", "MZ-005"),
        ("下岗", "RS-001"),
        ("sbkgs", "RS-011"),
        ("sbk", "RS-011"),
        ("ＳＢＫ", "RS-011"),
        ("she bao ka", "RS-011"),
        ("shenqingdibao", "MZ-001"),
        ("water", "PY-007"),
        ("Family Doc", "WJ-007"),
        ("4050", "RS-003"),
    ],
)
def test_the_best_comes_first(query: str, code: str) -> None:
    assert first(query) == code


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("养老金", "RS-008"),
        ("ylj", "RS-008"),
        ("tuixiu", "RS-006"),
        ("老人证", "MZ-006"),
        ("公交卡", "MZ-006"),
        ("准生证", "WJ-001"),
        ("小孩", "WJ-006"),
        ("看病", "WJ-007"),
        ("暂住证", "GA-001"),
        ("当兵", "TY-004"),
        ("打疫苗", "WJ-008"),
        ("死亡", "MZ-010"),
        ("噪音", "CP-001"),
        ("房子", "ZJ-001"),
    ],
)
def test_words_that_people_use_find_what_offices_call_otherwise(query: str, code: str) -> None:
    assert code in {item.code for item in find(CATALOGUE, query)}


def test_initials_of_keywords_find_every_item_of_the_kind() -> None:
    assert {"RS-011", "RS-012"} <= {item.code for item in find(CATALOGUE, "sbk")}


def test_the_ranks_follow_each_other() -> None:
    found = [item.code for item in find(CATALOGUE, "低保", 50)]
    assert found[:2] == ["MZ-001", "MZ-003"]  # in the short name
    assert {"MZ-016", "CP-006"} <= set(found[2:])  # by keywords


def test_limit_and_nothing() -> None:
    assert len(find(CATALOGUE, "证", 3)) == 3
    assert find(CATALOGUE, "  ") == ()
    assert find(CATALOGUE, "飞碟") == ()
    assert find(CATALOGUE, "zzzz") == ()


def test_without_search_terms_chinese_and_english_still_find() -> None:
    bare = tuple(item.model_copy(update={"search": ()}) for item in CATALOGUE.items)
    catalogue: Catalogue = CATALOGUE.model_copy(update={"items": bare})
    assert find(catalogue, "低保")
    assert find(catalogue, "lease")
    assert not find(catalogue, "shebao")


@pytest.mark.parametrize("item", CATALOGUE.items, ids=lambda item: item.code)
def test_every_item_is_found_by_code_name_initials_and_english(item: object) -> None:
    every = {each.code: each for each in CATALOGUE.items}
    code = getattr(item, "code", "")
    this = every[code]
    texts = [this.code, this.name_zh, this.short_zh, this.short_en, this.name_en]
    initials = [term for term in this.search if term.isascii() and len(term) == len(this.short_zh)]
    for query in texts + initials[:1]:
        assert code in {found.code for found in find(CATALOGUE, query, 123)}, query


@given(st.text(max_size=20))
@settings(max_examples=60)
def test_nothing_typed_can_break_it(query: str) -> None:
    assert len(find(CATALOGUE, query, 5)) <= 5
