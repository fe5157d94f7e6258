"""The pages from attract to an item."""

from functools import cache
from typing import assert_never

from config.catalogue import Department, Item
from config.language import Language, simplified
from kiosk.catalogue.home import Group, of_department, of_group, of_life_event
from kiosk.catalogue.search import find
from kiosk.journeys import staff
from kiosk.journeys.availability import Obstacle, obstacle
from kiosk.journeys.browse import has_cases, may_see_cases
from kiosk.journeys.pages.frame import back, banners, bare, leave, outer, spoken
from kiosk.journeys.phases.browsing import Attract, Home, Searching, Shelf, ShelfKind
from kiosk.journeys.state import State
from kiosk.journeys.wording import limit, speaker, words_of
from screens.views.frame import Action, Banner, Tone
from screens.views.menus import Attract as AttractView
from screens.views.menus import Menu, Search, Section, Tile

_GROUP_ICONS = {Group.GOVERNMENT: "apply", Group.COMMUNITY: "report", Group.FAMILY: "house"}
_EVENT_ICONS = {
    "birth": "birth", "school": "school", "job": "briefcase", "biz": "shop", "house": "house", "arrive": "truck", "marry": "rings",
    "ill": "heart", "retire": "umbrella", "old": "elder", "hard": "aid", "veteran": "star", "dispute": "scales", "death": "candle",
    "pay": "pay", "voice": "report", "follow": "query",
}  # fmt: skip
_ELDER = (
    "长辈版",
    "关怀版",
    "老年版",
    "大字版",
    "zhangbeiban",
    "guanhuaiban",
    "laonianban",
    "zbb",
    "ghb",
    "elder",
    "senior",
)
_MANY = 5  # departments: fewer have few items
_KIND_ICONS = {"print": "printer"}  # the others are called as the kind


def view(state: State, phase: Attract | Home | Shelf | Searching) -> AttractView | Menu | Search:
    """Return the page of a phase before an item is open."""
    match phase:
        case Attract():
            return _attract(state)
        case Home():
            return _home(state, phase)
        case Shelf():
            return _shelf(state, phase)
        case Searching():
            return _searching(state, phase)
        case _:
            assert_never(phase)


def _attract(state: State) -> AttractView:
    say = speaker(state.session.language)
    frame = bare(state)
    if state.outside.card_lies:
        frame["banners"] = (*banners(state), Banner(Tone.WARNING, say("attract-card-left")))
    return AttractView(
        page="attract",
        title=say("attract-title"),
        lines=(say("attract-apply"), say("attract-report"), say("attract-offline")),
        primary=Action("start", say("attract-start")),
        secondary=Action("elder", say("elder")),
        speech=spoken(say("attract-start")),
        **frame,
    )


def _home(state: State, phase: Home) -> Menu:
    """Three groups, nine departments, life events; who is old finds the groups first, and the rest behind a tile."""
    say, short = speaker(state.session.language), state.appearance.elder
    ways = (_groups(state), *_others(state))
    more = Tile("more", say("home-more"), say("home-more-hint"), "more")
    if short:
        ways = ways[1:] if phase.more else (Section("", (*ways[0].tiles, more)),)
    return Menu(
        page="home.more" if short and phase.more else "home",
        title=say("home-title"),
        sections=ways,
        columns=2 if short else 3,
        primary=Action("search", say("search")),
        secondary=None if phase.more else Action("elder", say("elder-off" if short else "elder")),
        back=back(state) if phase.more else None,
        leave=leave(state),
        speech=spoken(say("home-title")),
        **bare(state),
    )


def _groups(state: State) -> Section:
    """What most people come for, and the way to one's own cases."""
    say = speaker(state.session.language)
    groups = tuple(
        Tile(
            f"group.{group.value}",
            say(f"group-{group.value}"),
            say(f"group-{group.value}-hint"),
            _GROUP_ICONS[group],
        )
        for group in Group
    )
    mine = (_mine(state),) if has_cases(state) else ()
    return Section("", (*groups, *mine))


def _others(state: State) -> tuple[Section, ...]:
    """The departments and the events of a life."""
    say, language, offers = speaker(state.session.language), state.session.language, state.outside.home
    departments = tuple(_department(department, language) for department, _ in offers.departments)
    events = tuple(
        Tile(f"event.{event.code}", event.name(language), icon=_EVENT_ICONS.get(event.code, "life"))
        for event, _ in offers.life_events
    )
    return (Section(say("home-departments"), departments), Section(say("home-events"), events))


def _mine(state: State) -> Tile:
    """The way to one's own cases; greyed with the reason when they cannot be asked for now."""
    say = words_of(state.session.language, "cases")
    may = may_see_cases(state)
    why = "no-reader" if state.outside.online else "no-network-now"
    return Tile("mine", say("mine"), say("tile-hint"), "query", enabled=may, reason="" if may else say(why))


def _shelf(state: State, phase: Shelf) -> Menu:
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
        sections=_sections(state, items),
        speech=spoken(title),
        **outer(state),
    )


def _sections(state: State, items: tuple[Item, ...]) -> tuple[Section, ...]:
    """Items of several departments stand below their departments' names: nobody reads a list of ninety."""
    language = state.session.language
    owners = {item.owner for item in items}
    named = [one for one in state.outside.catalogue.departments if one.code in owners]
    if len(named) < max(_MANY, len(owners)):  # few, or some of nobody that is named
        return (Section("", tuple(_item(state, item) for item in items)),)
    parts = [(one.name(language), tuple(item for item in items if item.owner == one.code)) for one in named]
    return tuple(Section(name, tuple(_item(state, item) for item in part)) for name, part in parts)


def _searching(state: State, phase: Searching) -> Search:
    """What is found for the words typed so far."""
    say = speaker(state.session.language)
    asked = phase.query
    if state.session.language is Language.TRADITIONAL and not asked.isascii():
        asked = simplified(asked)  # in which the catalogue has its names
    found = find(state.outside.catalogue, asked)
    meant = (_elder(state),) if _means_elder(asked) else ()
    if staff.is_asked_for(state, phase.query):
        meant = (Tile("staff", words_of(state.session.language, "staff")("way-in"), icon="lock"),)
    return Search(
        page="search",
        title=say("search-title"),
        query=phase.query,
        hint=say("search-hint"),
        tiles=(*meant, *(_item(state, item) for item in found)),
        nothing_found=say("search-nothing", hotline=state.outside.settings.site.hotline),
        speech=spoken(say("search-title"), say("search-hint")),
        **outer(state),
    )


def _means_elder(query: str) -> bool:
    return len(query) > 1 and any(word.startswith(query.strip().lower()) for word in _ELDER)


def _elder(state: State) -> Tile:
    """The mode for the old, which people look for by name (T/TAF 114)."""
    say, on = speaker(state.session.language), state.appearance.elder
    return Tile("elder", say("elder-off" if on else "elder"), say("elder-hint"), "elder")


def _item(state: State, item: Item) -> Tile:
    """The tile of an item; greyed with the reason when it cannot be begun here now. Its guide opens all the same."""
    language, outside = state.session.language, state.outside
    say = speaker(language)
    why = obstacle(outside, item)
    greyed = why not in (None, Obstacle.NO_FLOW)
    return Tile(
        f"item.{item.code}",
        item.short(language),
        _within(limit(item.promised_limit, language), language),
        _KIND_ICONS.get(item.kind, item.kind),
        _badges(state, item, why),
        not greyed,
        say(f"tile-{why.value}") if why and greyed else "",
    )


@cache
def _within(time: str, language: Language) -> str:
    """Within what time an item is done; few different ones stand on many tiles."""
    return speaker(language)("tile-limit", limit=time)


def _badges(state: State, item: Item, why: Obstacle | None) -> tuple[str, ...]:
    say = speaker(state.session.language)
    badges = []
    if why is Obstacle.NO_FLOW:
        badges.append(say("tile-no-flow"))
    if item.visits_required:
        badges.append(say("tile-visit"))
    if why is None and not state.outside.online:
        badges.append(say("tile-works-offline"))
    return tuple(badges)


def _department(department: Department, language: Language) -> Tile:
    """A tile for a department: what its name has in brackets, or behind "and", stands below it."""
    english = language is Language.ENGLISH
    name, between, more = department.name(language).partition(" and " if english else "（")
    hint = f"{between}{more}".strip() if english else more.rstrip("）")
    return Tile(f"department.{department.code}", name, hint, department.icon)
