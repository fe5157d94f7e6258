"""The pages of printing a document: the list, one document, why it is not printed, and the paper."""

from typing import assert_never

from kiosk.document import Printable
from kiosk.events.printing import PRINTED_BEFORE, Paper
from kiosk.journeys.documents import (
    CHOSEN,
    can_print,
    next_is_copy,
    prints,
    waits_to_be_taken,
)
from kiosk.journeys.pages.frame import inner, leave, spoken, working
from kiosk.journeys.pages.paper import reason_of
from kiosk.journeys.phases.documents import (
    AboutDocument,
    DocumentEnded,
    DocumentRefused,
    Documents,
    FetchingDocument,
    FindingDocuments,
    NoDocuments,
    Printables,
    PrintingDocument,
)
from kiosk.journeys.state import State
from kiosk.journeys.wording import where_else, words_of
from kiosk.payment import yuan
from screens.views.choices import Choice, Option
from screens.views.frame import Action, Banner, Tone
from screens.views.listing import Listing, Row, RowGroup
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.waiting import Working


def view(state: State, phase: Printables) -> Working | Choice | Listing | Outcome:  # noqa: PLR0911  # one a phase
    """Return the page."""
    match phase:
        case FindingDocuments():
            return _working(state, "finding")
        case Documents():
            return _list(state, phase)
        case NoDocuments():
            return _none(state, phase)
        case AboutDocument():
            return _about(state, phase)
        case FetchingDocument():
            return _working(state, "fetching")
        case DocumentRefused():
            return _refused(state, phase)
        case PrintingDocument():
            return _printing(state, phase)
        case DocumentEnded() if waits_to_be_taken(phase):
            return _take(state, phase)
        case DocumentEnded():
            return _ended(state, phase)
        case _:
            assert_never(phase)


def _working(state: State, what: str) -> Working:
    say = words_of(state.session.language, "print")
    return Working(
        page=f"print.{what}",
        title=say(what),
        lines=(say("one-moment"),),
        leave=leave(state),
        speech=spoken(say(what)),
        **working(state),
    )


def _list(state: State, phase: Documents) -> Choice:
    say = words_of(state.session.language, "print")
    return Choice(
        page="print.list",
        title=say("list"),
        lead=say("list-lead"),
        options=tuple(_option(state, place, one) for place, one in enumerate(phase.documents)),
        speech=spoken(say("list")),
        **inner(state, None),
    )


def _option(state: State, place: int, document: Printable) -> Option:
    say, language = words_of(state.session.language, "print"), state.session.language
    hints = [say("sheets", count=document.pages), _fee(state, document)]
    if not document.sealed:
        hints.append(say("not-sealed-hint"))
    return Option(f"{CHOSEN}{place}", document.title(language), " · ".join(hints), icon="document")


def _fee(state: State, document: Printable) -> str:
    say = words_of(state.session.language, "print")
    return say("fee", amount=yuan(document.fee)) if document.fee else say("free")


def _validity(state: State, document: Printable) -> str:
    return document.valid_until or words_of(state.session.language, "print")("no-end")


def _none(state: State, phase: NoDocuments) -> Outcome:
    """There is nothing to print, or the platform does not say; where else to ask."""
    say = words_of(state.session.language, "print")
    steps = (say(f"none-{phase.reason}"), where_else(state.outside.settings.site, state.session.language))
    again = phase.reason == "offline"
    return Outcome(
        page=f"print.none.{phase.reason}",
        title=say("none"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("nothing-printed"),
        next_steps=steps,
        primary=Action("again", say("again")) if again else Action("done", say("done")),
        speech=spoken(say("nothing-printed"), *steps),
        **inner(state, None),
    )


def _about(state: State, phase: AboutDocument) -> Listing:
    """What it is, how many sheets, what it costs, how long it is good; why it cannot be printed when it cannot."""
    say, language, document = (
        words_of(state.session.language, "print"),
        state.session.language,
        phase.document,
    )
    why = _why_not(state, document)
    rows = (
        Row(say("office"), document.office(language)),
        Row(say("pages"), say("sheets", count=document.pages)),
        Row(say("costs"), _fee(state, document)),
        Row(say("issued"), document.issued_on),
        Row(say("valid"), _validity(state, document)),
        Row(say("proof"), say("proof-is")),
    )
    return Listing(
        page="print.about",
        title=document.title(language),
        lead=say("about-lead"),
        error=why,
        groups=(RowGroup("", rows),),
        primary=Action("print", say("print"), not why, why),
        speech=spoken(
            why, document.title(language), say("sheets", count=document.pages), _fee(state, document)
        ),
        **inner(state, None),
    )


def _why_not(state: State, document: Printable) -> str:
    """Why a document cannot be printed here now, with where else; empty when it can."""
    say = words_of(state.session.language, "print")
    where = where_else(state.outside.settings.site, state.session.language)
    if can_print(state, document):
        return ""
    if not document.sealed:
        return say("refused-unsealed", where=where)
    if document.fee:
        return say("not-free", where=where)
    return say("refused-offline") if prints(state) else say("refused-printer", where=where)


def _refused(state: State, phase: DocumentRefused) -> Outcome:
    """Nothing was printed and nothing charged; why, and what to do."""
    say, site = words_of(state.session.language, "print"), state.outside.settings.site
    step = say(f"refused-{phase.reason}", where=where_else(site, state.session.language))
    again = can_print(state, phase.document) and phase.reason in {"offline", "printer"}
    return Outcome(
        page=f"print.refused.{phase.reason}",
        title=say("refused"),
        kind=OutcomeKind.NOT_DONE,
        sentence=say("nothing-printed"),
        next_steps=(step,),
        primary=Action("again", say("again")) if again else Action("done", say("done")),
        speech=spoken(say("nothing-printed"), step),
        **inner(state, None),
    )


def _printing(state: State, phase: PrintingDocument) -> Working:
    say = words_of(state.session.language, "print")
    return Working(
        page="print.printing",
        title=say("printing"),
        lead=say("printing-lead"),
        done=(say("checked"),),
        lines=(say("printing-sheets", count=phase.document.pages),),
        speech=spoken(say("printing"), say("printing-lead")),
        **working(state),
    )


def _take(state: State, phase: DocumentEnded) -> Outcome:
    """The paper lies in the printer: it is not left there."""
    say = words_of(state.session.language, "print")
    sentence = say("take-sentence", count=phase.document.pages)
    frame = working(state)
    if phase.reminded:
        frame["banners"] = (*frame["banners"], Banner(Tone.WARNING, say("take-reminder")))
    return Outcome(
        page="print.take",
        title=say("take"),
        kind=OutcomeKind.DONE,
        sentence=sentence,
        next_steps=(say("take-count", count=phase.document.pages), say("take-card")),
        primary=Action("taken", say("taken")),
        speech=spoken(say("take-reminder") if phase.reminded else "", sentence),
        **frame,
    )


def _ended(state: State, phase: DocumentEnded) -> Outcome:
    """What became of the paper, in words that are true; another one only on wish."""
    say, language = words_of(state.session.language, "print"), state.session.language
    how, kind = _how(phase)
    steps = tuple(_steps(state, phase, how))
    return Outcome(
        page=f"print.{how}",
        title=say(f"{how}-title"),
        kind=kind,
        sentence=say(f"{how}-sentence"),
        lead=phase.document.title(language),
        next_steps=steps,
        primary=Action("done", say("done")),
        secondary=_again(state, phase),
        speech=spoken(say(f"{how}-sentence"), *steps),
        **inner(state, None),
    )


def _how(phase: DocumentEnded) -> tuple[str, OutcomeKind]:
    match phase.printing.paper:
        case Paper.PRINTED:
            return "printed", OutcomeKind.DONE
        case Paper.FAILED:
            before = phase.printing.code == PRINTED_BEFORE
            return ("before" if before else "failed"), OutcomeKind.NOT_DONE
        case _:
            return "unknown", OutcomeKind.PAPER_UNKNOWN


def _steps(state: State, phase: DocumentEnded, how: str) -> list[str]:
    say = words_of(state.session.language, "print")
    where = where_else(state.outside.settings.site, state.session.language)
    match how:
        case "printed":
            return [say("printed-valid", until=_validity(state, phase.document)), say("printed-proof")]
        case "failed":
            reason = reason_of(state, phase.printing.code)
            return [say("failed-reason", reason=reason), say("failed-sheets"), where]
        case _:
            return [say(f"{how}-next"), where]


def _again(state: State, phase: DocumentEnded) -> Action | None:
    """Another try, or a copy that says that it is one."""
    say = words_of(state.session.language, "print")
    if not can_print(state, phase.document):
        return None
    return Action("print", say("copy" if next_is_copy(phase) else "again"))
