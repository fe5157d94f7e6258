"""Home: three groups, nine departments, life events; nothing is left out, nothing is far away."""

import pytest

from config.catalogue.load import demonstration
from kiosk.catalogue.home import Group, available, group_of, home, of_group, tier_of

CATALOGUE = demonstration()


def test_every_item_is_two_touches_from_home() -> None:
    page = home(CATALOGUE, tier_of(CATALOGUE, "street"))
    shelves = [shelf for _, shelf in page.departments] + [page.community, page.family]
    reached = [item.code for shelf in shelves for item in shelf.items]
    assert sorted(reached) == sorted(item.code for item in CATALOGUE.items)


def test_every_item_serves_a_life_event_that_home_shows() -> None:
    page = home(CATALOGUE, None)
    reached = {item.code for _, shelf in page.life_events for item in shelf.items}
    assert reached == {item.code for item in CATALOGUE.items}
    assert all(shelf.items for _, shelf in page.life_events)


def test_departments_have_the_counts_of_the_article() -> None:
    counts = [(department.code, len(shelf.items)) for department, shelf in home(CATALOGUE, None).departments]
    expected = [16, 9, 18, 10, 10, 11, 6, 5, 6]
    assert [count for _, count in counts] == expected
    assert sum(expected) == 91


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("MZ-001", Group.GOVERNMENT),
        ("RS-018", Group.GOVERNMENT),
        ("CP-001", Group.COMMUNITY),
        ("CP-004", Group.COMMUNITY),
        ("CP-009", Group.COMMUNITY),
        ("PY-001", Group.FAMILY),
        ("PY-014", Group.FAMILY),
        ("CP-016", Group.FAMILY),
    ],
)
def test_groups(code: str, group: Group) -> None:
    assert group_of(CATALOGUE, CATALOGUE.by_code[code]) is group


def test_the_government_group_is_the_departments() -> None:
    assert {item.code for item in of_group(CATALOGUE, Group.GOVERNMENT)} == {
        item.code for item in CATALOGUE.items if item.one_stop
    }


@pytest.mark.parametrize(("tier", "count"), [("street", 91), ("community", 51), ("partner", 77)])
def test_places_offer_what_their_filter_says(tier: str, count: int) -> None:
    found = tier_of(CATALOGUE, tier)
    assert found is not None
    assert sum(available(item, found) for item in CATALOGUE.items if item.one_stop) == count
    page = home(CATALOGUE, found)
    assert sum(shelf.available for _, shelf in page.departments) == count


def test_without_a_known_kind_of_place_everything_is_offered() -> None:
    assert tier_of(CATALOGUE, "moon") is None
    assert all(available(item, None) for item in CATALOGUE.items)
