"""Who has to sign what: whoever applies signs once for all documents, other adults of the household once each."""

from dataclasses import dataclass, field

from kiosk.journeys import form
from kiosk.journeys.case import answers, context
from kiosk.journeys.plan import signs
from kiosk.journeys.state import State


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: the attachment's name, whose it is (empty for whoever applies), the form's paths it is given for."""

    name: str
    signer: str = field(repr=False)
    paths: tuple[str, ...]


def signatures(state: State) -> tuple[Signature, ...]:
    """Return the signatures of the application, that of whoever applies first."""
    asked = form.signatures(context(state), answers(state))
    own = tuple(one.path for one in asked if not one.signer)
    others = [one for one in asked if one.signer]
    found = (
        [Signature("signature.png", "", own)]
        if signs(state.outside.catalogue, state.item, acting=state.session.agent is not None)
        else []
    )
    found += [
        Signature(f"signature-{number}.png", one.signer, (one.path,)) for number, one in enumerate(others, 2)
    ]
    return tuple(found)


def unsigned(state: State) -> Signature | None:
    """Return the first signature that is still to be given; None when all are."""
    return next((one for one in signatures(state) if one.name not in state.session.signed), None)
