"""Whatever a page shows is said, in its language, and nothing else; out loud nothing that is somebody's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from screens import samples
from screens.hearing import Tongue, tongue_of
from screens.texts import LANGUAGES, words
from screens.views.choices import Choice, Option
from screens.views.entry import Entry
from screens.views.menus import Attract, Search
from screens.voice.page import parts, stops
from screens.voice.part import Part, Reading
from screens.voice.sentences import sentences
from tests.screens.samples import VIEWS
from tests.screens.shown import UPRIGHT, Shown
from tests.screens.test_views import SECRETS

SAY = words("zh-Hans")
EVERY = [(name, language) for language in LANGUAGES for name in VIEWS]
CHINESE = re.compile("[\u4e00-\u9fff]")
_NOT_TEXTS = re.compile(r"^(\d+ / \d+|•+|)$")  # the number of a screen, what is masked
_BY_ITSELF = {
    SAY(f"widget-{name}") for name in ("see-above", "see-below", "year", "month", "day", "camera-waiting")
}
"""What the screen adds for eyes: pages to turn, the fields of a date, a picture that is not there yet."""

_SQUEEZED = re.compile(r"[\s，。、·]")


def test_what_is_shown_is_said_and_nothing_else(pages: "dict[str, Page]") -> None:
    for name, page in pages.items():
        found = parts(VIEWS[name], SAY)
        said = _plain("".join(text for part in found for text in part.shown))
        for text in page.written:
            assert _plain(text) in said or text in _BY_ITSELF, (name, text)
        everything = _plain("".join(page.written))
        for part in found:
            for text in part.shown:
                assert _plain(text) in everything or _is_cut(name, part, text, everything), (name, text)


def test_what_can_be_pressed_is_what_is_said(pages: "dict[str, Page]") -> None:
    for name, page in pages.items():
        start = {"start"} if isinstance(VIEWS[name], Attract) else set()
        found = [stop.target for stop in stops(VIEWS[name], SAY)]
        more = {"item.6", "item.7"} if isinstance(VIEWS[name], Search) else set()  # no room for them
        assert set(found) - more == page.buttons | start, name
        assert len(found) == len(set(found))


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_page_is_said_in_its_language(name: str, language: str) -> None:
    view = samples.views(language)[name]
    found = parts(view, words(language))
    spoken = [sentence for part in found for sentence in sentences(part, tongue_of(language), private=True)]
    assert view.title.split("\n", maxsplit=1)[0] in found[0].shown[0]
    assert all(sentence.text.strip() for sentence in spoken)
    if language == "en":
        for sentence in spoken:
            assert bool(CHINESE.search(sentence.text)) == (sentence.tongue is Tongue.MANDARIN), sentence.text


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_personal_is_said_out_loud(name: str) -> None:
    found = parts(VIEWS[name], SAY)
    said = "".join(text for part in found for text in part.words(private=False))
    assert not [secret for secret in SECRETS if secret in said]
    for part in found:
        assert set(part.words(private=True)) >= set(part.words(private=False)) - {part.instead}


def test_out_loud_a_question_is_put_as_everybody_may_hear_it() -> None:
    options = (Option("1", "李四"), Option("2", "没有"))
    view = Choice(page="q", title="李四的手机号码？", options=options, speech=("家人的手机号码？", "没有"))
    title, first, second = parts(view, SAY)
    assert title.words(private=False) == ("家人的手机号码？",)
    assert title.words(private=True) == ("李四的手机号码？",)
    assert first.words(private=False) == ()
    assert second.words(private=False) == ("没有",)


def test_what_a_mark_says_is_said_in_words() -> None:
    chosen = parts(VIEWS["choice_many"], SAY)
    assert ("养老金", "已选") in [part.words(True) for part in chosen]
    assert ("工资", "未选") in [part.words(True) for part in chosen]
    off = parts(VIEWS["entry_code"], SAY)
    assert ("下一步", "现在不能用 请先输入 6 位验证码") in [part.words(True) for part in off]


def test_a_name_in_an_english_sentence_is_said_in_mandarin() -> None:
    view = replace(samples.views("en")["goodbye"], title="Thank you, 张三. Goodbye")
    found = sentences(parts(view, words("en"))[0], Tongue.ENGLISH, private=True)
    assert [(one.text.strip(" ."), one.tongue) for one in found] == [
        ("Thank you,", Tongue.ENGLISH),
        ("张三", Tongue.MANDARIN),
        ("Goodbye", Tongue.ENGLISH),
    ]


def test_a_reference_can_be_written_down_by_ear() -> None:
    found = parts(VIEWS["outcome_done"], SAY)
    said = [sentence.text for part in found for sentence in sentences(part, Tongue.MANDARIN, private=True)]
    assert "编号，P，G Z 零 四 四，二 零 二 六 一 一 二 四，零 零 零 七，K" in said


def _plain(text: str) -> str:
    return _SQUEEZED.sub("", text)


@dataclass(frozen=True)
class Page:
    """What a page shows: its texts without those on keys, and what can be pressed without keys."""

    written: tuple[str, ...]
    buttons: frozenset[str]


@pytest.fixture(scope="module")
def pages(window: Any) -> Iterator[dict[str, Page]]:
    """Every sample as it is drawn; one display shows them all."""
    shown = Shown(window, UPRIGHT)
    yield {name: _drawn(shown, view) for name, view in VIEWS.items()}
    shown.close()


def _drawn(shown: Shown, view: Any) -> Page:
    from screens.widgets.control import Control  # noqa: PLC0415  # only after the window
    from screens.widgets.keyboard import Keys  # noqa: PLC0415  # only after the window
    from screens.widgets.tiles import TileButton  # noqa: PLC0415  # only after the window

    shown.show(view)
    elements = list(shown.display.walk(restrict=True))
    for element in elements:
        if isinstance(element, TileButton):
            element.reveal()
    keys = [one for element in elements if isinstance(element, Keys) for one in element.walk(restrict=True)]
    texts = list(shown.texts)
    for key in keys:
        if hasattr(key, "text"):
            texts.remove(key.text)
    targets = {element.target for element in elements if isinstance(element, Control)}
    return Page(
        tuple(text for text in texts if not _NOT_TEXTS.match(text)),
        frozenset(target for target in targets if not target.startswith(("key:", "candidate", "scroll_"))),
    )


def _is_cut(name: str, part: Part, text: str, everything: str) -> bool:
    """Of a long text the field shows the last lines, a date in fields, of what was found as much as there is room for."""
    if part.reading is Reading.DATE:
        return all(piece in everything for piece in text.split("-"))
    if isinstance(VIEWS[name], Entry):
        return _plain(text)[-20:] in everything or text.removesuffix("元") in everything
    return isinstance(VIEWS[name], Search) and part.target in ("item.6", "item.7")
