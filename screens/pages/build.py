"""Which page a view becomes."""

from dataclasses import replace
from typing import assert_never

from screens.pages.adjust import adjust
from screens.pages.article import article
from screens.pages.attract import AttractPage
from screens.pages.capture import CaptureContent
from screens.pages.check_picture import PictureContent
from screens.pages.choice import choice
from screens.pages.content import Content
from screens.pages.entry import EntryContent
from screens.pages.frame import Frame
from screens.pages.listing import listing
from screens.pages.menu import MenuContent
from screens.pages.notes import goodbye, out_of_service
from screens.pages.outcome import OutcomeContent
from screens.pages.pay_code import pay_code
from screens.pages.present_card import CardContent
from screens.pages.search import SearchContent
from screens.pages.sign import SignContent
from screens.pages.still_there import StillThereContent
from screens.pages.working import working
from screens.stage import Stage
from screens.theme import Measures
from screens.views import AnyView
from screens.views.card import PresentCard
from screens.views.choices import Adjust, Choice
from screens.views.entry import Entry
from screens.views.listing import Listing
from screens.views.menus import Attract, Menu, Search
from screens.views.outcome import Goodbye, Outcome
from screens.views.pictures import Capture, CheckPicture, Sign
from screens.views.reading import Article
from screens.views.waiting import OutOfService, PayCode, StillThere, Working

Page = AttractPage | Frame


def build(view: AnyView, stage: Stage) -> Page:
    """Return the page that shows a view."""
    if isinstance(
        view, Attract
    ):  # drawn to be read from four metres: it looks the same at every size of text
        return AttractPage(
            view, replace(stage, measures=Measures(stage.measures.size, elder=stage.measures.elder))
        )
    return Frame(view, stage, _content)


def _content(view: AnyView, stage: Stage) -> Content:  # noqa: PLR0911, PLR0912  # one line for each type of view
    match view:
        case Menu():
            return MenuContent(view, stage)
        case Search():
            return SearchContent(view, stage)
        case Article():
            return article(view, stage)
        case Choice():
            return choice(view, stage)
        case Adjust():
            return adjust(view, stage)
        case Entry():
            return EntryContent(view, stage)
        case PresentCard():
            return CardContent(view, stage)
        case Listing():
            return listing(view, stage)
        case Capture():
            return CaptureContent(view, stage)
        case CheckPicture():
            return PictureContent(view, stage)
        case Sign():
            return SignContent(view, stage)
        case Working():
            return working(view, stage)
        case PayCode():
            return pay_code(view, stage)
        case Outcome():
            return OutcomeContent(view, stage)
        case Goodbye():
            return goodbye(view, stage)
        case StillThere():
            return StillThereContent(view, stage)
        case OutOfService():
            return out_of_service(view, stage)
        case Attract():
            raise TypeError("the resting page has no frame")
        case _:
            assert_never(view)
