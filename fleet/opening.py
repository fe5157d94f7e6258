"""Opening what is sealed: the platform's age keys, and what a case needs of a resident's document."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyrage

from fleet.masking import masked_name
from fleet.submission import Submission

NAME_MAX = 60
CODE_MAX = 100

CANNOT_OPEN = "cannot_open"
UNREADABLE = "unreadable"
ATTACHMENT_CANNOT_OPEN = "attachment_cannot_open"


@dataclass(frozen=True, slots=True)
class Opened:
    """What intake takes from a document: nothing that names the resident. `trouble` says why staff must look, or ""."""

    item: str
    applicant: str
    holder_check: str
    trouble: str


class Opener:
    """Opens with the platform's identities, the present one or a former one."""

    def __init__(self, identities: Sequence[pyrage.x25519.Identity]) -> None:
        self._identities = list(identities)

    @property
    def recipient(self) -> str:
        """The age public key that terminals seal to."""
        return str(self._identities[0].to_public())

    def open(self, sealed: bytes) -> bytes:
        """Return what an age file holds.

        Raises:
            CannotOpenError: it is damaged, or for another key.
        """
        try:
            return bytes(pyrage.decrypt(sealed, self._identities))
        except pyrage.DecryptError as error:
            raise CannotOpenError from error

    def look(self, submission: Submission) -> Opened:
        """Return what a case needs of the submission; whatever is wrong inside, there is something to be returned."""
        try:
            document = json.loads(self.open(submission.payload))
        except CannotOpenError:
            return Opened(submission.type, "", "", CANNOT_OPEN)
        except (ValueError, RecursionError):
            return Opened(submission.type, "", "", UNREADABLE)
        if not isinstance(document, dict):
            return Opened(submission.type, "", "", UNREADABLE)
        return Opened(
            item=_text(document.get("item"), CODE_MAX) or submission.type,
            applicant=masked_name(_text(_entry(document, "applicant").get("name"), NAME_MAX)),
            holder_check=_check_id(document.get("holder_check")),
            trouble="" if self._opens(submission) else ATTACHMENT_CANNOT_OPEN,
        )

    def _opens(self, submission: Submission) -> bool:
        try:
            for attachment in submission.attachments:
                self.open(attachment.content)
        except CannotOpenError:
            return False
        return True


class CannotOpenError(Exception):
    """A sealed part is damaged or not for this platform."""


def _check_id(value: object) -> str:
    """The id of a holder check, given by itself or as a part of an entry."""
    return _text(value.get("id") if isinstance(value, dict) else value, CODE_MAX)


def _entry(document: dict[str, Any], name: str) -> dict[str, Any]:
    value = document.get(name)
    return value if isinstance(value, dict) else {}


def _text(value: object, limit: int) -> str:
    return value if isinstance(value, str) and value.isprintable() and len(value) <= limit else ""
