"""The stages of an application, taken from the flow of its item: the catalogue decides, this module only knows the names."""

from enum import Enum

from config.catalogue import Catalogue, FieldType, Item
from kiosk.journeys.materials import Way, needs
from kiosk.journeys.whom import ACTING, Whom, entrusts, is_for_organisations, ways


class Stage(Enum):
    """What an application goes through, in this order; a flow leaves out what it does not name."""

    OFFLINE_NOTICE = "offline_notice"
    MATTER = "matter"
    CONSENT = "consent"
    SIGN_IN = "sign_in"
    SURVEY = "survey"
    FOR_WHOM = "for_whom"
    ORGANISATION = "organisation"
    QUESTIONS = "questions"
    MATERIALS = "materials"
    HOLDER_CHECK = "holder_check"
    BALLOT = "ballot"
    CAST = "cast"
    REVIEW = "review"
    MANDATE = "mandate"
    SIGNATURE = "signature"
    SLOT = "slot"
    SUBMIT = "submit"
    LOOKUP = "lookup"
    DOCUMENTS = "documents"
    PAYMENT = "payment"
    CASES = "cases"


SERVED = frozenset(
    {
        "apply_full",
        "apply_full_offline",
        "apply_instant",
        "report",
        "report_offline",
        "query",
        "query_public",
        "pay",
        "print",
        "appoint",
        "guide_and_appoint",
        "vote",
        "consult",
        "agency",
    }
)
"""The flows that can be done from beginning to end at this terminal."""

_SCREENS = {
    "SC-53": Stage.OFFLINE_NOTICE,
    "SC-08": Stage.CONSENT,
    "SC-10": Stage.SIGN_IN,
    "SC-12": Stage.FOR_WHOM,
    "SC-16": Stage.QUESTIONS,
    "SC-17": Stage.MATERIALS,
    "SC-11": Stage.HOLDER_CHECK,
    "SC-21": Stage.REVIEW,
    "SC-40": Stage.REVIEW,
    "SC-20": Stage.SIGNATURE,
    "SC-48": Stage.SLOT,
    "SC-22": Stage.SUBMIT,
    "SC-24": Stage.SUBMIT,
    "SC-29": Stage.LOOKUP,
    "SC-46": Stage.LOOKUP,
    "SC-47": Stage.DOCUMENTS,
    "SC-32": Stage.PAYMENT,
    "SC-41": Stage.MATTER,
    "SC-42": Stage.BALLOT,
    "SC-44": Stage.SURVEY,
}
ASKING = frozenset({Stage.LOOKUP, Stage.DOCUMENTS})
"""Stages that ask the platform for something: leaving them loses nothing that was given."""

_OF_THE_ITEM = (Stage.MATERIALS, Stage.SIGNATURE)
"""What is decided at once is mostly known already; an item that wants a paper or a signature gets it all the same."""

_BILLS = "SC-31"
_MANDATES = "SC-13"
_BEFORE_BILLS = (Stage.CONSENT, Stage.SIGN_IN, Stage.QUESTIONS, Stage.HOLDER_CHECK)
"""Looking bills up takes whatever the item asks for: an account, and for one's own bills who one is."""
_SHEET = "R_QUERY"
"""The paper of an item that shows what is held, and hands nothing in."""

_HOLDER_LEVELS = ("L2", "L3")


def flow_of(item: Item, *, online: bool) -> str:
    """Return the name of the flow that an item takes now; empty when it can not be done without a network."""
    if online or item.offline.mode == "cached":
        return item.flow
    return item.flow_offline or "" if item.offline.mode == "provisional" else ""


def plan(catalogue: Catalogue, item: Item, *, online: bool, whom: Whom | None = None) -> tuple[Stage, ...]:
    """Return the stages of an item, in order, for whom it is done; None as long as that was not said."""
    named = _named(catalogue, item, online=online, whom=whom)
    acting = whom in ACTING
    return tuple(
        stage for stage in Stage if stage in named and _wanted(catalogue, item, stage, acting=acting)
    )


def involves(catalogue: Catalogue, item: Item, stage: Stage, *, online: bool) -> bool:
    """Whether a stage is one of an item's `plan`; asked for every tile of a page, it looks at that stage only."""
    named = _named(catalogue, item, online=online, whom=None)
    return stage in named and _wanted(catalogue, item, stage, acting=False)


def _named(catalogue: Catalogue, item: Item, *, online: bool, whom: Whom | None) -> set[Stage]:
    """The stages that the screens of the item's flow stand for, whether or not there is anything to do in them."""
    screens = catalogue.flows.get(flow_of(item, online=online), ())
    named = {_SCREENS[screen] for screen in screens if screen in _SCREENS}
    if Stage.DOCUMENTS in named and Whom.ORGANISATION in ways(catalogue, item):
        named.add(Stage.FOR_WHOM)  # a person's documents are others than those of an organisation
    if whom is Whom.ORGANISATION or is_for_organisations(item):
        named.add(Stage.ORGANISATION)
    if _MANDATES in screens and _SHEET in item.receipts:
        named.add(Stage.LOOKUP)
    elif whom in ACTING or _MANDATES in screens or entrusts(catalogue, item):
        # Whoever gives a mandate signs it, also where nothing else is signed.
        named |= {Stage.MANDATE, Stage.SIGNATURE}
    if not named.isdisjoint(ASKING):
        named.discard(Stage.SUBMIT)  # the platform is asked; nothing is handed in
    if Stage.MATTER in named:
        named.discard(Stage.SUBMIT)  # it goes to the platform at once, under a paper without a name
        named.update((Stage.QUESTIONS, Stage.CAST))
    if is_instant(item, online=online):
        named.update(_OF_THE_ITEM)
    if _BILLS in screens:
        named.update(_BEFORE_BILLS[2:] if item.sign_in == "L0" else _BEFORE_BILLS)
    return named


def is_instant(item: Item, *, online: bool) -> bool:
    """Whether an item is decided at once (秒批) when it is handed in now."""
    return flow_of(item, online=online) == "apply_instant"


def signs(catalogue: Catalogue, item: Item, *, acting: bool = False) -> bool:
    """Whether an item is signed for: its form has a signature, one of its papers is signed here, or a mandate is given."""
    fields = (field for name in item.form for field in catalogue.field_sets[name].fields)
    papers = (need.way is Way.SIGNED for need in needs(catalogue, item))
    return acting or any(field.type is FieldType.SIGNATURE for field in fields) or any(papers)


def checks_holder(item: Item) -> bool:
    """Whether an item asks for more than a card: that whoever lays it is its holder."""
    return item.sign_in in _HOLDER_LEVELS


def _wanted(catalogue: Catalogue, item: Item, stage: Stage, *, acting: bool) -> bool:
    """Whether a stage that the flow names has anything to do for this item."""
    match stage:
        case Stage.SIGN_IN:
            return item.sign_in != "L0"
        case Stage.HOLDER_CHECK:
            return checks_holder(item)
        case Stage.MATERIALS:
            return any(need.way is Way.CAMERA for need in needs(catalogue, item))
        case Stage.SIGNATURE:
            return signs(catalogue, item, acting=acting)
        case Stage.FOR_WHOM:
            return len(ways(catalogue, item)) > 1
        case _:
            return True
