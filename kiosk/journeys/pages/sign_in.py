"""The pages around the card reader."""

from typing import assert_never

from kiosk.events.world import DeviceClass
from kiosk.journeys.form.display import masked
from kiosk.journeys.pages.frame import Inner, inner, spoken
from kiosk.journeys.phases.opening import Confirming, NoCard, PresentingCard, TooManyWait
from kiosk.journeys.plan import Stage
from kiosk.journeys.sharing import offered
from kiosk.journeys.sign_in import HELP_AFTER
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, where_else, words_of
from kiosk.receipts import masked_name
from screens.views.card import CardStage, PresentCard
from screens.views.frame import Action, Banner, Tone
from screens.views.listing import Listing, Row, RowGroup
from screens.views.reading import Article, Paragraph

_LINES = {CardStage.WAITING: "card-lay", CardStage.READING: "card-reading", CardStage.LIFT: "card-lift"}


def view(
    state: State, phase: PresentingCard | NoCard | Confirming | TooManyWait
) -> PresentCard | Article | Listing:
    """Return the page."""
    match phase:
        case PresentingCard():
            return _presenting(state, phase)
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
        title=say("card-title-resident" if state.session.agent else "card-title"),
        stage=phase.stage,
        lines=(line,),
        error=_trouble(state, phase),
        secondary=Action("without_card", say("card-none")),
        speech=spoken(_trouble(state, phase), line),
        **inner(state, Stage.SIGN_IN),
    )


def _what_to_do(state: State, phase: PresentingCard) -> str:
    """The text of the line below the picture; nobody is asked to lay a card on a reader that does not work."""
    if phase.stage is not CardStage.WAITING:
        return _LINES[phase.stage]
    if not state.outside.works(DeviceClass.CARD_READER):
        return "card-not-now"
    return "card-lay-again" if state.outside.card_lies else _LINES[phase.stage]


def _trouble(state: State, phase: PresentingCard) -> str:
    """What went wrong, with the remedy; a reader that does not work comes first."""
    say = speaker(state.session.language)
    if not state.outside.works(DeviceClass.CARD_READER):
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
                    Row(say("confirm-name"), masked_name(card.name or card.english_name)),
                    Row(say("confirm-number"), masked(card.id_number)),
                ),
            ),
        ),
        primary=Action("yes", say(f"confirm-yes{whose}")),
        secondary=Action("not_me", say(f"confirm-no{whose}")),
        add=_share(state),
        speech=spoken(title),
        **_with_expiry(state, phase),
    )


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
