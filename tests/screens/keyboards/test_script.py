"""What was read from somebody's hand is offered in the characters of who reads traditional ones."""

import pytest

from screens.keyboards.script import as_printed, traditional


@pytest.mark.parametrize(
    ("read", "offered"),
    [
        ("国", "國"),
        ("國国", "國"),
        ("后", "後后"),
        ("说説", "說"),
        ("户启群", "戶啟群"),
        ("里干面", "裏里幹干面"),
        ("一", "一"),
        ("", ""),
    ],
)
def test_simplified_characters_become_traditional_ones(read: str, offered: str) -> None:
    assert "".join(traditional(read)) == offered


def test_the_forms_that_are_printed() -> None:
    assert as_printed("説明，住户，羣衆，啓動") == "說明，住戶，群衆，啟動"
