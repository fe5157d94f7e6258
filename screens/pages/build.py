"""Which page a view becomes."""

from dataclasses import replace
from typing import assert_never

from screens.later import loaded_when_used
from screens.pages.attract import AttractPage
from screens.pages.content import Content
from screens.pages.frame import Frame
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

with loaded_when_used():
    from screens.pages import (
        adjust,
        article,
        capture,
        check_picture,
        choice,
        entry,
        listing,
        menu,
        notes,
        outcome,
        pay_code,
        present_card,
        search,
        sign,
        still_there,
        working,
    )

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
            return menu.MenuContent(view, stage)
        case Search():
            return search.SearchContent(view, stage)
        case Article():
            return article.article(view, stage)
        case Choice():
            return choice.choice(view, stage)
        case Adjust():
            return adjust.adjust(view, stage)
        case Entry():
            return entry.EntryContent(view, stage)
        case PresentCard():
            return present_card.CardContent(view, stage)
        case Listing():
            return listing.listing(view, stage)
        case Capture():
            return capture.CaptureContent(view, stage)
        case CheckPicture():
            return check_picture.PictureContent(view, stage)
        case Sign():
            return sign.SignContent(view, stage)
        case Working():
            return working.working(view, stage)
        case PayCode():
            return pay_code.pay_code(view, stage)
        case Outcome():
            return outcome.OutcomeContent(view, stage)
        case Goodbye():
            return notes.goodbye(view, stage)
        case StillThere():
            return still_there.StillThereContent(view, stage)
        case OutOfService():
            return notes.out_of_service(view, stage)
        case Attract():
            raise TypeError("the resting page has no frame")
        case _:
            assert_never(view)
