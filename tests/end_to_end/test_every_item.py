"""What `tests.end_to_end.every_item` serves; the items themselves are served apart, three of them in `test_demo`."""

from tests.end_to_end.every_item import chosen
from tests.kiosk.journeys.pages_of import pages_of
from tests.kiosk.journeys.terminal import CATALOGUE


def test_the_parts_are_the_whole_catalogue() -> None:
    served = [item.code for part in ("1/3", "2/3", "3/3") for item in chosen("", part)]
    assert sorted(served) == sorted(CATALOGUE.by_code)
    assert len(served) == 123
    assert [item.code for item in chosen("CP-012,PY-007", "2/2")] == ["PY-007"]


def test_how_many_pages_an_item_has_is_walked() -> None:
    assert pages_of("CP-008") < pages_of("CP-012") < pages_of("MZ-001")
