"""Names and numbers as others may see them."""

import pytest

from fleet.masking import masked_mobile, masked_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张*"),
        ("张小三", "张*三"),
        ("欧阳娜娜", "欧**娜"),
        ("买买提江·艾力", "买***·艾*"),
        ("John Smith", "J*** S****"),
        ("Li", "L*"),
        ("张", "张*"),
        ("  张三 ", "张*"),
        ("", ""),
    ],
)
def test_names(name: str, shown: str) -> None:
    assert masked_name(name) == shown


def test_mobiles() -> None:
    assert masked_mobile("13812345678") == "138****5678"
