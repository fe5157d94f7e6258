"""The document of a transaction, as the platform opens it. Everything in it is sealed before it touches the disk.

    {
      "schema": 1,
      "item": "MZ-004",                        code of the catalogue
      "catalogue": "2026.11.1",                its version
      "language": "zh-Hans" | "en",            the language the resident chose
      "mode": "self" | "family" | "agency" | "legal",   for whom: oneself, one of the family, a resident, an organisation
      "offline": false,                        true when there was no network at the time of sending
      "applicant": null | {                    the person it is for, as the card says; null without sign-in
        "card": "resident" | "foreign_permanent_resident" | "hk_macau_taiwan_resident" | "social_security" | "app_code",
        "level": "L1" | "L2",                  card only, or holder verified
        "name": …, "english_name": …, "id_number": …, "sex": "male" | "female" | "unknown" | null,
        "ethnicity": …, "birth_date": "1945-05-01" | null, "address": …, "issuing_authority": …,
        "valid_from": … | null, "valid_until": … | null, "long_term": false
      },
      "form": {"contact": {"mobile": …}, …},   answers by field set and field (`kiosk.journeys.form.document`)
      "signatures": [{"attachment": "signature.png", "given": "drawn" | "window", "fields": ["declaration.applicant_sign"], "materials": ["means_auth"]}],
      "consents": {"notice": "2026-11", "given": ["consent.basic", "consent.sensitive"]},
      "materials": [{
        "key": "bank_book", "required": true,
        "given": "photographed" | "card" | "signed" | "question" | "shared" | "declared" | "later" | "none",
        "attachments": ["bank_book-1.jpg"]
      }],
      "holder_check": {"outcome": "verified" | "deferred" | "none", "id": …},   the id as `POST /v1/holder-checks` gave it
      "agent": {                               only when somebody acts for the applicant, by their own card
        "roster": "agent-01" | "",             the body of a registered agent as `POST /v1/agents/standing` said; "" for family
        "card": …, "name": …, "english_name": …, "id_number": …
      },
      "organisation": {                        only for an organisation, whose code was scanned
        "uscc": …, "name": …, "check": …,      as `POST /v1/organisations` said
        "authority": "register" | "letter"     what says that the applicant may act for it
      },
      "appointment": {"slot": …, "hold": …}    only with a time chosen: as `POST /v1/slots/{id}/hold` gave it
      "shared": {"as_of": …, "used": ["contact.mobile"], "declined": […], "waived": ["hukou_book"],
        "wrong": [{"field": "address_now.live_region", "source": "pop"}]}   only when departments were asked
      "about": {"case": …, "act": "withdraw"}  only when something is asked of a case that the platform has; a rating right after
                                               it was done is about its "item" instead
    }

What each `given` means: `photographed` here, read from the `card`, `signed` here, photographed in a `question` of the
form, to be checked by the offices among themselves (`shared`: the terminal did not check), replaced by a commitment
(`declared`), to be brought to the window `later`, or optional and left out (`none`). `deferred` holder checks were not
made because there was no network: the platform checks before it files. Attachments are JPEG pictures without anything
but pixels; signatures are PNG; one that is given at the `window`, by who cannot draw, has none yet (`attachment` is empty). A rating comes without an applicant.
"""

import json

from devices.card_reader import Card
from kiosk.case_file import Act
from kiosk.commands.sending import Attached
from kiosk.journeys import acts, consent, form, organisations, shared
from kiosk.journeys.case import answers, context, mode, needs
from kiosk.journeys.materials import Need, Way
from kiosk.journeys.plan import checks_holder
from kiosk.journeys.session import Agent
from kiosk.journeys.signatures import Signature, signatures
from kiosk.journeys.state import State

SCHEMA = 1


def payload(state: State) -> str:
    """Return the document of the application in hand, as JSON."""
    session, catalogue = state.session, state.outside.catalogue
    return json.dumps(
        {
            "schema": SCHEMA,
            "item": session.item,
            "catalogue": catalogue.catalogue.version,
            "language": session.language.value,
            "mode": _mode(state),
            "offline": not state.outside.online,
            "applicant": None if is_anonymous(state) else _signed_in(state),
            "form": form.document(context(state), answers(state)),
            "signatures": [_signature(state, one) for one in signatures(state)],
            "consents": {"notice": consent.NOTICE_VERSION, "given": sorted(session.ticked)},
            "materials": [_material(state, need) for need in needs(state)],
            "holder_check": _holder_check(state),
            **({"agent": _agent(session.agent)} if session.agent else {}),
            **({"appointment": {"slot": session.slot.id, "hold": session.hold}} if session.slot else {}),
            **_about(state),
            **organisations.document(session),
            **shared.document(state.session),
        },
        ensure_ascii=False,
    )


def is_anonymous(state: State) -> bool:
    """Whether nobody is to know who says it, even where somebody has signed in: a rating."""
    if state.session.rated:
        return True
    return state.session.about is not None and state.session.about.act is Act.RATE


def _signed_in(state: State) -> dict[str, object] | None:
    card = state.session.card
    return _applicant(card, context(state).signin_level) if card else None


def _about(state: State) -> dict[str, object]:
    about, case = state.session.about, acts.case_of(state.session)
    if state.session.rated:
        return {"about": {"item": state.session.rated.item, "act": "rate"}}
    return {"about": {"case": case.number, "act": about.act.value}} if about and case else {}


def attachments(state: State) -> tuple[Attached, ...]:
    """Return the pictures and signatures of the application, each under the name its document uses."""
    session = state.session
    pictures = (
        Attached(name, jpeg=page)
        for key, pages in session.pictures.items()
        for name, page in zip(names(key, len(pages)), pages, strict=True)
    )
    strokes = (Attached(name, strokes=drawn) for name, drawn in session.signed.items() if drawn)
    return (*pictures, *strokes)


def names(key: str, pages: int) -> tuple[str, ...]:
    """Return the names of the attachments of a target's pages."""
    return tuple(f"{key}-{number}.jpg" for number in range(1, pages + 1))


def given(state: State, need: Need) -> str:
    """Return how a material is given, in the word of the document."""
    session = state.session
    if need.key in session.pictures:
        return "photographed"
    if instead := session.instead.get(need.key):
        return str(instead.value)
    if need.way is not Way.CAMERA:
        return str(need.way.value)
    return "shared" if need.shareable else "none"


def _material(state: State, need: Need) -> dict[str, object]:
    pages = len(state.session.pictures.get(need.key, ()))
    return {
        "key": need.key,
        "required": need.required,
        "given": given(state, need),
        "attachments": list(names(need.key, pages)),
    }


def _signature(state: State, signature: Signature) -> dict[str, object]:
    """A signature; that of whoever applies is given for the papers that are signed here, too."""
    papers = [need.key for need in needs(state) if need.way is Way.SIGNED] if not signature.signer else []
    drawn = bool(state.session.signed.get(signature.name))
    name, how = (signature.name, "drawn") if drawn else ("", "window")
    return {"attachment": name, "given": how, "fields": list(signature.paths), "materials": papers}


def _holder_check(state: State) -> dict[str, object]:
    holder = state.session.holder
    if holder is not None and not is_anonymous(state):
        return {"outcome": holder.outcome, "id": holder.check}
    return {"outcome": "deferred" if checks_holder(state.item) else "none", "id": ""}


def _mode(state: State) -> str:
    whom = state.session.whom
    return whom.value if whom else mode(state)


def _agent(agent: Agent) -> dict[str, object]:
    return {
        "roster": agent.standing.agent if agent.standing else "",
        "card": agent.card.kind.value,
        "name": agent.card.name,
        "english_name": agent.card.english_name,
        "id_number": agent.card.id_number,
    }


def _applicant(card: Card, level: str) -> dict[str, object]:
    return {
        "card": card.extra.get("way") or card.kind.value,
        "level": level,
        "name": card.name,
        "english_name": card.english_name,
        "id_number": card.id_number,
        "sex": card.sex.value if card.sex else None,
        "ethnicity": card.ethnicity,
        "birth_date": card.birth_date.isoformat() if card.birth_date else None,
        "address": card.address,
        "issuing_authority": card.issuing_authority,
        "valid_from": card.valid_from.isoformat() if card.valid_from else None,
        "valid_until": card.valid_until.isoformat() if card.valid_until else None,
        "long_term": card.long_term,
    }
