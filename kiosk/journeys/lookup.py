"""Asking what the platform holds or publishes: a sheet, a sheet of one of its lines, a copy on paper."""

import json
from dataclasses import replace

from kiosk import receipts
from kiosk.commands.lookups import LookUp
from kiosk.commands.printing import PrintReceipt
from kiosk.events import Event
from kiosk.events.lookups import SheetFound, SheetNotFound
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceClass
from kiosk.journeys import form
from kiosk.journeys.case import answers, context
from kiosk.journeys.phases.lookups import Found, LookingUp, NotFound
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.state import State
from kiosk.sheet import Sheet
from screens.views.inputs import Touched

Lookup = LookingUp | Found | NotFound

MORE = "more:"
"""What the id of a line's action begins with; its place in the sheet follows, as a link may be personal."""


def ask(state: State, link: str = "", list_: Sheet | None = None) -> State:
    """Ask the platform for the sheet of the open item; `link` for one line of the sheet `list_`."""
    document, public = _document(state, link), is_public(state)
    state = state.commanding(lambda number: LookUp(number, state.session.item, document, public))
    return state.at(LookingUp(state.issued, link, list_))


def is_public(state: State) -> bool:
    """Whether the same is told to everybody: nobody signs in and nothing is asked. Only that is kept for later."""
    return state.item.sign_in == "L0" and not state.item.form


def links(sheet: Sheet) -> tuple[str, ...]:
    """Return the links of a sheet, in the order of its lines."""
    return tuple(row.link for group in sheet.groups for row in group.rows if row.link)


def can_print(state: State, phase: Found) -> bool:
    """Whether the sheet can be printed now: the printer works, and no other copy is on its way or may have come out."""
    free = phase.printing is None or phase.printing.paper is Paper.FAILED
    return free and state.outside.works(DeviceClass.PRINTER)


def react_waiting(state: State, phase: LookingUp, event: Event) -> State:
    """Return what an answer makes of the waiting; only the answer that is awaited counts."""
    match event:
        case SheetFound(command, sheet) if command == phase.command:
            return state.at(Found(sheet, phase.list_))
        case SheetNotFound(command, reason) if command == phase.command:
            return state.at(NotFound(reason, phase.link, phase.list_))
        case _:
            return state


def react_found(state: State, phase: Found, event: Event) -> State:
    """Return what an event makes of the sheet; going back from it is the route's."""
    match event:
        case Touched("print") if can_print(state, phase):
            return _print(state, phase)
        case Touched(touched) if touched.startswith(MORE):
            return _more(state, phase, touched.removeprefix(MORE))
        case PrintEnded(command, paper, code) if phase.printing and phase.printing.command == command:
            return state.at(replace(phase, printing=replace(phase.printing, paper=paper, code=code)))
        case _:
            return state


def _more(state: State, phase: Found, place: str) -> State:
    known = links(phase.sheet)
    if not place.isdecimal() or int(place) >= len(known):
        return state
    return ask(state, known[int(place)], phase.sheet)


def _document(state: State, link: str) -> str:
    session = state.session
    return json.dumps(
        {
            "form": form.document(context(state), answers(state)) if session.answers else {},
            "id_number": session.id_number,
            "holder_check": session.checked,
            "link": link,
        },
        ensure_ascii=False,
    )


def _print(state: State, phase: Found) -> State:
    """Print the sheet; a payment has its own slip (R_PAY), also when its result came after the resident had left."""
    outside, paid = state.outside, phase.sheet.paid
    language, catalogue, site = state.session.language.on_paper, outside.catalogue, outside.settings.site
    training = outside.settings.training
    receipt = (
        receipts.payment_slip(
            language, catalogue, catalogue.by_code.get(paid.item, state.item), site,
            bill=paid.bill, order=paid.order, state=paid.order.state,
            terminal_id=outside.terminal_id, training=training, copy=True,
        )
        if paid
        else receipts.sheet(language, catalogue, state.item, site, phase.sheet, training=training)
    )  # fmt: skip
    state = state.commanding(lambda number: PrintReceipt(number, receipt))
    return state.at(replace(phase, printing=Printing(state.issued)))
