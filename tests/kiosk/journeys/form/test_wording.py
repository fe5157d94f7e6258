"""Words: both languages say the same things, every question has a title, English pages have no Chinese."""

import re
from pathlib import Path

import pytest

from config.catalogue import FieldType
from config.language import Language
from kiosk.journeys.form.question import NOT_ASKED, Question, kind_of
from kiosk.journeys.form.wording import about, optional, title
from screens import texts
from tests.kiosk.journeys.form.specimens import CATALOGUE, ITEMS, context, field

LANGUAGES = (Language.CHINESE, Language.TRADITIONAL, Language.ENGLISH)  # in which everything is said
ASKED = [
    Question(f"{name}.{one.key}", name, kind_of(one), one)
    for name in sorted({name for item in ITEMS for name in item.form})
    for outer in CATALOGUE.field_sets[name].fields
    for one in (outer, *outer.fields)
    if one.type not in NOT_ASKED
]


def _messages(language: Language) -> dict[str, str]:
    text = (Path(texts.HERE) / language.value / "form.ftl").read_text("utf-8")
    return dict(re.findall(r"^(form-[\w-]+) = (.*)$", text, re.MULTILINE))


def test_every_question_of_every_form_is_asked_in_words_of_its_own() -> None:
    unasked = [one.id for one in ASKED for language in LANGUAGES if not about(language, "ask", one)]
    assert unasked == []


def test_words_are_for_fields_that_exist() -> None:
    sets = CATALOGUE.field_sets.items()
    fields = {
        f"{name}-{one.key}"
        for name, one_set in sets
        for outer in one_set.fields
        for one in (outer, *outer.fields)
    }
    written = re.compile(r"form-(?:ask|yes|no|add|none|why|example)-(\w+-\w+)")
    matches = (written.fullmatch(name) for name in _messages(Language.CHINESE))
    assert {match[1] for match in matches if match} <= fields


@pytest.mark.parametrize("name", _messages(Language.ENGLISH))
def test_english_has_no_chinese_and_chinese_is_chinese(name: str) -> None:
    han = re.compile("[\u3400-\u9fff]")
    chinese, english = _messages(Language.CHINESE)[name], _messages(Language.ENGLISH)[name]
    assert not han.search(english)
    assert han.search(chinese) or not re.search(r"[a-z]{3}", re.sub(r"\{.*?\}", "", chinese))


def test_a_field_without_words_is_asked_by_its_label() -> None:
    here = context("MZ-004")
    for type_, more, asked in (
        ("text", {}, "某项"),
        ("boolean", {}, "某项？"),
        ("boolean", {"must_be": True}, "某项"),
        ("decimal", {"label_zh": "面积（平方米）"}, "面积"),
        ("text", {"label_zh": "回执号（如有）"}, "回执号（如有）"),
    ):
        one = field(type_, **more)
        assert title(here, Question("demo.some", "demo", kind_of(one), one)) == asked


def test_a_choice_of_amounts_is_a_choice() -> None:
    top_up = next(one for one in CATALOGUE.field_sets["bill_phone"].fields if one.key == "topup")
    assert (top_up.type, kind_of(top_up).value) == (FieldType.MONEY, "choice")


def test_a_text_that_need_not_exist() -> None:
    assert optional(Language.CHINESE, "form-no-such-text") == ""
    assert optional(Language.CHINESE, "form-next") == "下一步"
