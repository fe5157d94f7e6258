"""From the attract page to an item: home, shelves of items, search."""

from dataclasses import replace
from typing import assert_never

from kiosk.catalogue.home import Group
from kiosk.events import Event
from kiosk.events.cards import CardPresented, CardReading
from kiosk.events.world import DeviceClass
from kiosk.journeys import acts
from kiosk.journeys.attention import elder
from kiosk.journeys.phases.browsing import Attract, Guide, Home, Searching, Shelf, ShelfKind
from kiosk.journeys.phases.staff import StaffPin
from kiosk.journeys.state import State
from screens.later import loaded_when_used
from screens.views.inputs import Edited, Touched

with loaded_when_used():
    from kiosk.journeys import route, staff

Browsing = Attract | Home | Shelf | Searching

_LONGEST_QUERY = 60


def react(state: State, phase: Browsing, event: Event) -> State:  # noqa: PLR0911  # one for each way on
    """Return what an event makes of a page before an item is open."""
    match phase, event:
        case ((Attract() | Home() | Searching()), Touched("elder")):
            return elder(state)
        case Attract(), _:
            return _attract(state, event)
        case ((Home() | Shelf() | Searching()), Touched(id)) if id.startswith("item."):
            return open_item(state, phase, id.removeprefix("item."))
        case Home(), Touched(id):
            return _home(state, id)
        case ((Shelf() | Searching()), Touched("back")):
            return state.at(Home())
        case Searching(query), Touched("staff") if staff.is_asked_for(state, query):
            return state.at(StaffPin())
        case Searching(), Edited(text):
            return state.at(Searching(text[:_LONGEST_QUERY]))
        case ((Home() | Shelf() | Searching()), _):
            return state
        case _:
            assert_never(phase)


def open_item(state: State, place: Home | Shelf | Searching, code: str) -> State:
    """Open the guide of an item; every item has one, also what cannot be done here."""
    if code not in state.outside.catalogue.by_code:
        return state
    session = replace(state.session.for_next(), item=code, place=place)
    return State(state.outside, session, Guide(), state.entered, state.issued, commands=state.commands)


def _attract(state: State, event: Event) -> State:
    """Touching anywhere starts; so does a card, which signs nobody in."""
    match event:
        case Touched("start") | CardPresented() | CardReading():
            return state.at(Home())
        case _:
            return state


def has_cases(state: State) -> bool:
    """Whether one's own cases can be seen at this terminal at all: the catalogue has the item for it."""
    item = state.outside.catalogue.by_code.get(acts.PROGRESS)
    return item is not None and state.outside.offers(item)


def may_see_cases(state: State) -> bool:
    """Whether one's own cases can be asked for now: there is a network, and a reader to sign in with."""
    return has_cases(state) and state.outside.online and state.outside.works(DeviceClass.CARD_READER)


def _mine(state: State) -> State:
    """Begin the way to one's own cases."""
    session = replace(state.session.for_own(), item=acts.PROGRESS, place=Home(), plan=acts.PLAN)
    return route.begin(replace(state, session=session))


def _home(state: State, touched: str) -> State:
    """Open the shelf behind a tile, or search."""
    if touched == "search":
        return state.at(Searching())
    if touched in ("more", "back"):
        return state.at(Home(more=touched == "more" and state.appearance.elder))
    if touched == "mine" and may_see_cases(state):
        return _mine(state)
    kind, _, code = touched.partition(".")
    catalogue = state.outside.catalogue
    known = {
        ShelfKind.DEPARTMENT.value: {department.code for department in catalogue.departments},
        ShelfKind.GROUP.value: {group.value for group in Group},
        ShelfKind.EVENT.value: {event.code for event in catalogue.life_events},
    }
    return state.at(Shelf(ShelfKind(kind), code)) if code in known.get(kind, ()) else state
