"""The pages on which the key of a travel document is typed, or read by the camera."""

from kiosk.events.world import DeviceClass
from kiosk.journeys.document_key import LONGEST_NUMBER
from kiosk.journeys.pages.frame import inner, spoken
from kiosk.journeys.phases.opening import KeyPart, ReadingDocumentKey, TypingDocumentKey
from kiosk.journeys.plan import Stage
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action
from screens.views.pictures import Capture

_LONGEST_DATE = 10
_PAGE = 1.42
"""The shape of a passport's page, width / height (Doc 9303-4)."""


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
        secondary=_camera(state),
        speech=spoken(error, title, lead),
        **inner(state, Stage.SIGN_IN),
    )


def _camera(state: State) -> Action | None:
    """The other way: the camera reads it."""
    say = speaker(state.session.language)
    return Action("camera", say("document-camera")) if state.outside.works(DeviceClass.CAMERA) else None


def reading(state: State, phase: ReadingDocumentKey) -> Capture:
    """Return the camera's page: how to lay the document, and what to do when it could not be read."""
    say, ready = speaker(state.session.language), state.outside.works(DeviceClass.CAMERA)
    trouble, looks = phase.trouble if ready else "document-camera-broken", phase.reading is not None
    error = say(trouble) if trouble else ""
    title = say("document-camera-title")
    lead = "" if error else say("document-camera-reading" if looks else "document-camera-how")
    return Capture(
        page="card.key.camera",
        title=title,
        lead=lead,
        sheet=_PAGE,
        camera_ready=ready,
        error=error,
        primary=Action("again", say("document-camera-again")) if ready and not looks else None,
        secondary=Action("type", say("document-camera-type")),
        speech=spoken(error, title, lead),
        **inner(state, Stage.SIGN_IN),
    )
