"""Organisations: which one shows a code of its electronic licence, and whether whoever laid their card may act for it."""

import secrets
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from fleet.clock import CHINA, Now, stamp
from fleet.database import Database
from fleet.digests import Digests
from fleet.persons.codes import OF_ORGANISATIONS
from fleet.persons.persons import Persons
from fleet.problems import unknown

ACTIVE, STRUCK_OFF = "active", "struck_off"
AUTHORISED, LAPSED, NOBODY = "authorised", "lapsed", "none"


class Organisations:
    """Answers terminals. Of a question the database keeps which organisation it was and a digest of who acts for it."""

    def __init__(self, database: Database, digests: Digests, persons: Persons, now: Now) -> None:
        self._database, self._digests, self._persons, self._now = database, digests, persons, now

    def represented(self, terminal: str, code: str, id_number: str) -> dict[str, Any]:
        """Return the organisation that shows a code, and the authority of whoever laid their card (schema Organisation).

        To whom it has given no authority it says its name and no more.

        Raises:
            PlatformError: it is no code of an organisation, over, was used, or nobody known shows it.
        """
        shown = self._persons.codes.read(code, self._now(), OF_ORGANISATIONS)
        self._persons.use(shown)
        found = register().get(shown.holder)
        if found is None:
            raise unknown("Have the licence looked at by the staff.", "请工作人员核对营业执照。")
        given = found["operators"].get(id_number.upper())
        return {
            **_named(shown.holder, found),
            "authority": self._authority(found, id_number),
            "check": self._noted(terminal, shown.holder, id_number),
            **(_entrusted(found, given) if given else _nothing()),
        }

    def may_bring(self, terminal: str, check: str, uscc: str, id_number: str, owner: str) -> bool:
        """Whether that organisation has shown its code there and lets that person bring the matters of an office."""
        row = self._database.row(
            "SELECT 1 FROM represented WHERE id = ? AND terminal = ? AND uscc = ? AND operator = ?",
            *(check, terminal, uscc, self._operator(id_number)),
        )
        found = register().get(uscc)
        if row is None or found is None or self._authority(found, id_number) != AUTHORISED:
            return False
        owners = found["operators"][id_number.upper()]["owners"]
        return not found.get("struck_off") and (not owners or owner in owners)

    def _authority(self, found: Mapping[str, Any], id_number: str) -> str:
        given = found["operators"].get(id_number.upper())
        if given is None:
            return NOBODY
        today = self._now().astimezone(CHINA).date().isoformat()
        return AUTHORISED if today <= given["until"] else LAPSED

    def _noted(self, terminal: str, uscc: str, id_number: str) -> str:
        check = secrets.token_urlsafe(16)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO represented VALUES (?, ?, ?, ?, ?)",
                (check, terminal, uscc, self._operator(id_number), stamp(self._now())),
            )
        return check

    def _operator(self, id_number: str) -> str:
        return self._digests.of("operator", id_number.upper())


def _named(uscc: str, found: Mapping[str, Any]) -> dict[str, Any]:
    """What anybody may know of it."""
    state = STRUCK_OFF if found.get("struck_off") else ACTIVE
    return {"uscc": uscc, "name": _text(found["name"]), "state": state}


def _entrusted(found: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What is told to those whom it has given authority."""
    return {
        "representative": found["representative"],
        "address": found["address"],
        "phone": found["phone"],
        "scope": _text(given["scope"]),
        "owners": given["owners"],
        "until": given["until"],
    }


def _nothing() -> dict[str, Any]:
    """What is told to everybody else in its place."""
    return {
        "representative": "",
        "address": {"region": "", "detail": ""},
        "phone": "",
        "scope": _text({}),
        "owners": [],
        "until": "",
    }


def _text(said: Mapping[str, str]) -> dict[str, str]:
    return {"zh": said.get("zh", ""), "en": said.get("en", "")}


@cache
def register() -> Mapping[str, Mapping[str, Any]]:
    """Return the specimens by unified social credit code."""
    text = (resources.files("fleet") / "registers" / "organisations.yaml").read_text("utf-8")
    organisations: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return organisations
