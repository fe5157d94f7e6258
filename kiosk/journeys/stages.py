"""Which stages of an application have something to do, and which are done."""

from kiosk.journeys import form
from kiosk.journeys.case import answers, context, is_given, mobile, needs
from kiosk.journeys.materials import Way
from kiosk.journeys.plan import Stage
from kiosk.journeys.session import Holder
from kiosk.journeys.sign_in_ways import accepted, way_of
from kiosk.journeys.state import State
from kiosk.journeys.whom import offered


def applies(state: State, stage: Stage) -> bool:
    """Whether a stage of the plan has a page for this resident."""
    if stage is Stage.MATERIALS:
        return any(need.way is Way.CAMERA for need in needs(state))
    if stage is Stage.FOR_WHOM and state.session.whom is None:
        return stage in state.session.plan and len(offered(state.outside, state.item)) > 1
    return stage in state.session.plan


def complete(state: State, stage: Stage) -> bool:  # noqa: PLR0911  # one a stage
    """Whether a stage is done, so that going on passes it by."""
    session = state.session
    match stage:
        case Stage.CONSENT:
            return session.consented
        case Stage.SIGN_IN:
            return session.card is not None and (
                not session.stays or way_of(session.card) in accepted(state.item)
            )
        case Stage.FOR_WHOM:
            return session.whom is not None
        case Stage.ORGANISATION:
            return session.organisation is not None and session.organisation.covers(state.item.owner)
        case Stage.QUESTIONS:
            return session.asked and not form.missing(context(state), answers(state))
        case Stage.MATERIALS:
            return session.papers_seen and papers_complete(state)
        case Stage.HOLDER_CHECK:
            return session.holder is not None and _is_proved(session.holder, mobile(state))
        case _:
            return False


def _is_proved(holder: Holder, number: str) -> bool:
    """Whether the check that was made counts: to the number that was entered, or to the one that offices know."""
    return holder.mobile == number or (holder.outcome == "verified" and not holder.mobile)


def papers_complete(state: State) -> bool:
    """Whether every paper that must be there is there, or something that may stand in for it."""
    return all(is_given(state, need) for need in needs(state))
