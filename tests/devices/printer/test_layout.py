import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer import Align, Feed, Line, Pair, QrCode, Receipt, Rule
from devices.printer.charset import clean, columns, in_font
from devices.printer.layout import height_mm, lay_out, wrap

PRINTED = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=60)


def texts(receipt: Receipt, width: int = 48) -> list[str]:
    return [row.text for row in lay_out(receipt, width) if isinstance(row, Line)]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("一\t二\n三", "一 二 三"),
        ("\x1b@\x1dV\x00", "@ V"),
        ("a\u202eb\u200bc", "abc"),
        ("\ud800\ue000\uffff", ""),
        ("é", "é"),
        ("一\u3000二", "一 二"),
    ],
)
def test_nothing_that_steers_a_printer_is_left(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_whatever_is_left_can_be_printed(text: str) -> None:
    assert all(ord(character) >= 0x20 and character != "\x7f" for character in clean(text))


@pytest.mark.parametrize(
    ("character", "has"), [("张", True), ("A", True), ("é", True), ("䶮", False), ("𠮷", False), ("Ñ", False)]
)
def test_what_the_printers_font_has(character: str, has: bool) -> None:
    assert in_font(character) is has


@pytest.mark.parametrize(
    ("text", "wide"), [("A1-", 3), ("张三", 4), ("：￥", 4), ("𠮷", 2), ("Ñ", 1), ("x\u0302", 1), ("·", 2)]
)
def test_columns_of_the_grid(text: str, wide: int) -> None:
    assert columns(text) == wide


@given(PRINTED, st.integers(min_value=4, max_value=48))
def test_no_line_is_wider_than_the_paper_and_nothing_gets_lost(text: str, width: int) -> None:
    text = clean(text)
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("   ", 2, [""]),
        ("one two three", 9, ["one two", "three"]),
        ("一二三四五六", 8, ["一二三四", "五六"]),
        ("一二三四五", 8, ["一二三", "四五"]),  # no character is left alone
        ("一二三", 4, ["一二", "三"]),  # unless there is no other way
        ("一二三四。五", 8, ["一二三", "四。五"]),  # no full stop begins a line
        ("一二三（四五）", 8, ["一二三", "（四五）"]),  # no bracket ends one
        ("编号P-GZ044-20261123", 12, ["编号", "P-GZ044-", "20261123"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("12345", 5, ["12345"]),
        ("call 12345 now", 10, ["call 12345", "now"]),
    ],
)
def test_where_lines_are_broken(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_pairs_that_follow_each_other_stand_in_columns() -> None:
    receipt = Receipt((Pair("事项", "居住证签注"), Pair("申请人", "张*三"), Pair("", "（本人）")))
    assert texts(receipt) == ["事项    居住证签注", "申请人  张*三", "        （本人）"]


def test_a_long_value_is_continued_in_its_column() -> None:
    assert texts(Receipt((Pair("承办", "一二三四五六七八九十"),)), 16) == [
        "承办  一二三四五",
        "      六七八九十",
    ]


def test_labels_too_long_for_a_column_stand_above_their_values() -> None:
    receipt = Receipt((Pair("Pre-receipt number", "P-1"), Pair("", "more"), Pair("A", "")))
    assert texts(receipt, 32) == ["Pre-receipt number", "  P-1", "  more", "A", ""]


def test_a_number_too_large_for_narrow_paper_is_broken_at_a_hyphen_or_printed_smaller() -> None:
    large = Line("440104-20261123-00001-2", size=2)
    assert list(lay_out(Receipt((large,)), 48)) == [large]
    assert texts(Receipt((large,)), 32) == ["440104-20261123-", "00001-2"]
    (small,) = lay_out(Receipt((Line("0123456789012345678", size=2),)), 32)
    assert small == Line("0123456789012345678", size=1)


def test_lines_of_a_text_stay_lines() -> None:
    assert texts(Receipt((Line("一\n二", align=Align.CENTRE), Line("")))) == ["一", "二", ""]


def test_rows_that_are_no_text_stay_as_they_are() -> None:
    parts = (Rule(), Feed(2), QrCode("https://platform.example/"))
    assert lay_out(Receipt(parts), 48) == parts


def test_the_estimated_height_grows_with_what_is_printed() -> None:
    heights = [
        height_mm(lay_out(Receipt((part,)), 48))
        for part in (Rule(), Line("一"), Line("一", size=2), Feed(4), QrCode("x"))
    ]
    assert heights[0] > 3
    assert heights == sorted(heights)
