"""The pages on which the key of a travel document is typed."""

from kiosk.journeys.document_key import LONGEST_NUMBER
from kiosk.journeys.pages.frame import inner, spoken
from kiosk.journeys.phases.opening import KeyPart, TypingDocumentKey
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action

_LONGEST_DATE = 10


def view(state: State, phase: TypingDocumentKey) -> Entry:
    """Return the page."""
    say, part = speaker(state.session.language), phase.part.value
    is_number = phase.part is KeyPart.NUMBER
    title, lead = say(f"document-{part}"), say(f"document-{part}-where")
    error = say(phase.trouble) if phase.trouble else ""
    return Entry(
        page=f"card.key.{part}",
        title=title,
        lead=lead,
        why=say("document-why"),
        keyboard=Keyboard.LATIN if is_number else Keyboard.DATE,
        value=phase.texts[phase.place],
        example=say(f"document-{part}-example"),
        max_length=LONGEST_NUMBER if is_number else _LONGEST_DATE,
        error=error,
        primary=Action("next", say("next")),
        speech=spoken(error, title, lead),
        **inner(state, Stage.SIGN_IN),
    )
