"""Requests about ballots and consultations to the platform (`docs/platform-api.yaml`); every call is bounded in time."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kiosk.commands.participation import AskAnswer, FindMatters, GetPaper, PutAnswer
from kiosk.consultations import matters_of, paper_of
from kiosk.events import Event
from kiosk.events.participation import (
    AnswerIn,
    AnswerNotIn,
    AnswerSilent,
    MattersFound,
    MattersNotFound,
    PaperGiven,
    PaperRefused,
)
from kiosk.platform.asking import Asking, is_silent, problem, told

if TYPE_CHECKING:
    import requests

TIMEOUT = (3.0, 8.0)
NO_PAPER = ("took-part", "not-eligible", "closed")
NOT_IN = ("closed", "void")


class ConsultationClient:
    """Speaks to one platform about taking part. Its methods may be called from any thread; `connect` as for `Asking`."""

    def __init__(self, base_url: str, connect: "Callable[[], requests.Session]") -> None:
        self._ask = Asking(base_url, connect, TIMEOUT)

    def answer(self, command: FindMatters | GetPaper | PutAnswer | AskAnswer) -> Event:
        """Carry out a command; return its answer."""
        match command:
            case FindMatters(number, item):
                return self.find(number, item)
            case GetPaper(number, matter, document):
                return self.paper(number, matter, document)
            case PutAnswer(number, matter, document):
                return self.put(number, matter, document)
            case AskAnswer(number, matter, paper):
                return self.fate(number, matter, paper)

    def find(self, command: int, item: str) -> MattersFound | MattersNotFound:
        """Ask what is open; the answer echoes `command`."""
        status, body = self._ask("GET", f"/v1/consultations/{quote(item, safe='')}")
        found = told(status, body, matters_of)
        return MattersNotFound(command, found) if isinstance(found, str) else MattersFound(command, found)

    def paper(self, command: int, matter: str, document: str) -> PaperGiven | PaperRefused:
        """Ask for a paper."""
        status, body = self._ask("POST", f"{_path(matter)}/papers", document)
        try:
            if status == 201:
                return PaperGiven(command, paper_of(body))
        except ValueError:
            status = 0
        if is_silent(status):
            return PaperRefused(command, "offline")
        return PaperRefused(command, problem(body) if problem(body) in NO_PAPER else "refused")

    def put(self, command: int, matter: str, document: str) -> AnswerIn | AnswerNotIn | AnswerSilent:
        """Put an answer in, once: without an answer of the platform it is asked for, not sent again."""
        status, body = self._ask("POST", f"{_path(matter)}/answers", document)
        if status in (200, 201) and (code := _code(body)):
            return AnswerIn(command, code)
        if is_silent(status):  # an answer that cannot be read leaves it open, too
            return AnswerSilent(command)
        return AnswerNotIn(command, problem(body) if problem(body) in NOT_IN else "refused")

    def fate(self, command: int, matter: str, paper: str) -> AnswerIn | AnswerNotIn | AnswerSilent:
        """Ask whether the answer under a paper is in; if it is not, it will not be."""
        status, body = self._ask("POST", f"{_path(matter)}/status", json.dumps({"paper": paper}))
        if status != 200 or "code" not in body:
            return AnswerSilent(command)
        return AnswerIn(command, code) if (code := _code(body)) else AnswerNotIn(command, "not-in")


def _path(matter: str) -> str:
    return f"/v1/consultations/{quote(matter, safe='')}"


def _code(body: dict[str, Any]) -> str:
    code = body.get("code")
    return code if isinstance(code, str) else ""
