"""Draws the journeys from their state machine: `python -m kiosk.journeys.diagram DIR` writes one page for each flow.

Every page of a journey is reached by walking `step`; an edge is drawn when some input or event leads along it.
"""

import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from config.catalogue import Catalogue, Item
from config.catalogue.load import demonstration
from config.settings import Settings
from kiosk.events import Event
from kiosk.events.holder_check import CodeChecked, CodeNotSent
from kiosk.events.printing import PrintEnded
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged, TimedOut
from kiosk.journeys import State, start, step, view
from kiosk.journeys.acts import PLAN as OWN_CASES
from kiosk.journeys.exploring.happenings import happenings
from kiosk.journeys.exploring.inputs import inputs
from kiosk.journeys.exploring.specimens import CASES
from kiosk.journeys.phases.browsing import Guide, Home, Shelf
from kiosk.journeys.phases.cases import CaseOpen, ConfirmingAct, NoticeOpen
from kiosk.journeys.phases.documents import (
    AboutDocument,
    DocumentEnded,
    DocumentRefused,
    FetchingDocument,
    NoDocuments,
    PrintingDocument,
)
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.phases.form import Asking, Capturing
from kiosk.journeys.phases.holder_check import CodeEntry
from kiosk.journeys.phases.lookups import Found, LookingUp, NotFound
from kiosk.journeys.phases.money import Bills, Closing, NoBills, NotCharged, Paying, PaymentEnded
from kiosk.journeys.phases.opening import Consent, PresentingCard, ReadingDocumentKey
from kiosk.journeys.phases.overlays import (
    Adjusting,
    ChoosingLanguage,
    Helping,
    Leaving,
    Listening,
    StillThere,
)
from kiosk.journeys.phases.participation import (
    ConfirmingMarks,
    Marking,
    NotTaken,
    ReadingMatter,
    TookPart,
)
from kiosk.journeys.phases.sending import Deciding, Finished, Recording, Signing
from kiosk.journeys.phases.slots import ChoosingDay, FindingSlots
from kiosk.journeys.plan import plan
from screens.views.inputs import Drawn, Edited, Touched

Edge = tuple[str, str, str]
"""From which phase, to which, on what."""

_DAY = date(2026, 11, 25)
_COMMON = (Adjusting, ChoosingLanguage, Helping, Leaving, Listening, StillThere)
_TITLES = {
    "apply_full": "Applying with a network",
    "apply_full_offline": "Applying without a network",
    "organisation": "Applying for an organisation",
    "apply_instant": "Applying for what is decided at once",
    "report": "Reporting with a network",
    "report_offline": "Reporting without a network",
    "appoint": "Booking a time",
    "query": "Asking what is held about oneself",
    "query_public": "Reading what is published",
    "pay": "Paying a bill",
    "vote": "Voting",
    "consult": "Having one's say",
    "agency": "Entrusting an agent",
    "agency_revoke": "Seeing and revoking what one has entrusted",
    "print": "Printing a document",
    "cases": "One's own cases, and what is asked of them",
}
_EXAMPLES = {
    "apply_full": "MZ-001",
    "organisation": "RS-016",
    "apply_instant": "RS-008",
    "report": "CP-001",
    "appoint": "CP-018",
    "query": "PY-012",
    "query_public": "CP-006",
    "pay": "PY-007",
    "vote": "CP-004",
    "consult": "CP-003",
    "agency": "CP-013",
    "agency_revoke": "CP-014",
    "print": "CP-011",
    "cases": "CP-009",
}
_OF_CASES = ("CP-002", "CP-009", "CP-010", "CP-012", *(case.item for case in CASES))
_SHORT_FORM = {"form": ("contact", "declaration")}
_FEW_MATERIALS = ("id_card", "bank_book")


@dataclass(frozen=True, slots=True)
class Flow:
    """One flow, with the item that stands for all that use it and the state from which it is explored."""

    name: str
    item: Item
    state: State

    @property
    def online(self) -> bool:
        """Whether there is a network."""
        return self.state.outside.online


def main(arguments: list[str]) -> int:
    """Write the pages into a folder; returns 0, or 2 when none is named."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)  # noqa: T201  # a command
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, "utf-8")
    return 0


def pages() -> dict[str, str]:
    """Return the pages by their file names."""
    drawn = {f"{name}.md": page(flow(name)) for name in _TITLES}
    return {"README.md": _contents(), **drawn}


def flow(name: str) -> Flow:
    """Return a flow of the demonstration catalogue, with an item of few questions and papers."""
    catalogue = demonstration()
    item = catalogue.by_code[_EXAMPLES[name.removesuffix("_offline")]]
    if item.flow in {"apply_full", "apply_instant"}:
        few = tuple(need for need in item.materials if need.ref in _FEW_MATERIALS)
        item = item.model_copy(update={**_SHORT_FORM, "materials": few})
    items = (
        tuple(catalogue.by_code[code] for code in dict.fromkeys(_OF_CASES)) if name == "cases" else (item,)
    )
    shown = Catalogue.model_construct(**{**dict(catalogue), "items": items})
    state = start(Settings(), shown, _DAY, "GZ000")
    if name == "organisation":
        state, _ = step(state, DeviceChanged(DeviceClass.SCANNER, working=True))
    return Flow(name, item, step(state, NetworkChanged(not name.endswith("_offline")))[0])


@cache
def edges(name: str) -> frozenset[Edge]:
    """Return every edge of a flow's journey; walked once."""
    if name != "cases":
        return explore(flow(name).state)
    home, _ = step(flow(name).state, Touched("start"))
    asked, _ = step(home, Touched("mine"))
    return explore(asked, (Home, Guide)) | {(_name(home), _name(asked), "mine")}


def explore(state: State, beyond: tuple[type, ...] = ()) -> frozenset[Edge]:
    """Return every edge of a journey; states that differ only in what was entered count as one. What lies `beyond` phases is not walked."""
    edges: set[Edge] = set()
    seen, waiting = {_key(state)}, [state]
    while waiting:
        here = waiting.pop(0)
        for event in (*inputs(view(here)), *happenings(here)):
            after, _ = step(here, event)
            edges.add((_name(here), _name(after), _label(event)))
            if _key(after) not in seen and not isinstance(after.phase, beyond):
                seen.add(_key(after))
                waiting.append(after)
    return frozenset(edges)


def page(drawn: Flow) -> str:
    """Return the page of a flow: its stages, its diagram, and what is true of every page."""
    passed = plan(drawn.state.outside.catalogue, drawn.item, online=drawn.online)
    stages = " → ".join(stage.value for stage in (OWN_CASES if drawn.name == "cases" else passed))
    return "\n".join(
        (
            f"# {_TITLES[drawn.name]}",
            "",
            f"Flow `{_flow_name(drawn)}`, walked with a short form of {drawn.item.code} ({drawn.item.name_en}).",
            f"Stages: {stages}.",
            "",
            "```mermaid",
            *_mermaid(edges(drawn.name)),
            "```",
            "",
            "Not drawn: what leads back to the same phase; and from every page on which the terminal waits for the resident,",
            "`leave` leads out (by way of `Leaving` when something would be lost), `display` leads to `Adjusting` and `voice` to `Listening` and back, and time",
            "over leads to `StillThere`, which returns to the page or ends the session. Every way out goes through `Goodbye`, where everything is wiped.",
            "",
            "Made by `make diagrams` from `kiosk/journeys`; a test compares.",
            "",
        )
    )


def _flow_name(drawn: Flow) -> str:
    return drawn.item.flow if drawn.online else drawn.item.flow_offline or ""


def _contents() -> str:
    lines = (f"- [{title}]({name}.md)" for name, title in _TITLES.items())
    return "\n".join(("# Journeys, drawn from their state machine", "", *lines, ""))


def _mermaid(edges: frozenset[Edge]) -> list[str]:
    """The edges worth drawing, those between the same two phases on one line."""
    labels: dict[tuple[str, str], set[str]] = {}
    common = {kind.__name__ for kind in _COMMON}
    for source, target, label in edges:
        shortcut = target == Goodbye.__name__ and label == "leave"
        if source != target and not {source, target} & common and not shortcut:
            labels.setdefault((source, target), set()).add(label)
    lines = [
        f"    {one} --> {other}: {', '.join(sorted(why))}" for (one, other), why in sorted(labels.items())
    ]
    return ["stateDiagram-v2", "    [*] --> Attract", *lines]


def _name(state: State) -> str:
    return type(state.phase).__name__


def _label(event: Event) -> str:  # noqa: PLR0911  # one a kind of event
    """An event in a word or two: for a touch what was touched, without which one."""
    match event:
        case Touched(id):
            return id.replace(":", ".").split(".", maxsplit=1)[0].replace("_", " ")
        case Edited() | Drawn():
            return "typed" if isinstance(event, Edited) else "drawn"
        case TimedOut():
            return "time over"
        case CodeChecked(_, outcome):
            return f"CodeChecked {outcome}"
        case CodeNotSent(_, reason):
            return f"CodeNotSent {reason}"
        case PrintEnded(_, paper):
            return f"PrintEnded {paper.value}"
        case _:
            return type(event).__name__


def _key(state: State) -> tuple[object, ...]:
    """What makes a state worth looking at: the page, what of it has been done, what the session has."""
    session = state.session
    done = (
        session.consented,
        session.card is None,
        session.whom,
        session.agent is None,
        session.organisation and session.organisation.authority,
        session.asked,
        session.papers_seen,
        session.detour is None,
    )
    held = (
        session.holder and session.holder.outcome,
        len(session.pictures),
        len(session.instead),
        len(session.signed),
    )
    asked = session.about and (session.about.place, session.about.act)
    return _name(state), *_of_page(state), *done, *held, asked, session.kept is None, bool(session.plan)


def _of_page(state: State) -> tuple[object, ...]:  # noqa: PLR0911, PLR0912  # one a phase
    match state.phase:
        case Home() | Shelf() as place:
            return (place,)
        case Consent():
            return (state.session.ticked,)
        case CaseOpen(place) | NoticeOpen(place):
            return (place,)
        case ConfirmingAct(place, act):
            return place, act
        case PresentingCard(stage=stage):
            return (stage,)
        case ReadingDocumentKey(reading=reading, trouble=trouble):
            return reading is None, trouble
        case Asking(question, draft):
            return question.id, bool(draft.text), draft.step, len(draft.codes)
        case Capturing(pages=taken, taking=taking):
            return len(taken), taking is None
        case CodeEntry(text=text):
            return (len(text),)
        case Signing(name=name, strokes=strokes):
            return name, bool(strokes)
        case Recording(slow=slow):
            return (slow,)
        case FindingSlots(gone=gone) | ChoosingDay(gone=gone):
            return (gone,)
        case LookingUp(list_=list_) | NotFound(list_=list_):
            return (list_ is None,)
        case Found(sheet, list_, printing):
            return bool(sheet.revoke), list_ is None, printing and printing.paper
        case Deciding(decision=decision):
            return (decision is None,)
        case Finished(fate, printing, decision):
            return type(fate), printing and printing.paper, decision and decision.outcome
        case NoBills(reason) | NotCharged(reason):
            return (reason,)
        case NoDocuments(reason) | DocumentRefused(reason=reason):
            return (reason,)
        case AboutDocument(document=document):
            return document.sealed, document.fee
        case FetchingDocument(copy=copy):
            return (copy,)
        case PrintingDocument(printing=printing):
            return (printing.copy,)
        case DocumentEnded(printing=printing, taken=taken, reminded=reminded):
            return printing.paper, printing.code, printing.copy, taken, reminded
        case Bills(bills, trouble):
            return any(bill.locked for bill in bills), trouble
        case Paying(confirming=confirming):
            return (confirming,)
        case Closing(leaving=leaving):
            return (leaving,)
        case ReadingMatter(place):
            return (place,)
        case Marking(place, again):
            return place, again, len(state.session.marks)
        case ConfirmingMarks():
            return (len(state.session.marks),)
        case NotTaken(reason):
            return reason, state.session.matter is None
        case TookPart(printing=printing):
            return (printing and printing.paper,)
        case PaymentEnded(state=paid, printing=printing):
            return paid, printing and printing.paper
        case _:
            return ()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
