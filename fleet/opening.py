"""Opening what is sealed: the platform's age keys, and what a case needs of a resident's document."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyrage

from config.catalogue.identifiers import is_mobile
from fleet.acts import About, about
from fleet.agency.entrusted import Entrusted, entrusted
from fleet.instant import Decision, decide
from fleet.masking import masked_name
from fleet.submission import Submission

# The fields of the catalogue that ask where a resident wants to hear of the case.
REPLY_TO = (
    ("contact", "mobile"),
    ("operator", "op_mobile"),
    ("problem", "reply_mobile"),
    ("complaint", "reply_mobile"),
)
NAME_MAX = 60
CODE_MAX = 100

CANNOT_OPEN = "cannot_open"
UNREADABLE = "unreadable"
ATTACHMENT_CANNOT_OPEN = "attachment_cannot_open"


@dataclass(frozen=True, slots=True)
class Problem:
    """A reported problem, as far as it tells whether others reported the same: category, and region of the site it is at."""

    category: str
    region: str


@dataclass(frozen=True, slots=True)
class Represented:
    """The organisation that something is handed in for: its unified social credit code, and the id of the check made of its code."""

    uscc: str
    check: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What intake takes from a document: nothing that is kept names the resident.

    `holder_check` is the id of a check, `deferred` whether it is still to be made. `mobile` is where the resident wants to
    hear of the case, `id_number` that of the card, from which only digests are made, `hold` that of an appointment.
    `to_bring` are the papers that are to come later, by their keys in the catalogue, `about` what is asked of a case that
    is here already, `entrusted` what an agent may do from now on, `decision` what
    the registers say where it is decided at once, `problem` what was reported and in which region, `organisation` for which one the applicant acts,
    `wrong` the fields whose shared value a source is asked to correct, with
    the source. `trouble` says why staff must look first, or "".
    """

    item: str
    applicant: str = ""
    holder_check: str = ""
    deferred: bool = False
    mobile: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    hold: str = field(default="", repr=False)
    to_bring: tuple[str, ...] = ()
    about: About | None = None
    wrong: tuple[tuple[str, str], ...] = ()
    entrusted: Entrusted | None = None
    decision: Decision | None = None
    problem: Problem | None = None
    organisation: Represented | None = None
    trouble: str = ""


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

    def seal(self, content: bytes) -> bytes:
        """Return an age file that only this platform opens."""
        return bytes(pyrage.encrypt(content, [self._identities[0].to_public()]))

    def look(self, submission: Submission) -> Opened:
        """Return what a case needs of the submission; whatever is wrong inside, there is something to be returned."""
        try:
            document = json.loads(self.open(submission.payload))
        except CannotOpenError:
            return Opened(submission.type, trouble=CANNOT_OPEN)
        except (ValueError, RecursionError):
            document = None
        if not isinstance(document, dict):
            return Opened(submission.type, trouble=UNREADABLE)
        check, deferred = _holder_check(document.get("holder_check"))
        return Opened(
            item=_text(document.get("item"), CODE_MAX) or submission.type,
            applicant=_applicant(document),
            holder_check=check,
            deferred=deferred,
            id_number=_text(_entry(document, "applicant").get("id_number"), NAME_MAX),
            hold=_text(_entry(document, "appointment").get("hold"), CODE_MAX),
            entrusted=entrusted(document),
            mobile=_mobile(_entry(document, "form")),
            to_bring=_to_bring(document.get("materials")),
            about=about(document),
            decision=decide(_entry(document, "form")),
            wrong=_wrong(_entry(document, "shared").get("wrong")),
            problem=problem_of(_entry(document, "form")),
            organisation=_represented(document),
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


def _holder_check(value: object) -> tuple[str, bool]:
    """Return the id of a holder check, given by itself or as a part of an entry, and whether it is still to be made."""
    if not isinstance(value, dict):
        return _text(value, CODE_MAX), False
    return _text(value.get("id"), CODE_MAX), value.get("outcome") == "deferred"


def _applicant(document: dict[str, Any]) -> str:
    """The name that papers show: that of an organisation whole, since it is public, that of a person masked."""
    organisation = _text(_entry(document, "organisation").get("name"), CODE_MAX)
    return organisation or masked_name(_text(_entry(document, "applicant").get("name"), NAME_MAX))


def _represented(document: dict[str, Any]) -> Represented | None:
    """For which organisation it is; where a document in its mode names none, staff will look."""
    if document.get("mode") != "legal":
        return None
    said = _entry(document, "organisation")
    return Represented(_text(said.get("uscc"), CODE_MAX), _text(said.get("check"), CODE_MAX))


def _wrong(said: object) -> tuple[tuple[str, str], ...]:
    entries = [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
    found = ((_text(one.get("field"), CODE_MAX), _text(one.get("source"), CODE_MAX)) for one in entries)
    return tuple(dict(pair for pair in found if all(pair)).items())


def _to_bring(materials: object) -> tuple[str, ...]:
    said = materials if isinstance(materials, list) else []
    later = (one for one in said if isinstance(one, dict) and one.get("given") == "later")
    return tuple(filter(None, (_text(one.get("key"), CODE_MAX) for one in later)))


def problem_of(form: Mapping[str, Any]) -> Problem | None:
    """Return what a form reports and where; None when it reports nothing, or nothing at the site itself."""
    said = form.get("problem")
    where = said.get("where") if isinstance(said, Mapping) else None
    if not isinstance(said, Mapping) or not isinstance(where, Mapping) or where.get("here") is not True:
        return None
    category, region = _text(said.get("category"), CODE_MAX), _text(where.get("region"), CODE_MAX)
    return Problem(category, region) if category and region else None


def _mobile(form: dict[str, Any]) -> str:
    given = (_text(_entry(form, name).get(key), CODE_MAX) for name, key in REPLY_TO)
    return next(filter(is_mobile, given), "")


def _entry(document: dict[str, Any], name: str) -> dict[str, Any]:
    value = document.get(name)
    return value if isinstance(value, dict) else {}


def _text(value: object, limit: int) -> str:
    return value if isinstance(value, str) and value.isprintable() and len(value) <= limit else ""
