"""From the attract page to an item: home, shelves of items, search."""

from kiosk.catalogue.home import Group
from kiosk.events import CardPresented, CardReading, Event
from kiosk.journeys.phases import Attract, Home, Searching, Shelf, ShelfKind
from kiosk.journeys.state import State
from screens.views import Edited, Touched

_LONGEST_QUERY = 60


def attract(state: State, _phase: Attract, event: Event) -> State:
    """Touching anywhere starts; so does a card, which signs nobody in."""
    match event:
        case Touched("start") | CardPresented() | CardReading():
            return state.at(Home())
        case _:
            return state


def home(state: State, _phase: Home, event: Event) -> State:
    """Open a shelf, or search."""
    match event:
        case Touched("search"):
            return state.at(Searching())
        case Touched(id):
            shelf = _shelf(state, id)
            return state.at(shelf) if shelf else state
        case _:
            return state


def shelf(state: State, _phase: Shelf, event: Event) -> State:
    """Go back."""
    return state.at(Home()) if event == Touched("back") else state


def searching(state: State, _phase: Searching, event: Event) -> State:
    """Take what is typed, go back."""
    match event:
        case Touched("back"):
            return state.at(Home())
        case Edited(text):
            return state.at(Searching(text[:_LONGEST_QUERY]))
        case _:
            return state


def _shelf(state: State, touched: str) -> Shelf | None:
    """The shelf behind a tile of the home page, if it is one."""
    kind, _, code = touched.partition(".")
    catalogue = state.outside.catalogue
    known = {
        ShelfKind.DEPARTMENT.value: {department.code for department in catalogue.departments},
        ShelfKind.GROUP.value: {group.value for group in Group},
        ShelfKind.EVENT.value: {event.code for event in catalogue.life_events},
    }
    return Shelf(ShelfKind(kind), code) if code in known.get(kind, ()) else None
