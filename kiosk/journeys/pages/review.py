"""Everything once more, and the signature pad."""

from kiosk.journeys import form
from kiosk.journeys.case import answers, context, needs
from kiosk.journeys.materials import Way
from kiosk.journeys.pages.frame import inner, spoken
from kiosk.journeys.payload import given
from kiosk.journeys.phases.sending import Reviewing, Signing
from kiosk.journeys.plan import Stage
from kiosk.journeys.review import may_send, may_sign_later
from kiosk.journeys.signatures import signatures
from kiosk.journeys.stages import applies
from kiosk.journeys.state import State
from kiosk.journeys.wording import listed, office, speaker
from screens.views.frame import Action
from screens.views.listing import Listing, Row, RowGroup
from screens.views.pictures import Sign


def reviewing(state: State, phase: Reviewing) -> Listing:
    """Return every answer and paper, with a way to change it, and what happens next."""
    say = speaker(state.session.language)
    lead = say("review-lead", office=office(state.outside.catalogue, state.item, state.session.language))
    papers, others = _papers(state), _others(state, phase)
    return Listing(
        page="review",
        title=say("review-title"),
        lead=lead,
        groups=(*others, *form.review(context(state), answers(state)), *((papers,) if papers.rows else ())),
        primary=_on(state, "review-sign" if applies(state, Stage.SIGNATURE) else "review-send"),
        speech=spoken(say("review-title"), lead, *(row.value for group in others for row in group.rows)),
        **inner(state, Stage.REVIEW),
    )


def _others(state: State, phase: Reviewing) -> tuple[RowGroup, ...]:
    """What the platform says of others who reported the same; nothing while it has not, or nobody did."""
    language = state.session.language
    return tuple(
        RowGroup(
            group.heading.said(language),
            tuple(Row(row.label.said(language), row.value.said(language)) for row in group.rows),
        )
        for group in (phase.similar.groups if phase.similar else ())
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
        secondary=Action("window", say("sign-window")) if may_sign_later(state) and may_send(state) else None,
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
    """What is signed: the application, and every document the signature is given for."""
    say, language = speaker(state.session.language), state.session.language
    lines = [say("sign-for", item=state.item.name(language))]
    documents = _documents(state, phase)
    return [*lines, say("sign-documents", names=listed(language, documents))] if documents else lines


def _documents(state: State, phase: Signing) -> tuple[str, ...]:
    """What the form asks this signature for, and for whoever applies the papers signed here; each once."""
    language, sets = state.session.language, state.outside.catalogue.field_sets
    paths = next(one.paths for one in signatures(state) if one.name == phase.name)
    names = [sets[path.partition(".")[0]].title(language) for path in paths]
    if not phase.signer:
        names += [need.material.name(language) for need in needs(state) if need.way is Way.SIGNED]
    return tuple(
        name for name in dict.fromkeys(names) if not any(name in other for other in names if other != name)
    )


def _papers(state: State) -> RowGroup:
    """What was given of each paper; one action leads back to the checklist."""
    say, session = speaker(state.session.language), state.session
    change = Action("change.materials", say("review-change")) if applies(state, Stage.MATERIALS) else None
    rows = []
    for need in needs(state):
        if need.way is Way.QUESTION:
            continue  # its pictures are among the answers
        pages = len(session.pictures.get(need.key, ()))
        how = say("papers-pages", pages=pages) if pages else say(f"papers-{given(state, need)}")
        rows.append(
            Row(need.material.name(session.language), how, action=change if need.way is Way.CAMERA else None)
        )
    return RowGroup(say("papers-title"), tuple(rows))
