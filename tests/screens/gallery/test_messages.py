"""What translators see: which messages a text that is shown may be."""

from screens.gallery.messages import Messages
from screens.texts import words

CHINESE, ENGLISH = Messages("zh-Hans"), Messages("en")


def test_a_text_leads_to_its_message() -> None:
    assert "journey-language-title" in CHINESE.said_in([words("zh-Hans")("journey-language-title")])
    assert CHINESE.said_in(["no message says this", ""]) == set()


def test_values_and_numbers_stand_for_themselves() -> None:
    say = words("en")
    assert "widget-step" in ENGLISH.said_in([say("widget-step", number=3, total=9)])
    for count in (1, 4):
        said = say("site-failed", count=count, record="commissioning.jws")
        assert "site-failed" in ENGLISH.said_in([said])


def test_what_only_hands_on_a_reason_is_found_nowhere() -> None:
    assert "journey-language-title" in CHINESE.all
    assert "doctor-identity-missing" not in CHINESE.all
