"""The home page as data: three groups, nine departments, life events, and what this kind of place offers.

An item that a place does not offer is still listed, so that a resident learns where to go: `available` tells them
apart. From home every item is two touches away: a department, group or life event, then the item.
"""

from dataclasses import dataclass
from enum import Enum

from config.catalogue import Catalogue, Department, Item, LifeEvent, SiteTier
from config.catalogue.expressions import holds, names

_FAMILY_SERVICE = "家庭服务"  # the article's own words for what is done for a household
_BILLS = "pay"  # the life event of whatever has to do with paying
_COMMUNITY_OWNERS = ("JD", "PT")  # the street and its residents' committee; the community platform


class Group(Enum):
    """The three groups of the home page (政务 government, 社区 community, 家庭 family)."""

    GOVERNMENT = "government"
    COMMUNITY = "community"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Items under one tile of the home page; `available` counts those this place offers."""

    items: tuple[Item, ...]
    available: int


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page offers: the departments of 办政务, the other two groups, and the life events."""

    departments: tuple[tuple[Department, Shelf], ...]
    community: Shelf
    family: Shelf
    life_events: tuple[tuple[LifeEvent, Shelf], ...]


def home(catalogue: Catalogue, tier: SiteTier | None) -> Home:
    """Return the home page of a place of kind `tier`."""
    return Home(
        departments=tuple(
            (department, _shelf(of_department(catalogue, department.code), tier))
            for department in catalogue.departments
        ),
        community=_shelf(of_group(catalogue, Group.COMMUNITY), tier),
        family=_shelf(of_group(catalogue, Group.FAMILY), tier),
        life_events=tuple(
            (event, _shelf(of_life_event(catalogue, event.code), tier)) for event in catalogue.life_events
        ),
    )


def group_of(catalogue: Catalogue, item: Item) -> Group:
    """Return the group of an item: departments, else bills and family services, else the community's own affairs."""
    if any(department.code == item.owner for department in catalogue.departments):
        return Group.GOVERNMENT
    bills = item.owner not in _COMMUNITY_OWNERS or _BILLS in item.life_events
    if bills or item.in_article == _FAMILY_SERVICE:
        return Group.FAMILY
    return Group.COMMUNITY


def of_group(catalogue: Catalogue, group: Group) -> tuple[Item, ...]:
    """Return the items of a group, in the order of the catalogue."""
    return tuple(item for item in catalogue.items if group_of(catalogue, item) is group)


def of_department(catalogue: Catalogue, code: str) -> tuple[Item, ...]:
    """Return the items of a department, in the order of the catalogue."""
    return tuple(item for item in catalogue.items if item.owner == code)


def of_life_event(catalogue: Catalogue, code: str) -> tuple[Item, ...]:
    """Return the items that help with a life event, in the order of the catalogue."""
    return tuple(item for item in catalogue.items if code in item.life_events)


def tier_of(catalogue: Catalogue, code: str) -> SiteTier | None:
    """Return the kind of place with this code (`street`, `community`, `partner`), None when the catalogue has none."""
    return next((tier for tier in catalogue.site_tiers if tier.code == code), None)


def available(item: Item, tier: SiteTier | None) -> bool:
    """Say whether a kind of place offers an item; without a kind everything is offered."""
    if tier is None:
        return True
    return holds(tier.filter, {name: getattr(item, name) for name in names(tier.filter)})


def _shelf(items: tuple[Item, ...], tier: SiteTier | None) -> Shelf:
    return Shelf(items, sum(available(item, tier) for item in items))
