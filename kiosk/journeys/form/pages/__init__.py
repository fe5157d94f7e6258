"""The pages of the form, one kind of question each."""

from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.pages.address import AddressPage
from kiosk.journeys.form.pages.choice import ChoicePage
from kiosk.journeys.form.pages.entry import EntryPage
from kiosk.journeys.form.pages.members import ListPage
from kiosk.journeys.form.pages.page import Page
from kiosk.journeys.form.pages.period import PeriodPage
from kiosk.journeys.form.pages.photo import PhotoPage
from kiosk.journeys.form.pages.place import PlacePage
from kiosk.journeys.form.pages.region import RegionPage
from kiosk.journeys.form.pages.ticks import TicksPage
from kiosk.journeys.form.question import Kind, Question

_PAGES: dict[Kind, type[Page]] = {
    Kind.CHOICE: ChoicePage,
    Kind.TICKS: TicksPage,
    Kind.ENTRY: EntryPage,
    Kind.REGION: RegionPage,
    Kind.ADDRESS: AddressPage,
    Kind.PERIOD: PeriodPage,
    Kind.PLACE: PlacePage,
    Kind.LIST: ListPage,
    Kind.PHOTO: PhotoPage,
}


def page(context: Context, answers: Answers, question: Question) -> Page:
    """Return the page of a question."""
    return _PAGES[question.kind](context, answers, question)
