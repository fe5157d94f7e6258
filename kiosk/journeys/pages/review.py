"""Everything once more, and the signature pad."""

from kiosk.journeys import form
from kiosk.journeys.case import answers, context, needs
from kiosk.journeys.materials import Way
from kiosk.journeys.pages.frame import inner, spoken
from kiosk.journeys.payload import given
from kiosk.journeys.phases import Reviewing, Signing
from kiosk.journeys.plan import Stage
from kiosk.journeys.review import may_send
from kiosk.journeys.signatures import signatures
from kiosk.journeys.stages import applies
from kiosk.journeys.state import State
from kiosk.journeys.wording import office, speaker
from screens.views import Action, Listing, Row, RowGroup, Sign


def reviewing(state: State, _phase: Reviewing) -> Listing:
    """Return every answer and paper, with a way to change it, and what happens next."""
    say = speaker(state.session.language)
    lead = say("review-lead", office=office(state.outside.catalogue, state.item, state.session.language))
    papers = _papers(state)
    return Listing(
        page="review",
        title=say("review-title"),
        lead=lead,
        groups=(*form.review(context(state), answers(state)), *((papers,) if papers.rows else ())),
        primary=_on(state, "review-sign" if applies(state, Stage.SIGNATURE) else "review-send"),
        speech=spoken(say("review-title"), lead),
        **inner(state, Stage.REVIEW),
    )


def signing(state: State, phase: Signing) -> Sign:
    """Return the pad, with what the signature is given for."""
    say, language = speaker(state.session.language), state.session.language
    title = say("sign-title-other", name=phase.signer) if phase.signer else say("sign-title")
    return Sign(
        page="sign",
        title=title,
        strokes=phase.strokes,
        summary=tuple(_summary(state, phase)),
        clear=Action("clear", say("sign-clear"), enabled=bool(phase.strokes)),
        error=say(phase.trouble) if phase.trouble else "",
        primary=_on(state, "sign-send" if _is_last(state, phase) else "sign-next"),
        speech=spoken(title, say("sign-for", item=state.item.name(language))),
        **inner(state, Stage.SIGNATURE),
    )


def _on(state: State, text: str) -> Action:
    """The way on; greyed while there is no network and the item cannot wait for one."""
    say = speaker(state.session.language)
    return (
        Action("next", say(text), True)
        if may_send(state)
        else Action("next", say(text), False, say("no-network-yet"))
    )


def _is_last(state: State, phase: Signing) -> bool:
    left = [
        one for one in signatures(state) if one.name not in state.session.signed and one.name != phase.name
    ]
    return not left


def _summary(state: State, phase: Signing) -> list[str]:
    """What is signed: the application, what the form asks a signature for, the papers signed here."""
    say, language = speaker(state.session.language), state.session.language
    own = not phase.signer
    mine = {
        path.partition(".")[0] for one in signatures(state) if one.name == phase.name for path in one.paths
    }
    sets = state.outside.catalogue.field_sets
    documents = [sets[name].title(language) for name in mine_in_order(state, mine)]
    documents += [need.material.name(language) for need in needs(state) if own and need.way is Way.SIGNED]
    lines = [say("sign-for", item=state.item.name(language))]
    return lines + [say("sign-document", name=name) for name in dict.fromkeys(documents)]


def mine_in_order(state: State, names: set[str]) -> list[str]:
    """Return names of field sets in the order of the form."""
    asked = dict.fromkeys(
        one.path.partition(".")[0] for one in form.signatures(context(state), answers(state))
    )
    return [name for name in asked if name in names]


def _papers(state: State) -> RowGroup:
    """What was given of each paper; one action leads back to the checklist."""
    say, session = speaker(state.session.language), state.session
    change = Action("change.materials", say("review-change")) if applies(state, Stage.MATERIALS) else None
    rows = []
    for need in needs(state):
        pages = len(session.pictures.get(need.key, ()))
        how = say("papers-pages", pages=pages) if pages else say(f"papers-{given(state, need)}")
        rows.append(
            Row(need.material.name(session.language), how, action=change if need.way is Way.CAMERA else None)
        )
    return RowGroup(say("papers-title"), tuple(rows))
