"""Opening the chip of a travel document: what is printed on it is typed, scanned or photographed, then the reader reads it.

Basic Access Control (ICAO Doc 9303-11): the chip opens only for whoever knows number, birth date and expiry date.
"""

import re
import unicodedata
from contextlib import suppress
from dataclasses import replace

from devices.card_reader.mrz import DocumentKey, MrzError, parse
from kiosk.commands.cards import ExpectDocument, ReadDocumentKey
from kiosk.events import Event
from kiosk.events.cards import CardPresented, DocumentKeyRead, DocumentKeyUnread
from kiosk.events.scanning import CodeScanned
from kiosk.events.world import DeviceClass
from kiosk.journeys.form.dates import as_date
from kiosk.journeys.phases.opening import (
    DocumentKeyTexts,
    KeyPart,
    PresentingCard,
    ReadingDocumentKey,
    TypingDocumentKey,
)
from kiosk.journeys.sign_in_ways import Way, ways
from kiosk.journeys.state import State
from screens.views.card import CardStage
from screens.views.inputs import Edited, Touched

LONGEST_NUMBER = 22
_NUMBER = re.compile(r"[0-9A-Z]{1,22}")
_TROUBLES = {"MRZ_NEEDED": "", "MRZ_MISMATCH": "document-mismatch"}
"""Why the reader asks for a key, by its error's code: nobody said one, or it was another document's."""


def is_asked(state: State, code: str) -> bool:
    """Whether the reader has refused a travel document for want of its key, where such documents sign in."""
    return code in _TROUBLES and Way.TRAVEL_DOCUMENT in ways(state.outside, state.item)


def ask(state: State, phase: PresentingCard, code: str) -> State:
    """Ask for the key, with what was typed before."""
    failures = phase.failures + (code == "MRZ_MISMATCH")
    typed = TypingDocumentKey(texts=phase.key or ("", "", ""), trouble=_TROUBLES[code], failures=failures)
    return state.at(typed)


def scanned(state: State, text: str) -> DocumentKey | None:
    """Return the key in a machine-readable zone that a scanner has read; None when it is none."""
    if Way.TRAVEL_DOCUMENT in ways(state.outside, state.item):
        with suppress(MrzError):
            return parse(text).key
    return None


def expect(state: State, key: DocumentKey, texts: DocumentKeyTexts | None = None, failures: int = 0) -> State:
    """Have the reader open the document that lies there or will be laid."""
    state = state.commanding(lambda number: ExpectDocument(number, key))
    return state.at(PresentingCard(failures=failures, key=texts or ("", "", "")))


def react(state: State, phase: TypingDocumentKey | ReadingDocumentKey, event: Event) -> State:
    """Return what an event makes of the typing; a document that is taken up to be read is none."""
    match event:
        case CodeScanned(text) if key := scanned(state, text):
            return expect(state, key, failures=phase.failures)
        case CardPresented(card):  # another one was laid instead
            return state.at(PresentingCard(CardStage.LIFT, failures=phase.failures, card=card))
        case _ if isinstance(phase, ReadingDocumentKey):
            return _reading(state, phase, event)
        case _:
            return _typing(state, phase, event)


def _typing(state: State, phase: TypingDocumentKey, event: Event) -> State:
    match event:
        case Edited(text):
            return state.at(_edited(phase, text))
        case Touched("next"):
            return _next(state, phase)
        case Touched("back"):
            return _back(state, phase)
        case Touched("camera") if state.outside.works(DeviceClass.CAMERA):
            return _look(state, ReadingDocumentKey(None, phase.part, phase.texts, failures=phase.failures))
        case _:
            return state


def _look(state: State, phase: ReadingDocumentKey) -> State:
    """Have the camera look for the zone."""
    state = state.commanding(ReadDocumentKey)
    return state.at(replace(phase, reading=state.issued, trouble=""))


def _reading(state: State, phase: ReadingDocumentKey, event: Event) -> State:
    match event:
        case DocumentKeyRead(command, key) if command == phase.reading:
            return expect(state, key, _texts(state, key), phase.failures)
        case DocumentKeyUnread(command, reason) if command == phase.reading:
            trouble = "" if reason == "stopped" else f"document-camera-{reason}"
            return state.at(replace(phase, reading=None, trouble=trouble))
        case Touched("again") if phase.reading is None:
            return _look(state, phase)
        case Touched("type" | "back"):
            return state.at(TypingDocumentKey(phase.part, phase.texts, failures=phase.failures))
        case _:
            return state


def _texts(state: State, key: DocumentKey) -> DocumentKeyTexts:
    """What would have been typed; a date of which the document leaves a part open is empty."""
    born, expires = key.birth_date(state.outside.today), key.expiry_date()
    return key.number, born.isoformat() if born else "", expires.isoformat() if expires else ""


def _edited(phase: TypingDocumentKey, text: str) -> TypingDocumentKey:
    if phase.part is KeyPart.NUMBER:
        text = "".join(unicodedata.normalize("NFKC", text).upper().split())[:LONGEST_NUMBER]
    number, birth, expiry = (text if place == phase.place else had for place, had in enumerate(phase.texts))
    return replace(phase, texts=(number, birth, expiry), trouble="")


def _back(state: State, phase: TypingDocumentKey) -> State:
    if phase.place:
        return state.at(replace(phase, part=tuple(KeyPart)[phase.place - 1], trouble=""))
    return state.at(PresentingCard(failures=phase.failures))


def _next(state: State, phase: TypingDocumentKey) -> State:
    number, birth, expiry = phase.texts
    if trouble := _trouble(state, phase):
        return state.at(replace(phase, trouble=trouble))
    born, expires = as_date(birth), as_date(expiry)
    if phase.part is not KeyPart.EXPIRY or born is None or expires is None:
        return state.at(replace(phase, part=tuple(KeyPart)[phase.place + 1], trouble=""))
    return expect(state, DocumentKey.typed(number, born, expires), phase.texts, phase.failures)


def _trouble(state: State, phase: TypingDocumentKey) -> str:
    """What is wrong with the part that was typed; empty when nothing is."""
    text = phase.texts[phase.place]
    if phase.part is KeyPart.NUMBER:
        return "" if _NUMBER.fullmatch(text) else "document-number-none"
    day = as_date(text)
    if day is None:
        return "document-date-none"
    return "document-birth-late" if phase.part is KeyPart.BIRTH and day > state.outside.today else ""
