"""A walk keeps a page for each message that it meets, and has it in the translator's language."""

from screens.gallery.messages import Messages
from screens.gallery.wording import texts
from screens.texts import LANGUAGES, PARTLY
from tests.kiosk.journeys.screenshots import Tour, in_language, sheet


def test_a_tour_keeps_each_page_with_something_new_and_has_it_in_english() -> None:
    chinese, english = Messages("zh-Hans"), Messages("en")
    tour = Tour(1)
    tour.go(400)
    assert all(in_language(tour.kept[0], tag).language == tag for tag in (*LANGUAGES, *PARTLY))
    said = {
        one for state in tour.kept for one in chinese.said_in(texts(in_language(state, "zh-Hans")).values())
    }
    assert len(said) > 60
    assert len(tour.kept) < len(said), "a page with nothing new is not kept"
    translated = {
        one for state in tour.kept for one in english.said_in(texts(in_language(state, "en")).values())
    }
    assert len(said - translated) < 0.1 * len(said)


def test_the_page_shows_what_has_a_picture_and_lists_the_rest() -> None:
    page = sheet({"journey-language-title": "0001-0.webp"}, "zh-Hans")
    assert "<a href='0001-0.webp'>" in page
    rest = page.partition("On no page")[2]
    assert "doctor-well" in rest
    assert "journey-language-title" not in rest
