"""Whatever a trembling hand does, what it means counts once and nothing else counts."""

from tests.screens.tremor import pressing


def test_every_press_counts_once_and_none_that_nobody_meant() -> None:
    outcome = pressing(2000, seed=1)
    assert outcome.once == outcome.meant
    assert outcome.unmeant == 0
    assert outcome.rolled == 0
