"""All languages say the same things, and say them completely; one says some of them."""

import inspect
import re

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from opencc import OpenCC

from screens.texts import HERE, LANGUAGES, PARTLY, MissingTextError, words

FILES = sorted(path.name for path in (HERE / LANGUAGES[0]).glob("*.ftl"))
CHINESE = re.compile("[\u4e00-\u9fff]")
KEEPS_CHINESE = {"receipt.ftl"}  # papers keep the names under which offices know them
JOINS = {"form-joined"}  # what stands between two names
SPEAKS_CHINESE = {  # who reads only Chinese must find the way back
    "journey-language",
    "journey-language-title",
}
MADE_TRADITIONAL = OpenCC("s2hk")
FORMS = str.maketrans("説户羣啓", "說戶群啟")
MAINLAND = re.compile("[“”]|短信|屏幕|登錄|信息|提交|搜索|保存|打印(?!機)|默認|攝像頭|軟盤|視頻")
"""Words that Hong Kong and Macau call otherwise."""


class Values(Visitor):
    """Collects the names of the values that a message needs."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # named so by fluent.syntax
        self.names.add(node.id.name)


def messages(language: str, file: str) -> dict[str, ast.Message]:
    """The messages of a file by id."""
    resource = FluentParser().parse((HERE / language / file).read_text("utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, f"{language}/{file} has what Fluent does not understand: {junk}"
    found = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    assert len(found) == len({entry.id.name for entry in found}), f"{language}/{file} says an id twice"
    return {entry.id.name: entry for entry in found}


def needed(message: ast.Message) -> set[str]:
    """The values that a message needs."""
    values = Values()
    values.visit(message)
    return values.names


def test_every_language_has_the_same_files() -> None:
    for language in LANGUAGES:
        assert sorted(path.name for path in (HERE / language).glob("*.ftl")) == FILES


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("file", FILES)
def test_every_language_has_the_same_texts_with_the_same_values(file: str, language: str) -> None:
    chinese, other = messages(LANGUAGES[0], file), messages(language, file)
    assert list(chinese) == list(other)
    for name, message in chinese.items():
        assert needed(message) == needed(other[name]), name


@pytest.mark.parametrize("file", FILES)
def test_traditional_chinese_has_no_simplified_character_and_no_mainland_word(file: str) -> None:
    for name, message in messages("zh-Hant", file).items():
        said = words("zh-Hant")(name, **dict.fromkeys(needed(message), 7))
        assert [one for one in said if MADE_TRADITIONAL.convert(one).translate(FORMS) != one] == [], name
        assert not MAINLAND.search(said), f"{name}: {said}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_begins_with_the_name_of_its_file(language: str) -> None:
    for file in FILES:
        assert not [
            name for name in messages(language, file) if name.split("-")[0] != file.removesuffix(".ftl")
        ]


def test_only_what_is_asked_for_is_read() -> None:
    words.cache_clear()
    say = words("en")
    within = inspect.getclosurevars(inspect.getclosurevars(say).nonlocals["read"]).nonlocals
    unread, unparsed = within["unread"], within["unparsed"]
    assert {f"{name}.ftl" for name in unread} == set(FILES)
    say("widget-year")
    say("widget-day")
    assert {f"{name}.ftl" for name in unread} == set(FILES) - {"widget.ftl"}
    assert set(unparsed) == set(messages("en", "widget.ftl")) - {"widget-year", "widget-day"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_every_text_can_be_said(language: str, file: str) -> None:
    say = words(language)
    for name, message in messages(language, file).items():
        said = say(name, **dict.fromkeys(needed(message), 7))
        assert said.strip() or name in JOINS, name
        assert "{" not in said, name


@pytest.mark.parametrize("file", [file for file in FILES if file not in KEEPS_CHINESE])
def test_english_has_no_chinese_left(file: str) -> None:
    for name, message in messages("en", file).items():
        said = words("en")(name, **dict.fromkeys(needed(message), 7))
        assert not CHINESE.search(said) or name in SPEAKS_CHINESE, f"{name}: {said}"


def test_an_unknown_text_is_an_error() -> None:
    with pytest.raises(MissingTextError, match="no-such-text"):
        words("en")("no-such-text")


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(MissingTextError, match="widget-step"):
        words("zh-Hans")("widget-step", number=1)


def test_values_are_put_in_without_marks_of_direction() -> None:
    assert words("zh-Hans")("widget-step", number=3, total=9) == "第 3 步 · 共 9 步"
    assert words("en")("widget-step", number=3, total=9) == "Step 3 of 9"


@pytest.mark.parametrize("language", PARTLY)
def test_what_is_not_said_in_a_language_is_said_in_chinese(language: str) -> None:
    known = {name: message for file in FILES for name, message in messages(LANGUAGES[0], file).items()}
    there = {
        name: message
        for path in (HERE / language).glob("*.ftl")
        for name, message in messages(language, path.name).items()
    }
    assert set(there) < set(known)
    for name, message in there.items():
        assert needed(message) == needed(known[name]), name
    missing = next(name for name in known if name not in there and not needed(known[name]))
    assert words(language)(missing) == words(LANGUAGES[0])(missing)
    with pytest.raises(MissingTextError):
        words(language)("no-such-text")
