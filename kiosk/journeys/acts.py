"""What may be asked of a case: which item of the catalogue does it, what is asked for it, what belongs to it."""

from dataclasses import dataclass, replace

from kiosk.case_file import Act, CaseFile
from kiosk.journeys.plan import Stage
from kiosk.journeys.session import About, Session
from kiosk.journeys.state import State

PROGRESS = "CP-009"
"""The item by which residents follow their cases; withdrawing and cancelling belong to it."""


@dataclass(frozen=True, slots=True)
class Way:
    """How an act is done: the item ("" for the case's own), the stages to go through."""

    item: str
    stages: tuple[Stage, ...]
    online: bool = False


WAYS = {
    Act.SUPPLEMENT: Way(
        "CP-010", (Stage.QUESTIONS, Stage.MATERIALS, Stage.REVIEW, Stage.SIGNATURE, Stage.SUBMIT)
    ),
    Act.REBOOK: Way("", (Stage.HOLDER_CHECK, Stage.SLOT, Stage.SUBMIT), online=True),
    Act.CANCEL: Way(PROGRESS, (Stage.HOLDER_CHECK, Stage.SUBMIT), online=True),
    Act.WITHDRAW: Way(PROGRESS, (Stage.HOLDER_CHECK, Stage.SUBMIT), online=True),
    Act.RATE: Way("CP-012", (Stage.SUBMIT,)),
    Act.COMPLAIN: Way("CP-002", (Stage.QUESTIONS, Stage.REVIEW, Stage.SUBMIT)),
}

_KNOWN_SETS = frozenset({"case_lookup", "rated_case"})
"""The field sets that ask which case it is about."""

_OF_COMPLAINT = frozenset({"complaint.target", "complaint.about_case"})


def case_of(session: Session) -> CaseFile | None:
    """Return the case of which something is asked; None when nothing is."""
    return session.cases[session.about.place] if session.about else None


def left_out(session: Session) -> frozenset[str]:
    """Return the field sets that need not be asked: which case it is about is known."""
    return _KNOWN_SETS if session.about or session.rated else frozenset()


def settled(session: Session) -> frozenset[str]:
    """Return the questions whose answers are known: what a complaint about a case is about."""
    return _OF_COMPLAINT if session.about else frozenset()


def known(state: State) -> dict[str, object]:
    """Return what the case itself answers, by field key."""
    case = case_of(state.session)
    if case is None:
        return {}
    item = state.outside.catalogue.by_code.get(case.item)
    about = item.name(state.session.language) if item else case.number
    return {"about_case": case.number, "target": about[:80]}


def missing(session: Session) -> tuple[str, ...]:
    """Return the keys of the papers that are photographed for a case: those that were asked for."""
    case = case_of(session)
    if case is None or session.about is None or session.about.act is not Act.SUPPLEMENT:
        return ()
    return tuple(one.material for one in case.missing)


def offered(state: State, case: CaseFile) -> tuple[Act, ...]:
    """Return what can be asked of a case here: the platform allows it, and the catalogue has what does it."""
    codes = state.outside.catalogue.by_code
    return tuple(
        act for act in case.acts if (WAYS[act].item or case.item) in codes and _can(state, case, act)
    )


def possible(state: State, act: Act) -> bool:
    """Whether it can be asked at this moment: what gives something away or takes a time needs the network."""
    return not state.outside.closed and (state.outside.online or not WAYS[act].online)


def beginning(session: Session, place: int, act: Act) -> Session:
    """Return the session in which an act is done: who it is stays, nothing else does."""
    way = WAYS[act]
    return replace(
        carried(session), item=way.item or session.cases[place].item, plan=way.stages, about=About(place, act)
    )


def carried(session: Session) -> Session:
    """Return a session with the resident's cases, and who the resident is."""
    return replace(
        session.for_own(),
        item=PROGRESS,
        place=session.place,
        plan=PLAN,
        ticked=session.ticked,
        consented=session.consented,
        card=session.card,
        holder=session.holder,
        cases=session.cases,
    )


PLAN = (Stage.CONSENT, Stage.SIGN_IN, Stage.CASES)
"""The way to one's cases."""


def _can(state: State, case: CaseFile, act: Act) -> bool:
    """A paper that this catalogue does not know cannot be photographed under its name."""
    materials = state.outside.catalogue.materials
    return act is not Act.SUPPLEMENT or all(one.material in materials for one in case.missing)
