"""The pages around the card reader."""

from typing import assert_never

from kiosk.journeys.form.display import masked
from kiosk.journeys.handover import may_resume
from kiosk.journeys.pages.frame import Inner, inner, leave, masked_holder, spoken, working
from kiosk.journeys.phases.opening import Confirming, FindingPerson, NoCard, PresentingCard, TooManyWait
from kiosk.journeys.plan import Stage
from kiosk.journeys.sharing import offered
from kiosk.journeys.sign_in import HELP_AFTER, SignIn
from kiosk.journeys.sign_in_ways import Way, ways
from kiosk.journeys.state import State
from kiosk.journeys.whom import is_for_organisations
from kiosk.journeys.wording import speaker, where_else, words_of
from screens.views.card import CardStage, PresentCard, SignInWay
from screens.views.frame import Action, Banner, Tone
from screens.views.listing import Listing, Row, RowGroup
from screens.views.reading import Article, Paragraph
from screens.views.waiting import Working

_WAY_ICONS = {
    Way.IDENTITY_CARD: "idcard",
    Way.SOCIAL_CARD: "card",
    Way.TRAVEL_DOCUMENT: "document",
    Way.APP_CODE: "phone",
}
_LINES = {CardStage.WAITING: "card-lay", CardStage.READING: "card-reading", CardStage.LIFT: "card-lift"}


def view(state: State, phase: SignIn) -> PresentCard | Article | Listing | Working:
    """Return the page."""
    match phase:
        case PresentingCard():
            return _presenting(state, phase)
        case FindingPerson():
            return _finding(state)
        case NoCard():
            return _no_card(state)
        case TooManyWait():
            return _too_many(state)
        case Confirming():
            return _confirming(state, phase)
        case _:
            assert_never(phase)


def _presenting(state: State, phase: PresentingCard) -> PresentCard:
    say = speaker(state.session.language)
    line = say(_what_to_do(state, phase))
    return PresentCard(
        page=f"card.{phase.stage.value}",
        title=say(_title(state)),
        stage=phase.stage,
        lines=(line,),
        ways=_ways(state) if phase.stage is CardStage.WAITING and not phase.key else (),
        error=_trouble(state, phase),
        secondary=Action("without_card", say("card-none")),
        speech=spoken(_trouble(state, phase), line),
        **inner(state, Stage.SIGN_IN),
    )


def _title(state: State) -> str:
    if state.session.agent:
        return "card-title-resident"
    if is_for_organisations(state.item):
        return "card-title-operator"
    return "card-title" if ways(state.outside, state.item) in ((), (Way.IDENTITY_CARD,)) else "way-title"


def _finding(state: State) -> Working:
    say = speaker(state.session.language)
    return Working(
        page="card.finding",
        title=say("person-finding"),
        lines=(say("one-moment"),),
        leave=leave(state),
        speech=spoken(say("person-finding")),
        **working(state),
    )


def _ways(state: State) -> tuple[SignInWay, ...]:
    """The ways that work here now, when there is more than the identity card."""
    say, found = speaker(state.session.language), ways(state.outside, state.item)
    if found in ((), (Way.IDENTITY_CARD,)):
        return ()
    return tuple(
        SignInWay(_WAY_ICONS[way], say(f"way-{way.value}"), say(f"way-{way.value}-how")) for way in found
    )


def _what_to_do(state: State, phase: PresentingCard) -> str:
    """The text of the line below the picture; nobody is asked to lay a card on a reader that does not work."""
    if phase.stage is not CardStage.WAITING:
        return _LINES[phase.stage]
    found = ways(state.outside, state.item)
    if not found:
        return "card-not-now"
    if phase.key:
        return "document-lay"
    if found != (Way.IDENTITY_CARD,):
        return "way-choose"
    return "card-lay-again" if state.outside.card_lies else _LINES[phase.stage]


def _trouble(state: State, phase: PresentingCard) -> str:
    """What went wrong, with the remedy; a reader that does not work comes first."""
    say = speaker(state.session.language)
    if not ways(state.outside, state.item):
        return say("card-reader-broken")
    if not phase.trouble:
        return ""
    return say(phase.trouble) + (say("card-help") if phase.failures >= HELP_AFTER else "")


def _no_card(state: State) -> Article:
    say, language = speaker(state.session.language), state.session.language
    return Article(
        page="card.none",
        title=say("card-none"),
        paragraphs=(
            Paragraph(say("card-none-other"), (say("card-none-other-how"),), "idcard"),
            Paragraph(say("card-none-window"), (where_else(state.outside.settings.site, language),), "place"),
        ),
        speech=spoken(say("card-none"), say("card-none-other-how")),
        **inner(state, Stage.SIGN_IN),
    )


def _too_many(state: State) -> Article:
    say, language = speaker(state.session.language), state.session.language
    where = where_else(state.outside.settings.site, language)
    return Article(
        page="card.too_many",
        title=say("card-too-many"),
        paragraphs=(
            Paragraph(say("card-too-many-kept"), (say("card-too-many-kept-how"),), "clock"),
            Paragraph(say("card-too-many-now"), (where,), "place"),
        ),
        speech=spoken(say("card-too-many"), say("card-too-many-kept-how")),
        **inner(state, Stage.SIGN_IN),
    )


def _confirming(state: State, phase: Confirming) -> Listing:
    """Is this you? Masked, as people stand behind."""
    say, card = speaker(state.session.language), phase.card
    whose = "-resident" if state.session.agent else ""
    title = say(f"confirm-title{whose}")
    return Listing(
        page="card.confirm",
        title=title,
        groups=(
            RowGroup(
                "",
                (
                    Row(say("confirm-name"), masked_holder(card)),
                    Row(say("confirm-number"), masked(card.id_number)),
                ),
            ),
            *_resume(state),
        ),
        primary=Action("yes", say(f"confirm-yes{whose}")),
        secondary=Action("not_me", say(f"confirm-no{whose}")),
        add=_share(state),
        speech=spoken(title),
        **_with_expiry(state, phase),
    )


def _resume(state: State) -> tuple[RowGroup, ...]:
    """The way to go on with what was taken along on a phone."""
    if not may_resume(state):
        return ()
    say = words_of(state.session.language, "handover")
    return (RowGroup("", (Row(say("resume-offer"), action=Action("resume", say("resume"))),)),)


def _share(state: State) -> Action | None:
    """The way to fill in from what departments hold; it is the resident's choice, and nothing is lost without it."""
    if not offered(state):
        return None
    return Action("share", words_of(state.session.language, "sharing")("offer"))


def _with_expiry(state: State, phase: Confirming) -> Inner:
    """An expired card is told of and not refused: the office decides."""
    frame, until = inner(state, Stage.SIGN_IN), phase.card.valid_until
    if until and until < state.outside.today:
        expired = Banner(Tone.WARNING, speaker(state.session.language)("card-expired"))
        frame["banners"] = (*frame["banners"], expired)
    return frame
