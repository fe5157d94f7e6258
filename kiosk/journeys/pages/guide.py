"""The guide of an item: everything one has to know, told once (一次性告知)."""

from config.catalogue import Item
from config.language import Language
from kiosk.events.printing import Paper
from kiosk.events.world import DeviceClass
from kiosk.journeys.availability import Obstacle, obstacle
from kiosk.journeys.guide import barred, can_print
from kiosk.journeys.materials import Need, Way, needs
from kiosk.journeys.pages.frame import Outer, outer, spoken
from kiosk.journeys.pages.paper import banner
from kiosk.journeys.phases.browsing import Guide
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.state import State
from kiosk.journeys.wording import duration, limit, listed, office, picked, speaker, where_else
from screens.texts import words
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Paragraph

_URGENT = "紧急"
"""The word by which the catalogue says that somebody may be in need at once."""


def view(state: State, phase: Guide) -> Article:
    """Return the guide, with the obstacle first when there is one."""
    say, item = speaker(state.session.language), state.item
    why = obstacle(state.outside, item)
    return Article(
        page="guide",
        title=item.name(state.session.language),
        lead=say("guide-lead"),
        paragraphs=tuple(_paragraphs(state, why)),
        primary=_start(state, why),
        secondary=_print(state, phase),
        speech=spoken(item.name(state.session.language), say("guide-lead")),
        **_frame(state, phase),
    )


def _frame(state: State, phase: Guide) -> Outer:
    frame = outer(state)
    if phase.printing:
        frame["banners"] = (*frame["banners"], banner(state, phase.printing, "guide"))
    return frame


def _start(state: State, why: Obstacle | None) -> Action | None:
    """The way in; greyed with the reason when something stands in the way, absent when there is no way at all."""
    say = speaker(state.session.language)
    begin = "guide-report" if state.item.flow == "report" else "guide-start"
    match why:
        case None if why_barred := barred(state):
            chapter = "" if why_barred.startswith("organisation-") else "agency-"
            reason = words(state.session.language.value)(f"{chapter}{why_barred}")
            return Action("start", say(begin), False, reason)
        case None:
            return Action("start", say(begin))
        case Obstacle.NOT_OFFERED | Obstacle.NO_FLOW:
            return None
        case _:
            return Action("start", say(begin), False, _why_not(state, why))


def _print(state: State, phase: Guide) -> Action:
    say = speaker(state.session.language)
    if can_print(state, phase):
        return Action("print", say("guide-print"))
    busy = phase.printing is not None and phase.printing.paper is not Paper.FAILED
    return Action("print", say("guide-print"), False, say("guide-printed" if busy else "guide-no-printer"))


def _paragraphs(state: State, why: Obstacle | None) -> list[Paragraph]:
    """Every paragraph of the guide, in the order of what decides whether to go on."""
    found = [Paragraph("", (_why_not(state, why),), tone=Tone.WARNING)] if why else []
    if _is_urgent(state.item):
        found.insert(0, _urgent(state))
    found.append(_conditions(state))
    if state.item.materials:
        found.append(_materials(state))
    found += [_times(state), _result(state), _agency(state)]
    if why is None and Stage.CONSENT not in plan(
        state.outside.catalogue, state.item, online=state.outside.online
    ):
        found.append(_text(state, "guide-privacy", "guide-privacy-is", "lock"))
    if why is None and not state.outside.works(DeviceClass.PRINTER):
        found.append(_text(state, "guide-receipt", "guide-receipt-missing", "receipt"))
    found.append(_where(state))
    return found


def _why_not(state: State, why: Obstacle) -> str:
    language = state.session.language
    offline = state.item.offline
    say = speaker(language)
    where = where_else(state.outside.settings.site, language)
    if why is Obstacle.NO_NETWORK:
        reason = picked(language, offline.reason_zh, offline.reason_en)
        return say("why-no-network", reason=reason, where=where)
    return say(f"why-{why.value}", where=where)


def _is_urgent(item: Item) -> bool:
    return _URGENT in item.conditions_zh or _URGENT in item.notes_zh


def _urgent(state: State) -> Paragraph:
    say, site = speaker(state.session.language), state.outside.settings.site
    lines = (say("urgent-danger"), say("urgent-fire"), say("urgent-other", hotline=site.hotline))
    return Paragraph(say("urgent"), lines, "call", Tone.WARNING)


def _conditions(state: State) -> Paragraph:
    language, item = state.session.language, state.item
    return Paragraph(
        speaker(language)("guide-conditions"),
        (picked(language, item.conditions_zh, item.conditions_en),),
        "person",
    )


def _materials(state: State) -> Paragraph:
    say = speaker(state.session.language)
    lines = (
        f"{number}. {_material(state.session.language, need)}"
        for number, need in enumerate(needs(state.outside.catalogue, state.item), 1)
    )
    return Paragraph(say("guide-materials"), tuple(lines), "document")


def _material(language: Language, need: Need) -> str:
    how = need.way.value
    if need.way is Way.CAMERA:
        how = (
            "shareable"
            if need.shareable
            else "declarable"
            if need.declarable
            else "camera"
            if need.required
            else "optional"
        )
    return speaker(language)(f"guide-material-{how}", name=need.material.name(language))


def _times(state: State) -> Paragraph:
    """How long, what it costs, how often one must come; the basis with how far it can be trusted."""
    language, item, catalogue = state.session.language, state.item, state.outside.catalogue
    say = speaker(language)
    promised, statutory = (limit(one, language) for one in (item.promised_limit, item.statutory_limit))
    basis = picked(language, item.statutory_limit.basis, item.statutory_limit.basis_en)
    confidence = catalogue.term("confidence", item.statutory_limit.confidence, language)
    apart = tuple(_apart(state))
    lines = (
        say("guide-promised", limit=promised),
        say("guide-statutory", limit=statutory),
        *((say("guide-apart", steps=listed(language, apart)),) if apart else ()),
        _fee(item, language),
        say("guide-visits", visits=item.visits_required),
        *((say("guide-basis", basis=basis, confidence=confidence),) if basis else ()),
    )
    return Paragraph(say("guide-times"), lines, "clock")


def _fee(item: Item, language: Language) -> str:
    """What it costs: the words of the catalogue need to be told from the time limits beside them."""
    say, note = speaker(language), picked(language, item.fee.note_zh, item.fee.note_en)
    if not item.fee.charged:
        return note or say("guide-free")
    return say("guide-fee", fee=note) if note else say("guide-charged")


def _apart(state: State) -> list[str]:
    """The steps whose time is not counted, with it where it is known."""
    language = state.session.language
    found = []
    for step in state.item.special_procedures:
        if not step.counted:
            name = picked(language, step.type, step.type_en)
            lasts = duration(step.value, step.unit, language) if step.value and step.unit else ""
            found.append(speaker(language)("guide-step", name=name, limit=lasts) if lasts else name)
    return found


def _result(state: State) -> Paragraph:
    language, item, catalogue = state.session.language, state.item, state.outside.catalogue
    say = speaker(language)
    ways = tuple(catalogue.term("delivery", code, language) for code in item.result.delivery)
    lines = [say("guide-office", office=office(catalogue, item, language))]
    if ways:
        lines.append(say("guide-delivery", ways=listed(language, ways)))
    return Paragraph(say("guide-result"), tuple(lines), "receipt")


def _agency(state: State) -> Paragraph:
    language, agency, catalogue = state.session.language, state.item.agency, state.outside.catalogue
    say = speaker(language)
    if not agency.allowed:
        reason = picked(language, agency.reason_zh, agency.reason_en)
        return Paragraph(say("guide-agency"), (say("guide-agency-nobody", reason=reason),), "agency")
    who = tuple(catalogue.term("agency_by", code, language) for code in agency.by)
    return Paragraph(say("guide-agency"), (say("guide-agency-who", who=listed(language, who)),), "agency")


def _where(state: State) -> Paragraph:
    language = state.session.language
    return Paragraph(
        speaker(language)("guide-where"), (where_else(state.outside.settings.site, language),), "place"
    )


def _text(state: State, heading: str, line: str, icon: str) -> Paragraph:
    say = speaker(state.session.language)
    return Paragraph(say(heading), (say(line),), icon)
