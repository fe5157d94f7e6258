"""What is known about the application in hand, worked out of the session: form context, answers, papers, mobile."""

from datetime import date

from config.catalogue import FieldType
from config.catalogue.expressions import holds
from kiosk.journeys import acts, form, materials, organisations, shared
from kiosk.journeys.form import Answers, Context
from kiosk.journeys.materials import Need, Way
from kiosk.journeys.state import State
from kiosk.journeys.whom import Whom, entrusts, is_for_organisations


def context(state: State) -> Context:
    """Return what the form is filled in for."""
    session, outside, item = state.session, state.outside, state.item
    verified = session.holder is not None and session.holder.outcome == "verified"
    return Context(
        catalogue=outside.catalogue,
        item=item,
        language=session.language,
        today=outside.today,
        card=session.card,
        region=outside.settings.site.region,
        signin_level="L0" if session.card is None else "L2" if verified else "L1",
        mode=mode(state),
        agent_card=session.agent.card if session.agent else None,
        left_out=acts.left_out(session),
        settled=acts.settled(session) | shared.used(session) | organisations.settled(session),
        earlier=session.given,
    )


def mode(state: State) -> str:
    """Return in which mode a form is filled in: `self`, `agency` for somebody else, `legal` for an organisation.

    Whoever entrusts a matter does so for themselves, also when the agent is there.
    """
    if is_for_organisations(state.item) or state.session.whom is Whom.ORGANISATION:
        return "legal"
    acting = state.session.agent is not None and not entrusts(state.outside.catalogue, state.item)
    return "agency" if acting else "self"


def known(state: State) -> dict[str, object]:
    """Return what need not be asked, by field key: for which body an agent acts, what the register says of an organisation."""
    agent = state.session.agent
    body = {"entrust_agent": agent.standing.agent} if agent and agent.standing else {}
    return {**body, **organisations.known(state.session)}


def answers(state: State) -> Answers:
    """Return the answers so far; none before the first question."""
    return state.session.answers or Answers()


def with_answers(state: State, given: Answers | None, **changes: object) -> State:
    """Return the state with other answers and the sections of the form that these make, and changes to the session."""
    sections = form.sections(context(state), given or Answers())
    return state.having(answers=given, sections=sections, **changes)


def needs(state: State) -> tuple[Need, ...]:
    """Return the papers of the application, with those that the form's rules add for this resident."""
    item, catalogue = state.item, state.outside.catalogue
    if state.session.about:
        return tuple(materials.asked_for(catalogue, key) for key in acts.missing(state.session))
    listed = materials.needs(catalogue, item)
    known = {need.key for need in listed}
    case = {"mode": mode(state), "form": item.form, "applicant.age": _age(state)}
    rules = (rule for rule in catalogue.form_rules if rule.materials and holds(rule.when, case))
    added = dict.fromkeys(key for rule in rules for key in rule.materials if key not in known)
    whole = (*listed, *(materials.added(catalogue, item, key) for key in added))
    return organisations.lifted(state.session, shared.lifted(state.session, whole))


def _age(state: State) -> int | None:
    """How old the applicant is; None before that is known."""
    born = answers(state).values.get("applicant.birth_date")
    if not isinstance(born, str):
        return None
    day, today = date.fromisoformat(born), state.outside.today
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def is_given(state: State, need: Need) -> bool:
    """Whether nothing more is needed for a paper."""
    if need.way is not Way.CAMERA or not need.required or need.shareable:
        return True
    return need.key in state.session.pictures or need.key in state.session.instead


def mobile(state: State) -> str:
    """Return the first mobile number of the form; empty when none was given."""
    asked = form.questions(context(state), answers(state))
    numbers = (
        answers(state).value(one.id)
        for one in asked
        if one.field.type is FieldType.MOBILE and one.row is None
    )
    return next((number for number in numbers if isinstance(number, str)), "")
