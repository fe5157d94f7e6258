import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.receipts import masked_name

NAMES = {
    "张三": "张*",
    "张小三": "张*三",
    "欧阳小娜": "欧**娜",
    "𠮷田": "𠮷*",
    "李𠮷明": "李*明",
    "㛃": "㛃*",  # one character says nothing about how long the name is
    "买买提江·艾力": "买***·艾*",
    "买买提江•艾力": "买***·艾*",
    "JOHN SMITH": "J*** S****",
    "José Núñez": "J*** N****",
    "SPECIMEN, ALEXANDER": "S******** A********",
    "  张 三 ": "张* 三*",
    "張葛\U000e0100明": "張*明",
    "张·": "张*·*",
    "": "",
}


@pytest.mark.parametrize(("name", "masked"), NAMES.items())
def test_names_are_masked_as_the_rules_say(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(st.text(min_size=1))
def test_no_name_is_shown_whole(name: str) -> None:
    masked = masked_name(name)
    assert not name.strip() or masked != name or "*" in name
    assert "\n" not in masked


@given(st.text(alphabet="张王李赵欧阳娜明", min_size=3, max_size=9))
def test_only_the_first_and_the_last_of_a_long_name_are_left(name: str) -> None:
    assert masked_name(name) == name[0] + "*" * (len(name) - 2) + name[-1]
