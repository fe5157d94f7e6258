"""How it ended, in one of the truthful sentences, with the number, the paper and what happens next."""

from datetime import datetime

from kiosk.case_file import Act
from kiosk.decision import GRANTED, REFUSED, STAFF
from kiosk.events.sending import Delivered, Refused
from kiosk.events.world import DeviceClass
from kiosk.journeys.due import answer_by, days_to_answer
from kiosk.journeys.form.dates import day as written
from kiosk.journeys.outcome import can_print, is_copy, kept_by
from kiosk.journeys.pages.frame import another, spoken, working
from kiosk.journeys.pages.paper import banner, failed
from kiosk.journeys.paperwork import follow_up, has_receipt
from kiosk.journeys.phases.sending import Finished
from kiosk.journeys.plan import is_instant
from kiosk.journeys.state import State
from kiosk.journeys.wording import listed, speaker, where_else
from screens.views.frame import Action, Banner
from screens.views.listing import Row
from screens.views.outcome import Outcome, OutcomeKind

_DECIDED = {GRANTED: "granted", REFUSED: "not-granted", STAFF: "staff"}


def view(state: State, phase: Finished) -> Outcome:
    """Return the outcome page."""
    say = speaker(state.session.language)
    delivered = phase.fate if isinstance(phase.fate, Delivered) else None
    how = _how(state, phase)
    about = "-appoint" if kept_by(state).booked else ""
    sentence = _sentence(state, phase, f"outcome-{how}-sentence{about}")
    return Outcome(
        page=f"outcome.{how}",
        title=say(f"outcome-{how}-title{about}"),
        kind=_kind(phase),
        sentence=sentence,
        reference=delivered.case_number if delivered else kept_by(state).reference,
        reference_label=say("outcome-case" if delivered else "outcome-reference"),
        rows=tuple(_rows(state, delivered)),
        next_steps=tuple(_steps(state, phase)),
        paper=_paper(state, phase),
        qr=follow_up(state, kept_by(state), phase.fate),
        primary=Action("done", say("done")),
        secondary=_print(state, phase),
        speech=spoken(sentence, *_steps(state, phase)),
        **working(state),
    )


def _kind(phase: Finished) -> OutcomeKind:
    if phase.decision and phase.decision.outcome == REFUSED:
        return OutcomeKind.NOT_DONE
    return OutcomeKind.DONE if isinstance(phase.fate, Delivered) else OutcomeKind.SAVED


def _sentence(state: State, phase: Finished, text: str) -> str:
    say, language = speaker(state.session.language), state.session.language
    return say(text, reason=phase.decision.reason.said(language)) if phase.decision else say(text)


def _how(state: State, phase: Finished) -> str:
    """Which sentence: `done`, `saved`, or `refused` (kept here, and the staff will look after it).

    What is decided at once: `granted`, `not-granted`, `staff` (people must look first), `late` (it took too long).
    """
    match phase.fate:
        case Delivered() if phase.decision:
            return _DECIDED[phase.decision.outcome]
        case Delivered() if is_instant(state.item, online=True):
            return "late"
        case Delivered():
            return "done"
        case Refused():
            return "refused"
        case None:
            return "saved"


def _rows(state: State, delivered: Delivered | None) -> list[Row]:
    say = speaker(state.session.language)
    kept = kept_by(state)
    of_case = kept.act is not None and not kept.booked
    rows = [] if of_case else [Row(say("outcome-item"), state.item.name(state.session.language))]
    moment = delivered.received_at if delivered else kept.recorded_at
    if moment:
        label = "outcome-received-at" if delivered else "outcome-kept-at"
        rows.append(Row(say(label), _local(moment, kept.recorded_at)))
    if kept.booked or of_case:
        number = delivered.case_number if delivered else ""  # it stands on the page already
        details = kept.details[state.session.language]
        rows += [Row(label, value) for label, value in details if value != number]
    if delivered:
        rows.append(Row(say("outcome-reference"), kept.reference))
    return rows


def _local(moment: str, here: str) -> str:
    """A moment as the clock on the wall shows it, to the minute."""
    zone = datetime.fromisoformat(here).tzinfo
    return f"{datetime.fromisoformat(moment).astimezone(zone):%Y-%m-%d %H:%M}"


def _steps(state: State, phase: Finished) -> list[str]:
    """What to do and what to expect; received is never called accepted (收件 is not 受理)."""
    say, language = speaker(state.session.language), state.session.language
    hotline = state.outside.settings.site.hotline
    how = _how(state, phase)
    if how == "not-granted" and phase.decision:
        return [phase.decision.remedy.said(language), where_else(state.outside.settings.site, language)]
    if how == "granted":
        terms = state.outside.catalogue.term
        ways = listed(language, tuple(terms("delivery", one, language) for one in state.item.result.delivery))
        return [say("outcome-granted-next", ways=ways), say("outcome-ask", hotline=hotline)]
    steps = [say(f"outcome-{how}-next{_suffix(state)}", hotline=hotline)]
    if by := _answer_by(state, phase):
        steps.append(by)
    if to_bring := kept_by(state).to_bring:
        names = tuple(state.outside.catalogue.materials[key].name(language) for key in to_bring)
        steps.append(say("outcome-bring", papers=listed(language, names)))
    if kept_by(state).to_sign:
        steps.append(say("outcome-sign"))
    return [*steps, say("outcome-ask", hotline=hotline)]


def _answer_by(state: State, phase: Finished) -> str:
    """By when the office must answer; empty while only this terminal has it, or nothing of that kind is promised."""
    say, kept = speaker(state.session.language), kept_by(state)
    if not isinstance(phase.fate, Delivered) or not days_to_answer(state, kept):
        return ""
    day = answer_by(state, kept, phase.fate)
    if day is None:
        return say("outcome-answer-by-told")
    return say("outcome-answer-by", day=written(state.session.language, day.isoformat()))


_OWN_WORDS = (Act.WITHDRAW, Act.CANCEL, Act.RATE)
"""Of what is asked of a case, what is not answered like an application or a report."""


def _suffix(state: State) -> str:
    kept = kept_by(state)
    if kept.booked:
        return "-appoint"
    if kept.act in _OWN_WORDS:
        return f"-{kept.act.value}"
    return "-report" if state.item.flow == "report" else ""


def _paper(state: State, phase: Finished) -> Banner | None:
    """What is known about the receipt; without one, that the number is to be noted down."""
    if phase.printing:
        return banner(state, phase.printing, "receipt")
    if not has_receipt(state.item, kept_by(state), phase.fate):
        return None
    return failed(state, state.outside.trouble(DeviceClass.PRINTER), "receipt")


def _print(state: State, phase: Finished) -> Action | None:
    """A second try, once the printer works again; a copy when a paper may have come out; else another matter."""
    if not can_print(state, phase):
        return another(state)
    text = "outcome-copy" if is_copy(phase) else "outcome-print"
    return Action("print", speaker(state.session.language)(text))
