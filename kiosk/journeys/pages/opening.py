"""The pages before the first question: what a lost network means, the privacy notice."""

from typing import assert_never

from kiosk.journeys.consent import BASIC, GUARDIAN, SENSITIVE, boxes, sensitive
from kiosk.journeys.pages.frame import inner, spoken
from kiosk.journeys.phases.opening import Consent, OfflineNotice
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import listed, office, speaker, where_else
from screens.views.frame import Action, Tone
from screens.views.reading import Article, Check, Paragraph


def view(state: State, phase: OfflineNotice | Consent) -> Article:
    """Return the page."""
    match phase:
        case OfflineNotice():
            return _offline(state)
        case Consent():
            return _consent(state)
        case _:
            assert_never(phase)


def _offline(state: State) -> Article:
    """It will be kept here and sent later: that is not an acceptance, and no time limit runs."""
    say = speaker(state.session.language)
    where = where_else(state.outside.settings.site, state.session.language)
    return Article(
        page="offline_notice",
        title=say("offline-title"),
        lead=say("offline-lead"),
        paragraphs=(
            Paragraph(say("offline-kept"), (say("offline-kept-how"),), "saved"),
            Paragraph(say("offline-not-yet"), (say("offline-not-yet-how"),), "clock"),
            Paragraph(
                say("offline-hurry"), (say("offline-hurry-how", where=where),), "warning", Tone.WARNING
            ),
        ),
        primary=Action("next", say("offline-go-on")),
        speech=spoken(
            say("offline-title"),
            say("offline-lead"),
            say("offline-kept-how"),
            say("offline-not-yet-how"),
        ),
        **inner(state, None),
    )


def _consent(state: State) -> Article:
    """Who uses what, for what, how long, with which rights (个人信息保护法 art. 17), with boxes never ticked beforehand."""
    say, language = speaker(state.session.language), state.session.language
    site = state.outside.settings.site
    all_ticked = state.session.ticked.issuperset(boxes(state))
    return Article(
        page="privacy",
        title=say("privacy-title"),
        paragraphs=(
            Paragraph(say("privacy-who"), tuple(_who(state)), "agency"),
            Paragraph(say("privacy-rights"), (say("privacy-rights-are", hotline=site.hotline),), "lock"),
            Paragraph(
                say("privacy-refuse"), (say("privacy-refuse-is", where=where_else(site, language)),), "place"
            ),
        ),
        checks=tuple(Check(box, _box(state, box), box in state.session.ticked) for box in boxes(state)),
        primary=Action("next", say("next"), all_ticked, "" if all_ticked else say("privacy-tick")),
        speech=spoken(say("privacy-title"), say("privacy-tick")),
        **inner(state, Stage.CONSENT),
    )


def _who(state: State) -> list[str]:
    """Who uses what for what; what is sensitive, and why it is needed all the same."""
    say, language = speaker(state.session.language), state.session.language
    lines = [say("privacy-who-is", office=office(state.outside.catalogue, state.item, language))]
    if kinds := _kinds(state):
        lines.append(say("privacy-sensitive", kinds=kinds))
    return lines


def _box(state: State, box: str) -> str:
    say = speaker(state.session.language)
    texts = {BASIC: "consent-basic", GUARDIAN: "consent-guardian"}
    return say("consent-sensitive", kinds=_kinds(state)) if box == SENSITIVE else say(texts[box])


def _kinds(state: State) -> str:
    language, catalogue = state.session.language, state.outside.catalogue
    return listed(language, tuple(catalogue.term("pii", kind, language) for kind in sensitive(state)))
