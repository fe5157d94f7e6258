"""The pages from attract to an item."""

from config.catalogue import Department, Item
from config.language import Language
from kiosk.catalogue.home import Group, of_department, of_group, of_life_event
from kiosk.catalogue.search import find
from kiosk.journeys.frame import back, frame, leave
from kiosk.journeys.phases import Attract, Home, Searching, Shelf, ShelfKind
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views import Action, Menu, Search, Section, Tile
from screens.views import Attract as AttractView

_GROUP_ICONS = {Group.GOVERNMENT: "apply", Group.COMMUNITY: "report", Group.FAMILY: "house"}
_EVENT_ICONS = {
    "birth": "birth", "school": "school", "job": "briefcase", "biz": "shop", "house": "house", "arrive": "truck", "marry": "rings",
    "ill": "heart", "retire": "umbrella", "old": "elder", "hard": "aid", "veteran": "star", "dispute": "scales", "death": "candle",
    "pay": "pay", "voice": "report", "follow": "query",
}  # fmt: skip
_KIND_ICONS = {"print": "printer"}  # the others are called as the kind


def attract(state: State, _phase: Attract) -> AttractView:
    """Return the resting page."""
    say = speaker(state.session.language)
    return AttractView(
        page="attract",
        title=say("attract-title"),
        lines=(say("attract-apply"), say("attract-report"), say("attract-offline")),
        primary=Action("start", say("attract-start")),
        **frame(state),
    )


def home(state: State, _phase: Home) -> Menu:
    """Return the home page: three groups, nine departments, life events."""
    say, language, offers = speaker(state.session.language), state.session.language, state.outside.home
    groups = tuple(
        Tile(f"group.{group.value}", say(f"group-{group.value}"), say(f"group-{group.value}-hint"), _GROUP_ICONS[group])
        for group in Group
    )  # fmt: skip
    departments = tuple(_department(department, language) for department, _ in offers.departments)
    events = tuple(
        Tile(f"event.{event.code}", event.name(language), icon=_EVENT_ICONS.get(event.code, "life"))
        for event, _ in offers.life_events
    )
    return Menu(
        page="home",
        title=say("home-title"),
        sections=(
            Section("", groups),
            Section(say("home-departments"), departments),
            Section(say("home-events"), events),
        ),
        columns=3,
        primary=Action("search", say("search")),
        leave=leave(state),
        **frame(state),
    )


def shelf(state: State, phase: Shelf) -> Menu:
    """Return the items of a shelf."""
    catalogue, language = state.outside.catalogue, state.session.language
    match phase.kind:
        case ShelfKind.DEPARTMENT:
            items = of_department(catalogue, phase.code)
            title = next(one.name(language) for one in catalogue.departments if one.code == phase.code)
        case ShelfKind.EVENT:
            items = of_life_event(catalogue, phase.code)
            title = next(one.name(language) for one in catalogue.life_events if one.code == phase.code)
        case ShelfKind.GROUP:
            items = of_group(catalogue, Group(phase.code))
            title = speaker(language)(f"group-{phase.code}")
    return Menu(
        page=f"shelf.{phase.kind.value}",
        title=title,
        sections=(Section("", tuple(item_tile(state, item) for item in items)),),
        back=back(state),
        leave=leave(state),
        **frame(state),
    )


def searching(state: State, phase: Searching) -> Search:
    """Return what is found for the words typed so far."""
    say = speaker(state.session.language)
    found = find(state.outside.catalogue, phase.query)
    return Search(
        page="search",
        title=say("search-title"),
        query=phase.query,
        hint=say("search-hint"),
        tiles=tuple(item_tile(state, item) for item in found),
        nothing_found=say("search-nothing", hotline=state.outside.settings.site.hotline),
        back=back(state),
        leave=leave(state),
        **frame(state),
    )


def item_tile(state: State, item: Item) -> Tile:
    """Return the tile of an item."""
    language = state.session.language
    return Tile(f"item.{item.code}", item.short(language), icon=_KIND_ICONS.get(item.kind, item.kind))


def _department(department: Department, language: Language) -> Tile:
    """A tile for a department: what its name has in brackets stands below it."""
    name, _, more = department.name(language).partition("（")
    return Tile(f"department.{department.code}", name, more.rstrip("）"), department.icon)
